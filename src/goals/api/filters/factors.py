"""Filters and orders of factors."""

from strawberry import UNSET

from goals.api.enums import OrderDirection, published
from goals.api.fields import given
from goals.api.filters.comparators import BooleanFilter, EnumFilter, IDFilter, StringFilter
from goals.api.filters.registry import by_column, filter_of
from goals.api.node import described_input
from goals.domain.enums import FactorLevel
from goals.domain.words import Word


@filter_of("Factor")
class FactorFilter:
    """Conditions on a factor. All fields given must hold."""

    id: IDFilter | None = by_column("By id.")
    key: StringFilter | None = by_column("By key.")
    level: EnumFilter[FactorLevel] | None = by_column("By where it has its root.")
    active: BooleanFilter | None = by_column("By whether it is still offered.")
    and_: list["FactorFilter"] | None = given("All of these hold.", UNSET, name="and")
    or_: list["FactorFilter"] | None = given("At least one of these holds.", UNSET, name="or")
    not_: "FactorFilter | None" = given("This does not hold.", UNSET, name="not")


@published
class FactorOrderField(Word):
    """By what factors can be sorted."""

    KEY = "KEY", "By key."
    LEVEL = "LEVEL", "By where it has its root."
    LABEL_DE = "LABEL_DE", "By the German label."
    LABEL_EN = "LABEL_EN", "By the English label."


@described_input
class FactorOrder:
    """One way to sort factors."""

    field: FactorOrderField = given("By what to sort.")
    direction: OrderDirection = given("Which end comes first.", OrderDirection.ASC)
