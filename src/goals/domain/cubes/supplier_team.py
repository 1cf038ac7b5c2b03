"""By the team of the supplier."""

from goals.domain.cubes.outcomes import by

CUBE = by("supplier_team", lambda fact: [(fact.supplier_team_id,)])
