"""Rates over stored commissions: cells, facts and plain counting give the same, to every viewer."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import product
from random import Random
from uuid import UUID

import pytest

from goals.domain.cubes.outcomes import counts
from goals.domain.identity import uuid7
from goals.domain.periods import Period
from goals.domain.rates import Exclusion, RateNote
from goals.services.rates import RateQuestion, achievement_rate
from goals.store import facts, rates, rebuilding, records
from goals.store.commissions import CommissionRow, tag_rows
from goals.store.evaluations import EvaluationRow
from goals.store.rates import CUSTOMER, GRADE, SUPPLIER, TAG, TEAM, Slice
from goals.store.revisions import RevisionRow
from goals.store.smart_reports import SmartReportRow
from goals.store.standing import Standing

NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)
OVERDUE_BEFORE = date(2026, 11, 13)
FATES = (
    *(("CLOSED", "ACHIEVED"), ("CLOSED", "EXCEEDED"), ("CLOSED", "MISSED")),
    *(("CLOSED", "NOT_ASSESSABLE"), ("AGREED", None), ("DELIVERED", None)),
    *(("CANCELLED", None), ("EVALUATING", None)),
)


def stored(world, number, due, fate=("CLOSED", "ACHIEVED"), **changes):
    """The rows of a commission that was agreed, as short as they may be."""
    org, made, revision = world.org_id, uuid7(NOW), uuid7(NOW)
    state, outcome = fate
    anna, ben = (UUID(world.viewers[who].person_id) for who in ("anna", "ben"))
    values = {
        "customer_team_id": world.teams["Sales"],
        "supplier_team_id": world.teams["IT"],
        "customer_id": anna,
        "supplier_id": ben,
        "commitment": "COMMITTED",
        "self_commission": False,
        "deadline": due,
        "lapsed": False,
        "ended_by": "CUSTOMER" if state == "CANCELLED" else None,
    }
    tags, grade = changes.pop("tags", ()), changes.pop("grade", None)
    when = changes.pop("timeliness", "ON_TIME")
    row = CommissionRow(
        org_id=org,
        id=made,
        number=number,
        key=f"C-{number}",
        title="A thing",
        state=state,
        outcome=outcome,
        initiator="CUSTOMER",
        version=1,
        current_revision_id=revision,
        first_agreed_deadline=due,
        created_by_id=anna,
        created_at=NOW,
        updated_at=NOW,
        agreed_at=NOW,
        **values | changes,
    )
    rows = [
        row,
        RevisionRow(
            org_id=org,
            id=revision,
            commission_id=made,
            number=1,
            content_hash="0" * 64,
            author_id=anna,
            author_side="CUSTOMER",
            created_at=NOW,
            deadline_time_zone="Europe/Berlin",
        ),
        *tag_rows(org, made, tags),
    ]
    if outcome is not None:
        rows.append(
            EvaluationRow(
                org_id=org,
                id=uuid7(NOW),
                commission_id=made,
                outcome=outcome,
                timeliness_first_agreed=when,
                timeliness_current="EARLY",
                disagreements=[],
                evaluated_at=NOW,
            )
        )
    if grade is not None:
        letters = dict.fromkeys(
            ("specific", "measurable", "accepted", "realistic", "time_bound"), "PASS"
        )
        rows.append(
            SmartReportRow(
                org_id=org,
                id=uuid7(NOW),
                commission_id=made,
                revision_id=revision,
                rules_version="1",
                language="en",
                grade=grade,
                score=90,
                coverage=90,
                findings=[],
                evidence=[],
                checked_at=NOW,
                **letters,
            )
        )
    return rows


async def store(world, *groups):
    """Store commissions as an import would, then count them."""
    async with world.database.transaction() as tx:
        await records.insert(tx, *(row for rows in groups for row in rows))
    await rebuilding.rebuild(world.database, world.org_id, NOW)


@pytest.fixture
async def varied(world):
    """Some two hundred commissions of all kinds."""
    dice = Random(7)
    teams = list(world.teams.values())
    people = [UUID(viewer.person_id) for name, viewer in world.viewers.items() if name != "eve"]
    groups = []
    for number in range(1, 201):
        due = date(2026, 1, 1) + timedelta(days=dice.randrange(400))
        customer, supplier = dice.sample(people, 2)
        groups.append(
            stored(
                world,
                number,
                due,
                dice.choice(FATES),
                customer_team_id=dice.choice(teams),
                supplier_team_id=dice.choice(teams),
                customer_id=customer,
                supplier_id=supplier,
                commitment=dice.choice(["COMMITTED", "COMMITTED", "STRETCH"]),
                self_commission=dice.random() < 0.1,
                deadline=due + timedelta(days=dice.choice([0, 0, 40])),
                ended_by=dice.choice(["CUSTOMER", "SUPPLIER"]),
                lapsed=dice.random() < 0.2,
                tags=dice.choice([(), ("a",), ("a", "b")]),
                grade=dice.choice([None, "SMART", "ALMOST"]),
                timeliness=dice.choice(["EARLY", "ON_TIME", "LATE", "NOT_DELIVERED"]),
            )
        )
    await store(world, *groups)
    return world


def asked(world, **changes):
    whole = Slice(
        world.org_id,
        date(2026, 1, 1),
        date(2027, 12, 31),
        "COMMITTED",
        OVERDUE_BEFORE,
        Standing(sees_all=True),
    )
    return replace(whole, **changes)


async def counted(world, question):
    """The same by plain counting of facts, one by one."""
    columns = ", ".join(facts.COLUMNS)
    values = {
        CUSTOMER: lambda fact: [fact.customer_team_id],
        SUPPLIER: lambda fact: [fact.supplier_team_id],
        TEAM: lambda fact: list({fact.customer_team_id, fact.supplier_team_id}),
        TAG: lambda fact: fact.detail["tags"],
        GRADE: lambda fact: [fact.grade or ""],
    }
    found = {}
    for row in await world.database.look_up(f"SELECT {columns} FROM fact"):
        fact = facts.of_row(row)
        if fact.commitment != question.commitment or fact.self != question.self:
            continue
        if not question.first <= fact.due <= question.last:
            continue
        if any(value not in values[name](fact) for name, value in question.where.items()):
            continue
        late = fact.state == "AGREED" and fact.deadline < question.overdue_before
        for keys in product(*(values[name](fact) for name in question.by)):
            months = found.setdefault(keys, {})
            known = months.get(fact.month, (0,) * len(rates.WITH_OVERDUE))
            more = (*counts(fact), int(late))
            months[fact.month] = tuple(map(int.__add__, known, more))
    return found


WHERE = ({}, {TAG: "a"}, {GRADE: "SMART"})
BY = (
    *((), (CUSTOMER,), (SUPPLIER,), (TEAM,), (TAG,), (GRADE,)),
    *((CUSTOMER, SUPPLIER), (SUPPLIER, TAG)),
)


async def test_cells_and_facts_give_what_plain_counting_gives(varied):
    everybody = tuple(varied.teams.values())
    for where, by in product(WHERE, BY):
        question = asked(varied, where=where, by=by)
        expected = await counted(varied, question)

        assert await rates.count(varied.database, question) == expected
        member = replace(question, standing=Standing(own=everybody))
        assert await rates.count(varied.database, member) == expected
    assert asked(varied, by=(CUSTOMER,)).cube is not None


async def test_conditions_on_teams_and_days_hold(varied):
    sales, it = str(varied.teams["Sales"]), str(varied.teams["IT"])
    for where, by in (
        ({CUSTOMER: sales}, (SUPPLIER,)),
        ({SUPPLIER: it}, (CUSTOMER,)),
        ({TEAM: it}, ()),
        ({CUSTOMER: sales, SUPPLIER: it, TAG: "a"}, ()),
    ):
        for days in ({}, {"first": date(2026, 2, 3), "last": date(2026, 11, 5)}, {"self": True}):
            question = asked(varied, where=where, by=by, **days)

            assert await rates.count(varied.database, question) == await counted(varied, question)


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


async def test_very_many_tags_are_answered_by_the_most_frequent(world):
    tags = [tuple(f"t{number:03d}{at}" for at in range(20)) for number in range(15)]
    await store(
        world, *(stored(world, 1 + at, date(2026, 5, 1), tags=each) for at, each in enumerate(tags))
    )
    question = RateQuestion(Period.parse("2026", NOW.date()), by=(TAG,))

    answer = await achievement_rate(world.database, world.viewers["mia"], question)

    assert (len(answer.groups), answer.left_out) == (200, 100)
