"""By the team of the customer."""

from goals.domain.cubes.outcomes import by

CUBE = by("customer_team", lambda fact: [(fact.customer_team_id,)])
