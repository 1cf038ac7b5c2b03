"""By lead time: days from agreement to delivery.

The second key is the number of days, as 0045, of what was delivered or ended without delivery.
What is still open has no days yet: its second key is empty, the third the day it was agreed on.
How it was evaluated is counted beside it.
"""

from collections.abc import Iterable

from goals.domain.cubes.cube import Counts, Cube, Keys
from goals.domain.cubes.groups import by_team
from goals.domain.facts import Fact, Standing

COUNTERS = ("delivered", "ended", "open", "achieved", "not_achieved")
MOST_DAYS = 9999


def cells(fact: Fact) -> Iterable[tuple[Keys, Counts]]:
    """The cells of one fact."""
    keys, counts = _placed(fact)
    for group in by_team(fact):
        yield (group, *keys), counts


def _placed(fact: Fact) -> tuple[Keys, Counts]:
    agreed = fact.agreed_at.date()
    if fact.state == "AGREED":
        return ("", agreed.isoformat()), (0, 0, 1, 0, 0)
    delivered = fact.delivered_at is not None and fact.state != "CANCELLED"
    end = fact.delivered_at if delivered else fact.evaluating_at or fact.closed_at
    days = 0 if end is None else min(max((end.date() - agreed).days, 0), MOST_DAYS)
    standing = fact.standing
    achieved, missed = standing is Standing.ACHIEVED, standing is Standing.NOT_ACHIEVED
    return (f"{days:04}", ""), (int(delivered), int(not delivered), 0, int(achieved), int(missed))


CUBE = Cube("lead_times", COUNTERS, cells)
