"""By the day of the deadline first agreed: all of an organisation, in a period of any days."""

from goals.domain.cubes.outcomes import by

CUBE = by("day", lambda fact: [(fact.due.isoformat(),)])
