"""By confidence: how often each percentage was said, and how often it came true.

The second key is the percentage, as 080. Each side gives one when it signs the first agreement;
its last is that of its last signature, the supplier's that of the last check-in that said one.
What was said is "achieved by the deadline": by the deadline first agreed for the first, by the
current one for the last. Cancelled and not assessable ones have no answer and do not count.
"""

from collections.abc import Iterable

from goals.domain.cubes.cube import Counts, Keys
from goals.domain.cubes.groups import grouped
from goals.domain.facts import Ending, Standing

SIDES = ("CUSTOMER", "SUPPLIER")
KINDS = tuple((side, when) for side in SIDES for when in ("FIRST", "LAST"))
COUNTERS = tuple(
    f"{side}_{when}_{name}".lower() for side, when in KINDS for name in ("came", "said")
)
_IN_TIME = frozenset({"EARLY", "ON_TIME"})


def measure(fact: Ending) -> Iterable[tuple[Keys, Counts]]:
    """What one fact adds, one cell for each percentage that somebody said."""
    standing = fact.standing
    if standing not in {Standing.ACHIEVED, Standing.NOT_ACHIEVED}:
        return
    achieved = standing is Standing.ACHIEVED
    came = {
        "FIRST": int(achieved and fact.timeliness_first in _IN_TIME),
        "LAST": int(achieved and fact.timeliness_current in _IN_TIME),
    }
    found: dict[str, list[int]] = {}
    for slot, (side, when) in enumerate(KINDS):
        said = _said(fact, side, when)
        if said is not None:
            counts = found.setdefault(f"{said:03}", [0] * len(COUNTERS))
            counts[2 * slot : 2 * slot + 2] = (came[when], 1)
    for key, counts in found.items():
        yield (key,), counts


def _said(fact: Ending, side: str, when: str) -> int | None:
    signed = [
        (confidence, first)
        for signer, confidence, first in fact.detail.get("signed", ())
        if signer == side and confidence is not None
    ]
    if when == "FIRST":
        return next((confidence for confidence, first in signed if first), None)
    checked: int | None = fact.detail.get("confidence")
    if side == "SUPPLIER" and checked is not None:
        return checked
    return signed[-1][0] if signed else None


CUBE = grouped("confidence", COUNTERS, measure)
