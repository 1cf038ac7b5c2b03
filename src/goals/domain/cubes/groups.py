"""Groups: what the cubes of analysis are cut by, as their first key.

Everything of the organisation, what a team asked for, what a team was to do, and what a team asked
of itself: so what a team did in either role is the sum of the two less the last. Beside them what
has a tag, and what had a SMART grade at agreement.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from goals.domain.cubes.cube import Counts, Cube, Keys
from goals.domain.facts import Ending, Fact

EVERYTHING = ""
KINDS = "CSBTG"
"""The first letters of all other groups."""
Measure = Callable[[Ending], Iterable[tuple[Keys, Counts]]]


def of_customer(team: str) -> str:
    """The group of what a team asked for."""
    return f"C:{team}"


def of_supplier(team: str) -> str:
    """The group of what a team was to do."""
    return f"S:{team}"


def of_both(team: str) -> str:
    """The group of what a team asked of itself."""
    return f"B:{team}"


def of_tag(tag: str) -> str:
    """The group of what has a tag."""
    return f"T:{tag}"


def of_grade(grade: str) -> str:
    """The group of what had a grade at agreement."""
    return f"G:{grade}"


def groups(fact: Fact) -> list[str]:
    """The groups that a fact belongs to."""
    graded = [] if fact.grade is None else [of_grade(fact.grade)]
    return [*by_team(fact), *map(of_tag, fact.detail["tags"]), *graded]


def by_team(fact: Fact) -> list[str]:
    """The groups of everything and of teams."""
    customer, supplier = fact.customer_team_id, fact.supplier_team_id
    found = [EVERYTHING, of_customer(customer), of_supplier(supplier)]
    if customer == supplier:
        found.append(of_both(customer))
    return found


@dataclass(frozen=True)
class GroupedCube(Cube):
    """A cube with the same cells in each group; ``measure`` gives them without their first key."""

    measure: Measure


def grouped(name: str, counters: tuple[str, ...], measure: Measure) -> GroupedCube:
    """Cut what a fact adds by its groups."""

    def cells(fact: Fact) -> Iterable[tuple[Keys, Counts]]:
        measured = list(measure(fact))
        for group in groups(fact) if measured else ():
            for keys, counts in measured:
                yield (group, *keys), counts

    return GroupedCube(name, counters, cells, measure)
