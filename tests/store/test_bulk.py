"""Bulk: a great many rows, as good as those that acts write."""

import pytest

from goals.domain.chain import verify_chain
from goals.store import bulk, events, records, revisions
from goals.store.faults import RowRefusedError


def many(world, chain, count):
    for number in range(1, count + 1):
        row, wording = world.commission(number)
        yield [row, *wording.rows(), *chain.event(world.event(commission_id=row.id))]


async def test_a_loaded_chain_is_continued_by_acts_and_verifies(database, world):
    chain = bulk.Chain(world.org_id, world.now)

    rows = await bulk.load(database, many(world, chain, 120), rows_at_once=100)
    async with database.transaction() as tx:
        await chain.end(tx, last_commission=120)
    async with database.transaction() as tx:
        head = await events.lock(tx, world.org_id, new_commissions=1)
        await events.append(tx, head, world.event())

    async with database.transaction() as tx:
        links = await events.links(tx, world.org_id)
    assert (rows, head.seq, head.commission_number) == (720, 121, 121)
    assert verify_chain(links).holds


async def test_loaded_rows_are_read_like_any_other(database, world):
    chain = bulk.Chain(world.org_id, world.now)
    row, wording = world.commission()

    await bulk.load(database, [[row, *wording.rows()]])

    async with database.transaction() as tx:
        assert await records.find_one(tx, type(row), id=row.id) == row
        assert await revisions.read(tx, world.org_id, wording.revision.id) == wording
    assert chain.seq == 0


async def test_links_are_checked_in_bulk_too(database, world):
    row, wording = world.commission(supplier_id=world.org_id)

    with pytest.raises(RowRefusedError):
        await bulk.load(database, [[row, *wording.rows()]])
