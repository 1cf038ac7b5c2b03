"""Counting: the counters of a cube over a cohort, from cells where they serve, else from facts.

Whole months of the organisation, of one team, tag or grade, and of a member's teams come from
cells, the days at the edges from facts.
Where the edges hold too many facts to be quick, the period is rounded to whole months, and the
answer says which period was counted.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from operator import add
from uuid import UUID

from goals.domain.cubes.cube import Cube
from goals.domain.cubes.groups import GroupedCube
from goals.domain.errors import LimitExceeded
from goals.domain.facts import Ending
from goals.domain.periods import Period, months_of, periods_of
from goals.reads.viewer import Viewer
from goals.services.analytics.cohorts import Cohort, of_teams, rounded
from goals.services.context import standing_of
from goals.store import analysis
from goals.store.analysis import Cells, Part, Selection
from goals.store.catching_up import UpToDate

MOST_AT_EDGES = 5_000
MOST_FACTS = 30_000


@dataclass(frozen=True, slots=True)
class Counted:
    """Counters by the second and third key of the cube, and the periods they are of."""

    cells: Cells
    covered: tuple[Period, ...]

    def of(self, cube: Cube, key2: str = "", key3: str = "") -> dict[str, int]:
        """The counters of one cell by name; 0 where there is none."""
        counts = self.cells.get((key2, key3)) or [0] * len(cube.counters)
        return dict(zip(cube.counters, counts, strict=True))


async def count(
    database: UpToDate,
    viewer: Viewer,
    cubes: Sequence[GroupedCube],
    cohort: Cohort,
    covered: Sequence[Period],
) -> list[Counted]:
    """Count what of a cohort may be shown, by each cube; facts are read once for all of them.

    Raises LimitExceeded for too many single facts.
    """
    found: list[Cells] = [{} for _ in cubes]
    periods = [
        await _count(database, viewer, cubes, cohort.over(period), found) for period in covered
    ]
    return [Counted(cells, tuple(periods)) for cells in found]


async def _count(
    database: UpToDate,
    viewer: Viewer,
    cubes: Sequence[GroupedCube],
    cohort: Cohort,
    found: list[Cells],
) -> Period:
    """Add the cells of a cohort to those found; return the period they are of."""
    selection = selected(viewer, cohort)
    teams = _teams(viewer)
    groups = cohort.groups if selection.standing.sees_all else _served(cohort, teams)
    if groups is None:
        _fold(cubes, await facts_of(database, selection), found)
        return cohort.period
    parts = months_of(cohort.period)
    for edge in parts.edges:
        within = _over(selection, edge)
        if await analysis.how_many(database, within, MOST_AT_EDGES + 1) > MOST_AT_EDGES:
            whole = cohort.over(rounded(cohort.period))
            return await _count(database, viewer, cubes, whole, found)
    for months in periods_of(parts.whole):
        for cube, cells in zip(cubes, found, strict=True):
            read = partial(analysis.cells, database, selection.org_id, cube)
            for sign in set(groups.values()):
                named = [group for group, given in groups.items() if given == sign]
                counted = await read(named, cohort.commitment, months)
                for key, counts in counted.items():
                    _add(cells, key, [sign * each for each in counts])
        if not selection.standing.sees_all and not cohort.narrowed:
            within = _over(selection, months)
            beside = _BESIDE_CELLS if len(teams) > 1 else _BESIDE_CELLS[:1]
            for part, sign in beside:
                facts = await facts_of(database, replace(within, part=part))
                _fold(cubes, facts, found, sign)
    for edge in parts.edges:
        _fold(cubes, await facts_of(database, _over(selection, edge)), found)
    return cohort.period


_BESIDE_CELLS = ((Part.BESIDE_TEAMS, 1), (Part.BETWEEN_TEAMS, -1))
"""What a member sees for another reason than his teams, and what is in the cells of two."""


def _teams(viewer: Viewer) -> set[UUID]:
    """The viewer's teams, and those of whom he is a deputy for."""
    represented = (team for each in viewer.deputy_for for team in each.team_ids)
    return set(map(UUID, (*viewer.team_ids, *represented)))


def _served(cohort: Cohort, teams: set[UUID]) -> dict[str, int] | None:
    """The groups of cells that serve what of a cohort a member sees, in whole months.

    He sees all that his teams do, so their cells serve him as they serve a manager.
    """
    if not cohort.narrowed:
        return of_teams(teams)
    return cohort.groups if cohort.team in teams else None


def selected(viewer: Viewer, cohort: Cohort) -> Selection:
    """The facts of a cohort that the viewer may see."""
    return Selection(
        org_id=UUID(viewer.org_id),
        commitment=cohort.commitment,
        first=cohort.period.first,
        last=cohort.period.last,
        customer_team_id=cohort.customer_team_id,
        supplier_team_id=cohort.supplier_team_id,
        tags=(cohort.tag,) if cohort.tag else (),
        every_team=(cohort.team_id,) if cohort.team_id else (),
        grade=cohort.grade,
        standing=standing_of(viewer),
    )


async def facts_of(database: UpToDate, selection: Selection) -> list[Ending]:
    """Read the facts. Raises LimitExceeded where there are too many."""
    found = await analysis.endings(database, selection, MOST_FACTS + 1)
    if len(found) > MOST_FACTS:
        raise LimitExceeded("commissions", MOST_FACTS, len(found), ("period",))
    return found


def _over(selection: Selection, period: Period) -> Selection:
    return replace(selection, first=period.first, last=period.last)


def _fold(
    cubes: Sequence[GroupedCube], facts: Iterable[Ending], found: list[Cells], sign: int = 1
) -> None:
    """Count facts into cells, each once, or take them away."""
    for fact in facts:
        for cube, cells in zip(cubes, found, strict=True):
            for keys, counts in cube.measure(fact):
                key2, key3 = (*keys, "", "")[:2]
                _add(cells, (key2, key3), [sign * count for count in counts])


def _add(cells: Cells, key: tuple[str, str], counts: Sequence[int]) -> None:
    own = cells.get(key)
    cells[key] = list(counts if own is None else map(add, own, counts))
