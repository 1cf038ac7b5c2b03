"""What a quantity is: its role, value, unit and place.

Found by ``quantities``; the names there are these. Readers: nearly everybody.
"""

import enum
from collections.abc import Sequence
from typing import Final, NamedTuple

from goals.smart.lexicon import Entry
from goals.smart.tokens import Token


class Role(enum.StrEnum):
    """What a quantity does; ``EVIDENCE`` are those that measure the result."""

    BASELINE = "baseline"
    TARGET = "target"
    DELTA = "delta"
    RATE = "rate"
    COUNT = "count"
    ALL = "all"
    NONE = "none"
    PROOF = "signed"
    SCOPE = "scope"
    RESOURCE = "resource"
    NAME = "name"


EVIDENCE: Final = frozenset(
    {Role.BASELINE, Role.TARGET, Role.DELTA, Role.RATE, Role.COUNT, Role.ALL, Role.NONE, Role.PROOF}
)


class Quantity(NamedTuple):
    """A value with its unit; ``first`` to ``last`` are the tokens of number and unit, inclusive.

    ``unit`` is a kind of ``words.UNITS``, "noun" when a noun is counted (at token ``noun``), or ""
    for a bare number. ``value`` is in the unit as written, multipliers applied.
    """

    role: Role
    first: int
    last: int
    value: float
    unit: str = ""
    noun: int = -1
    ambiguous: bool = False
    factor: float = 1.0


class Context(NamedTuple):
    """What is known of a field while its quantities are found."""

    tokens: Sequence[Token]
    entries: Sequence[Entry]
    timed: Sequence[bool]
    roles: Sequence[int]
    german: bool
