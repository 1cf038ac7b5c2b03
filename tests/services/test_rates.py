"""Rates over stored commissions."""

import asyncio
from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from plain_counting import NOW, asked, counted, store, stored

from goals.domain.floors import FINEST
from goals.domain.periods import Period
from goals.domain.rates import Exclusion, RateNote
from goals.services import rate_floors
from goals.services import rates as service
from goals.services.rate_floors import RateFloors
from goals.services.rates import RateQuestion, achievement_rate
from goals.store import rates
from goals.store.slices import CUSTOMER, SUPPLIER, TAG, TEAM


async def test_a_member_counts_what_he_may_see(varied):
    viewer = varied.viewers["anna"]
    question = RateQuestion(Period.parse("2026", NOW.date()))

    all_ = await achievement_rate(varied.database, varied.viewers["mia"], question)
    own = await achievement_rate(varied.database, viewer, question)

    seen = await varied.database.look_up(
        "SELECT count(*) FROM commission WHERE commitment = 'COMMITTED' AND self_commission = $1 "
        "AND first_agreed_deadline < $2 AND (customer_team_id = $3 OR supplier_team_id = $3 "
        "OR customer_id = $4 OR supplier_id = $4)",
        [False, date(2027, 1, 1), varied.teams["Sales"], UUID(viewer.person_id)],
    )
    assert own.total.estimate.due == seen[0][0] < all_.total.estimate.due


@pytest.mark.parametrize(
    "text", ["2026", "2026-Q2", "2026-02-03..2026-11-05", "2026-03-05..2026-03-20"]
)
async def test_the_total_is_exact_to_the_day_and_the_spans_sum_up_to_it(varied, text):
    mia, period = varied.viewers["mia"], Period.parse(text, NOW.date())
    (months,) = (
        await counted(varied, asked(varied, first=period.first, last=period.last))
    ).values()

    for span in (1, 3, 12):
        answer = await achievement_rate(varied.database, mia, RateQuestion(period, span=span))

        due = sum(each[0] for each in months.values())
        assert answer.total.estimate.due == due
        assert sum(group.estimate.due for group in answer.groups) == due


async def test_overdue_are_those_past_deadline_and_grace(world):
    late, long_late, moved, fresh = (
        stored(world, 1, date(2026, 11, 12), ("AGREED", None)),
        stored(world, 2, date(2026, 8, 1), ("AGREED", None)),
        stored(world, 3, date(2026, 8, 1), ("AGREED", None), deadline=date(2026, 12, 1)),
        stored(world, 4, date(2026, 11, 13), ("AGREED", None)),
    )
    await store(world, late, long_late, moved, fresh)
    mia = replace(world.viewers["mia"], now=NOW)

    answer = await achievement_rate(
        world.database, mia, RateQuestion(Period.parse("2026", NOW.date()))
    )

    excluded = answer.total.estimate.excluded
    assert (excluded[Exclusion.OVERDUE], excluded[Exclusion.PENDING]) == (2, 2)


async def test_commitments_are_never_in_one_rate(varied):
    question = RateQuestion(Period.parse("2026", NOW.date()), by_commitment=True)

    answer = await achievement_rate(varied.database, varied.viewers["mia"], question)

    due = {group.label: group.estimate.due for group in answer.groups}
    assert due["LEARNING"] == 0
    assert answer.total.estimate.due == due["COMMITTED"] > due["STRETCH"] > 0


async def test_self_commissions_stand_apart(varied):
    question = RateQuestion(Period.parse("2026", NOW.date()))
    (months,) = (await counted(varied, asked(varied, self=True, last=date(2026, 12, 31)))).values()

    answer = await achievement_rate(varied.database, varied.viewers["mia"], question)

    assert answer.own.estimate.due == sum(each[0] for each in months.values()) > 0


@pytest.mark.parametrize("by", [(), (CUSTOMER,), (CUSTOMER, SUPPLIER), (TAG,)])
async def test_where_nothing_is_there_is_too_little_to_say(world, by):
    question = RateQuestion(Period.parse("2026", NOW.date()), by=by)

    answer = await achievement_rate(world.database, world.viewers["mia"], question)

    assert answer.total.estimate.note is RateNote.NOTHING_DUE
    assert answer.groups == ()


