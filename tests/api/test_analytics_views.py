"""Satisfaction, self and other view, SMART and confidences, as the clients ask for them."""

import pytest

from goals.domain.statistics.newcombe import difference
from goals.domain.statistics.student import mean


def of(found, key, value):
    (one,) = (one for one in found if one[key] == value)
    return one


async def test_satisfaction_is_a_gap_and_silence_is_told(past, asked):
    grades = [(5, 6), (5, 4), (6, 6), (4, 6), (5, 7), (5, 3)]
    for pair in grades:
        past.add("ACHIEVED", satisfaction=pair)
    past.add("ACHIEVED", satisfaction=None)
    past.add("MISSED", satisfaction=None, lapsed=True)
    past.add(None)
    await past.stored()

    answer = await asked("satisfaction")

    gaps = [perceived - expected for expected, perceived in grades]
    expected = mean(6, sum(gaps), sum(gap * gap for gap in gaps))
    overall = of(answer["gaps"], "aspect", "OVERALL")
    assert (answer["closed"], answer["response"]["count"], answer["unanswered"]) == (8, 6, 2)
    assert (answer["lapsed"], answer["response"]["share"]) == (1, 0.75)
    assert overall["gap"]["mean"] == pytest.approx(expected.value)
    assert overall["gap"]["low"] == pytest.approx(expected.interval.low)
    assert overall["gap"]["note"] == "NOT_DISTINGUISHABLE"
    assert overall["perceived"] == pytest.approx(32 / 6)
    assert of(answer["gaps"], "aspect", "CLARITY")["gap"]["n"] == 0


async def test_the_suppliers_satisfaction_is_asked_apart(past, asked):
    for _ in range(5):
        past.add("ACHIEVED", own_view=(4, 7))
    await past.stored()

    answer = await asked("satisfaction", side="SUPPLIER")

    overall = of(answer["gaps"], "aspect", "OVERALL")
    assert (overall["gap"]["mean"], overall["gap"]["note"]) == (3.0, "HIGHER")


async def test_self_and_other_view_are_told_where_both_assessed(past, asked):
    for _ in range(6):
        past.add("PARTLY_ACHIEVED", satisfaction=(5, 4), own_view=(5, 6), judged=(70, 100))
    past.add("ACHIEVED", satisfaction=None)
    past.add("ACHIEVED", own_view=None)
    past.add("ACHIEVED", satisfaction=None, own_view=None)
    await past.stored()

    answer = await asked("self_other_difference")

    counts = [answer[name] for name in ("closed", "customerOnly", "supplierOnly", "neither")]
    assert counts == [9, 1, 1, 1]
    assert (answer["both"]["count"], answer["attainment"]["mean"]) == (6, 30.0)
    assert answer["attainment"]["note"] == "HIGHER"
    assert (answer["split"]["count"], answer["split"]["n"]) == (6, 6)
    assert of(answer["aspects"], "aspect", "OVERALL")["difference"]["mean"] == 2.0


async def test_smart_ones_are_compared_with_others_by_grade_and_by_letter(past, asked):
    for at in range(12):
        past.add("ACHIEVED" if at < 10 else "MISSED")
        past.add("ACHIEVED" if at < 4 else "MISSED", letters="PWPPP")
    for _ in range(3):
        past.add("MISSED", letters="FPPPP", overridden=True)
    past.add(None, state="CANCELLED", letters="PWPPP")
    await past.stored()

    answer = await asked("smart_effect")

    expected = difference(10, 12, 4, 12)
    against = answer["smartAgainstOthers"]
    measurable = of(answer["letters"], "dimension", "MEASURABLE")
    specific = of(answer["letters"], "dimension", "SPECIFIC")
    assert of(answer["grades"], "grade", "SMART")["achieved"]["count"] == 10
    assert of(answer["grades"], "grade", "ALMOST")["excluded"] == 1
    assert (answer["overridden"]["achieved"]["n"], answer["overridden"]["grade"]) == (3, None)
    assert against["value"] == pytest.approx(expected.value)
    assert against["low"] == pytest.approx(expected.interval.low)
    assert against["note"] == "HIGHER"
    assert (measurable["passed"]["n"], measurable["weak"]["n"]) == (12, 12)
    assert (specific["passed"]["n"], specific["weak"]["n"]) == (24, 0)
    assert (measurable["pvalue"], specific["pvalue"]) == (
        pytest.approx(measurable["correctedPvalue"]),
        None,
    )


