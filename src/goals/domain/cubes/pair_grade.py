"""By the grade of the SMART check when it was agreed, and the teams of customer and supplier.

The second key names both teams, with a space between them.
"""

from goals.domain.cubes.outcomes import by

CUBE = by(
    "pair_grade",
    lambda fact: [(fact.grade or "", f"{fact.customer_team_id} {fact.supplier_team_id}")],
)
