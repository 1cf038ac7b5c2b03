"""The ordinary way: Strawberry types with attributes, data loaders, and rows read by SQL.

Written as a careful team would: one statement a level, loaders made per request, parsed and
validated documents kept. It answers the same documents as the contract, for who reads everything.
"""

# ruff: noqa: N802, N815 - GraphQL names are written as they are sent

from enum import Enum
from typing import Annotated, Any

import strawberry
from ordinary_parts import (
    REVISION,
    Assessment,
    CheckIn,
    CheckIns,
    Deliveries,
    Delivery,
    Evaluation,
    Measurement,
    Measurements,
    Observation,
    Observations,
    Person,
    Question,
    Questions,
    Revision,
    Signature,
    Signatures,
    Team,
    person_of,
    team_of,
)
from ordinary_rows import SCALARS, Date, DateTime, Row, Rows, opaque, rows_of, uuid_in
from strawberry.extensions import ParserCache, ValidationCache
from strawberry.schema.config import StrawberryConfig
from strawberry.types import Info

from goals.domain.enums import State
from goals.store.database import Database

STATE = strawberry.enum(State, name="State")

First = Annotated[int, strawberry.argument(name="first")]


@strawberry.type
class Commission:
    row: strawberry.Private[Row]
    id: strawberry.ID
    key: str
    title: str
    state: str
    commitment: str
    initiator: str
    version: int
    deadline: Date | None
    firstAgreedDeadline: Date | None
    createdAt: DateTime
    agreedAt: DateTime | None
    deliveredAt: DateTime | None
    closedAt: DateTime | None
    outcome: str | None

    async def _children(self, info: Info, table: str, columns: str, order: str = "") -> list[Row]:
        loader = rows_of(info).many(table, columns, "commission_id", order)
        found: list[Row] = await loader.load(str(self.row["id"]))
        return found

    @strawberry.field
    async def tags(self, info: Info) -> list[str]:
        found = await self._children(info, "commission_tag", "tag")
        return sorted(row["tag"] for row in found)

    @strawberry.field
    async def customerTeam(self, info: Info) -> Team:
        return await team_of(info, self.row["customer_team_id"])

    @strawberry.field
    async def supplierTeam(self, info: Info) -> Team:
        return await team_of(info, self.row["supplier_team_id"])

    @strawberry.field
    async def customer(self, info: Info) -> Person:
        return await person_of(info, self.row["customer_id"])

    @strawberry.field
    async def supplier(self, info: Info) -> Person:
        return await person_of(info, self.row["supplier_id"])

    @strawberry.field
    async def currentRevision(self, info: Info) -> Revision:
        row = (
            await rows_of(info).one("revision", REVISION).load(str(self.row["current_revision_id"]))
        )
        return Revision(
            key=str(row["id"]),
            id=opaque("Revision", row["id"]),
            number=row["number"],
            contentHash=row["content_hash"],
            goal=row["goal"],
            benefit=row["benefit"],
            deadline=row["deadline"],
        )

    @strawberry.field
    async def questions(self, info: Info, first: First) -> Questions:
        columns = "id, text, status, answer, asked_at, asked_by_id"
        found = await self._children(info, "question", columns, "asked_at, id")
        return Questions(
            nodes=[
                Question(
                    by=row["asked_by_id"],
                    id=opaque("Question", row["id"]),
                    text=row["text"],
                    status=row["status"],
                    answer=row["answer"],
                    askedAt=row["asked_at"],
                )
                for row in found[:first]
            ]
        )

    @strawberry.field
    async def signatures(self, info: Info, first: First) -> Signatures:
        columns = "side, decision, confidence, note, signed_at, person_id"
        found = await self._children(info, "signature", columns, "signed_at DESC, id DESC")
        return Signatures(
            nodes=[
                Signature(
                    by=row["person_id"],
                    side=row["side"],
                    decision=row["decision"],
                    confidence=row["confidence"],
                    note=row["note"],
                    signedAt=row["signed_at"],
                )
                for row in found[:first]
            ]
        )

    @strawberry.field
    async def checkIns(self, info: Info, first: First) -> CheckIns:
        columns = "id, health, confidence, note, created_at, author_id"
        found = await self._children(info, "check_in", columns, "created_at DESC, id DESC")
        return CheckIns(
            nodes=[
                CheckIn(
                    by=row["author_id"],
                    id=opaque("CheckIn", row["id"]),
                    health=row["health"],
                    confidence=row["confidence"],
                    note=row["note"],
                    createdAt=row["created_at"],
                )
                for row in found[:first]
            ]
        )

    @strawberry.field
    async def measurements(self, info: Info, first: First) -> Measurements:
        columns = "id, value, observed_at, source, criterion_id"
        found = await self._children(info, "measurement", columns, "observed_at DESC, id DESC")
        return Measurements(
            nodes=[
                Measurement(
                    of=row["criterion_id"],
                    id=opaque("Measurement", row["id"]),
                    value=row["value"],
                    observedAt=row["observed_at"],
                    source=row["source"],
                )
                for row in found[:first]
            ]
        )

    @strawberry.field
    async def deliveries(self, info: Info, first: First) -> Deliveries:
        columns = "id, number, delivered_at, delivered_by_id"
        found = await self._children(info, "delivery", columns, "number DESC, id DESC")
        return Deliveries(
            nodes=[
                Delivery(
                    key=str(row["id"]),
                    by=row["delivered_by_id"],
                    number=row["number"],
                    deliveredAt=row["delivered_at"],
                )
                for row in found[:first]
            ]
        )

    @strawberry.field
    async def assessments(self, info: Info) -> list[Assessment]:
        columns = "id, side, submitted_at, comment, person_id, unsealed_at"
        return [
            Assessment(
                key=str(row["id"]),
                by=row["person_id"],
                side=row["side"],
                submittedAt=row["submitted_at"],
                comment=row["comment"],
            )
            for row in await self._children(info, "assessment", columns, "side, id")
            if row["unsealed_at"] is not None
        ]

    @strawberry.field
    async def factorObservations(self, info: Info, first: First) -> Observations:
        columns = "side, polarity, strength, locus, factor_id, unsealed_at"
        found = await self._children(info, "factor_observation", columns, "observed_at, id")
        return Observations(
            nodes=[
                Observation(
                    of=row["factor_id"],
                    side=row["side"],
                    polarity=row["polarity"],
                    strength=row["strength"],
                    locus=row["locus"],
                )
                for row in [row for row in found if row["unsealed_at"] is not None][:first]
            ]
        )

    @strawberry.field
    async def evaluation(self, info: Info) -> Evaluation | None:
        columns = "outcome, timeliness_first_agreed, attainment, evaluated_at"
        found = await self._children(info, "evaluation", columns)
        return next(
            (
                Evaluation(
                    outcome=row["outcome"],
                    timelinessFirstAgreed=row["timeliness_first_agreed"],
                    attainment=row["attainment"],
                    evaluatedAt=row["evaluated_at"],
                )
                for row in found
            ),
            None,
        )


