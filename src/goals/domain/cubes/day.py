"""By the day of the deadline first agreed: all of it, beside whole months."""

from goals.domain.cubes.outcomes import by

CUBE = by("day", lambda fact: [(fact.due.isoformat(),)])
