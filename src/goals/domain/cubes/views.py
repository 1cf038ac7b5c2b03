"""Self and other: how far apart the supplier's own view and the customer's are.

Differences are the supplier's minus the customer's: of perceived grades by aspect, and of the
attainment in per cent, the mean over the criteria that both judged. ``split`` counts commissions
in which one side calls a criterion met and the other does not.
"""

from collections.abc import Iterable

from goals.domain.cubes.cube import Counts, Keys
from goals.domain.cubes.groups import grouped
from goals.domain.facts import Ending

ASPECTS = ("overall", "reliability", "responsiveness", "clarity", "cooperation")
SUBJECTS = (*ASPECTS, "attainment")
COUNTERS = (
    "both",
    "customer_only",
    "supplier_only",
    "neither",
    *(f"{subject}_{name}" for subject in SUBJECTS for name in ("n", "sum", "squares")),
    "split",
)
MET_PERCENT = 100


def measure(fact: Ending) -> Iterable[tuple[Keys, Counts]]:
    """What one fact adds once it is over."""
    if fact.state != "CLOSED":
        return
    assessed = dict(fact.detail.get("assessed", ()))
    sides = frozenset(assessed)
    counts = [
        int(len(sides) == 2),
        int(sides == {"CUSTOMER"}),
        int(sides == {"SUPPLIER"}),
        int(not sides),
    ]
    judged = fact.detail.get("judged", ()) if len(sides) == 2 else ()
    nobody = [[None, None]] * len(ASPECTS)
    for (_, customer), (_, supplier) in zip(
        assessed.get("CUSTOMER", nobody), assessed.get("SUPPLIER", nobody), strict=True
    ):
        counts += _counted(None if None in (customer, supplier) else supplier - customer)
    counts += _counted(_attainment(judged))
    met = [[percent >= MET_PERCENT for percent in pair] for pair in judged]
    counts.append(int(any(customer is not supplier for customer, supplier in met)))
    yield (), counts


def _attainment(judged: Iterable[list[int]]) -> int | None:
    """The mean difference over the criteria in whole percentage points, or None."""
    differences = [supplier - customer for customer, supplier in judged]
    return round(sum(differences) / len(differences)) if differences else None


def _counted(difference: int | None) -> tuple[int, int, int]:
    return (0, 0, 0) if difference is None else (1, difference, difference * difference)


CUBE = grouped("views", COUNTERS, measure)
