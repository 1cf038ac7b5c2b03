"""By the teams of customer and supplier, in this order."""

from goals.domain.cubes.outcomes import by

CUBE = by("pair", lambda fact: [(fact.customer_team_id, fact.supplier_team_id)])
