"""Acts at the same time: one order is found, and nobody agrees to what they did not see."""

import asyncio
from uuid import uuid4

import pytest
from acting import CONTENT, agree, by, criteria, done, events, musts, of
from attacking import check_history

from goals.services.context import IdempotencyKey

SIGNED = {"confidence": 80, "note": "Understood.", "overrideReason": "Known."}
FACTORS = [{"factor": "trust", "polarity": "MISSING", "locus": "OTHER"}]
STANDING = """query S($id: ID!) { commission(by: {id: $id}) { state version
  currentRevision { number contentHash } pendingRevision { number }
  revisions { totalCount } measurements { totalCount }
  signatures { nodes { side decision revisionHash revision { number contentHash } } } } }"""


async def at_once(*acts):
    """Do all of these at the same time; return the codes of refusal of each."""
    payloads = await asyncio.gather(*acts)
    return [[error["code"] for error in payload["errors"]] for payload in payloads]


async def standing(world, made):
    return (await world.data("anna", STANDING, {"id": made["id"]}))["commission"]


@pytest.mark.parametrize("round_", range(6))
async def test_nobody_agrees_to_a_revision_they_did_not_sign(world, draft, round_):
    made = await draft()
    await done(world, "anna", "commissionPropose", by(made))
    changed = CONTENT | {"goal": "Raise the share from 82 % to 99 % by May 2026."}
    acts = [
        world.act("anna", "commissionAccept", by(made, **SIGNED)),
        world.act("ben", "commissionAccept", by(made, **SIGNED)),
        world.act("ben", "commissionRevise", by(made, content=changed)),
    ]

    codes = await at_once(*acts[round_ % 3 :], *acts[: round_ % 3])

    now = await standing(world, made)
    signed = {
        one["side"]
        for one in now["signatures"]["nodes"]
        if one["revisionHash"] == now["currentRevision"]["contentHash"]
    }
    assert (now["state"] == "AGREED") == (signed == {"CUSTOMER", "SUPPLIER"})
    assert all(
        one["revisionHash"] == one["revision"]["contentHash"] for one in now["signatures"]["nodes"]
    )
    assert {code for each in codes for code in each} <= {"STALE_REVISION", "WRONG_STATE"}
    if now["currentRevision"]["number"] == 2:
        assert now["state"] == "CLARIFYING"


async def test_of_many_measurements_at_once_none_is_lost(world, draft):
    made = await draft()
    await agree(world, made)
    first, _ = await criteria(world, made)

    codes = await at_once(
        *(
            world.act("ben", "criterionMeasure", {"criterionId": first["id"], "value": str(value)})
            for value in range(82, 102)
        )
    )

    now = await standing(world, made)
    assert codes == [[]] * 20
    assert now["measurements"] == {"totalCount": 20}
    await check_history(world)


async def test_a_cancellation_and_a_delivery_at_once_do_not_both_win(world, draft):
    made = await draft()
    await agree(world, made)
    claims = [{"criterionId": one, "claim": "Done."} for one in await musts(world, made)]
    before = await events(world)

    cancelled, revoked, delivered = await at_once(
        world.act("anna", "commissionCancel", of(made, reason="No.", factors=FACTORS)),
        world.act("ben", "commissionRevoke", of(made, reason="No.", factors=FACTORS)),
        world.act("ben", "commissionDeliver", of(made, claims=claims)),
    )

    now = await standing(world, made)
    won = [
        name for name, codes in (("c", cancelled), ("r", revoked), ("d", delivered)) if not codes
    ]
    assert now["state"] == "CANCELLED"
    assert won in (["c"], ["r"], ["c", "d"], ["r", "d"])
    assert await events(world) - before == len(won)


async def test_of_two_changes_proposed_at_once_one_waits(world, draft):
    made = await draft()
    await agree(world, made)
    change = by(made, cause="A new law.", content=CONTENT | {"deadline": "2026-06-30"})

    codes = await at_once(
        *(world.act(who, "commissionAmend", change) for who in ("anna", "ben", "anna", "ben"))
    )

    now = await standing(world, made)
    assert sorted(map(len, codes)) == [0, 1, 1, 1]
    assert {code for each in codes for code in each} <= {"AMENDMENT_PENDING", "STALE_REVISION"}
    assert now["pendingRevision"] == {"number": 2}
    assert now["revisions"] == {"totalCount": 2}


async def test_a_change_signed_and_dropped_at_once_is_only_one_of_both(world, draft):
    made = await draft()
    await agree(world, made)
    change = by(made, cause="A new law.", content=CONTENT | {"deadline": "2026-06-30"})
    await done(world, "ben", "commissionAmend", change)
    await done(world, "ben", "commissionAccept", by(made, expectedRevision=2, **SIGNED))
    claims = [{"criterionId": one, "claim": "Done."} for one in await musts(world, made)]

    signed, delivered = await at_once(
        world.act("anna", "commissionAccept", by(made, expectedRevision=2, **SIGNED)),
        world.act("ben", "commissionDeliver", of(made, claims=claims)),
    )

    now = await standing(world, made)
    assert now["pendingRevision"] is None
    if signed:
        assert (delivered, now["currentRevision"]["number"]) == ([], 1)
    else:
        assert now["currentRevision"]["number"] == 2
        assert set(delivered) <= {"UNKNOWN_CRITERION", "CLAIM_MISSING"}
    await check_history(world)


async def test_of_fifty_duplicates_with_one_key_there_is_one_object(world):
    token, text = (
        uuid4(),
        "mutation T($i: TeamCreateInput!) { teamCreate(input: $i) { team { id } } }",
    )
    before = await events(world)

    answers = await asyncio.gather(
        *(
            world.ask(
                "ada",
                text,
                {"i": {"name": "Dock"}},
                idempotency=IdempotencyKey(token, "key-1", "hash-1"),
                token_id=token,
            )
            for _ in range(50)
        )
    )

    made = {answer.data for answer in answers if not answer.errors}
    assert len(made) == 1
    assert {answer.code for answer in answers} <= {None, "IDEMPOTENCY_RUNNING"}
    assert await events(world) - before == 1
