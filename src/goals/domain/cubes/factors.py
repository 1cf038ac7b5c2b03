"""By factor: how often it was named, and how those commissions ended.

The second key is the factor's id; empty for the commissions themselves, whose counters stand in
the first places (``COUNTED``). A factor counts once a commission and polarity, however often it
was named. It was named before the outcome where a blocker of its kind was raised on the way; all
else is said when the end is known. Agreement of the sides is counted where both assessed.
"""

from collections.abc import Iterable

from goals.domain.cubes.cube import Counts, Keys
from goals.domain.cubes.groups import grouped
from goals.domain.facts import Ending, Standing

COUNTED = (
    "achieved",
    "not_achieved",
    "not_assessable",
    "cancelled",
    "unasked",
    "both_assessed",
)
POLARITIES = ("HELPED", "HINDERED", "MISSING")
NAMED = (
    "achieved",
    "not_achieved",
    "cancelled",
    "by_customer",
    "by_supplier",
    "by_both",
    "achieved_before",
    "not_achieved_before",
)
COUNTERS = tuple(f"{polarity.lower()}_{name}" for polarity in POLARITIES for name in NAMED)
_ENDED = {Standing.CANCELLED, Standing.REVOKED}


def measure(fact: Ending) -> Iterable[tuple[Keys, Counts]]:
    """What one fact adds: nothing while it is not over."""
    standing = fact.standing
    if standing is Standing.PENDING:
        return
    named = fact.detail.get("factors", ())
    sides = {side for side, _ in fact.detail.get("assessed", ())}
    ended, asked = standing in _ENDED, bool(sides)
    achieved = asked and standing is Standing.ACHIEVED
    missed = asked and standing is Standing.NOT_ACHIEVED
    both = (achieved or missed) and len(sides) == 2
    own = (
        int(achieved),
        int(missed),
        int(standing is Standing.NOT_ASSESSABLE),
        int(ended),
        int(not asked and standing in {Standing.ACHIEVED, Standing.NOT_ACHIEVED}),
        int(both),
        *(0,) * (len(COUNTERS) - len(COUNTED)),
    )
    yield ("",), own
    if achieved or missed or ended:
        for factor, lines in _by_factor(named, fact.detail.get("blockers", ())).items():
            yield (
                (factor,),
                _named(lines, achieved=achieved, missed=missed, ended=ended, both=both),
            )


Lines = list[tuple[str, str, bool]]
"""Side, polarity, and whether it was named before the outcome."""


def _by_factor(named: Iterable[list[object]], blockers: Iterable[list[str]]) -> dict[str, Lines]:
    found: dict[str, Lines] = {}
    for factor, side, polarity, *_ in named:
        found.setdefault(str(factor), []).append((str(side), str(polarity), False))
    for factor, polarity in blockers:
        found.setdefault(factor, []).append(("SUPPLIER", polarity, True))
    return found


def _named(lines: Lines, *, achieved: bool, missed: bool, ended: bool, both: bool) -> Counts:
    counts: list[int] = []
    for polarity in POLARITIES:
        here = [(side, before) for side, named, before in lines if named == polarity]
        afterwards = {side for side, before in here if not before}
        before = any(before for _, before in here)
        by_customer, by_supplier = "CUSTOMER" in afterwards, "SUPPLIER" in afterwards
        counts += (
            int(achieved and bool(here)),
            int(missed and bool(here)),
            int(ended and bool(here)),
            int(both and by_customer),
            int(both and by_supplier),
            int(both and by_customer and by_supplier),
            int(achieved and before),
            int(missed and before),
        )
    return counts


CUBE = grouped("factors", COUNTERS, measure)
