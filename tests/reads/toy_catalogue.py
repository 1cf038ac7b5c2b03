"""The toy's catalogue: where each field of toy_schema comes from, and who sees what."""

# ruff: noqa: ARG005, E501 - tables are read by column

from typing import Any

from goals.reads.catalogue import Catalogue
from goals.reads.context import Context, Row
from goals.reads.rules import Everyone, Through, Where
from goals.reads.sources import (
    Argument,
    Column,
    Computed,
    Constant,
    Embedded,
    Expression,
    First,
    Lookup,
    Many,
    ManyConnection,
    NodeReference,
    One,
    Related,
    RootConnection,
    RootNode,
    RootNodes,
    RootOne,
    TypeSource,
    Values,
)

ID = Column("id", "id")
TO_COMMISSION = (("commission_id", "id"),)


def commission_rule(row: Row, context: Context) -> str | None:
    if context.role == "MANAGER":
        return None
    return (
        f"{context.in_teams(row['team_id'])} OR {row['customer_id']} = {context.person}"
        f" OR {row['supplier_id']} = {context.person}"
    )


def secret_extra(row: Row, context: Context) -> str:
    return f"NOT {row['sealed']} OR {row['author_id']} = {context.person}"


def secret_extra_sqlite(row: Row, context: Context) -> str:
    return f"{row['sealed']} = 0 OR {row['author_id']} = {context.person}"


def sealed(row: Row, context: Context) -> str:
    if context.dialect.name == "sqlite":
        return secret_extra_sqlite(row, context)
    return secret_extra(row, context)


def verdict(values: dict[str, Any], viewer: Any) -> dict[str, Any] | None:
    if values["weight"] == 0:
        return None
    word = f"{values['title'][:3]}/{viewer.language}"
    return {
        "word": word,
        "length": len(word),
        "parts": [{"letter": letter} for letter in word[:2]],
    }


FILTERS = {
    "id": ID,
    "key": Column("key", "plain"),
    "title": Column("title"),
    "note": Column("note", nullable=True),
    "state": Column("state", "plain"),
    "deadline": Column("deadline", "date", nullable=True),
    "createdAt": Column("created_at", "datetime"),
    "weight": Column("weight", "integer"),
    "urgent": Column("urgent", "boolean"),
    "closed": Expression(lambda row, _: f"{row['state']} = 'CLOSED'", "boolean"),
    "team": One("Team", (("team_id", "id"),)),
    "customerId": Column("customer_id", "id", type_name="Person"),
    "tag": Related("Tag", (("id", "commission_id"),), "tag"),
    "secret": Many("Secret", (("id", "commission_id"),)),
}

COMMISSION = TypeSource(
    "Commission",
    "commission",
    rule=Where(commission_rule),
    filters=FILTERS,
    orders={
        "CREATED_AT": Column("created_at", "datetime"),
        "TITLE": Column("title"),
        "DEADLINE": Column("deadline", "date", nullable=True),
        "STATE": Column("state", "plain"),
        "WEIGHT": Expression(lambda row, _: f"{row['weight']} % 3", "integer"),
    },
    fields={
        "id": ID,
        "key": Column("key", "plain"),
        "title": Column("title"),
        "note": Column("note"),
        "state": Column("state", "plain"),
        "weight": Column("weight", "integer"),
        "urgent": Column("urgent", "boolean"),
        "maybe": Column("maybe", "boolean"),
        "deadline": Column("deadline", "date"),
        "createdAt": Column("created_at", "datetime"),
        "closedAt": Column("closed_at", "datetime"),
        "target": Column("target", "decimal"),
        "settings": Column("settings", "json"),
        "customer": One("Person", (("customer_id", "id"),)),
        "supplier": One("Person", (("supplier_id", "id"),)),
        "team": One("Team", (("team_id", "id"),)),
        "contributesTo": One("Commission", (("contributes_to_id", "id"),)),
        "strictParent": One("Commission", (("contributes_to_id", "id"),)),
        "criteria": Many(
            "Criterion",
            (("current_revision_id", "revision_id"),),
            (("POSITION", "ASC"),),
            implied=True,
        ),
        "revisions": ManyConnection(
            "Revision", (("id", "commission_id"),), (("NUMBER", "DESC"),)
        ),
        "tags": Values("Tag", (("id", "commission_id"),), Column("tag")),
        "latestRevision": First("Revision", (("id", "commission_id"),), (("NUMBER", "DESC"),)),
        "secrets": Many("Secret", (("id", "commission_id"),)),
        "secret": First("Secret", (("id", "commission_id"),), ()),
        "closed": Expression(lambda row, _: f"{row['state']} = 'CLOSED'", "boolean"),
        "double": Expression(lambda row, _: f"{row['weight']} * 2", "integer"),
        "summary": Computed(
            {"key": Column("key"), "closed": Expression(lambda r, _: f"{r['state']} = 'CLOSED'", "boolean")},
            lambda values, viewer: f"{values['key']} \"{values['closed']}\" {viewer.language}",
        ),
        "verdict": Computed(
            {"title": Column("title"), "weight": Column("weight", "integer")}, verdict
        ),
        "timing": Embedded("Timing"),
        "ending": Embedded("Ending", present="closed_at"),
        "customerId": Column("customer_id", "id", type_name="Person"),
        "kindly": Constant('as "ever"'),
        "subject": NodeReference("subject_kind", "subject_id", {"TEAM": "Team", "PERSON": "Person"}),
        "contributions": ManyConnection(
            "Commission",
            (("id", "contributes_to_id"),),
            (("CREATED_AT", "DESC"),),
            arguments={"state": Argument("plain", lambda row, _, value: f"{row['state']} = {value}")},
        ),
    },
)  # fmt: skip

