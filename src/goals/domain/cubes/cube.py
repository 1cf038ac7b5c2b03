"""Cube: the definition of one way to count facts, and what counting gives."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from goals.domain.facts import Fact

MOST_COUNTERS = 24
MOST_KEYS = 3

Keys = tuple[str, ...]
Counts = Sequence[int]


class Place(NamedTuple):
    """Where a cell lies; unused keys are empty."""

    cube: str
    month: int
    commitment: str
    self: bool
    key1: str = ""
    key2: str = ""
    key3: str = ""


@dataclass(frozen=True)
class Cube:
    """A name that is never reused, the counters of a cell, and the cells of one fact."""

    name: str
    counters: tuple[str, ...]
    cells: Callable[[Fact], Iterable[tuple[Keys, Counts]]]

    def __post_init__(self) -> None:
        """Refuse more counters than a cell holds."""
        if len(self.counters) > MOST_COUNTERS:
            raise ValueError(f"A cell holds {MOST_COUNTERS} counters; split {self.name} by a key.")
