"""By the grade of the SMART check when it was agreed; empty where it was never checked."""

from goals.domain.cubes.outcomes import by

CUBE = by("smart_grade", lambda fact: [(fact.grade or "",)])
