"""An adversary who subtracts all pairs of answers never gets at less than the floor."""

from dataclasses import dataclass, fields
from datetime import UTC, date, datetime
from itertools import count, product
from uuid import UUID

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from plain_counting import in_order

from goals.domain.cubes.outcomes import counts
from goals.domain.facts import Fact, month_of
from goals.domain.floors import LEAST_COMMISSIONS, Whose
from goals.domain.periods import Period
from goals.reads.viewer import Viewer
from goals.services import rates as service
from goals.services.rate_floors import whose
from goals.services.rates import RateQuestion, achievement_rate
from goals.store.slices import (
    CUSTOMER,
    GRADE,
    SUPPLIER,
    SUPPLIER_PERSON,
    TAG,
    TEAM,
)

ORG = UUID(int=1)
NOW = datetime(2027, 6, 1, tzinfo=UTC)
TEAMS = [str(UUID(int=100 + number)) for number in range(3)]
DIMENSIONS = {
    CUSTOMER: lambda fact: {fact.customer_team_id},
    SUPPLIER: lambda fact: {fact.supplier_team_id},
    TEAM: lambda fact: {fact.customer_team_id, fact.supplier_team_id},
    TAG: lambda fact: set(fact.detail["tags"]),
    GRADE: lambda fact: {fact.grade},
    SUPPLIER_PERSON: lambda fact: {fact.supplier_id},
}
BLANK = {each.name: None for each in fields(Fact)}
numbers = count()


