"""Factors: how often, with what outcome, how sure; and what is never claimed."""

from datetime import date

import pytest

from goals.domain.statistics.fisher import fisher
from goals.domain.statistics.newcombe import difference


def effect(answer, key, polarity):
    (found,) = (
        one for one in answer["effects"] if (one["key"], one["polarity"]) == (key, polarity)
    )
    return found


async def test_a_factor_is_compared_with_where_it_was_not_named(past, asked):
    for at in range(20):
        past.add("ACHIEVED", named={"trust": "HELPED"} if at < 14 else {})
        past.add("MISSED", named={"trust": "HELPED"} if at < 2 else {})
    await past.stored()

    answer = await asked("factor_effects")

    found = effect(answer, "trust", "HELPED")
    expected = difference(14, 16, 6, 24)
    assert (answer["compared"], answer["achieved"], answer["family"]) == (40, 20, 1)
    assert (found["withFactor"]["count"], found["withFactor"]["n"]) == (14, 16)
    assert (found["withoutFactor"]["count"], found["withoutFactor"]["n"]) == (6, 24)
    assert found["difference"]["value"] == pytest.approx(expected.value)
    assert found["difference"]["low"] == pytest.approx(expected.interval.low)
    assert found["pvalue"] == pytest.approx(fisher(14, 16, 6, 24))
    assert found["correctedPvalue"] == found["pvalue"]
    assert (found["note"], found["difference"]["distinguishable"]) == ("HIGHER", True)
    assert (found["label"], found["level"]) == ("Trust between the sides", "CULTURE")
    assert (found["named"]["count"], found["named"]["n"]) == (16, 40)


async def test_of_many_factors_the_most_often_named_are_told_and_all_are_corrected_for(past, asked):
    for at in range(12):
        named = {"trust": "HELPED"} | ({"time": "MISSING"} if at < 6 else {})
        past.add("ACHIEVED" if at % 3 else "MISSED", named=named)
        past.add("MISSED")
    await past.stored()

    one, every = await asked("factor_effects", first=1), await asked("factor_effects")

    assert [each["key"] for each in one["effects"]] == ["trust"]
    assert one["effects"] == every["effects"][:1]
    assert (one["leftOut"], every["leftOut"]) == (1, 0)
    assert one["family"] == every["family"] == 2


async def test_no_more_than_two_hundred_factors_are_told(world):
    text = "{ factorEffects(period: {year: 2026}, first: 201) { family } }"

    assert (await world.ask("mia", text)).code == "BAD_USER_INPUT"


async def test_the_family_is_corrected_as_a_whole(past, asked):
    keys = ("trust", "time", "tools", "budget", "roles")
    for at in range(12):
        past.add("ACHIEVED", named={key: "HELPED" for key in keys if at < 8})
        past.add("MISSED", named={key: "HELPED" for key in keys if at < 3})
    await past.stored()

    answer = await asked("factor_effects")

    assert answer["family"] == 5
    assert all(one["correctedPvalue"] >= one["pvalue"] for one in answer["effects"])
    assert all(one["note"] == "NOT_DISTINGUISHABLE" for one in answer["effects"])


async def test_few_cases_give_counts_only(past, asked):
    for at in range(10):
        past.add("ACHIEVED", named={"time": "MISSING"} if at < 4 else {})
    await past.stored()

    found = effect(await asked("factor_effects"), "time", "MISSING")

    assert (found["withFactor"]["count"], found["withFactor"]["share"]) == (4, None)
    assert (found["difference"]["value"], found["pvalue"], found["ratio"]) == (None, None, None)
    assert found["note"] == "TOO_FEW"


async def test_what_is_left_out_is_told(past, asked):
    past.add("ACHIEVED", satisfaction=None, own_view=None)
    past.add("NOT_ASSESSABLE")
    past.add(None, state="CANCELLED", named={"time": "HINDERED"})
    past.add(None)
    past.add("MISSED", commitment="STRETCH", named={"time": "HINDERED"})
    past.add("MISSED", self_commission=True)
    await past.stored()

    answer = await asked("factor_effects")

    left = {name: answer[name] for name in ("unassessed", "notAssessable", "cancelled")}
    assert left == {"unassessed": 1, "notAssessable": 1, "cancelled": 1}
    assert (answer["compared"], answer["note"]) == (0, "EMPTY")
    (found,) = answer["effects"]
    assert (found["key"], found["inCancelled"], found["named"]["count"]) == ("time", 1, 0)


async def test_a_blocker_names_its_factor_before_the_outcome(past, asked):
    for at in range(8):
        past.add("MISSED", blockers=("INPUT", "OTHER"), by_supplier={"inputs": "MISSING"})
        past.add("ACHIEVED", named={"inputs": "MISSING"} if at < 5 else {})
    await past.stored()

    ever = effect(await asked("factor_effects"), "inputs", "MISSING")
    before = effect(await asked("factor_effects", naming="BEFORE"), "inputs", "MISSING")

    assert (ever["named"]["count"], ever["namedBefore"], ever["namedOnlyAfter"]) == (13, 8, 5)
    assert (ever["withFactor"]["n"], before["withFactor"]["n"]) == (13, 8)
    assert (before["withFactor"]["count"], before["withoutFactor"]["count"]) == (0, 8)
    assert before["note"] == "LOWER"


