"""Counters of rates: cells, facts and plain counting give the same, to every viewer."""

from dataclasses import replace
from datetime import date
from itertools import product
from uuid import UUID

import pytest
from plain_counting import NOW, asked, counted

from goals.domain.identity import uuid7
from goals.store import rates
from goals.store.rate_statements import cube_of
from goals.store.slices import (
    CUSTOMER,
    CUSTOMER_PERSON,
    GRADE,
    SUPPLIER,
    SUPPLIER_PERSON,
    TAG,
    TEAM,
    WITH_OVERDUE,
)
from goals.store.standing import Standing

NONE = (0,) * len(WITH_OVERDUE)
WHERE = ({}, {TAG: "a"}, {GRADE: "SMART"})
BY = (
    *((), (CUSTOMER,), (SUPPLIER,), (TEAM,), (TAG,), (GRADE,)),
    *((CUSTOMER, SUPPLIER), (SUPPLIER, TAG), (CUSTOMER, SUPPLIER, GRADE), (TEAM, CUSTOMER)),
    *((CUSTOMER_PERSON,), (SUPPLIER_PERSON,)),
)


async def test_cells_and_facts_give_what_plain_counting_gives(varied):
    everybody = tuple(varied.teams.values())
    for where, by in product(WHERE, BY):
        question = asked(varied, where=where, by=by)
        expected = await counted(varied, question)

        assert await rates.count(varied.database, question) == expected
        member = replace(question, standing=Standing(own=everybody))
        assert await rates.count(varied.database, member) == expected
    assert cube_of(asked(varied, by=(CUSTOMER,))) == "customer_team"


async def test_conditions_on_teams_and_days_hold(varied):
    sales, it = str(varied.teams["Sales"]), str(varied.teams["IT"])
    for where, by in (
        ({CUSTOMER: sales}, (SUPPLIER,)),
        ({SUPPLIER: it}, (CUSTOMER,)),
        ({TEAM: it}, ()),
        ({TEAM: it}, (TEAM,)),
        ({CUSTOMER: sales, GRADE: "SMART"}, (SUPPLIER,)),
        ({CUSTOMER: sales, SUPPLIER: it, TAG: "a"}, ()),
    ):
        for days in ({}, {"first": date(2026, 2, 3), "last": date(2026, 11, 5)}, {"self": True}):
            question = asked(varied, where=where, by=by, **days)

            assert await rates.count(varied.database, question) == await counted(varied, question)


async def test_a_member_is_counted_what_he_sees_and_nothing_twice(varied):
    world, sales = varied, varied.teams["Sales"]
    anna, ben = (UUID(world.viewers[who].person_id) for who in ("anna", "ben"))
    (shared,) = await world.database.look_up(
        "SELECT commission_id FROM fact WHERE customer_team_id <> $1 AND supplier_team_id <> $1 "
        "AND commitment = 'COMMITTED' AND self = $2 ORDER BY commission_id LIMIT 1",
        [sales, False],
    )
    async with world.database.transaction() as tx:
        await tx.execute(
            "INSERT INTO commission_share "
            "(org_id, id, commission_id, person_id, side, shared_by_id, shared_at) "
            "VALUES ($1, $2, $3, $4, 'CUSTOMER', $4, $5)",
            [world.org_id, uuid7(NOW), *shared, anna, NOW],
        )
    standing = Standing(own=(anna, sales), represented=(ben,))
    sees = {str(each) for each in (anna, sales, ben, *shared)}

    for where, by in product(WHERE, BY):
        for days in ({}, {"first": date(2026, 2, 3), "last": date(2026, 11, 5)}):
            question = asked(world, where=where, by=by, standing=standing, **days)
            expected = await counted(world, question, sees)

            assert await rates.count(world.database, question) == expected


@pytest.mark.parametrize("grain", [3, 12])
async def test_quarters_and_years_can_be_summed_up(varied, grain):
    for standing in (Standing(sees_all=True), Standing(own=(varied.teams["Sales"],))):
        question = asked(varied, by=(CUSTOMER, SUPPLIER), standing=standing)
        by_month = await rates.count(varied.database, question)

        found = await rates.count(varied.database, replace(question, grain=grain))

        for group, months in by_month.items():
            sums = {}
            for month, counts in months.items():
                first = month - (month % 100 - 1) % grain
                sums[first] = tuple(map(sum, zip(sums.get(first, NONE), counts, strict=True)))
            assert found[group] == sums
