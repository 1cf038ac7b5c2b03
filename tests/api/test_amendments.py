"""Changes after agreement: proposed, signed, declined, dropped, and what they carry over."""

import pytest
from acting import CONTENT, agree, by, criteria, deliver, done, of, refused, review, sign

CAUSE = {"cause": "A new conveyor.", "content": CONTENT | {"deadline": "2026-06-30"}}
NUMBERS = """commission { state deadline firstAgreedDeadline currentRevision { number }
  pendingRevision { number } revisions { nodes { number } } }"""


@pytest.fixture
async def agreed(world, draft):
    made = await draft()
    await agree(world, made)
    return made


async def amend(world, commission, who="ben", **more):
    payload = await done(world, who, "commissionAmend", by(commission, **(CAUSE | more)), NUMBERS)
    return payload["commission"]


async def test_a_change_both_sign_is_in_force_and_keeps_the_first_deadline(world, agreed):
    await amend(world, agreed)

    await sign(world, agreed, "ben", revision=2)
    waiting = await criteria(world, agreed)
    await sign(world, agreed, "anna", revision=2)
    now = (await done(world, "ben", "checkInRecord", of(agreed, health="ON_TRACK"), NUMBERS))[
        "commission"
    ]

    assert now["currentRevision"] == {"number": 2}
    assert now["pendingRevision"] is None
    assert (now["deadline"], now["firstAgreedDeadline"]) == ("2026-06-30", "2026-05-29")
    assert [one["id"] for one in waiting] != [one["id"] for one in await criteria(world, agreed)]


async def test_after_a_declined_change_another_can_be_proposed(world, agreed):
    await amend(world, agreed)
    await done(
        world,
        "anna",
        "commissionDecline",
        by(agreed, expectedRevision=2, reason="Too late.", noAlternative=True),
    )

    again = await amend(world, agreed, who="anna")

    assert again["pendingRevision"] == {"number": 3}
    assert [one["number"] for one in again["revisions"]["nodes"]] == [3, 2, 1]
    assert again["currentRevision"] == {"number": 1}


async def test_a_delivery_drops_a_change_that_can_be_proposed_again_after_a_rejection(
    world, agreed
):
    await amend(world, agreed)
    await deliver(world, agreed)
    await review(world, agreed, met=False)

    again = await amend(world, agreed)
    await sign(world, agreed, "anna", "ben", revision=3)
    await deliver(world, agreed)

    assert again["pendingRevision"] == {"number": 3}


async def test_what_was_measured_stays_with_a_criterion_through_a_change(world, agreed):
    first, _ = await criteria(world, agreed)
    await done(world, "ben", "criterionMeasure", {"criterionId": first["id"], "value": "88.5"})
    await amend(world, agreed)
    await sign(world, agreed, "anna", "ben", revision=2)

    after, _ = await criteria(world, agreed)
    old = await refused(
        world, "ben", "criterionMeasure", {"criterionId": first["id"], "value": "90"}
    )

    assert after["id"] != first["id"]
    assert after["lineageId"] == first["lineageId"]
    assert (after["attainment"], after["latestMeasurement"]) == ("0.5", {"value": "88.5"})
    assert [error["code"] for error in old] == ["NOT_FOUND"]


async def test_a_second_change_waits_until_the_first_is_settled(world, agreed):
    await amend(world, agreed)

    errors = await refused(
        world, "anna", "commissionAmend", by(agreed, expectedRevision=2, **CAUSE)
    )

    assert [error["__typename"] for error in errors] == ["ConflictError"]
