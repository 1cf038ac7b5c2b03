"""Lessons and actions after the end, and the inbox and the clock that live with them."""

from datetime import timedelta

import pytest
from acting import assess, done, evaluating, of, refused

from goals.services import clock, evaluations
from goals.store import rebuilding, rollups

INBOX = "{ inbox { kind side subjectId commission { key } } }"


@pytest.fixture
async def open_actions(world, draft):
    """One commission in evaluation, and an open action of each side."""
    made = await draft()
    await evaluating(world, made)
    plan = of(made, kind="CHANGE", text="Order lists a day earlier.")
    actions = {}
    for who in ("anna", "ben"):
        planned = await done(world, who, "actionPlan", plan, "action { id owner { name } }")
        actions[who] = planned["action"]["id"]
    return made, actions


async def test_an_open_action_is_owed_by_its_owner_and_hinders_nothing(world, open_actions):
    made, actions = open_actions

    owed = {}
    for who in actions:
        items = (await world.data(who, INBOX))["inbox"]
        owed[who] = [item["subjectId"] for item in items if item["kind"] == "COMPLETE_ACTION"]
    given = {"actionId": actions["ben"], "effectCheck": "The list comes at noon."}
    completed = await done(
        world, "ben", "actionComplete", given, "action { doneAt effectCheck } commission { state }"
    )
    await done(world, "anna", "lessonRecord", of(made, text="Ask for the list.", tags=["lists"]))
    await assess(world, "anna", made)
    last = await assess(world, "ben", made)

    assert owed == {who: [action] for who, action in actions.items()}
    assert completed["action"]["effectCheck"] == "The list comes at noon."
    assert last["commission"]["state"] == "CLOSED"
    assert "COMPLETE_ACTION" in last["commission"]["allowedActions"]


async def test_an_action_of_a_colleague_belongs_to_the_side_of_that_team(world, open_actions):
    made, _ = open_actions
    for name, team in (("cara", "Sales"), ("dirk", "Operations")):
        person = await done(
            world,
            "ada",
            "personCreate",
            {
                "name": name,
                "email": f"{name}@example.org",
                "language": "EN",
                "teamIds": [world.id("Team", team)],
            },
            "person { id }",
        )
        given = of(made, kind="SUSTAIN", text=name, ownerId=person["person"]["id"])
        await done(world, "ben", "actionPlan", given)

    owed = {}
    for who in ("anna", "ben"):
        items = (await world.data(who, INBOX))["inbox"]
        owed[who] = [item["side"] for item in items if item["kind"] == "COMPLETE_ACTION"]

    assert owed == {"anna": ["CUSTOMER"] * 2, "ben": ["SUPPLIER"] * 2}


async def test_the_clock_closes_an_evaluation_with_an_open_action(world, open_actions):
    made, _ = open_actions

    acts = await clock.tick(world.database, world.now + timedelta(days=16))
    after = await world.data(
        "mia",
        "query C($id: ID!) { commission(by: {id: $id}) { state outcome allowedActions } }",
        {"id": made["id"]},
    )

    assert acts == 1
    assert after["commission"] == {"state": "CLOSED", "outcome": "ACHIEVED", "allowedActions": []}


async def test_one_commission_that_cannot_be_closed_does_not_stop_the_clock(
    world, open_actions, draft, monkeypatch, caplog
):
    broken, _ = open_actions
    await evaluating(world, await draft())
    conclude = evaluations.conclude

    async def failing(doing):
        if doing.loaded.key == broken["key"]:
            raise ValueError("nobody expects this")
        await conclude(doing)

    monkeypatch.setattr(evaluations, "conclude", failing)
    acts = await clock.tick(world.database, world.now + timedelta(days=16))

    text = "{ commissions(orderBy: [{field: NUMBER}]) { nodes { state } } }"
    states = (await world.data("mia", text))["commissions"]["nodes"]
    assert acts == 1
    assert states == [{"state": "EVALUATING"}, {"state": "CLOSED"}]
    assert "cannot act on commission" in caplog.text


async def test_the_customer_says_again_and_again_whether_the_benefit_arrived(world, draft):
    made = await draft()
    await evaluating(world, made)
    wanted = "benefitReview { verdict comment asOf person { name } }"

    early = await done(world, "anna", "benefitReview", of(made, verdict="TOO_EARLY"), wanted)
    world.now += timedelta(days=40)
    given = of(made, verdict="REALISED", comment="Fewer calls.", asOf="2026-04-01")
    await done(world, "anna", "benefitReview", given)

    assert early["benefitReview"] == {
        "verdict": "TOO_EARLY",
        "comment": None,
        "asOf": "2026-03-02",
        "person": {"name": "Anna"},
    }
    text = """query B($id: ID!) { commission(by: {id: $id}) {
      benefitReviews { nodes { verdict asOf } } } }"""
    seen = await world.data("ben", text, {"id": made["id"]})
    assert seen["commission"]["benefitReviews"]["nodes"] == [
        {"verdict": "REALISED", "asOf": "2026-04-01"},
        {"verdict": "TOO_EARLY", "asOf": "2026-03-02"},
    ]


async def test_the_supplier_does_not_say_so_and_nobody_says_it_of_tomorrow(world, draft):
    made = await draft()
    await evaluating(world, made)

    (other,) = await refused(world, "ben", "benefitReview", of(made, verdict="REALISED"))
    given = of(made, verdict="REALISED", asOf="2026-03-04")
    (early,) = await refused(world, "anna", "benefitReview", given)

    assert other["__typename"] == "NotYourTurnError"
    assert (early["code"], early["path"]) == ("IN_THE_FUTURE", ["asOf"])


async def test_the_latest_word_on_the_benefit_is_counted_at_once(world, draft):
    made = await draft()
    await evaluating(world, made)
    await done(world, "anna", "benefitReview", of(made, verdict="TOO_EARLY"))
    for who in ("anna", "ben"):
        await assess(world, who, made)
    await done(world, "anna", "benefitReview", of(made, verdict="REALISED"))

    differences = [each async for each in rebuilding.check(world.database, world.org_id)]
    counted = await world.database.look_up(rollups.SELECT, [world.org_id, "benefits"])

    assert [sum(row[7:]) for row in counted if any(row[7:])] == [1] * 5
    assert differences == []
