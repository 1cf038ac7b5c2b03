"""Idempotency keys: the same request many times is one act and one answer."""

import asyncio
import datetime as dt

import pytest

from goals.domain.errors import IdempotencyMismatch
from goals.store import events, idempotency


async def act(database, world, token_id, *, key="k", request="a" * 64, now=None):
    """An act under a key; answers with the number of its event."""
    async with database.transaction() as tx:
        known = await idempotency.claim(
            tx,
            token_id=token_id,
            key=key,
            org_id=world.org_id,
            request_hash=request,
            now=now or world.now,
        )
        if known is not None:
            return known
        head = await events.lock(tx, world.org_id)
        event = await events.append(tx, head, world.event())
        await idempotency.answer(tx, token_id=token_id, key=key, text=f"event {event.seq}")
        return f"event {event.seq}"


async def test_the_same_request_again_gets_the_stored_answer(database, world):
    token_id = world.new_id()
    first = await act(database, world, token_id)

    again = await act(database, world, token_id)

    assert (first, again) == ("event 1", "event 1")


async def test_fifty_at_once_are_one_act(database, world):
    token_id = world.new_id()

    answers = await asyncio.gather(*(act(database, world, token_id) for _ in range(50)))

    assert set(answers) == {"event 1"}


async def test_another_request_under_the_same_key_is_refused(database, world):
    token_id = world.new_id()
    await act(database, world, token_id)

    with pytest.raises(IdempotencyMismatch):
        await act(database, world, token_id, request="b" * 64)


async def test_an_act_that_failed_leaves_its_key_free(database, world):
    token_id = world.new_id()
    with pytest.raises(KeyError):  # noqa: PT012
        async with database.transaction() as tx:
            await idempotency.claim(
                tx,
                token_id=token_id,
                key="k",
                org_id=world.org_id,
                request_hash="a" * 64,
                now=world.now,
            )
            raise KeyError

    assert await act(database, world, token_id, request="b" * 64) == "event 1"


async def test_keys_belong_to_a_token(database, world):
    await act(database, world, world.new_id())

    assert await act(database, world, world.new_id(), request="b" * 64) == "event 2"


async def test_a_key_lives_for_a_day(database, world):
    token_id = world.new_id()
    await act(database, world, token_id)

    just = await act(database, world, token_id, now=world.now + dt.timedelta(hours=24))
    later = await act(database, world, token_id, now=world.now + dt.timedelta(hours=24, seconds=1))

    assert (just, later) == ("event 1", "event 2")


async def test_old_keys_are_forgotten(database, world):
    await act(database, world, world.new_id())
    await act(database, world, world.new_id(), now=world.now + dt.timedelta(hours=20))

    async with database.transaction() as tx:
        assert await idempotency.forget(tx, world.now + dt.timedelta(hours=25)) == 1
