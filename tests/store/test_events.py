"""Events: one chain per organisation, gapless in the order of commits, and every change shows."""

import asyncio
import datetime as dt

import pytest

from goals.domain.chain import GENESIS, Fault, verify_chain
from goals.store import events, outbox, records
from goals.store.erasures import ErasureRow
from goals.store.events import EventRow
from goals.store.faults import RowRefusedError


async def act(database, world, **changes):
    async with database.transaction() as tx:
        head = await events.lock(tx, world.org_id)
        return await events.append(tx, head, world.event(**changes))


async def chain_of(database, world):
    async with database.transaction() as tx:
        return await events.links(tx, world.org_id)


async def test_the_first_event_follows_the_beginning(database, world):
    event = await act(database, world)

    assert (event.seq, event.previous_hash) == (1, GENESIS)


async def test_an_event_comes_back_as_it_was_appended(database, world):
    written = await act(database, world)

    async with database.transaction() as tx:
        assert await records.find_one(tx, EventRow, org_id=world.org_id, seq=1) == written


async def test_fifty_appenders_at_once_make_one_gapless_chain(database, world):
    await asyncio.gather(*(act(database, world) for _ in range(50)))

    chain = await chain_of(database, world)
    assert [link.seq for link in chain] == list(range(1, 51))
    assert verify_chain(chain).holds


async def test_an_act_that_is_taken_back_leaves_no_gap(database, world):
    await act(database, world)
    with pytest.raises(KeyError):  # noqa: PT012
        async with database.transaction() as tx:
            await events.append(tx, await events.lock(tx, world.org_id), world.event())
            raise KeyError
    await act(database, world)

    assert [link.seq for link in await chain_of(database, world)] == [1, 2]


async def test_time_never_runs_backwards_in_a_chain(database, world):
    await act(database, world, at=world.now)
    later = await act(database, world, at=world.now - dt.timedelta(hours=1))

    assert later.at == world.now


async def test_every_organisation_has_its_own_chain(database, world, other_world):
    await act(database, world)
    event = await act(database, other_world)

    assert event.seq == 1
    assert verify_chain(await chain_of(database, other_world)).holds


async def test_an_event_needs_an_organisation(database, world):
    with pytest.raises(RowRefusedError):
        async with database.transaction() as tx:
            await events.lock(tx, world.anna_id)


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ("UPDATE event SET kind = 'commission.closed' WHERE seq = 2", Fault.HEADER),
        ("UPDATE event SET at = '2020-01-01T00:00:00.000000Z' WHERE seq = 2", Fault.HEADER),
        ("UPDATE event SET actor_id = NULL WHERE seq = 2", Fault.HEADER),
        ('UPDATE event_body SET body = \'{"title":"other"}\' WHERE seq = 2', Fault.BODY),
        ("DELETE FROM event WHERE seq = 2", Fault.GAP),
        ("UPDATE event SET previous_hash = hash WHERE seq = 2", Fault.PREVIOUS),
    ],
)
async def test_tampering_behind_the_application_shows(
    database, world, behind_the_application, change, fault
):
    for _ in range(3):
        await act(database, world)
    behind_the_application(database.url.text, change)

    report = verify_chain(await chain_of(database, world))

    assert (report.fault, report.broken_seq) == (fault, 2)


async def test_an_erased_body_is_gone_and_the_chain_still_verifies(database, world):
    await act(database, world)
    await erase(database, world, 1)

    first, erasing = await chain_of(database, world)
    assert (first.salt, first.text, first.erased_by) == (None, None, 2)
    assert verify_chain([first, erasing]).holds
    assert verify_chain([first, erasing]).erased == 1


async def erase(database, world, *seqs):
    """Erase bodies by an event that says so."""
    async with database.transaction() as tx:
        head = await events.lock(tx, world.org_id)
        row = ErasureRow(
            org_id=world.org_id,
            event_seq=head.seq,
            subject_type="Person",
            subject_id=world.anna_id,
            erased_at=world.now,
        )
        await records.insert(tx, row)
        count = await events.erase_bodies(tx, world.org_id, seqs, head.seq)
        new = world.event("person.erased", body={"bodies": count})
        await events.append(tx, head, new)


async def test_a_body_changes_by_an_erasure_and_in_no_other_way(database, world):
    await act(database, world)
    await act(database, world)
    await erase(database, world, 1)

    for change in (
        'UPDATE event_body SET body = \'{"title":"x"}\' WHERE seq = 2',
        "UPDATE event_body SET salt = '', body = '{}' WHERE seq = 2",
        "UPDATE event_body SET salt = '', body = '{}', erased_by = 2 WHERE seq = 2",
        "UPDATE event_body SET erased_by = NULL WHERE seq = 1",
        "UPDATE event_body SET salt = '', body = '{}', erased_by = 3, seq = 3 WHERE seq = 2",
        "DELETE FROM event_body WHERE seq = 2",
    ):
        with pytest.raises(RowRefusedError) as refusal:
            async with database.transaction() as tx:
                await tx.execute(change)
        assert refusal.value.kind in {"GUARD", "LINK"}, change


async def test_a_chain_is_read_in_stretches_of_any_size(database, world):
    for _ in range(7):
        await act(database, world)

    for size in (1, 3, 7, 100):
        found = [link async for link in events.all_links(database, world.org_id, size)]
        assert found == await chain_of(database, world)


async def test_the_same_body_twice_has_two_hashes(database, world):
    one = await act(database, world)
    other = await act(database, world)

    assert one.body_hash != other.body_hash


async def test_every_event_waits_in_the_outbox(database, world):
    await act(database, world)
    await act(database, world)

    async with database.transaction() as tx:
        assert await outbox.waiting(tx, world.org_id) == 2


async def test_an_event_takes_two_requests(database, world):
    async with database.transaction() as tx:
        before = tx.statements
        await events.append(tx, await events.lock(tx, world.org_id), world.event())

        assert tx.statements - before == 2


async def test_postgresql_hints_at_what_is_new(postgres_database, world_on_postgres):
    heard = asyncio.get_running_loop().create_future()
    listener = await postgres_database.engine.connect()
    await listener.add_listener(events.CHANNEL, lambda *hint: heard.set_result(hint[-1]))

    await act(postgres_database, world_on_postgres)

    assert await asyncio.wait_for(heard, 2) == f"{world_on_postgres.org_id}:1"
    await listener.close()


async def test_numbers_of_commissions_are_counted_under_the_lock(database, world):
    async def draft():
        async with database.transaction() as tx:
            head = await events.lock(tx, world.org_id, new_commissions=1)
            await events.append(tx, head, world.event())
            return head.commission_number

    assert sorted(await asyncio.gather(*(draft() for _ in range(20)))) == list(range(1, 21))
