"""Catching up: statistics follow the chain of events, and nobody reads them before they have."""

import asyncio

import pytest
from lives import agree, cancel, differences, drafted, erase_texts, total

from goals.store import catching_up, rollups
from goals.store.catching_up import up_to_date


async def test_an_event_counted_twice_counts_once(world):
    own = await drafted(world)
    await agree(own)
    await cancel(own)
    before = await total(own)
    await forget_how_far(world)

    assert await total(own) == before
    assert await differences(own) == []


async def test_many_events_are_counted_by_and_by(world, monkeypatch):
    monkeypatch.setattr(catching_up, "AT_ONCE", 3)
    owned = [await drafted(world) for _ in range(4)]
    for own in owned:
        await agree(own)

    assert (await total(world))["due"] == 4
    assert await differences(world) == []


async def test_all_organisations_are_counted(world):
    own = await drafted(world)
    await agree(own)

    await catching_up.everywhere(world.database)

    behind = await world.database.look_up(
        "SELECT h.org_id FROM organisation_head h JOIN rollup_built b ON b.org_id = h.org_id "
        "WHERE h.event_seq <> b.seq"
    )
    assert behind == []
    found = await world.database.look_up(rollups.SELECT, [world.org_id, "day"])
    assert [row[7] for row in found] == [1]


async def test_who_counts_at_once_counts_everything_once(world):
    owned = [await drafted(world) for _ in range(6)]

    async def live(own):
        await agree(own)
        await cancel(own)

    async def ask():
        return [(await total(world))["due"] for _ in range(5)]

    *_, first, second = await asyncio.gather(*map(live, owned), ask(), ask())

    assert first == sorted(first)
    assert second == sorted(second)
    assert (await total(world))["cancelled"] == 6
    assert await differences(world) == []


@pytest.mark.parametrize("engine_name", ["postgres"])
async def test_an_act_does_not_wait_for_who_counts(world):
    own, counting, done = await drafted(world), asyncio.Event(), asyncio.Event()

    async def count_slowly():
        async with world.database.transaction() as tx:
            await tx.execute("UPDATE rollup_built SET seq = seq")
            counting.set()
            await done.wait()

    slow = asyncio.create_task(count_slowly())
    await counting.wait()
    await asyncio.wait_for(agree(own), timeout=3)
    done.set()
    await slow

    assert (await total(own))["due"] == 1


async def test_erased_texts_are_counted_as_before(world):
    own = await drafted(world)
    await agree(own)
    await cancel(own)
    before = await total(own)

    assert await erase_texts(own) == 1

    assert await total(own) == before
    assert await differences(own) == []


async def test_what_happens_during_a_check_is_no_difference(world, monkeypatch):
    own, late = await drafted(world), await drafted(world)
    await agree(own)

    async def act_after(*asked):
        await up_to_date(*asked)
        await agree(late)
        await cancel(own)

    monkeypatch.setattr("goals.store.rebuilding.up_to_date", act_after)
    assert await differences(world) == []


async def forget_how_far(world):
    """Let everything that happened be counted again."""
    async with world.database.transaction() as tx:
        await tx.execute("UPDATE rollup_built SET seq = 0")
