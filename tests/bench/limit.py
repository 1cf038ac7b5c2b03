"""The limit: SQL written by hand that returns the JSON of the answer, as good as we know how.

No row filters but the organisation's: what a manager may see. One template serves both engines,
where they differ the words are in ``WORDS``.
"""

from typing import Any

WORDS = {
    "sqlite": {
        "object": "json_object",
        "id": "goals_b64('{0}:' || {1})",
        "time": "{0}",
        "list": "(SELECT json_group_array(json(j)) FROM (SELECT {0} FROM {1}))",
        "page": "json_group_array(json(j))",
        "bool": "json(CASE WHEN {0} THEN 'true' ELSE 'false' END)",
        "embed": "json({0})",
        "true": "json('true')",
    },
    "postgres": {
        "object": "json_build_object",
        "id": "rtrim(translate(encode(('{0}:' || {1})::bytea, 'base64'), E'\\n', ''), '=')",
        "time": "to_char({0} AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')",
        "list": "(SELECT coalesce(json_agg(y), '[]'::json) FROM (SELECT {0} FROM {1}) AS y)",
        "page": "coalesce(json_agg(y), '[]'::json)",
        "bool": "({0})",
        "embed": "{0}",
        "true": "true",
    },
}


class Object(str):
    """The SQL of an object that still knows its members."""

    members: dict[str, str]


class Writer:
    """Writes the statements for one kind of database."""

    def __init__(self, dialect: str) -> None:
        self.dialect = dialect
        self.words = WORDS[dialect]

    def object(self, **members: str) -> Object:
        """An object with these members."""
        pairs = ", ".join(f"'{name}', {sql}" for name, sql in members.items())
        made = Object(f"{self.words['object']}({pairs})")
        made.members = members
        return made

    def id(self, kind: str, sql: str) -> str:
        """A global id."""
        return self.words["id"].format(kind, sql)

    def time(self, sql: str) -> str:
        """A time as text."""
        return self.words["time"].format(sql)

    def list(self, item: Object, source: str) -> str:
        """An array of items over a source that says its order."""
        return self.words["list"].format(self.item(item), source)

    def item(self, item: Object) -> str:
        """The columns an array is made of: PostgreSQL is quickest with a row as it is."""
        if self.dialect == "sqlite":
            return f"{item} AS j"
        return ", ".join(f'{sql} AS "{name}"' for name, sql in item.members.items())

    def nodes(self, item: Object, source: str) -> str:
        """A connection of which only the nodes are asked for."""
        return self.object(nodes=self.list(item, source))

    def bool(self, sql: str) -> str:
        """A truth value."""
        return self.words["bool"].format(sql)

    def columns(self, alias: str, **names: str) -> dict[str, str]:
        """Members that are columns as they are."""
        return {name: f"{alias}.{column}" for name, column in names.items()}

    def named(self, alias: str, kind: str) -> str:
        """An object with id and name."""
        return self.object(id=self.id(kind, f"{alias}.id"), name=f"{alias}.name")

    def text(self, sql: str) -> str:
        """The value as text, as drivers hand it out without decoding."""
        return sql if self.dialect == "sqlite" else f"({sql})::text"

    def parameters(self, sql: str) -> str:
        """Parameters are written $1; SQLite numbers them with question marks."""
        return sql.replace("$", "?") if self.dialect == "sqlite" else sql


def page(w: Writer) -> str:
    """$1 organisation."""
    criterion = w.object(
        id=w.id("Criterion", "k.id"),
        **w.columns(
            "k",
            position="position",
            text="text",
            kind="kind",
            target="target",
            unit="unit",
            priority="priority",
            weight="weight",
        ),
    )
    criteria = w.list(
        criterion,
        "criterion k WHERE k.org_id = $1 AND k.revision_id = c.current_revision_id"
        " ORDER BY k.position",
    )
    node = w.object(
        id=w.id("Commission", "c.id"),
        key="c.key",
        title="c.title",
        state="c.state",
        deadline="c.deadline",
        createdAt=w.time("c.created_at"),
        customerTeam=w.named("t", "Team"),
        customer=w.named("p", "Person"),
        currentRevision=w.object(number="r.number", goal="r.goal", criteria=criteria),
    )
    connection = w.object(
        nodes="nodes", pageInfo=w.object(hasNextPage=w.bool(_another("WHERE c.org_id = $1")))
    )
    rows = (
        f"SELECT {w.item(node)} FROM (SELECT * FROM commission WHERE org_id = $1"
        " ORDER BY created_at DESC, id DESC LIMIT 50) c"
        " JOIN team t ON t.org_id = $1 AND t.id = c.customer_team_id"
        " JOIN person p ON p.org_id = $1 AND p.id = c.customer_id"
        " JOIN revision r ON r.org_id = $1 AND r.id = c.current_revision_id"
        " ORDER BY c.created_at DESC, c.id DESC"
    )
    return _answer(w, connection, f"(SELECT {w.words['page']} AS nodes FROM ({rows}) AS y)")


