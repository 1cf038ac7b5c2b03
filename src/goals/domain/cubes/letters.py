"""By SMART grade and letter: whether commissions that passed achieve more often.

The second key is the grade at agreement, ``OVERRIDDEN`` where a failure was signed away, and
empty where nothing was checked. Of each letter those with a PASS stand against those with a
weakness or a failure; an unknown verdict counts with neither.
"""

from collections.abc import Iterable

from goals.domain.cubes.cube import Counts, Keys
from goals.domain.cubes.groups import grouped
from goals.domain.facts import Ending, Standing

OVERRIDDEN = "OVERRIDDEN"
LETTERS = ("specific", "measurable", "accepted", "realistic", "time_bound")
OF_LETTER = ("pass_achieved", "pass_not", "weak_achieved", "weak_not")
COUNTERS = (
    "achieved",
    "not_achieved",
    "excluded",
    *(f"{letter}_{name}" for letter in LETTERS for name in OF_LETTER),
)


def measure(fact: Ending) -> Iterable[tuple[Keys, Counts]]:
    """What one fact adds once it is over."""
    standing = fact.standing
    if standing is Standing.PENDING:
        return
    achieved = int(standing is Standing.ACHIEVED)
    missed = int(standing is Standing.NOT_ACHIEVED)
    counts = [achieved, missed, 1 - achieved - missed]
    for verdict in fact.detail.get("smart") or ["UNKNOWN"] * len(LETTERS):
        passed, weak = verdict == "PASS", verdict in {"WARN", "FAIL"}
        counts += (passed * achieved, passed * missed, weak * achieved, weak * missed)
    key = OVERRIDDEN if fact.detail.get("overridden") else fact.grade or ""
    yield (key,), counts


CUBE = grouped("letters", COUNTERS, measure)
