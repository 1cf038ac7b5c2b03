"""By the team of the customer, and by the grade of the SMART check when it was agreed.

The grade is empty where nothing was checked.
"""

from goals.domain.cubes.outcomes import by

CUBE = by("customer_team", lambda fact: [(fact.customer_team_id, fact.grade or "")])