def _another(where: str) -> str:
    """Whether there is a 51st row."""
    return f"(SELECT count(*) FROM (SELECT 1 FROM commission c {where} LIMIT 51) AS z) > 50"


def _answer(w: Writer, commissions: str, source: str) -> str:
    if w.dialect == "sqlite":
        commissions = commissions.replace("'nodes', nodes", "'nodes', json(nodes)")
    return w.parameters(f"SELECT {w.text(w.object(commissions=commissions))} FROM {source} AS n")


def filtered(w: Writer) -> str:
    """$1 organisation, $2 to $4 states, $5 the first deadline."""
    where = (
        "WHERE c.org_id = $1 AND c.state IN ($2, $3, $4) AND c.deadline >= $5"
        if w.dialect == "sqlite"
        else "WHERE c.org_id = $1 AND c.state IN ($2, $3, $4) AND c.deadline >= $5::date"
    )
    node = w.object(
        id=w.id("Commission", "c.id"),
        **w.columns("c", key="key", title="title", state="state", deadline="deadline"),
        customerTeam=w.object(name="t.name"),
        supplierTeam=w.object(name="s.name"),
    )
    rows = (
        f"SELECT {w.item(node)} FROM (SELECT * FROM commission c {where}"
        " ORDER BY c.deadline DESC, c.id DESC LIMIT 50) c"
        " JOIN team t ON t.org_id = $1 AND t.id = c.customer_team_id"
        " JOIN team s ON s.org_id = $1 AND s.id = c.supplier_team_id"
        " ORDER BY c.deadline DESC, c.id DESC"
    )
    total = f"(SELECT count(*) AS total FROM commission c {where})"
    connection = w.object(
        totalCount="m.total",
        nodes="nodes",
        pageInfo=w.object(hasNextPage=w.bool("m.total > 50")),
    )
    source = f"(SELECT {w.words['page']} AS nodes FROM ({rows}) AS y)"
    return _answer(w, connection, f"{total} AS m, {source}")


def by_id(w: Writer) -> str:
    """$1 organisation, $2 the commission."""
    own = "x WHERE x.org_id = $1 AND x.commission_id = c.id ORDER BY"
    members = {
        "id": w.id("Commission", "c.id"),
        **w.columns(
            "c",
            key="key",
            title="title",
            state="state",
            commitment="commitment",
            initiator="initiator",
            version="version",
            deadline="deadline",
            firstAgreedDeadline="first_agreed_deadline",
        ),
        "createdAt": w.time("c.created_at"),
        "agreedAt": w.time("c.agreed_at"),
        "deliveredAt": w.time("c.delivered_at"),
        "closedAt": w.time("c.closed_at"),
        "outcome": "c.outcome",
        "tags": _tags(w),
        "customerTeam": w.named("ct", "Team"),
        "customer": w.named("cp", "Person"),
        "supplierTeam": w.named("st", "Team"),
        "supplier": w.named("sp", "Person"),
        "currentRevision": _revision(w),
        "questions": w.nodes(
            w.object(
                id=w.id("Question", "x.id"),
                **w.columns("x", text="text", status="status", answer="answer"),
                askedAt=w.time("x.asked_at"),
                askedBy=_person(w, "x.asked_by_id"),
            ),
            f"question {own} x.asked_at, x.id LIMIT 20",
        ),
        "signatures": w.nodes(
            w.object(
                **w.columns("x", side="side", decision="decision", confidence="confidence"),
                note="x.note",
                signedAt=w.time("x.signed_at"),
                person=_person(w, "x.person_id"),
            ),
            f"signature {own} x.signed_at DESC, x.id DESC LIMIT 20",
        ),
        "checkIns": w.nodes(
            w.object(
                id=w.id("CheckIn", "x.id"),
                **w.columns("x", health="health", confidence="confidence", note="note"),
                createdAt=w.time("x.created_at"),
                author=_person(w, "x.author_id"),
            ),
            f"check_in {own} x.created_at DESC, x.id DESC LIMIT 20",
        ),
        "measurements": w.nodes(
            w.object(
                id=w.id("Measurement", "x.id"),
                value="x.value",
                observedAt=w.time("x.observed_at"),
                source="x.source",
                criterion=w.object(position="k.position"),
            ),
            "measurement x JOIN criterion k ON k.org_id = x.org_id AND k.id = x.criterion_id"
            " WHERE x.org_id = $1 AND x.commission_id = c.id"
            " ORDER BY x.observed_at DESC, x.id DESC LIMIT 50",
        ),
        "deliveries": w.nodes(_delivery(w), f"delivery {own} x.number DESC, x.id DESC LIMIT 20"),
        "assessments": _assessments(w, own),
        "factorObservations": w.nodes(
            w.object(
                **w.columns("x", side="side", polarity="polarity", strength="strength"),
                locus="x.locus",
                factor=w.object(key="f.key"),
            ),
            "factor_observation x JOIN factor f ON f.org_id = x.org_id AND f.id = x.factor_id"
            " WHERE x.org_id = $1 AND x.commission_id = c.id AND x.unsealed_at IS NOT NULL"
            " ORDER BY x.observed_at, x.id LIMIT 20",
        ),
        "evaluation": _evaluation(w),
    }
    value = w.text(w.object(commission=_big(w, members)))
    return w.parameters(
        f"SELECT {value} FROM commission c"
        " JOIN team ct ON ct.org_id = $1 AND ct.id = c.customer_team_id"
        " JOIN person cp ON cp.org_id = $1 AND cp.id = c.customer_id"
        " JOIN team st ON st.org_id = $1 AND st.id = c.supplier_team_id"
        " JOIN person sp ON sp.org_id = $1 AND sp.id = c.supplier_id"
        " JOIN revision r ON r.org_id = $1 AND r.id = c.current_revision_id"
        " LEFT JOIN evaluation e ON e.org_id = $1 AND e.commission_id = c.id"
        " WHERE c.org_id = $1 AND c.id = $2"
    )


