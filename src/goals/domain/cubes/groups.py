"""Groups: whom the cubes of analysis are cut by, as their first key.

Everything of the organisation, what a team asked for, and what a team was to do.
"""

from goals.domain.facts import Fact

EVERYTHING = ""


def of_customer(team: str) -> str:
    """The group of what a team asked for."""
    return f"C:{team}"


def of_supplier(team: str) -> str:
    """The group of what a team was to do."""
    return f"S:{team}"


def groups(fact: Fact) -> tuple[str, str, str]:
    """The groups that a fact belongs to."""
    return EVERYTHING, of_customer(fact.customer_team_id), of_supplier(fact.supplier_team_id)
