"""The toy's meaning in plain Python, for the oracle."""

# ruff: noqa: ARG005, E501 - tables are read by column

import json
from typing import Any

from oracle import Model, Oracle, Ref, Row, Rows, global_id

Args = dict[str, Any]


def column(name: str) -> Any:
    return lambda oracle, row, args: row[name]


def own_id(type_name: str) -> Any:
    return lambda oracle, row, args: global_id(type_name, row["id"])


def one(type_name: str, name: str) -> Any:
    return lambda oracle, row, args: oracle.find(type_name, row[name])


def children(oracle: Oracle, type_name: str, column: str, value: Any, order: Any) -> list[Row]:
    rows = [row for row in oracle.all(type_name) if row[column] == value]
    return sorted(rows, key=order)


def refs(type_name: str, rows: list[Row]) -> list[Ref]:
    return [Ref(type_name, row) for row in rows]


def revisions(oracle: Oracle, row: Row) -> list[Row]:
    return children(
        oracle, "Revision", "commission_id", row["id"], lambda r: (-r["number"], r["id"])
    )


def criteria(oracle: Oracle, revision_id: str) -> list[Ref]:
    return refs(
        "Criterion",
        children(
            oracle, "Criterion", "revision_id", revision_id, lambda r: (r["position"], r["id"])
        ),
    )


def secrets(oracle: Oracle, row: Row) -> list[Ref]:
    return refs("Secret", children(oracle, "Secret", "commission_id", row["id"], lambda r: r["id"]))


def tags(oracle: Oracle, row: Row) -> list[str]:
    return sorted(r["tag"] for r in oracle.all("Tag") if r["commission_id"] == row["id"])


def verdict(oracle: Oracle, row: Row, args: Args) -> Any:
    if row["weight"] == 0:
        return None
    word = f"{row['title'][:3]}/{oracle.viewer.language}"
    return {"word": word, "length": len(word), "parts": [{"letter": c} for c in word[:2]]}


def subject(oracle: Oracle, row: Row, args: Args) -> Ref | None:
    kinds = {"TEAM": "Team", "PERSON": "Person"}
    kind = kinds.get(row["subject_kind"])
    return oracle.find(kind, row["subject_id"]) if kind else None


def ending(oracle: Oracle, row: Row, args: Args) -> Ref | None:
    return Ref("Ending", row) if row["closed_at"] else None


def in_state(rows: list[Row], args: Args) -> list[Row]:
    state = args.get("state")
    return [row for row in rows if state is None or row["state"] == state]


def contributions(oracle: Oracle, row: Row, args: Args) -> Rows:
    rows = [r for r in oracle.all("Commission") if r["contributes_to_id"] == row["id"]]
    return Rows("Commission", in_state(rows, args), [("CREATED_AT", "DESC")])


def commission_by(oracle: Oracle, row: None, args: Args) -> Ref | None:
    by = args["by"]
    for found in oracle.all("Commission"):
        if "id" in by and global_id("Commission", found["id"]) == by["id"]:
            return Ref("Commission", found)
        if "key" in by and found["key"] == by["key"]:
            return Ref("Commission", found)
    return None


COMMISSION = {
    "id": own_id("Commission"),
    "customer": one("Person", "customer_id"),
    "supplier": one("Person", "supplier_id"),
    "team": one("Team", "team_id"),
    "contributesTo": one("Commission", "contributes_to_id"),
    "strictParent": one("Commission", "contributes_to_id"),
    "criteria": lambda o, r, a: criteria(o, r["current_revision_id"]),
    "revisions": lambda o, r, a: Rows("Revision", revisions(o, r), [("NUMBER", "DESC")]),
    "tags": lambda o, r, a: tags(o, r),
    "latestRevision": lambda o, r, a: (refs("Revision", revisions(o, r)) or [None])[0],
    "secrets": lambda o, r, a: secrets(o, r),
    "secret": lambda o, r, a: (secrets(o, r) or [None])[0],
    "closed": lambda o, r, a: r["state"] == "CLOSED",
    "double": lambda o, r, a: r["weight"] * 2,
    "summary": lambda o, r, a: (
        f"{r['key']} \"{r['state'] == 'CLOSED'}\" {o.viewer.language}"
    ),
    "verdict": verdict,
    "timing": lambda o, r, a: Ref("Timing", r),
    "ending": ending,
    "customerId": lambda o, r, a: global_id("Person", r["customer_id"]),
    "kindly": lambda o, r, a: 'as "ever"',
    "subject": subject,
    "contributions": contributions,
    "settings": lambda o, r, a: json.loads(r["settings"]),
    "createdAt": column("created_at"),
    "closedAt": column("closed_at"),
    **{
        name: column(name)
        for name in ("key", "title", "note", "state", "weight", "urgent", "maybe", "deadline", "target")
    },
}  # fmt: skip

