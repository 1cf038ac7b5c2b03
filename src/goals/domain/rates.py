"""Rates: never a bare number, but what it rests on, how sure it is, and what it leaves out.

Cohorts are by the deadline first agreed. Counting is done in goals.reads and goals.store; here
are only the numbers. COMMITTED and STRETCH never go into one tally.
"""

from dataclasses import dataclass

from goals.domain.statistics.intervals import Interval
from goals.domain.statistics.shrinkage import Prior
from goals.domain.statistics.wilson import wilson
from goals.domain.words import Word

ENOUGH = 5


class Exclusion(Word):
    """Why a due commission is not in the denominator of the rate."""

    PENDING = "PENDING", "Not evaluated yet, and not past its deadline and grace."
    OVERDUE = "OVERDUE", "Past its deadline and grace, and not evaluated."
    CANCELLED = "CANCELLED", "Cancelled by the customer or revoked by the supplier."
    NOT_ASSESSABLE = "NOT_ASSESSABLE", "Evaluated, but nobody could say whether it was achieved."


class RateNote(Word):
    """What to know about a rate before using it."""

    SUPPRESSED = "SUPPRESSED", "Too few commissions or people stand behind it: nothing is shown."
    NOTHING_DUE = "NOTHING_DUE", "Nothing was due in this period."
    NOTHING_SETTLED = "NOTHING_SETTLED", "Nothing due in this period has been evaluated yet."
    TOO_FEW = "TOO_FEW", "Fewer than five: the counts are shown, a rate would mislead."
    PROVISIONAL = "PROVISIONAL", "Some that were due are not evaluated yet; see the bounds."
    COMPLETE = "COMPLETE", "All that were due are evaluated or ended."


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of the commissions due in a period; self-commissions are not among them.

    ``achieved`` counts EXCEEDED and ACHIEVED; ``not_achieved`` PARTLY_ACHIEVED and MISSED.
    ``lapsed`` counts those among the evaluated that nobody reviewed.
    """

    achieved: int = 0
    not_achieved: int = 0
    not_assessable: int = 0
    pending: int = 0
    overdue: int = 0
    cancelled: int = 0
    lapsed: int = 0

    def __post_init__(self) -> None:
        """Refuse negative counts."""
        if min(self.achieved, self.not_achieved, self.not_assessable, self.lapsed) < 0:
            raise ValueError("A count cannot be negative.")
        if min(self.pending, self.overdue, self.cancelled) < 0:
            raise ValueError("A count cannot be negative.")

    @property
    def settled(self) -> int:
        """Due and evaluated."""
        return self.achieved + self.not_achieved + self.not_assessable

    @property
    def due(self) -> int:
        """All whose first-agreed deadline lies in the period."""
        return self.settled + self.pending + self.overdue + self.cancelled


@dataclass(frozen=True, slots=True)
class RateEstimate:
    """A rate with everything needed to read it rightly.

    ``n`` is settled minus not assessable: the denominator. ``rate``, ``strict_rate``, ``interval``
    and ``bounds`` are None below five: then only counts may be shown. ``strict_rate`` takes
    cancelled and overdue ones as not achieved. ``bounds`` is the rate if all that are not
    evaluated yet missed, and if all achieved. ``shrunk`` is the rate drawn towards that of all
    groups, for groups alone. ``suppressed`` says that nothing may be shown (see ``floors``): all
    counts are then 0.
    """

    achieved: int
    due: int
    settled: int
    n: int
    rate: float | None
    strict_rate: float | None
    interval: Interval | None
    bounds: Interval | None
    excluded: dict[Exclusion, int]
    lapsed: int
    sufficient: bool
    note: RateNote
    shrunk: float | None = None
    suppressed: bool = False


def estimate(tally: Tally, among: Prior | None = None, *, suppressed: bool = False) -> RateEstimate:
    """Make a rate of counts, with its interval, bounds, exclusions and note.

    ``among`` is what is known of all groups, where this is one of them.
    """
    n = tally.achieved + tally.not_achieved
    sufficient = n >= ENOUGH
    strict = n + tally.cancelled + tally.overdue
    unknown = tally.pending + tally.overdue
    whole = n + unknown
    return RateEstimate(
        achieved=tally.achieved,
        due=tally.due,
        settled=tally.settled,
        n=n,
        rate=tally.achieved / n if sufficient else None,
        strict_rate=tally.achieved / strict if sufficient else None,
        interval=wilson(tally.achieved, n) if sufficient else None,
        bounds=(
            Interval(tally.achieved / whole, (tally.achieved + unknown) / whole)
            if sufficient
            else None
        ),
        excluded={
            Exclusion.PENDING: tally.pending,
            Exclusion.OVERDUE: tally.overdue,
            Exclusion.CANCELLED: tally.cancelled,
            Exclusion.NOT_ASSESSABLE: tally.not_assessable,
        },
        lapsed=tally.lapsed,
        sufficient=sufficient,
        note=RateNote.SUPPRESSED if suppressed else _note(tally, n),
        shrunk=among.shrink(tally.achieved, n) if among is not None and sufficient else None,
        suppressed=suppressed,
    )


def _note(tally: Tally, n: int) -> RateNote:
    if tally.due == 0:
        return RateNote.NOTHING_DUE
    if tally.settled == 0:
        return RateNote.NOTHING_SETTLED
    if n < ENOUGH:
        return RateNote.TOO_FEW
    return RateNote.PROVISIONAL if tally.pending + tally.overdue else RateNote.COMPLETE
