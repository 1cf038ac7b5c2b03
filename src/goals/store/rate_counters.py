"""Rate counters: the counters of goals.domain.cubes.outcomes, in cells and as sums over facts."""

from collections.abc import Iterable

from goals.domain.cubes.outcomes import COUNTERS
from goals.domain.people import POWERS
from goals.store.rollups import SLOTS

CELLS = dict(zip(COUNTERS, SLOTS, strict=False))
LATE = "sum(CASE WHEN f.state = 'AGREED' AND f.deadline < {} THEN 1 ELSE 0 END)"


def whole(sums: Iterable[str]) -> str:
    """Sums as whole numbers: those of PostgreSQL are decimals."""
    return ", ".join(f"CAST({each} AS BIGINT)" for each in sums)


def _sums() -> dict[str, str]:
    achieved = "f.outcome IN ('EXCEEDED', 'ACHIEVED')"
    conditions = {
        "pending": "f.outcome IS NULL AND f.state <> 'CANCELLED'",
        "achieved": achieved,
        "not_achieved": "f.outcome IN ('PARTLY_ACHIEVED', 'MISSED')",
        "not_assessable": "f.outcome = 'NOT_ASSESSABLE'",
        "cancelled": "f.state = 'CANCELLED' AND coalesce(f.ended_by, '') <> 'SUPPLIER'",
        "revoked": "f.state = 'CANCELLED' AND f.ended_by = 'SUPPLIER'",
        "lapsed": "f.lapsed AND f.outcome IS NOT NULL",
    }
    for against in ("first", "current"):
        column = f"f.timeliness_{against}"
        conditions[f"achieved_by_{against}"] = f"{achieved} AND {column} IN ('EARLY', 'ON_TIME')"
        for when, word in (("early", "EARLY"), ("on", "ON_TIME"), ("late", "LATE")):
            conditions[f"{when}_{against}"] = f"{column} = '{word}'"
    sums = {name: f"sum(CASE WHEN {said} THEN 1 ELSE 0 END)" for name, said in conditions.items()}
    sums["due"] = "count(*)"
    for side in ("customer", "supplier"):
        mark = f"CAST(f.{side}_mark AS BIGINT)"
        for power in range(1, POWERS + 1):
            sums[f"{side}s_{power}"] = f"sum({' * '.join([mark] * power)})"
    return {name: sums[name] for name in COUNTERS}


SUMS = _sums()