def _big(w: Writer, members: dict[str, Any]) -> str:
    return w.object(**members)


def _person(w: Writer, key: str) -> str:
    name = f"(SELECT p.name FROM person p WHERE p.org_id = $1 AND p.id = {key})"
    return w.object(name=name)


def _tags(w: Writer) -> str:
    if w.dialect == "sqlite":
        return (
            "(SELECT json_group_array(tag) FROM (SELECT tag FROM commission_tag g"
            " WHERE g.org_id = $1 AND g.commission_id = c.id ORDER BY tag))"
        )
    return (
        "(SELECT coalesce(json_agg(tag ORDER BY tag COLLATE \"C\"), '[]'::json)"
        " FROM commission_tag g WHERE g.org_id = $1 AND g.commission_id = c.id)"
    )


def _revision(w: Writer) -> str:
    criterion = w.object(
        id=w.id("Criterion", "k.id"),
        **w.columns(
            "k",
            position="position",
            text="text",
            kind="kind",
            direction="direction",
            baseline="baseline",
            target="target",
            stretch="stretch",
            unit="unit",
            priority="priority",
            weight="weight",
        ),
    )
    resource = w.object(
        **w.columns(
            "k", kind="kind", text="text", amount="amount", unit="unit", side="side",
            status="status",
        )
    )  # fmt: skip
    of_revision = "k WHERE k.org_id = $1 AND k.revision_id = r.id ORDER BY k.position"
    return w.object(
        id=w.id("Revision", "r.id"),
        **w.columns("r", number="number", contentHash="content_hash", goal="goal"),
        **w.columns("r", benefit="benefit", deadline="deadline"),
        criteria=w.list(criterion, f"criterion {of_revision}"),
        resources=w.list(resource, f"resource {of_revision}"),
    )


def _delivery(w: Writer) -> Object:
    claims = w.list(
        w.object(position="k.position", claim="k.claim"),
        "delivery_claim k WHERE k.org_id = $1 AND k.delivery_id = x.id ORDER BY k.position",
    )
    judgements = w.list(
        w.object(position="k.position", met=w.bool("k.met")),
        "review_judgement k WHERE k.org_id = $1 AND k.review_id = v.id ORDER BY k.position",
    )
    review = w.object(
        decision="v.decision",
        comment="v.comment",
        reviewedAt=w.time("v.reviewed_at"),
        judgements=judgements,
    )
    found = f"(SELECT {review} FROM review v WHERE v.org_id = $1 AND v.delivery_id = x.id)"
    return w.object(
        number="x.number",
        deliveredAt=w.time("x.delivered_at"),
        deliveredBy=_person(w, "x.delivered_by_id"),
        claims=claims,
        review=w.words["embed"].format(found),
    )


def _assessments(w: Writer, own: str) -> str:
    judgements = w.list(
        w.object(position="k.position", attainment="k.attainment"),
        "assessment_judgement k WHERE k.org_id = $1 AND k.assessment_id = x.id ORDER BY k.position",
    )
    item = w.object(
        side="x.side",
        submittedAt=w.time("x.submitted_at"),
        comment="x.comment",
        person=_person(w, "x.person_id"),
        judgements=judgements,
    )
    return w.list(item, f"assessment {own} x.side".replace(" ORDER", _UNSEALED))


_UNSEALED = " AND x.unsealed_at IS NOT NULL ORDER"


def _evaluation(w: Writer) -> str:
    found = w.object(
        outcome="e.outcome",
        timelinessFirstAgreed="e.timeliness_first_agreed",
        attainment="e.attainment",
        evaluatedAt=w.time("e.evaluated_at"),
    )
    return w.words["embed"].format(f"CASE WHEN e.id IS NOT NULL THEN {found} END")


STATEMENTS = {"page": page, "by id": by_id, "filtered": filtered}
