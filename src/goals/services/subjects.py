"""Subjects: from the id of a part to the commission it belongs to."""

from uuid import UUID

from goals.domain.errors import NotFound
from goals.services.context import ActContext
from goals.store import subjects
from goals.store.tables.base import Stored, table_name


async def commission_of(
    context: ActContext, table: type[Stored], subject: UUID | None, path: str
) -> tuple[UUID, UUID]:
    """The id again, and that of its commission.

    Raises NotFound for an unknown or foreign one; whether the viewer may see the commission is
    checked by the act itself, with the same error.
    """
    if subject is not None:
        found = await subjects.commission_of(context.database, table, context.org_id, subject)
        if found is not None:
            return subject, found
    raise NotFound(_named(table), path=(path,))


def _named(table: type[Stored]) -> str:
    return "".join(word.capitalize() for word in table_name(table).split("_"))
