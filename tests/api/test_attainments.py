"""How far a criterion is reached: every direction through the contract, with and without a hand."""

from datetime import timedelta
from decimal import Decimal

import pytest
from acting import CONTENT, agree, assess, criteria, deliver, done, of, review

METRIC = {"kind": "METRIC", "text": "The value that counts in May 2026.", "unit": "days"}
OUTCOME = """query O($id: ID!) { commission(by: {id: $id}) {
  outcome evaluation { timelinessFirstAgreed } } }"""
CASES = {
    "rising, half way": (METRIC | {"direction": "INCREASE", "baseline": "80", "target": "100"},
        "90", ("0.5", False)),
    "rising, beyond": (METRIC | {"direction": "INCREASE", "baseline": "80", "target": "100"},
        "110", ("1.5", True)),
    "rising, wrong way": (METRIC | {"direction": "INCREASE", "baseline": "80", "target": "100"},
        "70", ("0", False)),
    "falling, a quarter": (METRIC | {"direction": "DECREASE", "baseline": "9", "target": "5"},
        "8", ("0.25", False)),
    "falling, reached": (METRIC | {"direction": "DECREASE", "baseline": "9", "target": "5"},
        "5", ("1", True)),
    "falling, below zero": (METRIC | {"direction": "DECREASE", "baseline": "2", "target": "-2"},
        "-1", ("0.75", False)),
    "at least, met": (METRIC | {"direction": "AT_LEAST", "target": "95"}, "95", ("1", True)),
    "at least, missed": (METRIC | {"direction": "AT_LEAST", "target": "95"}, "94.9", None),
    "at most, met": (METRIC | {"direction": "AT_MOST", "target": "4"}, "3.5", ("1", True)),
    "at most, missed": (METRIC | {"direction": "AT_MOST", "target": "4"}, "4.000001", None),
    "band, inside": (METRIC | {"direction": "WITHIN", "target": "20", "band": "2"},
        "18", ("1", True)),
    "band, outside": (METRIC | {"direction": "WITHIN", "target": "20", "band": "2"}, "22.1", None),
    "yes": ({"text": "The list is in use."}, "1", ("1", True)),
    "no": ({"text": "The list is in use."}, "0", ("0", False)),
}  # fmt: skip


async def agreed(world, draft, *parts):
    made = await draft(content=CONTENT | {"criteria": list(parts)})
    await agree(world, made)
    return made


async def measure(world, made, value, **more):
    first = (await criteria(world, made))[0]
    given = {"criterionId": first["id"], "value": value} | more
    await done(world, "ben", "criterionMeasure", given)
    return (await criteria(world, made))[0]


@pytest.mark.parametrize("name", CASES)
async def test_a_measured_value_gives_the_attainment_it_means(world, draft, name):
    part, value, expected = CASES[name]
    made = await agreed(world, draft, part)

    after = await measure(world, made, value)

    if expected is None:
        assert after["met"] is False
        assert 0 <= Decimal(after["attainment"]) < 1
    else:
        assert (after["attainment"], after["met"]) == expected


async def test_the_value_observed_last_counts_and_not_the_one_recorded_last(world, draft):
    made = await agreed(world, draft, METRIC | {"direction": "AT_LEAST", "target": "95"})
    day, earlier = (world.now - timedelta(days=days) for days in (1, 2))
    await measure(world, made, "96", observedAt=day.isoformat())

    after = await measure(world, made, "10", observedAt=earlier.isoformat())

    assert (after["latestMeasurement"], after["met"]) == ({"value": "96"}, True)


async def test_a_value_set_by_hand_decides_and_the_measured_one_stays(world, draft):
    made = await agreed(world, draft, METRIC | {"direction": "AT_LEAST", "target": "95"})
    first = await measure(world, made, "96")

    given = {"criterionId": first["id"], "attainment": "0.25", "reason": "The scale lies."}
    overridden = await done(
        world, "ben", "criterionOverride", given, "override { computed attainment reason }"
    )
    (after,) = await criteria(world, made)

    assert overridden["override"] == {
        "computed": "1", "attainment": "0.25", "reason": "The scale lies.",
    }  # fmt: skip
    assert (after["attainment"], after["met"]) == ("1", False)
    assert after["latestMeasurement"] == {"value": "96"}


async def test_what_was_rejected_is_delivered_again_and_counted_by_the_last_delivery(world, draft):
    made = await agreed(world, draft, {"text": "The list is in use."})
    await measure(world, made, "1")
    await deliver(world, made)
    await review(world, made, met=False)
    world.now += timedelta(days=100)  # past the deadline
    await deliver(world, made)
    await review(world, made, met=True)
    await assess(world, "anna", made)

    await assess(world, "ben", made)

    data = await world.data("anna", OUTCOME, {"id": made["id"]})
    assert data["commission"]["outcome"] == "ACHIEVED"
    assert data["commission"]["evaluation"]["timelinessFirstAgreed"] == "LATE"


async def test_somebody_on_both_sides_is_marked_and_not_counted(world, draft):
    team = world.id("Team", "Sales")
    made = await draft(supplierTeamId=team)
    await done(world, "anna", "commissionPropose", of(made, expectedRevision=1))
    signed = {"expectedRevision": 1, "confidence": 80, "note": "So.", "overrideReason": "Known."}
    for _ in range(2):
        last = await done(
            world,
            "anna",
            "commissionAccept",
            of(made, **signed),
            "commission { state selfCommission mySides } signature { side }",
        )

    rate = await world.data("mia", "{ achievementRate(period: {year: 2026}) { total { due } } }")

    assert last["commission"] == {
        "state": "AGREED", "selfCommission": True, "mySides": ["CUSTOMER", "SUPPLIER"],
    }  # fmt: skip
    assert last["signature"] == {"side": "SUPPLIER"}
    assert rate["achievementRate"]["total"] == {"due": 0}


async def test_a_colleague_who_signs_for_both_sides_makes_it_one_with_oneself(world, draft):
    """Two contacts, but one pair of hands: no promise between two."""
    sales = world.id("Team", "Sales")
    carl = await done(
        world,
        "ada",
        "personCreate",
        {"name": "Carl", "email": "carl@example.org", "language": "EN", "teamIds": [sales]},
        "person { id }",
    )
    made = await draft(supplierTeamId=sales, supplierId=carl["person"]["id"])
    await done(world, "anna", "commissionPropose", of(made, expectedRevision=1))
    signed = {"expectedRevision": 1, "confidence": 80, "note": "So.", "overrideReason": "Known."}

    shown = [
        await done(
            world,
            "anna",
            "commissionAccept",
            of(made, **signed),
            "commission { state selfCommission }",
        )
        for _ in range(2)
    ]

    assert [one["commission"] for one in shown] == [
        {"state": "CLARIFYING", "selfCommission": False},
        {"state": "AGREED", "selfCommission": True},
    ]