TYPES = [
    TypeSource(
        "Organisation",
        "organisation",
        {"id": ID, "name": Column("name")},
        rule=Everyone(),
        org_column="id",
    ),
    TypeSource(
        "Team",
        "team",
        {
            "id": ID,
            "name": Column("name"),
            "parent": One("Team", (("parent_id", "id"),)),
            "children": Many("Team", (("id", "parent_id"),), (("NAME", "ASC"),)),
            "commissions": ManyConnection(
                "Commission", (("id", "team_id"),), (("DEADLINE", "ASC"),)
            ),
        },
        rule=Everyone(),
        filters={"id": ID, "name": Column("name")},
        orders={"NAME": Column("name")},
    ),
    TypeSource(
        "Person",
        "person",
        {
            "id": ID,
            "name": Column("name"),
            "email": Expression(
                lambda r, c: f"CASE WHEN {r['id']} = {c.person} THEN {r['email']} END"
            ),
            "language": Column("language", "plain"),
            "team": One("Team", (("team_id", "id"),)),
        },
        rule=Everyone(),
        filters={"name": Column("name")},
        orders={"NAME": Column("name")},
    ),
    COMMISSION,
    TypeSource(
        "Timing",
        None,
        {"createdAt": Column("created_at", "datetime"), "deadline": Column("deadline", "date")},
    ),
    TypeSource(
        "Ending",
        None,
        {"closedAt": Column("closed_at", "datetime"), "by": Column("ended_by", "plain")},
    ),
    TypeSource(
        "Revision",
        "revision",
        {
            "id": ID,
            "number": Column("number", "integer"),
            "goal": Column("goal"),
            "commission": One("Commission", TO_COMMISSION),
            "criteria": Many("Criterion", (("id", "revision_id"),), (("POSITION", "ASC"),)),
        },
        rule=Through("Commission", TO_COMMISSION),
        orders={"NUMBER": Column("number", "integer")},
    ),
    TypeSource(
        "Criterion",
        "criterion",
        {
            "id": ID,
            "position": Column("position", "integer"),
            "text": Column("text"),
            "revision": One("Revision", (("revision_id", "id"),)),
        },
        rule=Through("Revision", (("revision_id", "id"),)),
        orders={"POSITION": Column("position", "integer")},
    ),
    TypeSource(
        "Secret",
        "secret",
        {
            "id": ID,
            "text": Column("text"),
            "side": Column("side", "plain"),
            "commission": One("Commission", TO_COMMISSION),
        },
        rule=Through("Commission", TO_COMMISSION),
        extra=sealed,
        filters={"text": Column("text")},
    ),
    TypeSource(
        "Tag",
        "tag",
        {},
        rule=Through("Commission", TO_COMMISSION),
        filters={"tag": Column("tag")},
        id_column="tag",
    ),
]

ROOTS = {
    "node": RootNode(),
    "nodes": RootNodes(),
    "viewer": RootOne("Person", viewer=(("id", "person_id"),)),
    "organisation": RootOne("Organisation", viewer=(("id", "org_id"),)),
    "commission": RootOne(
        "Commission",
        {
            "by.id": Lookup(),
            "by.key": Lookup("key", "plain"),
            "by.reference": Lookup(
                kind="text",
                parse=str,
                sql=lambda row, context, given: (
                    f"{row['title']} = {given['title']}"
                    f" AND CAST({row['weight']} AS text) = {given['weight']}"
                ),
            ),
        },
    ),
    "team": RootOne("Team", {"id": Lookup()}),
    "commissions": RootConnection(
        "Commission",
        (("CREATED_AT", "DESC"),),
        arguments={"state": Argument("plain", lambda row, _, value: f"{row['state']} = {value}")},
    ),
    "people": RootConnection("Person", (("NAME", "ASC"),)),
    "teams": RootConnection("Team"),
}


def toy_catalogue() -> Catalogue:
    """Build the catalogue."""
    return Catalogue(TYPES, ROOTS)
