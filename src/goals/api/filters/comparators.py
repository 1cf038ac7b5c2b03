"""Comparators: the small inputs with which a field of a filter is compared."""

from datetime import date, datetime
from typing import Generic, TypeVar

import strawberry
from strawberry import UNSET

from goals.api.fields import given
from goals.api.node import described_input

EnumT = TypeVar("EnumT")


@described_input
class StringFilter:
    """Compares a text. All comparators given must hold."""

    eq: str | None = given("Equal to this, letter by letter; null asks for no text.", UNSET)
    in_: list[str] | None = given("Equal to one of these.", UNSET, name="in")
    contains: str | None = given("Contains this, in upper or lower case.", UNSET)
    starts_with: str | None = given("Begins with this, in upper or lower case.", UNSET)


@described_input
class IDFilter:
    """Compares an id. All comparators given must hold."""

    eq: strawberry.ID | None = given("Equal to this; null asks for no link.", UNSET)
    in_: list[strawberry.ID] | None = given("Equal to one of these.", UNSET, name="in")


@described_input
class BooleanFilter:
    """Compares a yes or no."""

    eq: bool | None = given("Equal to this.", UNSET)


@described_input
class IntFilter:
    """Compares a whole number. All comparators given must hold."""

    eq: int | None = given("Equal to this; null asks for no number.", UNSET)
    in_: list[int] | None = given("Equal to one of these.", UNSET, name="in")
    gt: int | None = given("Greater than this.", UNSET)
    gte: int | None = given("Greater than this, or equal.", UNSET)
    lt: int | None = given("Less than this.", UNSET)
    lte: int | None = given("Less than this, or equal.", UNSET)


@described_input
class DateFilter:
    """Compares a day. All comparators given must hold."""

    eq: date | None = given("Exactly this day; null asks for no day.", UNSET)
    gt: date | None = given("Later than this day.", UNSET)
    gte: date | None = given("This day or later.", UNSET)
    lt: date | None = given("Earlier than this day.", UNSET)
    lte: date | None = given("This day or earlier.", UNSET)


@described_input
class DateTimeFilter:
    """Compares a moment. All comparators given must hold."""

    eq: datetime | None = given("Exactly this moment; null asks for no moment.", UNSET)
    gt: datetime | None = given("Later than this moment.", UNSET)
    gte: datetime | None = given("This moment or later.", UNSET)
    lt: datetime | None = given("Earlier than this moment.", UNSET)
    lte: datetime | None = given("This moment or earlier.", UNSET)


@strawberry.input(description="Compares a value of a fixed set. All comparators given must hold.")
class EnumFilter(Generic[EnumT]):
    """Compares a value of a fixed set."""

    eq: EnumT | None = given("Equal to this; null asks for no value.", UNSET)
    in_: list[EnumT] | None = given("Equal to one of these.", UNSET, name="in")
