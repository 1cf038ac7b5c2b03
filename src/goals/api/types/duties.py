"""Duties: what a side owes the other, so that the goal can be reached."""

# ruff: noqa: S608 - names in the SQL are ours; values are always parameters

from datetime import date, datetime
from uuid import UUID

from goals.api.fields import column, expression, one
from goals.api.links import RevisionLink
from goals.api.node import Node, entity
from goals.api.visibility import OF_REVISION
from goals.domain.enums import Side
from goals.reads.context import Context, Row


def _done_at(row: Row, context: Context) -> str:
    alias = context.alias()
    return (
        f"(SELECT {alias}.done_at FROM duty_fulfilment AS {alias}"
        f" WHERE {alias}.org_id = {context.organisation}"
        f" AND {alias}.lineage_id = {row['lineage_id']})"
    )


@entity("duty", OF_REVISION)
class Duty(Node):
    """Something one side owes: an input, an access, a decision."""

    lineage_id: UUID = column("The same for the forms of one duty in all revisions.")
    revision: RevisionLink = one("The revision it belongs to.", "revision_id")
    position: int = column("Its place in the list, from 1.")
    side: Side = column("The side that owes it.")
    text: str = column("What is owed.")
    due: date | None = column("By when it is owed.")
    done_at: datetime | None = expression("When it was fulfilled; null while open.", _done_at)
