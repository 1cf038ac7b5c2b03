"""By benefit: what the customer said last of it, by how the commission ended.

Only commissions that are over and have a benefit review count; of several the latest.
"""

from collections.abc import Iterable

from goals.domain.cubes.cube import Counts, Keys
from goals.domain.cubes.groups import grouped
from goals.domain.evaluating import BenefitVerdict
from goals.domain.facts import Ending, Standing

ENDS = (Standing.ACHIEVED, Standing.NOT_ACHIEVED, Standing.NOT_ASSESSABLE)
PLACES = tuple((end, verdict) for end in ENDS for verdict in BenefitVerdict)


def counter(end: Standing, verdict: BenefitVerdict) -> str:
    """The name of the counter of a verdict on commissions that ended so."""
    return f"{end}_{verdict}".lower()


COUNTERS = tuple(counter(*place) for place in PLACES)


def measure(fact: Ending) -> Iterable[tuple[Keys, Counts]]:
    """What one fact adds."""
    verdict = fact.detail.get("benefit")
    if fact.state != "CLOSED" or verdict is None:
        return
    counts = [int(place == (fact.standing, verdict)) for place in PLACES]
    yield (), counts


CUBE = grouped("benefits", COUNTERS, measure)
