"""By the team of the supplier, and by the grade of the SMART check when it was agreed.

The grade is empty where nothing was checked.
"""

from goals.domain.cubes.outcomes import by

CUBE = by("supplier_team", lambda fact: [(fact.supplier_team_id, fact.grade or "")])
