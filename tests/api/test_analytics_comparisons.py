"""Comparisons: two groups, a series, pairs of teams, before and after an action."""

from datetime import UTC, date, datetime

import pytest

from goals.domain.statistics.control import chart
from goals.domain.statistics.newcombe import difference

YEAR = {"year": 2026}


async def compared(world, a, b, who="mia", **more):
    text = """query C($a: CohortInput!, $b: CohortInput!, $commitment: Commitment! = COMMITTED) {
      compareRates(a: $a, b: $b, commitment: $commitment) {
        a { achieved n suppressed } b { achieved n suppressed }
        difference { value low high distinguishable method } shared note sentence } }"""
    sides = {"a": {"period": YEAR} | a, "b": {"period": YEAR} | b}
    return (await world.data(who, text, sides | more))["compareRates"]


@pytest.fixture
async def two_teams(past):
    for at in range(20):
        past.add("ACHIEVED" if at < 18 else "MISSED")
    for at in range(20):
        past.add("ACHIEVED" if at < 8 else "MISSED", supplier="Elsewhere")
    await past.stored()


async def test_two_teams_are_told_apart_by_newcombes_interval(world, two_teams):
    teams = [{"supplierTeam": world.id("Team", name)} for name in ("Operations", "Elsewhere")]

    found = await compared(world, *teams)

    expected = difference(18, 20, 8, 20)
    assert (found["a"]["n"], found["b"]["n"], found["shared"]) == (20, 20, 0)
    assert found["difference"]["value"] == pytest.approx(expected.value)
    assert found["difference"]["low"] == pytest.approx(expected.interval.low)
    assert (found["note"], found["difference"]["distinguishable"]) == ("HIGHER", True)


async def test_two_periods_that_differ_by_chance_are_not_told_apart(past, world):
    for at in range(12):
        past.add("ACHIEVED" if at < 9 else "MISSED", due=date(2026, 1, 20))
        past.add("ACHIEVED" if at < 8 else "MISSED", due=date(2026, 2, 20))
    await past.stored()
    months = [{"period": {"month": {"year": 2026, "month": month}}} for month in (2, 1)]

    found = await compared(world, *months)

    assert (found["note"], found["difference"]["distinguishable"]) == (
        "NOT_DISTINGUISHABLE",
        False,
    )
    assert found["sentence"].startswith("Not distinguishable")


async def test_a_thing_is_not_compared_with_itself_or_with_what_holds_it(world, two_teams):
    team = {"supplierTeam": world.id("Team", "Operations")}

    same = await compared(world, team, team)
    part = await compared(world, team, {})

    assert (same["note"], same["difference"]["value"]) == ("SAME", None)
    assert (part["note"], part["shared"], part["difference"]["value"]) == ("OVERLAPPING", 20, None)


async def test_teams_in_either_role_overlap_in_what_they_do_for_each_other(world, two_teams):
    both = [{"team": world.id("Team", name)} for name in ("Sales", "Operations")]

    found = await compared(world, *both)

    assert (found["note"], found["shared"]) == ("OVERLAPPING", 20)


async def test_too_few_too_small_and_nothing_are_each_said(past, world):
    for _ in range(3):
        past.add("ACHIEVED", due=date(2026, 1, 5))
    for _ in range(6):
        past.add("ACHIEVED", due=date(2026, 2, 5), supplier="Elsewhere", one_person=True)
    await past.stored()
    month = {"period": {"month": {"year": 2026, "month": 1}}}
    other = {"period": {"month": {"year": 2026, "month": 2}}}

    few = await compared(world, month, other)
    hidden = await compared(world, month, other | {"supplierTeam": world.id("Team", "Elsewhere")})
    nothing = await compared(world, month, {"period": {"year": 2020}})

    assert [one["note"] for one in (few, hidden, nothing)] == ["TOO_FEW", "SUPPRESSED", "EMPTY"]
    assert hidden["b"]["suppressed"]


async def test_a_team_or_period_that_is_not_there_is_an_error(world, past):
    text = (
        """query C($a: CohortInput!) { compareRates(a: $a, b: {period: {year: 2026}}) { note } }"""
    )

    for wrong in (
        {"period": YEAR, "team": "nonsense"},
        {"period": {"between": {"from": "2026-03-01", "to": "2026-02-01"}}},
    ):
        assert (await world.ask("mia", text, {"a": wrong})).code == "BAD_USER_INPUT"


async def test_a_series_shows_its_limits_and_which_rules_fired(past, asked, world):
    achieved = [19, 18, 20, 18, 19, 4]
    for month, count in enumerate(achieved, 1):
        for at in range(20):
            past.add("ACHIEVED" if at < count else "MISSED", due=date(2025, month, 5))
    await past.stored()

    answer = await asked("rate_trend", period={"text": "2025-01-01..2025-06-30"})

    expected = chart([(count, 20) for count in achieved])
    points = answer["points"]
    assert [point["label"] for point in points] == [f"2025-0{month}" for month in range(1, 7)]
    assert answer["mean"] == pytest.approx(98 / 120)
    assert points[0]["lowerLimit"] == pytest.approx(expected.points[0].limits.low)
    assert [point["beyond"] for point in points] == [False] * 5 + [True]
    assert answer["fired"] == ["BEYOND_LIMITS", "STEADY_TREND"]
    assert answer["note"] == "FALLING"
    assert answer["pvalue"] == pytest.approx(expected.trend)


