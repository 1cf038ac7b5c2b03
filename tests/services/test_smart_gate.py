"""The SMART gate: a commission that fails S, M, T or R is signed with a reason of both, or not."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from goals.domain.errors import SmartGateClosed
from goals.services import commissions, revisions, signatures, suppressions
from goals.services.requests import (
    AcceptRequest,
    CriterionPart,
    ProposeRequest,
    ReviseRequest,
    SuppressFindingRequest,
)

WEAK = {
    "goal": "Improve communication with customers",
    "criteria": (CriterionPart("Communication is good"),),
}


@pytest.fixture
async def weak(world):
    """A commission whose goal nobody could measure, in clarification."""
    await world.draft(replace(world.content, **WEAK))
    await commissions.propose(world.act("anna"), ProposeRequest(world.commission, 1))
    return world


async def test_a_goal_without_a_measure_is_not_signed_just_so(weak):
    with pytest.raises(SmartGateClosed) as refused:
        await signatures.accept(weak.act("ben"), AcceptRequest(weak.commission, 1, 80, "Clear."))

    assert "MEASURABLE" in {failure.dimension for failure in refused.value.findings}
    assert await weak.count("signature") == 0


async def test_each_side_has_to_give_its_own_reason(weak):
    override = AcceptRequest(weak.commission, 1, 80, "Clear.", "Urgent; we sharpen it in May.")
    await signatures.accept(weak.act("ben"), override)

    with pytest.raises(SmartGateClosed):
        await signatures.accept(weak.act("anna"), AcceptRequest(weak.commission, 1, 80))
    await signatures.accept(weak.act("anna"), override)

    assert await weak.database.read_value("SELECT state FROM commission", []) == "AGREED"


async def test_a_deadline_that_passes_before_signing_closes_the_gate(world):
    await world.propose()
    late = world.act("ben").now + timedelta(days=200)

    with pytest.raises(SmartGateClosed) as refused:
        await signatures.accept(
            world.act("ben", now=late), AcceptRequest(world.commission, 1, 80, "Clear.")
        )

    assert [failure.rule for failure in refused.value.findings] == ["T503"]


async def test_every_revision_and_signature_keeps_the_verdict_it_was_made_under(world):
    await world.agree()

    found = await world.database.read_rows(
        "SELECT grade, accepted, rules_version FROM smart_report ORDER BY checked_at, id", []
    )
    assert [(grade, accepted) for grade, accepted, _ in found] == [
        ("DRAFT_SMART", "UNKNOWN"),
        ("NOT_SMART", "FAIL"),
        ("DRAFT_SMART", "PASS"),
    ]
    assert all(version for _, _, version in found)


async def test_a_suppressed_finding_is_silent_until_its_words_change(world):
    weekend = replace(world.content, deadline=date(2027, 4, 3))
    await world.draft(weekend)
    request = SuppressFindingRequest(
        world.commission, "T506", "deadline", "", "We work on Saturdays."
    )

    await suppressions.suppress(world.act("anna"), request)
    await revisions.revise(world.act("anna"), ReviseRequest(world.commission, 1, weekend))

    found = await world.database.read_rows(
        "SELECT findings FROM smart_report ORDER BY checked_at, id", []
    )
    assert ["T506" in findings for (findings,) in found] == [True, False]


async def test_nobody_silences_a_finding_on_behalf_of_the_other_side(weak):
    for rule, field, words in (
        ("M201", "goal", WEAK["goal"]),
        ("M210", "criteria", "good"),
        ("S103", "goal", WEAK["goal"]),
    ):
        await suppressions.suppress(
            weak.act("ben"),
            SuppressFindingRequest(weak.commission, rule, field, words, "We know what is meant."),
        )

    with pytest.raises(SmartGateClosed):
        await signatures.accept(weak.act("anna"), AcceptRequest(weak.commission, 1, 80))

    assert await weak.count("signature") == 0
