"""Filters and orders of people."""

from strawberry import UNSET

from goals.api.enums import OrderDirection, published
from goals.api.fields import given
from goals.api.filters.comparators import (
    BooleanFilter,
    DateTimeFilter,
    EnumFilter,
    IDFilter,
    StringFilter,
)
from goals.api.filters.registry import by_column, by_value_of, filter_of
from goals.api.node import described_input
from goals.domain.enums import Role
from goals.domain.words import Word


@filter_of("Person")
class PersonFilter:
    """Conditions on a person. All fields given must hold."""

    id: IDFilter | None = by_column("By id.")
    name: StringFilter | None = by_column("By name.")
    email: StringFilter | None = by_column("By e-mail address.")
    role: EnumFilter[Role] | None = by_column("By role in the organisation.")
    active: BooleanFilter | None = by_column("By whether the person still takes part.")
    team: IDFilter | None = by_value_of(
        "By the id of a team the person belongs to.", "Membership", ("id", "person_id"), "team"
    )
    updated_at: DateTimeFilter | None = by_column("By when it last changed.")
    and_: list["PersonFilter"] | None = given("All of these hold.", UNSET, name="and")
    or_: list["PersonFilter"] | None = given("At least one of these holds.", UNSET, name="or")
    not_: "PersonFilter | None" = given("This does not hold.", UNSET, name="not")


@published
class PersonOrderField(Word):
    """By what people can be sorted."""

    NAME = "NAME", "By name, after the code points of its letters."
    EMAIL = "EMAIL", "By e-mail address."
    CREATED_AT = "CREATED_AT", "By when the person was added."
    UPDATED_AT = "UPDATED_AT", "By when it last changed."


@described_input
class PersonOrder:
    """One way to sort people."""

    field: PersonOrderField = given("By what to sort.")
    direction: OrderDirection = given("Which end comes first.", OrderDirection.ASC)
