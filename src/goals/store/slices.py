"""Slices: what of an organisation's commissions is counted, and by what."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from goals.domain.cubes.outcomes import COUNTERS
from goals.store.standing import Standing

CUSTOMER, SUPPLIER, TEAM, TAG, GRADE = "customer_team", "supplier_team", "team", "tag", "grade"
CUSTOMER_PERSON, SUPPLIER_PERSON = "customer", "supplier"
DIMENSIONS = (CUSTOMER, SUPPLIER, TEAM, TAG, GRADE, CUSTOMER_PERSON, SUPPLIER_PERSON)
Counts = tuple[int, ...]
Months = dict[int, Counts]
CROWDS = ("due", *COUNTERS[COUNTERS.index("customers_1") :])
"""The counters that floors are reckoned from: they come first in all of these."""
RANKED = (*CROWDS, "achieved", "not_achieved")
"""Those that groups are ordered by and drawn towards each other."""
WITH_OVERDUE = (*RANKED, *(name for name in COUNTERS if name not in RANKED), "overdue")


@dataclass(frozen=True, slots=True)
class Slice:
    """What is counted: due between two days, of one commitment, under conditions, per group.

    ``where`` maps dimensions to the value they must have, ``by`` are those it is split by; a
    split by tag is about ``tags`` alone where some are named, any split about the groups ``among``
    alone where there are some. ``grain`` months (1, 3 or 12) are summed up in the first of them,
    where nobody asks for less. Of the counters those named are told, in that order.
    """

    org_id: UUID
    first: date
    last: date
    commitment: str
    overdue_before: date
    standing: Standing
    self: bool = False
    where: Mapping[str, str] = field(default_factory=dict)
    by: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    among: tuple[tuple[str, ...], ...] = ()
    grain: int = 1
    counters: tuple[str, ...] = WITH_OVERDUE

    @property
    def dimensions(self) -> frozenset[str]:
        """All that it asks about."""
        return frozenset((*self.where, *self.by))
