"""Enums: the domain's words as GraphQL enums, with the domain's own sentences.

The one rule: no word is defined here but those that exist only in the contract. Importing this
module is what makes the domain's enumerations known to Strawberry.
"""

import inspect
from typing import TypeVar

import strawberry

from goals.domain.enums import ENUMS
from goals.domain.rates import Exclusion, RateNote
from goals.domain.words import Word

E = TypeVar("E", bound=type[Word])


def published(kind: E) -> E:
    """Register an enumeration with its docstring and the description of each member."""
    strawberry.enum(kind, description=sentence(kind))
    definition = kind.__strawberry_definition__  # type: ignore[attr-defined]
    for value in definition.values:
        value.description = kind[value.name].description
    return kind


def sentence(documented: object) -> str:
    """Return the docstring of a declaration as one paragraph a line, for the contract."""
    text = inspect.cleandoc(getattr(documented, "__doc__", None) or "")
    if not text:
        raise TypeError(f"{documented!r} has no docstring to describe it in the contract")
    return "\n\n".join(" ".join(part.split()) for part in text.split("\n\n"))


_ALL: tuple[type[Word], ...] = (*ENUMS, Exclusion, RateNote)
for _kind in _ALL:
    published(_kind)


@published
class OrderDirection(Word):
    """Which end of a sorted list comes first."""

    ASC = "ASC", "The smallest, earliest or alphabetically first value comes first."
    DESC = "DESC", "The largest, latest or alphabetically last value comes first."


@published
class SmartGrade(Word):
    """How a text fares in the SMART check as a whole."""

    SMART = "SMART", "All five dimensions pass."
    DRAFT_SMART = "DRAFT_SMART", "S, M and T pass; A or R cannot be judged yet."
    ALMOST = "ALMOST", "No dimension fails, but not all pass."
    NOT_SMART = "NOT_SMART", "At least one dimension fails."


@published
class SmartSeverity(Word):
    """How much a finding of the SMART check weighs."""

    ERROR = "ERROR", "The dimension fails because of it."
    WARNING = "WARNING", "A weakness worth mending."
    ADVICE = "ADVICE", "A hint that changes no verdict."


@published
class RateGrouping(Word):
    """By what an achievement rate is split into groups."""

    CUSTOMER_TEAM = "CUSTOMER_TEAM", "By the team of the customer."
    SUPPLIER_TEAM = "SUPPLIER_TEAM", "By the team of the supplier."
    TEAM = "TEAM", "By team in either role, so that a commission counts for both of its teams."
    PAIR = "PAIR", "By the teams of customer and supplier together."
    MONTH = "MONTH", "By the month of the deadline first agreed."
    QUARTER = "QUARTER", "By the quarter of the deadline first agreed."
    YEAR = "YEAR", "By the year of the deadline first agreed."
    TAG = "TAG", "By tag, so that a commission counts once for each of its tags."
    COMMITMENT = "COMMITMENT", "By how firmly the result was promised."
    SMART_GRADE = "SMART_GRADE", "By the grade of the SMART check when it was agreed."
    CUSTOMER_PERSON = (
        "CUSTOMER_PERSON",
        (
            "By the customer's contact person; refused unless the organisation turned on"
            " `personStatistics`. At least 3 people of the other side stand behind each."
        ),
    )
    SUPPLIER_PERSON = (
        "SUPPLIER_PERSON",
        (
            "By the supplier's contact person; refused unless the organisation turned on"
            " `personStatistics`. At least 3 people of the other side stand behind each."
        ),
    )