async def test_confidences_are_held_against_what_came(past, asked):
    for at in range(10):
        past.add("ACHIEVED" if at < 5 else "MISSED", confidence=(90, 60), checked=50)
    past.add("ACHIEVED", late=True, confidence=(90, 60))
    past.add(None, state="CANCELLED", confidence=(10, 10))
    await past.stored()

    answer = await asked("calibration")

    series = {(one["side"], one["moment"]): one for one in answer["series"]}
    customer = series["CUSTOMER", "FIRST"]
    last = series["SUPPLIER", "LAST"]
    assert (customer["n"], customer["achieved"], customer["note"]) == (11, 5, "TOO_SURE")
    assert customer["said"] == pytest.approx(0.9)
    assert customer["brier"] == pytest.approx((5 * 0.01 + 6 * 0.81) / 11)
    parts = customer["reliability"] - customer["resolution"] + customer["uncertainty"]
    assert parts == pytest.approx(customer["brier"])
    (bin_,) = customer["bins"]
    assert (bin_["n"], bin_["inside"]) == (11, False)
    assert series["SUPPLIER", "FIRST"]["note"] == "HONEST"
    assert last["said"] == pytest.approx((10 * 0.5 + 0.6) / 11)
    assert [one["n"] for one in last["bins"]] == [10, 1]


async def test_too_few_confidences_are_counted_and_no_more(past, asked):
    for _ in range(4):
        past.add("ACHIEVED")
    await past.stored()

    for one in (await asked("calibration"))["series"]:
        assert (one["n"], one["note"], one["brier"], one["bins"]) == (4, "TOO_FEW", None, [])


@pytest.mark.parametrize(
    "name", ["satisfaction", "self_other_difference", "smart_effect", "calibration"]
)
async def test_everything_cancelled_or_open_leaves_nothing_to_say(past, asked, name):
    for _ in range(6):
        past.add(None, state="CANCELLED")
        past.add(None)
    await past.stored()

    assert (await asked(name))["note"] == "EMPTY"


@pytest.mark.parametrize(
    "name", ["satisfaction", "self_other_difference", "smart_effect", "calibration"]
)
async def test_stretch_goals_are_never_mixed_in(past, asked, name):
    for _ in range(6):
        past.add("ACHIEVED", commitment="STRETCH")
    await past.stored()

    committed = await asked(name)
    stretch = await asked(name, filter={"commitment": "STRETCH"})

    assert (committed["commitment"], committed["sufficient"]) == ("COMMITTED", False)
    assert (stretch["commitment"], stretch["sufficient"]) == ("STRETCH", True)


IMPOSSIBLE = [
    {"between": {"from": "2026-03-01", "to": "2026-02-01"}},
    {"between": {"from": "1990-01-01", "to": "2026-02-01"}},
    {"text": "soon"},
    {"year": 999_999},
]


@pytest.mark.parametrize(
    "field",
    [
        "rateTrend(period: $period) { note }",
        "factorEffects(period: $period) { note }",
        "satisfaction(period: $period) { note }",
        "selfOtherDifference(period: $period) { note }",
        "smartEffect(period: $period) { note }",
        "calibration(period: $period) { note }",
        "stageTimes(period: $period) { note }",
        "actionEffects(period: $period) { done }",
        "benefitsRealised(period: $period) { note }",
        "network(period: $period) { due }",
        "compareRates(a: {period: $period}, b: {period: $period}) { note }",
    ],
)
async def test_a_period_that_cannot_be_is_an_error_everywhere(world, field):
    text = f"query Q($period: PeriodInput!) {{ {field} }}"

    answers = [await world.ask("mia", text, {"period": period}) for period in IMPOSSIBLE]

    assert {answer.code for answer in answers} == {"BAD_USER_INPUT"}
