"""Filters and orders of teams."""

from strawberry import UNSET

from goals.api.enums import OrderDirection, published
from goals.api.fields import given
from goals.api.filters.comparators import DateTimeFilter, IDFilter, StringFilter
from goals.api.filters.registry import by_column, by_one, filter_of
from goals.api.node import described_input
from goals.domain.words import Word


@filter_of("Team")
class TeamFilter:
    """Conditions on a team. All fields given must hold."""

    id: IDFilter | None = by_column("By id.")
    name: StringFilter | None = by_column("By name.")
    parent: "TeamFilter | None" = by_one("By the team it is a part of.", "Team", "parent_id")
    archived_at: DateTimeFilter | None = by_column("By when it was archived.")
    updated_at: DateTimeFilter | None = by_column("By when it last changed.")
    and_: list["TeamFilter"] | None = given("All of these hold.", UNSET, name="and")
    or_: list["TeamFilter"] | None = given("At least one of these holds.", UNSET, name="or")
    not_: "TeamFilter | None" = given("This does not hold.", UNSET, name="not")


@published
class TeamOrderField(Word):
    """By what teams can be sorted."""

    NAME = "NAME", "By name, after the code points of its letters."
    CREATED_AT = "CREATED_AT", "By when it was added."
    UPDATED_AT = "UPDATED_AT", "By when it last changed."


@described_input
class TeamOrder:
    """One way to sort teams."""

    field: TeamOrderField = given("By what to sort.")
    direction: OrderDirection = given("Which end comes first.", OrderDirection.ASC)
