"""By team in either role, and by the grade of the SMART check when it was agreed.

A commission counts for both of its teams, once where it is the same. The grade is empty where
nothing was checked.
"""

from goals.domain.cubes.outcomes import by

CUBE = by(
    "team",
    lambda fact: [
        (team, fact.grade or "")
        for team in dict.fromkeys((fact.customer_team_id, fact.supplier_team_id))
    ],
)