FIELDS = {
    "Query": {
        "node": lambda o, r, a: o.node(a["id"]),
        "nodes": lambda o, r, a: [o.node(given) for given in a["ids"]],
        "viewer": lambda o, r, a: o.find("Person", o.viewer.person_id),
        "organisation": lambda o, r, a: o.find("Organisation", o.viewer.org_id),
        "commission": commission_by,
        "team": lambda o, r, a: next(
            (x for x in refs("Team", o.all("Team")) if global_id("Team", x.row["id"]) == a["id"]),
            None,
        ),
        "commissions": lambda o, r, a: Rows(
            "Commission", in_state(o.all("Commission"), a), [("CREATED_AT", "DESC")]
        ),
        "people": lambda o, r, a: Rows("Person", o.all("Person"), [("NAME", "ASC")]),
        "teams": lambda o, r, a: Rows("Team", o.all("Team"), []),
    },
    "Organisation": {"id": own_id("Organisation"), "name": column("name")},
    "Team": {
        "id": own_id("Team"),
        "name": column("name"),
        "parent": one("Team", "parent_id"),
        "children": lambda o, r, a: refs(
            "Team", children(o, "Team", "parent_id", r["id"], lambda x: (x["name"], x["id"]))
        ),
        "commissions": lambda o, r, a: Rows(
            "Commission",
            [x for x in o.all("Commission") if x["team_id"] == r["id"]],
            [("DEADLINE", "ASC")],
        ),
    },
    "Person": {
        "id": own_id("Person"),
        "name": column("name"),
        "email": lambda o, r, a: r["email"] if r["id"] == o.viewer.person_id else None,
        "language": column("language"),
        "team": one("Team", "team_id"),
    },
    "Commission": COMMISSION,
    "Timing": {"createdAt": column("created_at"), "deadline": column("deadline")},
    "Ending": {"closedAt": column("closed_at"), "by": column("ended_by")},
    "Revision": {
        "id": own_id("Revision"),
        "number": column("number"),
        "goal": column("goal"),
        "commission": one("Commission", "commission_id"),
        "criteria": lambda o, r, a: criteria(o, r["id"]),
    },
    "Criterion": {
        "id": own_id("Criterion"),
        "position": column("position"),
        "text": column("text"),
        "revision": one("Revision", "revision_id"),
    },
    "Secret": {
        "id": own_id("Secret"),
        "text": column("text"),
        "side": column("side"),
        "commission": one("Commission", "commission_id"),
    },
}


def sees_commission(oracle: Oracle, row: Row) -> bool:
    viewer = oracle.viewer
    return (
        viewer.role == "MANAGER"
        or row["team_id"] in viewer.team_ids
        or viewer.person_id in {row["customer_id"], row["supplier_id"]}
    )


def through(type_name: str, column: str) -> Any:
    def sees(oracle: Oracle, row: Row) -> bool:
        return any(
            oracle.sees(type_name, parent)
            for parent in oracle.rows(type_name)
            if parent["id"] == row[column]
        )

    return sees


def sees_secret(oracle: Oracle, row: Row) -> bool:
    unsealed = not row["sealed"] or row["author_id"] == oracle.viewer.person_id
    return unsealed and through("Commission", "commission_id")(oracle, row)


def everyone(oracle: Oracle, row: Row) -> bool:
    return True


def plain(name: str) -> Any:
    return lambda oracle, row: row[name]


MODEL = Model(
    tables={
        "Organisation": "organisation", "Team": "team", "Person": "person", "Tag": "tag",
        "Commission": "commission", "Revision": "revision", "Criterion": "criterion",
        "Secret": "secret",
    },
    fields=FIELDS,
    visible={
        "Organisation": everyone, "Team": everyone, "Person": everyone,
        "Commission": sees_commission, "Revision": through("Commission", "commission_id"),
        "Criterion": through("Revision", "revision_id"), "Secret": sees_secret,
        "Tag": through("Commission", "commission_id"),
    },
    filters={
        "Commission": {
            **{name: plain(name) for name in ("key", "title", "note", "state", "deadline", "weight", "urgent")},
            "id": lambda o, r: global_id("Commission", r["id"]),
            "createdAt": plain("created_at"),
            "closed": lambda o, r: r["state"] == "CLOSED",
            "customerId": lambda o, r: global_id("Person", r["customer_id"]),
            "team": lambda o, r: [("Team", x) for x in o.all("Team") if x["id"] == r["team_id"]],
            "secret": lambda o, r: [("Secret", x.row) for x in secrets(o, r)],
            "tag": lambda o, r: tags(o, r),
        },
        "Team": {"id": lambda o, r: global_id("Team", r["id"]), "name": plain("name")},
        "Person": {"name": plain("name")},
        "Secret": {"text": plain("text")},
    },
    related={("Commission", "team"), ("Commission", "secret")},
    orders={
        "Commission": {
            "CREATED_AT": lambda r: r["created_at"], "TITLE": lambda r: r["title"],
            "DEADLINE": lambda r: r["deadline"], "STATE": lambda r: r["state"],
            "WEIGHT": lambda r: r["weight"] % 3,
        },
        "Revision": {"NUMBER": lambda r: r["number"]},
        "Person": {"NAME": lambda r: r["name"]},
        "Team": {"NAME": lambda r: r["name"]},
    },
)  # fmt: skip
