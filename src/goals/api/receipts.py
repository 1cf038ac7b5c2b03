"""Receipts: what the statement has to deliver so that a signature's receipt can be made of it."""

# ruff: noqa: S608 - names in the SQL are ours; values are always parameters

from collections.abc import Mapping
from typing import Any

from goals.api.fields import Sql
from goals.reads.context import Context, Row
from goals.reads.sources import Column, Expression
from goals.reads.viewer import Viewer
from goals.services import receipts
from goals.services.receipts import Signed
from goals.settings import Dialect
from goals.store.events import link_json
from goals.store.revisions import wording_json


def dialect_of(context: Context) -> Dialect:
    """The engine the statement is written for."""
    return "sqlite" if context.dialect.name == "sqlite" else "postgres"


def _wording(row: Row, context: Context) -> str:
    return wording_json(row["org_id"], row["revision_id"], dialect_of(context))


def _link(row: Row, context: Context) -> str:
    return link_json(row["org_id"], row["event_seq"], dialect_of(context))


def _of(table: str, column: str, key: str, *, in_tenant: bool = True) -> Sql:
    def sql(row: Row, context: Context) -> str:
        x = context.alias()
        tenant = f"{x}.org_id = {row['org_id']} AND " if in_tenant else ""
        return f"SELECT {x}.{column} FROM {table} AS {x} WHERE {tenant}{x}.id = {row[key]}"

    return sql


VALUES: Mapping[str, Column | Expression] = {
    "orgId": Column("org_id", "uuid"),
    "organisation": Expression(_of("organisation", "name", "org_id", in_tenant=False), "text"),
    "commissionId": Column("commission_id", "uuid"),
    "key": Expression(_of("commission", "key", "commission_id"), "text"),
    "title": Expression(_of("commission", "title", "commission_id"), "text"),
    "personId": Column("person_id", "uuid"),
    "person": Expression(_of("person", "name", "person_id"), "text"),
    "side": Column("side", "plain"),
    "decision": Column("decision", "plain"),
    "wording": Expression(_wording, "text"),
    "link": Expression(_link, "text"),
}


def document(values: dict[str, Any], _viewer: Viewer) -> str | None:
    """Write the receipt of a signature."""
    made = receipts.receipt(
        Signed(
            organisation={"id": values["orgId"], "name": values["organisation"]},
            commission={
                "id": values["commissionId"],
                "key": values["key"],
                "title": values["title"],
            },
            signer={
                "id": values["personId"],
                "name": values["person"],
                "side": values["side"],
                "decision": values["decision"],
            },
            wording=values["wording"],
            link=values["link"],
        )
    )
    return None if made is None else receipts.text_of(made)
