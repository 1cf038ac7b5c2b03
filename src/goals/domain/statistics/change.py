"""Whether an action changed something: before against after, and against where it was not done."""

from dataclasses import dataclass

from goals.domain.statistics.intervals import Estimate
from goals.domain.statistics.newcombe import difference, subtract

Counts = tuple[int, int]
"""Successes and n."""


@dataclass(frozen=True, slots=True)
class Change:
    """After minus before; ``beyond_others`` what of it the others did not have as well.

    That is the difference in differences (Snow 1855, On the mode of communication of cholera), by
    MOVER over two Newcombe intervals; None where the others have no case before or after.
    """

    own: Estimate
    beyond_others: Estimate | None


def change(before: Counts, after: Counts, others: tuple[Counts, Counts] | None = None) -> Change:
    """Compare before and after. Raises ValueError where one of the two has no case."""
    own = difference(*after, *before)
    if others is None or not all(n for _, n in others):
        return Change(own, None)
    elsewhere = difference(*others[1], *others[0])
    return Change(own, subtract(own, elsewhere, widest=2.0))
