"""Assessments stay sealed until both are in; the outcome is derived when they are."""

from datetime import timedelta

from goals.services import clock
from goals.store import events


async def test_assessments_stay_sealed_until_both_are_in(world):
    await world.review()

    await world.assess("anna")
    sealed = await world.database.read_rows("SELECT unsealed_at FROM assessment", [])
    await world.assess("ben")

    opened = await world.database.read_rows(
        "SELECT unsealed_at FROM assessment UNION ALL SELECT unsealed_at FROM factor_observation",
        [],
    )
    assert sealed == [(None,)]
    assert len(opened) == 4
    assert None not in [at for (at,) in opened]


async def test_history_tells_nothing_of_a_sealed_assessment(world):
    await world.review()

    await world.assess("anna", percent=37)

    async with world.database.transaction() as tx:
        link = (await events.links(tx, world.org_id))[-1]
    assert link.header["kind"] == "commission.assessed"
    assert link.body == {"state": "EVALUATING"}


async def test_the_customers_view_decides_and_the_difference_is_kept(world):
    await world.review()

    await world.assess("anna", percent=60)
    await world.assess("ben", percent=100)

    found = await world.database.read_rows(
        "SELECT c.state, c.outcome, e.outcome, e.timeliness_first_agreed, e.disagreements "
        "FROM commission c JOIN evaluation e ON e.commission_id = c.id",
        [],
    )
    ((state, kept, derived, timeliness, disagreements),) = found
    assert (state, kept, derived, timeliness) == ("CLOSED", "MISSED", "MISSED", "EARLY")
    assert '"customer":60' in disagreements


async def test_the_clock_lapses_an_unreviewed_delivery_and_closes_the_evaluation(world):
    await world.deliver()
    start = world.act("ben").now

    lapsed = await clock.tick(world.database, start + timedelta(days=20))
    too_early = await clock.tick(world.database, start + timedelta(days=21))
    closed = await clock.tick(world.database, start + timedelta(days=40))

    found = await world.database.read_rows("SELECT state, lapsed, outcome FROM commission", [])
    ((state, was_lapsed, outcome),) = found
    assert (lapsed, too_early, closed) == (1, 0, 1)
    assert (state, bool(was_lapsed), outcome) == ("CLOSED", True, "NOT_ASSESSABLE")
