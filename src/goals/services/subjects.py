"""Subjects: from the id of a part to the commission it belongs to."""

from dataclasses import dataclass
from uuid import UUID

from goals.domain.enums import Scope
from goals.domain.errors import NotFound
from goals.services.context import ActContext
from goals.store import subjects
from goals.store.tables.base import Stored, table_name


@dataclass(frozen=True, slots=True)
class Subject:
    """A part of a commission; ``unknown`` is what is said where the viewer may not see it."""

    id: UUID
    commission_id: UUID
    unknown: NotFound


async def subject_of(
    context: ActContext,
    table: type[Stored],
    subject: UUID | None,
    path: str,
    needs: Scope = Scope.ACT,
) -> Subject:
    """The part with this id, and its commission.

    Raises NotFound for an unknown or foreign one. Whether the viewer may see the commission is
    checked by the act itself, which refuses with ``unknown``: the same words. A token that lacks
    the scope of the act learns nothing: ScopeMissing comes first.
    """
    context.require(needs)
    unknown = NotFound(_named(table), path=(path,))
    if subject is not None:
        found = await subjects.commission_of(context.database, table, context.org_id, subject)
        if found is not None:
            return Subject(subject, found, unknown)
    raise unknown


def _named(table: type[Stored]) -> str:
    return "".join(word.capitalize() for word in table_name(table).split("_"))
