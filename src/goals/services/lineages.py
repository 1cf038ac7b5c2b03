"""Lineages: what a criterion or duty of a new revision was in the one before.

Measurements and fulfilled duties follow the lineage, so that an amendment loses none of them. A
client may name it; where it does not, the same wording is the same thing.
"""

from dataclasses import replace
from typing import TypeVar
from uuid import UUID

from goals.services.acting import Acting
from goals.services.requests import CriterionPart, DutyPart, RevisionContent
from goals.store import revisions
from goals.store.revisions import CriterionRow, DutyRow

P = TypeVar("P", CriterionPart, DutyPart)


async def inherited(doing: Acting, content: RevisionContent) -> RevisionContent:
    """The content with the lineages of the revision it follows; unknown ones are dropped."""
    before = await revisions.read(doing.tx, doing.context.org_id, doing.loaded.current_revision_id)
    if before is None:
        return content
    return replace(
        content,
        criteria=_inherit(content.criteria, before.criteria),
        duties=_inherit(content.duties, before.duties),
    )


def _inherit(
    parts: tuple[P, ...], before: tuple[CriterionRow, ...] | tuple[DutyRow, ...]
) -> tuple[P, ...]:
    known = {row.lineage_id for row in before}
    by_text = {row.text: row.lineage_id for row in before}
    taken: set[UUID] = set()
    inherited: list[P] = []
    for part in parts:
        named = part.lineage_id if part.lineage_id in known else by_text.get(part.text)
        lineage = None if named in taken else named
        if lineage is not None:
            taken.add(lineage)
        inherited.append(replace(part, lineage_id=lineage))
    return tuple(inherited)
