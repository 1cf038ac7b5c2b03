"""By factor and whose share it was: the own side's, the other's, both, or from outside.

The second key is the factor's id. Every observation that may be read counts.
"""

from collections.abc import Iterable

from goals.domain.cubes.cube import Counts, Keys
from goals.domain.cubes.groups import grouped
from goals.domain.facts import Ending

SIDES = ("CUSTOMER", "SUPPLIER")
POLARITIES = ("HELPED", "HINDERED", "MISSING")
LOCI = ("OWN", "OTHER", "SHARED", "EXTERNAL")
PLACES = tuple(
    (side, polarity, locus) for side in SIDES for polarity in POLARITIES for locus in LOCI
)
COUNTERS = tuple("_".join(place).lower() for place in PLACES)
_SLOT = {place: slot for slot, place in enumerate(PLACES)}


def measure(fact: Ending) -> Iterable[tuple[Keys, Counts]]:
    """What one fact adds, one cell for each factor named."""
    found: dict[str, list[int]] = {}
    for factor, side, polarity, _, locus, *_ in fact.detail.get("factors", ()):
        counts = found.setdefault(factor, [0] * len(PLACES))
        counts[_SLOT[side, polarity, locus]] += 1
    for factor, counts in found.items():
        yield (factor,), counts


CUBE = grouped("shares", COUNTERS, measure)
