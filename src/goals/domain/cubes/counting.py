"""Counting: the cells of facts."""

from collections.abc import Iterable
from operator import add as plus
from operator import neg

from goals.domain.cubes.catalogue import CUBES
from goals.domain.cubes.cube import MOST_KEYS, Counts, Cube, Place
from goals.domain.facts import Fact

Cells = dict[Place, Counts]

_REST = tuple(("",) * (MOST_KEYS - given) for given in range(MOST_KEYS + 1))


def add(cells: Cells, fact: Fact, *, away: bool = False, cubes: Iterable[Cube] = CUBES) -> None:
    """Add one fact to the cells, or take it away; fast, as a rebuild adds millions."""
    common = (fact.month, fact.commitment, fact.self)
    make = tuple.__new__
    for cube in cubes:
        head = (cube.name, *common)
        for keys, counts in cube.cells(fact):
            where = make(Place, head + keys + _REST[len(keys)])
            more = tuple(map(neg, counts)) if away else counts
            known = cells.get(where)
            cells[where] = more if known is None else tuple(map(plus, known, more))