def fact(customer, supplier, who, month, grade, tags, outcome):
    """A commission of these teams; who of each team is told by a number."""
    day = date(2026 + month // 12, month % 12 + 1, 15)
    return Fact(
        **BLANK
        | {
            "commission_id": str(next(numbers)),
            "month": month_of(day),
            "due": day,
            "deadline": day,
            "commitment": "COMMITTED",
            "self": False,
            "customer_team_id": TEAMS[customer],
            "supplier_team_id": TEAMS[supplier],
            "customer_id": f"c{customer}{who % 3}",
            "supplier_id": f"s{supplier}{who // 3}",
            "customer_mark": 10 * customer + who % 3,
            "supplier_mark": 200 + 10 * supplier + who // 3,
            "state": "CLOSED",
            "outcome": outcome,
            "grade": grade,
            "lapsed": False,
            "detail": {"tags": tags},
        }
    )


FACTS = st.lists(
    st.builds(
        fact,
        st.sampled_from([0, 0, 0, 1, 2]),
        st.sampled_from([0, 1, 1, 1, 2]),
        st.integers(0, 8),
        st.sampled_from([0, 0, 0, 1, 2, 3, 4, 7, 11, 12, 13]),
        st.sampled_from(["SMART", "SMART", "ALMOST"]),
        st.sampled_from([[], ["a"], ["a", "b"]]),
        st.sampled_from(["ACHIEVED", "MISSED"]),
    ),
    min_size=20,
    max_size=70,
)
PERIODS = [
    Period.parse(text, NOW.date())
    for text in (
        *("2026", "2026-Q1", "2026-01", "2026-01-01..2027-02-28"),
        "2026-04-01..2027-03-31",
    )
]
WHERES = [
    {},
    {"customer_team_id": UUID(TEAMS[0])},
    {"customer_team_id": UUID(TEAMS[0]), "supplier_team_id": UUID(TEAMS[1])},
    {"tag": "a"},
    {"tag": "a", "supplier_team_id": UUID(TEAMS[1])},
]
BYS = [(), (SUPPLIER,), (TEAM,), (CUSTOMER, SUPPLIER), (TAG,), (SUPPLIER_PERSON,)]


@dataclass(frozen=True)
class Figure:
    """A published figure: the conditions it is about, the months, and the commissions in it."""

    conditions: frozenset
    months: frozenset
    inside: frozenset


@pytest.fixture
def told(monkeypatch):
    """Let the store count from a list of facts."""
    listed: list[Fact] = []

    async def counting(_, asked):
        found = {}
        for each in listed:
            if not asked.first <= each.due <= asked.last or asked.self:
                continue
            if any(value not in DIMENSIONS[name](each) for name, value in asked.where.items()):
                continue
            for keys in product(*(sorted(DIMENSIONS[name](each)) for name in asked.by)):
                if asked.among and keys not in asked.among:
                    continue
                months = found.setdefault(keys, {})
                month = each.month - (each.month % 100 - 1) % asked.grain
                known = months.get(month, (0,) * len(asked.counters))
                more = in_order(counts(each), 0, asked.counters)
                months[month] = tuple(map(int.__add__, known, more))
        return found

    async def names(*_):
        return {}

    async def tags(*_):
        return ("a", "b"), 2

    monkeypatch.setattr(service.rates, "count", counting)
    monkeypatch.setattr(service.rates, "most_frequent_tags", tags)
    monkeypatch.setattr(service.rates, "team_names", names)
    monkeypatch.setattr(service.rates, "person_names", names)
    monkeypatch.setattr(service, "permit_statistics", names)
    return listed


def months_in(periods):
    return frozenset(
        month
        for period in periods
        for month in range(month_of(period.first), month_of(period.last) + 1)
        if 1 <= month % 100 <= 12
    )


def spans(months):
    """The spans that a figure is made of: whole years, of the rest quarters, of the rest months."""
    left, found = set(months), []
    for length in (12, 3, 1):
        for first in sorted(left):
            span = set(range(first, first + length))
            if (first % 100 - 1) % length == 0 and span <= left:
                found.append(span)
                left -= span
    return found


def meets(each, conditions):
    return all(value in DIMENSIONS[name](each) for name, value in conditions)


def is_harmless(facts, people):
    """By counting people themselves, not their marks."""
    customers = {each.customer_id for each in facts}
    suppliers = {each.supplier_id for each in facts}
    behind = {
        Whose.CUSTOMERS: customers,
        Whose.SUPPLIERS: suppliers,
        Whose.BOTH: customers | suppliers,
    }[people]
    return not facts or (len(facts) >= LEAST_COMMISSIONS and len(behind) >= 3)


def figure(facts, conditions, rated):
    months = months_in(rated.covered)
    inside = frozenset(
        each.commission_id for each in facts if each.month in months and meets(each, conditions)
    )
    assert rated.estimate.due == len(inside)
    return Figure(frozenset(conditions), months, inside)


@settings(
    max_examples=12,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(facts=FACTS)
async def test_no_two_answers_differ_by_less_than_the_floor(told, facts):
    told[:] = facts
    by_id = {each.commission_id: each for each in facts}
    viewer = Viewer(str(ORG), str(UUID(int=2)), "MANAGER", now=NOW)

    figures = set()
    for period, where, by in product(PERIODS, WHERES, BYS):
        question = RateQuestion(period, by=by, **where)
        answer = await achievement_rate(None, viewer, question)
        total = figure(facts, question.where.items(), answer.total)
        shown = [
            figure(facts, {*question.where.items(), *zip(by, group.key, strict=True)}, group)
            for group in answer.groups
        ]
        figures.update([total, *shown])
        if set(by) in service.PARTITIONS:
            rest = total.inside.difference(*(each.inside for each in shown))
            # Of a year of which no group is shown, this is what the exact whole says itself.
            years = {month // 100 for each in shown if each.inside for month in each.months}
            rest = [one for one in rest if by_id[one].month // 100 in years]
            people = whose(name for each in shown for name, _ in each.conditions)
            assert is_harmless([by_id[one] for one in rest], people), (question, rest)

    for wide, narrow in product(figures, figures):
        if wide.conditions <= narrow.conditions and wide.months >= narrow.months:
            rest = [by_id[one] for one in wide.inside - narrow.inside]
            if not wide.conditions:  # the whole is exact, and so told where the narrow has nothing
                own = {by_id[one].month for one in narrow.inside}
                told_of = set().union(*(span for span in spans(narrow.months) if span & own))
                rest = [each for each in rest if each.month in told_of]
            # Of a year in which the narrow has nothing, the rest is what the wide shows itself.
            years = {by_id[one].month // 100 for one in narrow.inside}
            rest = [each for each in rest if each.month // 100 in years]
            people = whose(name for name, _ in narrow.conditions)
            if narrow.inside and narrow.conditions:
                assert is_harmless(rest, people), (wide, narrow)


async def test_a_small_group_is_suppressed_and_takes_a_second_with_it(told):
    told[:] = [
        *(fact(0, 0, number % 9, 0, "SMART", [], "ACHIEVED") for number in range(20)),
        *(fact(0, 1, number % 9, 0, "SMART", [], "ACHIEVED") for number in range(6)),
        *(fact(0, 2, number % 9, 0, "SMART", [], "MISSED") for number in range(2)),
    ]
    viewer = Viewer(str(ORG), str(UUID(int=2)), "MANAGER", now=NOW)

    answer = await achievement_rate(None, viewer, RateQuestion(PERIODS[0], by=(SUPPLIER,)))

    seen = {
        group.key[0]: (group.estimate.due, group.estimate.suppressed) for group in answer.groups
    }
    assert seen == {TEAMS[0]: (20, False), TEAMS[1]: (0, True), TEAMS[2]: (0, True)}
    assert (answer.total.estimate.due, answer.withheld) == (28, 8)


async def test_five_commissions_of_two_people_are_suppressed(told):
    told[:] = [
        *(fact(0, 0, number % 9, 0, "SMART", [], "ACHIEVED") for number in range(20)),
        *(fact(0, 1, 3 * (number % 2), 0, "SMART", [], "ACHIEVED") for number in range(9)),
    ]
    viewer = Viewer(str(ORG), str(UUID(int=2)), "MANAGER", now=NOW)

    answer = await achievement_rate(None, viewer, RateQuestion(PERIODS[0], by=(SUPPLIER,)))

    assert all(group.estimate.suppressed for group in answer.groups)


async def test_a_group_is_shown_as_finely_as_each_part_stands(told):
    told[:] = [
        *(fact(0, 0, number % 9, month, "SMART", [], "ACHIEVED") for number, month in
          product(range(9), range(12))),
        *(fact(0, 1, number % 9, month, "SMART", [], "ACHIEVED") for number, month in
          product(range(9), (0, 1, 2, 3))),
        *(fact(0, 1, number % 9, 6, "SMART", [], "ACHIEVED") for number in range(2)),
    ]  # fmt: skip
    viewer = Viewer(str(ORG), str(UUID(int=2)), "MANAGER", now=NOW)

    async def due(text):
        period = Period.parse(text, NOW.date())
        question = RateQuestion(period, by=(SUPPLIER,))
        answer = await achievement_rate(None, viewer, question)
        return {group.key[0]: group.estimate.due for group in answer.groups}

    assert await due("2026") == {TEAMS[0]: 108, TEAMS[1]: 38}
    assert await due("2026-Q1") == {TEAMS[0]: 27, TEAMS[1]: 27}
    assert await due("2026-01") == {TEAMS[0]: 9, TEAMS[1]: 9}
    assert await due("2026-Q3") == {TEAMS[0]: 0, TEAMS[1]: 0}