COMMISSION = (
    "id, key, title, state, commitment, initiator, version, deadline, first_agreed_deadline,"
    " created_at, agreed_at, delivered_at, closed_at, outcome, customer_team_id, customer_id,"
    " supplier_team_id, supplier_id, current_revision_id"
)


def _commission(row: Row) -> Commission:
    return Commission(
        row=row,
        id=opaque("Commission", row["id"]),
        key=row["key"],
        title=row["title"],
        state=row["state"],
        commitment=row["commitment"],
        initiator=row["initiator"],
        version=row["version"],
        deadline=row["deadline"],
        firstAgreedDeadline=row["first_agreed_deadline"],
        createdAt=row["created_at"],
        agreedAt=row["agreed_at"],
        deliveredAt=row["delivered_at"],
        closedAt=row["closed_at"],
        outcome=row["outcome"],
    )


@strawberry.type
class PageInfo:
    hasNextPage: bool


@strawberry.type
class Commissions:
    where: strawberry.Private[str]
    args: strawberry.Private[list[Any]]
    nodes: list[Commission]
    pageInfo: PageInfo

    @strawberry.field
    async def totalCount(self, info: Info) -> int:
        (row,) = await rows_of(info).select(
            "count(*)", f"FROM commission WHERE {self.where}", *self.args
        )
        return int(row["count(*)"])


@strawberry.input
class StateFilter:
    in_: list[STATE] | None = strawberry.field(name="in", default=None)


@strawberry.input
class DateFilter:
    gte: Date | None = None


@strawberry.input
class CommissionFilter:
    state: StateFilter | None = None
    deadline: DateFilter | None = None


@strawberry.enum
class OrderField(Enum):
    CREATED_AT = "created_at"
    DEADLINE = "deadline"


@strawberry.enum
class Direction(Enum):
    ASC = "ASC"
    DESC = "DESC"


@strawberry.input
class Order:
    field: OrderField
    direction: Direction = Direction.ASC


@strawberry.input
class By:
    id: strawberry.ID


@strawberry.type
class Query:
    @strawberry.field
    async def commission(self, info: Info, by: By) -> Commission | None:
        row = await rows_of(info).one("commission", COMMISSION).load(uuid_in(by.id))
        return None if row is None else _commission(row)

    @strawberry.field
    async def commissions(
        self,
        info: Info,
        first: First,
        filter: CommissionFilter | None = None,  # noqa: A002
        orderBy: list[Order] | None = None,  # noqa: N803
    ) -> Commissions:
        rows = rows_of(info)
        where, args = _condition(rows.database, filter)
        by = orderBy or [Order(field=OrderField.CREATED_AT, direction=Direction.DESC)]
        order = ", ".join(f"{each.field.value} {each.direction.value}" for each in by)
        found = await rows.select(
            COMMISSION,
            f"FROM commission WHERE {where} "
            f"ORDER BY {order}, id {by[-1].direction.value} LIMIT {first + 1}",
            *args,
        )
        return Commissions(
            where=where,
            args=args,
            nodes=[_commission(row) for row in found[:first]],
            pageInfo=PageInfo(hasNextPage=len(found) > first),
        )


def _condition(database: Database, given: CommissionFilter | None) -> tuple[str, list[Any]]:
    terms, args = ["org_id = $1"], []
    if given and given.state and given.state.in_:
        args.append([state.value for state in given.state.in_])
        sqlite = "state IN (SELECT value FROM json_each(${}))"
        text = sqlite if database.dialect == "sqlite" else "state = ANY(${}::text[])"
        terms.append(text.format(len(args) + 1))
    if given and given.deadline and given.deadline.gte:
        args.append(given.deadline.gte)
        terms.append(f"deadline >= ${len(args) + 1}")
    return " AND ".join(terms), args


SCHEMA = strawberry.Schema(
    query=Query,
    extensions=[ParserCache(), ValidationCache()],
    config=StrawberryConfig(auto_camel_case=False, scalar_map=SCALARS),
)


async def answer(database: Database, org_id: str, text: str, variables: dict[str, Any]) -> Any:
    """Execute a document; return its data."""
    result = await SCHEMA.execute(
        text, variable_values=variables, context_value=Rows(database, org_id)
    )
    if result.errors:
        raise result.errors[0]
    return result.data
