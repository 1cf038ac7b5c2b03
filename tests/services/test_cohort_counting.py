"""Counters of analyses: cells and single facts give what plain counting gives, to every viewer."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from plain_counting import NOW

from goals.domain.cubes import factors, letters, satisfaction
from goals.domain.identity import uuid7
from goals.domain.periods import Period
from goals.reads.viewer import Represented
from goals.services.analytics import counting
from goals.services.analytics.cohorts import Cohort
from goals.store import facts
from goals.store.catching_up import up_to_date

CUBES = (letters.CUBE, satisfaction.CUBE, factors.CUBE)
PERIODS = (
    Period(date(2026, 1, 1), date(2026, 12, 31)),
    Period(date(2026, 2, 3), date(2026, 11, 5)),
)


@pytest.fixture
async def shared(varied):
    """What is shared with Anna and is none of her team's."""
    sales, anna = varied.teams["Sales"], UUID(varied.viewers["anna"].person_id)
    ((commission,),) = await varied.database.look_up(
        "SELECT commission_id FROM fact WHERE customer_team_id <> $1 AND supplier_team_id <> $1 "
        "AND commitment = 'COMMITTED' AND self = $2 AND due < $3 ORDER BY commission_id LIMIT 1",
        [sales, False, date(2026, 11, 1)],
    )
    async with varied.database.transaction() as tx:
        await tx.execute(
            "INSERT INTO commission_share "
            "(org_id, id, commission_id, person_id, side, shared_by_id, shared_at) "
            "VALUES ($1, $2, $3, $4, 'CUSTOMER', $4, $5)",
            [varied.org_id, uuid7(NOW), commission, anna, NOW],
        )
    return str(commission)


def viewers(world):
    """Everybody who sees differently."""
    anna, mia = world.viewers["anna"], world.viewers["mia"]
    team, other, *_ = map(str, world.teams.values())
    ben = Represented(world.viewers["ben"].person_id, (other,))
    return {
        "a manager": mia,
        "a member": replace(anna, team_ids=(team,)),
        "a member of two teams": replace(anna, team_ids=(team, other)),
        "a deputy": replace(anna, team_ids=(team,), deputy_for=(ben,)),
        "somebody without a team": replace(anna, team_ids=()),
    }


async def plainly(world, viewer, cohort, shared):
    """The cells of each cube, of facts looked at one by one."""
    columns = ", ".join(facts.COLUMNS)
    found = [{} for _ in CUBES]
    for row in await world.database.look_up(f"SELECT {columns} FROM fact"):
        fact = facts.of_row(row)
        teams = fact.customer_team_id, fact.supplier_team_id
        sees = {*teams, fact.customer_id, fact.supplier_id}
        asked = {
            "tag": cohort.tag in (None, *fact.detail["tags"]),
            "grade": cohort.grade in (None, fact.grade),
            "customer": cohort.customer_team_id in (None, UUID(teams[0])),
            "supplier": cohort.supplier_team_id in (None, UUID(teams[1])),
            "team": cohort.team_id in (None, *map(UUID, teams)),
            "due": cohort.period.first <= fact.due <= cohort.period.last,
            "commitment": fact.commitment == cohort.commitment and not fact.self,
            "seen": viewer.role == "MANAGER"
            or not sees.isdisjoint(viewer.either)
            or fact.commission_id == shared,
        }
        if all(asked.values()):
            for cube, cells in zip(CUBES, found, strict=True):
                for keys, counts in cube.measure(fact):
                    key = (*keys, "", "")[:2]
                    known = cells.get(key, (0,) * len(counts))
                    cells[key] = [one + more for one, more in zip(known, counts, strict=True)]
    return found


@pytest.mark.parametrize("period", PERIODS, ids=["months", "days"])
async def test_every_viewer_is_counted_what_plain_counting_gives(varied, shared, period):
    sales, it = varied.teams["Sales"], varied.teams["IT"]
    cohorts = (
        *(Cohort(period), Cohort(period, tag="a"), Cohort(period, grade="SMART")),
        *(Cohort(period, customer_team_id=sales), Cohort(period, supplier_team_id=it)),
        *(Cohort(period, team_id=sales), Cohort(period, team_id=sales, tag="b")),
        Cohort(period, customer_team_id=sales, supplier_team_id=it),
        Cohort(period, supplier_team_id=it, tag="a"),
        Cohort(period, tag="a", grade="ALMOST"),
    )
    database = await up_to_date(varied.database, varied.org_id)
    for who, viewer in viewers(varied).items():
        for cohort in cohorts:
            counted = await counting.count(database, viewer, CUBES, cohort, [period])

            expected = await plainly(varied, viewer, cohort, shared)
            got = [{key: cell for key, cell in each.cells.items() if any(cell)} for each in counted]
            assert got == [
                {key: cell for key, cell in each.items() if any(cell)} for each in expected
            ], (
                who,
                cohort,
            )


@pytest.fixture
def read(monkeypatch):
    """The single facts that were read, a list for each time."""
    found, endings = [], counting.analysis.endings

    async def remembered(database, selection, most):
        found.append(facts_read := await endings(database, selection, most))
        return facts_read

    monkeypatch.setattr(counting.analysis, "endings", remembered)
    return found


@pytest.mark.parametrize("narrowed", [{}, {"tag": "a"}, {"grade": "SMART"}, {"team_id": "IT"}])
async def test_whole_months_of_one_thing_come_from_cells_alone(varied, read, narrowed):
    given = {name: varied.teams.get(value, value) for name, value in narrowed.items()}
    database = await up_to_date(varied.database, varied.org_id)
    cohort = Cohort(PERIODS[0], **given)

    (counted,) = await counting.count(
        database, varied.viewers["mia"], CUBES[:1], cohort, PERIODS[:1]
    )

    assert read == []
    assert sum(map(sum, counted.cells.values())) > 0


async def test_what_a_member_is_counted_comes_from_his_teams_cells(varied, shared, read):
    database = await up_to_date(varied.database, varied.org_id)
    viewer = replace(viewers(varied)["a member of two teams"], person_id=str(uuid7(NOW)))

    (counted,) = await counting.count(database, viewer, CUBES[:1], Cohort(PERIODS[0]), PERIODS[:1])

    beside, between = read
    assert beside == []
    assert 0 < len(between) < sum(map(sum, counted.cells.values()))