async def test_both_sides_are_heard_and_their_agreement_is_told(past, asked):
    for at in range(10):
        past.add(
            "ACHIEVED",
            named={"time": "HINDERED"} if at < 6 else {},
            by_supplier={"time": "HINDERED"} if at < 5 else {},
        )
    await past.stored()

    found = effect(await asked("factor_effects"), "time", "HINDERED")

    agreement = found["agreement"]
    assert (agreement["n"], agreement["customer"], agreement["supplier"], agreement["both"]) == (
        10,
        6,
        5,
        5,
    )
    assert agreement["kappa"] == pytest.approx(0.8)
    assert {(one["side"], one["locus"], one["count"]) for one in found["shares"]} == {
        ("CUSTOMER", "OTHER", 6),
        ("SUPPLIER", "OTHER", 5),
    }


async def test_a_cell_and_single_facts_count_alike(past, asked, world):
    """Whole months are read from cells, days and tags from facts: both say the same."""
    for at in range(12):
        past.add(
            "ACHIEVED" if at % 3 else "MISSED",
            due=date(2026, 1 + at % 3, 10),
            named={"time": "MISSING"},
            by_supplier={"trust": "HELPED"},
            tags=("all",),
        )
    await past.stored()
    days = {"between": {"from": "2026-01-02", "to": "2026-03-30"}}

    by_cell = await asked("factor_effects")
    by_edges = await asked("factor_effects", period=days)
    by_facts = await asked("factor_effects", filter={"tag": "all"})

    assert by_cell["effects"] == by_edges["effects"] == by_facts["effects"]
    assert by_cell["compared"] == 12
    assert by_edges["covered"] == [days["between"]]


async def test_what_a_team_asked_of_itself_is_counted_once(past, asked, world):
    pairs = [("Sales", "Operations"), ("Operations", "Elsewhere"), ("Operations", "Operations")]
    for at in range(36):
        customer, supplier = pairs[at % 3]
        outcome = "ACHIEVED" if at % 5 else "MISSED"
        named = {"time": "MISSING"}
        past.add(outcome, customer=customer, supplier=supplier, named=named, tags=("all",))
    await past.stored()
    team = {"team": world.id("Team", "Operations")}

    by_cells = await asked("factor_effects", filter=team)
    by_facts = await asked("factor_effects", filter=team | {"tag": "all"})

    assert by_cells["effects"] == by_facts["effects"]
    assert (by_cells["suppressed"], by_cells["compared"]) == (False, 36)


async def test_a_member_hears_of_what_the_member_may_see(past, asked):
    for _ in range(6):
        past.add("ACHIEVED", named={"time": "HELPED"})
        past.add("MISSED", customer="Elsewhere", named={"time": "HELPED"})
    await past.stored()

    compared = {
        who: (await asked("factor_effects", who))["compared"]
        for who in ("mia", "anna", "ben", "otto")
    }

    assert compared == {"mia": 12, "anna": 6, "ben": 12, "otto": 6}


async def test_a_small_group_is_not_spoken_about(past, asked, world):
    for _ in range(6):
        past.add("ACHIEVED", named={"time": "HELPED"}, one_person=True)
    for _ in range(6):
        past.add("ACHIEVED", customer="Elsewhere", supplier="Sales", named={"time": "HELPED"})
    await past.stored()

    one = await asked("factor_effects", filter={"supplierTeam": world.id("Team", "Operations")})
    many = await asked("factor_effects", filter={"customerTeam": world.id("Team", "Elsewhere")})

    assert (one["suppressed"], one["note"], one["effects"]) == (True, "SUPPRESSED", [])
    assert one["compared"] == 0
    assert (many["suppressed"], many["compared"]) == (False, 6)


async def test_the_sentence_is_in_the_viewers_language(past, asked):
    past.add("ACHIEVED", named={"time": "HELPED"})
    await past.stored()

    german = await asked("factor_effects", "ben")

    assert german["sentence"].startswith("Weniger als fünf")
    assert german["effects"][0]["label"] == "Verfügbare Zeit"


async def test_a_team_that_is_not_there_is_an_error(world, past):
    await past.stored()
    text = """query F($filter: RateFilter) {
      factorEffects(period: {year: 2026}, filter: $filter) { compared } }"""

    for team in ("nonsense", world.id("Person", "anna")):
        answer = await world.ask("mia", text, {"filter": {"supplierTeam": team}})
        assert answer.code == "BAD_USER_INPUT"


@pytest.mark.parametrize("name", ["factor_effects", "satisfaction", "smart_effect", "calibration"])
async def test_nothing_at_all_is_said_to_be_nothing(asked, name):
    answer = await asked(name, filter={"tag": "unheard of"})

    assert (answer["note"], answer["sufficient"]) in {("EMPTY", False), ("SUPPRESSED", False)}
