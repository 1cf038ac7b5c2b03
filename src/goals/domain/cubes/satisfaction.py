"""By side: what was perceived against what was expected, aspect by aspect, and who answered.

The second key is the side that answers. Only commissions that are over count; grades are from 1
to 7. Of the gaps their number, sum and sum of squares are kept, of perceived grades the sum.
"""

from collections.abc import Iterable

from goals.domain.cubes.cube import Counts, Keys
from goals.domain.cubes.groups import grouped
from goals.domain.facts import Ending

SIDES = ("CUSTOMER", "SUPPLIER")
ASPECTS = ("overall", "reliability", "responsiveness", "clarity", "cooperation")
OF_ASPECT = ("answers", "gaps", "squares", "perceived")
COUNTERS = (
    "closed",
    "answered",
    "lapsed",
    *(f"{aspect}_{name}" for aspect in ASPECTS for name in OF_ASPECT),
)


def measure(fact: Ending) -> Iterable[tuple[Keys, Counts]]:
    """What one fact adds, one cell for each side, answered or not."""
    if fact.state != "CLOSED":
        return
    assessed = dict(fact.detail.get("assessed", ()))
    for side in SIDES:
        counts = [1, int(side in assessed), int(fact.lapsed)]
        for expected, perceived in assessed.get(side, [[None, None]] * len(ASPECTS)):
            if expected is None or perceived is None:
                counts += (0, 0, 0, 0)
            else:
                gap = perceived - expected
                counts += (1, gap, gap * gap, perceived)
        yield (side,), counts


CUBE = grouped("satisfaction", COUNTERS, measure)