async def test_months_that_are_mostly_open_do_not_count_yet(past, asked):
    for month in (1, 2):
        for at in range(10):
            past.add("ACHIEVED" if at % 2 else "MISSED", due=date(2026, month, 5))
    for at in range(10):
        past.add("ACHIEVED" if at < 3 else None, due=date(2026, 3, 5))
    await past.stored()

    answer = await asked("rate_trend", period={"quarter": {"year": 2026, "quarter": 1}})

    assert [point["counted"] for point in answer["points"]] == [True, True, False]
    assert (answer["points"][2]["pending"], answer["mean"], answer["note"]) == (7, 0.5, "STEADY")


async def test_one_commission_makes_no_series(past, asked):
    past.add("ACHIEVED")
    await past.stored()

    answer = await asked("rate_trend", by="QUARTER")

    assert (answer["note"], answer["mean"], answer["fired"]) == ("TOO_FEW", None, [])
    assert answer["points"][0]["rate"]["share"] is None


async def test_the_network_tells_who_owes_whom(past, asked, world):
    for at in range(8):
        past.add("ACHIEVED" if at < 5 else None)
    for _ in range(6):
        past.add("MISSED", customer="Operations", supplier="Sales")
    for _ in range(7):
        past.add("ACHIEVED", customer="Elsewhere")
    await past.stored()

    answer = await asked("network")

    shown = {
        (pair["customerTeam"]["name"], pair["supplierTeam"]["name"]): pair
        for pair in answer["pairs"]
        if not pair["suppressed"]
    }
    there = shown["Sales", "Operations"]
    assert (there["due"], there["stillOpen"], there["rate"]["count"]) == (8, 3, 5)
    assert shown["Operations", "Sales"]["rate"]["share"] == 0
    assert there["dueTheOtherWay"] == 6
    assert (answer["due"], answer["withheld"], len(shown)) == (21, 0, 3)


async def test_pairs_too_small_to_be_shown_are_withheld_with_whatever_gives_them_away(past, asked):
    for _ in range(8):
        past.add("ACHIEVED")
    past.add("ACHIEVED", customer="Elsewhere")
    await past.stored()

    answer = await asked("network")

    assert (answer["due"], answer["withheld"]) == (9, 9)
    assert all(pair["suppressed"] and pair["due"] == 0 for pair in answer["pairs"])


async def test_a_member_sees_of_the_network_what_the_member_may_see(past, asked):
    for _ in range(6):
        past.add("ACHIEVED")
        past.add("ACHIEVED", customer="Elsewhere", supplier="Elsewhere")
    await past.stored()

    due = {who: (await asked("network", who))["due"] for who in ("mia", "anna", "otto")}

    assert due == {"mia": 12, "anna": 6, "otto": 6}


async def test_an_action_is_read_beside_what_changed_elsewhere(past, asked, world):
    after = [date(2025, month, 10) for month in (8, 9, 10)]
    before = [date(2025, month, 10) for month in (4, 5, 6)]
    for at in range(24):
        past.add("ACHIEVED" if at % 4 == 0 else "MISSED", due=before[at % 3])
    for at in range(24):
        past.add("ACHIEVED" if at % 12 else "MISSED", due=after[at % 3])
    for day in (*before, *after):
        for at in range(8):
            past.add("ACHIEVED" if at % 2 else "MISSED", due=day, supplier="Elsewhere")
    source = past.add("MISSED", due=before[0])
    await past.stored()
    await past.acted(source, datetime(2025, 7, 15, 9, tzinfo=UTC))
    await past.acted(source, None)

    answer = await asked("action_effects", period={"year": 2025})

    (effect,) = answer["actions"]
    assert (answer["done"], answer["stillOpen"]) == (1, 1)
    assert effect["beforePeriod"] == {"from": "2025-01-01", "to": "2025-06-30"}
    assert effect["afterPeriod"] == {"from": "2025-08-01", "to": "2026-01-31"}
    assert (effect["doneOn"], effect["team"]["name"]) == ("2025-07-15", "Operations")
    assert (effect["before"]["count"], effect["before"]["n"]) == (6, 25)
    assert (effect["after"]["count"], effect["after"]["n"]) == (22, 24)
    assert effect["change"]["value"] == pytest.approx(22 / 24 - 6 / 25)
    assert effect["beyondOthers"]["value"] == pytest.approx(22 / 24 - 6 / 25)
    assert (effect["note"], effect["beyondOthers"]["distinguishable"]) == ("HIGHER", True)


async def test_too_many_actions_at_once_are_refused(world):
    text = "{ actionEffects(period: {year: 2026}, first: 51) { done } }"

    assert (await world.ask("mia", text)).code == "BAD_USER_INPUT"
