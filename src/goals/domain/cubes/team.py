"""By team in either role: a commission counts for both of its teams, once where it is the same."""

from goals.domain.cubes.outcomes import by

CUBE = by(
    "team",
    lambda fact: [
        (team,) for team in dict.fromkeys((fact.customer_team_id, fact.supplier_team_id))
    ],
)
