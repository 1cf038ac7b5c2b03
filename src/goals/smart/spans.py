"""Places in a commission: which field, and from where to where in what was typed."""

import enum
from typing import NamedTuple


class Field(enum.StrEnum):
    """The fields a finding can point at; the values are the names in every output."""

    GOAL = "goal"
    BENEFIT = "benefit"
    CUSTOMER = "customer"
    CRITERIA = "criteria"
    DEADLINE = "deadline"
    RESOURCES = "resources"
    RISKS = "risks"
    OWNER = "owner"
    RECORD = "record"


class Span(NamedTuple):
    """A stretch of one field, in code points of the raw text; ``index`` counts criteria."""

    field: Field
    index: int  # type: ignore[assignment]
    start: int
    end: int
