"""Facts: what one commission contributes to the answers managers ask for.

There is a fact for every commission that was ever agreed, made by goals.store.facts from the
other tables; it follows the acts (goals.store.catching_up). ``goals.domain.cubes`` counts facts
into cells.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from goals.domain.words import Word

MARKS = 512


class Standing(Word):
    """What a commission that was due counts as; each counts as exactly one of these."""

    PENDING = "PENDING", "Agreed, delivered or being evaluated."
    ACHIEVED = "ACHIEVED", "Evaluated as EXCEEDED or ACHIEVED."
    NOT_ACHIEVED = "NOT_ACHIEVED", "Evaluated as PARTLY_ACHIEVED or MISSED."
    NOT_ASSESSABLE = "NOT_ASSESSABLE", "Evaluated, but nobody could say whether it was achieved."
    CANCELLED = "CANCELLED", "Cancelled by the customer after agreement."
    REVOKED = "REVOKED", "Given back by the supplier after agreement."


_BY_OUTCOME = {
    "EXCEEDED": Standing.ACHIEVED,
    "ACHIEVED": Standing.ACHIEVED,
    "PARTLY_ACHIEVED": Standing.NOT_ACHIEVED,
    "MISSED": Standing.NOT_ACHIEVED,
    "NOT_ASSESSABLE": Standing.NOT_ASSESSABLE,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """How one commission that was agreed stands or ended, and what was said about it.

    ``detail`` holds tags always and, once the commission is CLOSED or CANCELLED, what was said
    about it; its keys are described in goals.store.facts.
    """

    state: str
    ended_by: str | None
    outcome: str | None
    lapsed: bool
    timeliness_first: str | None
    timeliness_current: str | None
    grade: str | None
    detail: Mapping[str, Any]

    @property
    def standing(self) -> Standing:
        """What it counts as."""
        if self.state == "CANCELLED":
            return Standing.REVOKED if self.ended_by == "SUPPLIER" else Standing.CANCELLED
        return _BY_OUTCOME[self.outcome] if self.outcome else Standing.PENDING


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact(Ending):
    """One commission that was agreed; identifiers are canonical text.

    ``month`` is that of the deadline first agreed, as 202603. A mark is a number from 0 to 511
    made of a person's id: by it cells can tell how many people stand behind them (see ``people``).
    """

    org_id: str
    commission_id: str
    month: int
    due: date
    deadline: date
    commitment: str
    self: bool
    customer_team_id: str
    supplier_team_id: str
    customer_id: str
    supplier_id: str
    created_by_id: str
    customer_mark: int
    supplier_mark: int
    created_at: datetime
    proposed_at: datetime | None
    agreed_at: datetime
    delivered_at: datetime | None
    evaluating_at: datetime | None
    closed_at: datetime | None


def month_of(day: date) -> int:
    """The month of a day as a number that sorts: 202603."""
    return day.year * 100 + day.month
