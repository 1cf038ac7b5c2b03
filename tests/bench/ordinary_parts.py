"""The ordinary way, what hangs on a commission: Strawberry types with attributes and loaders."""

# ruff: noqa: N802, N815 - GraphQL names are written as they are sent

import strawberry
from ordinary_rows import Date, DateTime, opaque, rows_of
from strawberry.types import Info


@strawberry.type
class Team:
    id: strawberry.ID
    name: str


@strawberry.type
class Person:
    id: strawberry.ID
    name: str


@strawberry.type
class Factor:
    key: str


async def team_of(info: Info, key: str) -> Team:
    row = await rows_of(info).one("team", "id, name").load(str(key))
    return Team(id=opaque("Team", row["id"]), name=row["name"])


async def person_of(info: Info, key: str) -> Person:
    row = await rows_of(info).one("person", "id, name").load(str(key))
    return Person(id=opaque("Person", row["id"]), name=row["name"])


@strawberry.type
class Criterion:
    id: strawberry.ID
    position: int
    text: str
    kind: str
    direction: str | None
    baseline: str | None
    target: str | None
    stretch: str | None
    unit: str | None
    priority: str
    weight: int


CRITERION = "id, position, text, kind, direction, baseline, target, stretch, unit, priority, weight"


@strawberry.type
class Resource:
    kind: str
    text: str
    amount: str | None
    unit: str | None
    side: str
    status: str


RESOURCE = "kind, text, amount, unit, side, status"


@strawberry.type
class Revision:
    key: strawberry.Private[str]
    id: strawberry.ID
    number: int
    contentHash: str
    goal: str | None
    benefit: str | None
    deadline: Date | None

    @strawberry.field
    async def criteria(self, info: Info) -> list[Criterion]:
        loader = rows_of(info).many("criterion", CRITERION, "revision_id", "position")
        return [
            Criterion(**{**row, "id": opaque("Criterion", row["id"])})
            for row in await loader.load(self.key)
        ]

    @strawberry.field
    async def resources(self, info: Info) -> list[Resource]:
        loader = rows_of(info).many("resource", RESOURCE, "revision_id", "position")
        return [Resource(**row) for row in await loader.load(self.key)]


REVISION = "id, number, content_hash, goal, benefit, deadline"


@strawberry.type
class Question:
    by: strawberry.Private[str]
    id: strawberry.ID
    text: str
    status: str
    answer: str | None
    askedAt: DateTime

    @strawberry.field
    async def askedBy(self, info: Info) -> Person:
        return await person_of(info, self.by)


@strawberry.type
class Signature:
    by: strawberry.Private[str]
    side: str
    decision: str
    confidence: int | None
    note: str | None
    signedAt: DateTime

    @strawberry.field
    async def person(self, info: Info) -> Person:
        return await person_of(info, self.by)


@strawberry.type
class CheckIn:
    by: strawberry.Private[str]
    id: strawberry.ID
    health: str
    confidence: int | None
    note: str | None
    createdAt: DateTime

    @strawberry.field
    async def author(self, info: Info) -> Person:
        return await person_of(info, self.by)


@strawberry.type
class CriterionPlace:
    position: int


@strawberry.type
class Measurement:
    of: strawberry.Private[str]
    id: strawberry.ID
    value: str
    observedAt: DateTime
    source: str

    @strawberry.field
    async def criterion(self, info: Info) -> CriterionPlace:
        row = await rows_of(info).one("criterion", CRITERION).load(str(self.of))
        return CriterionPlace(position=row["position"])


@strawberry.type
class Claim:
    position: int
    claim: str


@strawberry.type
class Met:
    position: int
    met: bool


@strawberry.type
class Review:
    key: strawberry.Private[str]
    decision: str
    comment: str | None
    reviewedAt: DateTime

    @strawberry.field
    async def judgements(self, info: Info) -> list[Met]:
        loader = rows_of(info).many("review_judgement", "position, met", "review_id", "position")
        found = await loader.load(self.key)
        return [Met(position=row["position"], met=bool(row["met"])) for row in found]


@strawberry.type
class Delivery:
    key: strawberry.Private[str]
    by: strawberry.Private[str]
    number: int
    deliveredAt: DateTime

    @strawberry.field
    async def deliveredBy(self, info: Info) -> Person:
        return await person_of(info, self.by)

    @strawberry.field
    async def claims(self, info: Info) -> list[Claim]:
        loader = rows_of(info).many("delivery_claim", "position, claim", "delivery_id", "position")
        return [Claim(**row) for row in await loader.load(self.key)]

    @strawberry.field
    async def review(self, info: Info) -> Review | None:
        columns = "id, decision, comment, reviewed_at"
        found = await rows_of(info).many("review", columns, "delivery_id").load(self.key)
        return next(
            (
                Review(
                    key=str(row["id"]),
                    decision=row["decision"],
                    comment=row["comment"],
                    reviewedAt=row["reviewed_at"],
                )
                for row in found
            ),
            None,
        )


@strawberry.type
class Judged:
    position: int
    attainment: int


@strawberry.type
class Assessment:
    key: strawberry.Private[str]
    by: strawberry.Private[str]
    side: str
    submittedAt: DateTime
    comment: str | None

    @strawberry.field
    async def person(self, info: Info) -> Person:
        return await person_of(info, self.by)

    @strawberry.field
    async def judgements(self, info: Info) -> list[Judged]:
        loader = rows_of(info).many(
            "assessment_judgement", "position, attainment", "assessment_id", "position"
        )
        return [Judged(**row) for row in await loader.load(self.key)]


@strawberry.type
class Observation:
    of: strawberry.Private[str]
    side: str
    polarity: str
    strength: int
    locus: str

    @strawberry.field
    async def factor(self, info: Info) -> Factor:
        row = await rows_of(info).one("factor", "id, key").load(str(self.of))
        return Factor(key=row["key"])


@strawberry.type
class Evaluation:
    outcome: str
    timelinessFirstAgreed: str | None
    attainment: str | None
    evaluatedAt: DateTime


@strawberry.type
class Questions:
    nodes: list[Question]


@strawberry.type
class Signatures:
    nodes: list[Signature]


@strawberry.type
class CheckIns:
    nodes: list[CheckIn]


@strawberry.type
class Measurements:
    nodes: list[Measurement]


@strawberry.type
class Deliveries:
    nodes: list[Delivery]


@strawberry.type
class Observations:
    nodes: list[Observation]