async def test_one_commission_or_everything_cancelled_is_too_little_to_say(world):
    await store(
        world,
        stored(world, 1, date(2025, 5, 1)),
        *(stored(world, 2 + at, date(2026, 5, 1), ("CANCELLED", None)) for at in range(9)),
    )

    def asked_about(text):
        question = RateQuestion(Period.parse(text, NOW.date()), by=(SUPPLIER,))
        return achievement_rate(world.database, world.viewers["mia"], question)

    one, cancelled = await asked_about("2025"), await asked_about("2026")
    assert (one.total.estimate.note, one.total.estimate.rate) == (RateNote.TOO_FEW, None)
    assert one.groups[0].estimate.suppressed
    assert cancelled.total.estimate.note is RateNote.NOTHING_SETTLED
    assert cancelled.total.estimate.excluded[Exclusion.CANCELLED] == 9


async def test_groups_are_drawn_towards_all_of_them(varied):
    question = RateQuestion(Period.parse("2026", NOW.date()), by=(SUPPLIER,))

    answer = await achievement_rate(varied.database, varied.viewers["mia"], question)

    shown = [group.estimate for group in answer.groups if group.estimate.sufficient]
    achieved = sum(each.achieved for each in shown) / sum(each.n for each in shown)
    assert len(shown) == 3
    for each in shown:
        assert min(achieved, each.rate) - 1e-9 <= each.shrunk <= max(achieved, each.rate) + 1e-9


@pytest.mark.parametrize("who", ["mia", "anna"])
async def test_very_many_tags_are_answered_by_the_most_frequent(world, who):
    tags = [tuple(f"t{number:03d}{at}" for at in range(20)) for number in range(15)]
    await store(
        world, *(stored(world, 1 + at, date(2026, 5, 1), tags=each) for at, each in enumerate(tags))
    )
    question = RateQuestion(Period.parse("2026", NOW.date()), by=(TAG,))

    answer = await achievement_rate(world.database, world.viewers[who], question)

    assert (len(answer.groups), answer.left_out) == (200, 100)


@pytest.mark.parametrize("text", ["2026", "2026-Q2", "2026-02-03..2026-11-05"])
async def test_single_facts_tell_of_tags_what_cells_do(varied, text, monkeypatch):
    monkeypatch.setattr(service, "MOST_GROUPS", 1)
    question = RateQuestion(Period.parse(text, NOW.date()), by=(TAG,))
    everybody = tuple(map(str, varied.teams.values()))
    member = replace(varied.viewers["anna"], team_ids=everybody)

    from_facts = await achievement_rate(varied.database, member, question)

    assert from_facts == await achievement_rate(varied.database, varied.viewers["mia"], question)
    assert (len(from_facts.groups), from_facts.left_out) == (1, 1)


async def test_the_parts_of_an_answer_sum_up_while_somebody_writes(varied, monkeypatch):
    question = RateQuestion(Period.parse("2026", NOW.date()), by=(CUSTOMER, SUPPLIER))
    before = await achievement_rate(varied.database, varied.viewers["mia"], question)
    count = rates.count

    async def meanwhile(reading, asked):
        found = await count(reading, asked)
        async with varied.database.transaction() as tx:
            await tx.execute("UPDATE rollup SET n01 = n01 + 1, n03 = n03 + 1 WHERE n01 > 0")
        return found

    monkeypatch.setattr(rates, "count", meanwhile)
    answer = await achievement_rate(varied.database, varied.viewers["mia"], question)

    assert answer == before
    assert answer.withheld + sum(each.estimate.due for each in answer.groups) == (
        answer.total.estimate.due
    )


async def test_deciding_about_very_many_groups_lets_others_have_their_turn(varied, monkeypatch):
    monkeypatch.setattr(rate_floors, "AT_ONCE", 2)
    turns = 0

    async def others():
        nonlocal turns
        while True:
            turns += 1
            await asyncio.sleep(0)

    floors = RateFloors(varied.database, asked(varied), {}, {2026: FINEST})
    pairs = await floors.groups((CUSTOMER, SUPPLIER))
    for name in (CUSTOMER, SUPPLIER, TEAM):
        await floors.groups((name,))
    working = asyncio.create_task(others())
    try:
        for customer, supplier in pairs:
            await floors.cuts(frozenset({(CUSTOMER, customer), (SUPPLIER, supplier)}))
    finally:
        working.cancel()

    assert turns >= len(pairs) // 2 > 1
