"""Transactions on both engines: nothing lost, nothing shared, nothing left behind."""

import asyncio

import pytest

from goals.domain.errors import AlreadyExists
from goals.store.faults import Retryable, RowRefusedError
from goals.store.tables import Team
from goals.store.transaction import TransactionMisuseError

NUMBER = "SELECT last_commission FROM organisation_head WHERE org_id = $1"
COUNT_UP = "UPDATE organisation_head SET last_commission = $2 WHERE org_id = $1"
RENAME = "UPDATE team SET name = $3 WHERE org_id = $1 AND id = $2"


async def number_of(database, world):
    async with database.transaction() as tx:
        return await tx.value(NUMBER, [world.org_id])


async def test_twenty_writers_who_read_first_lose_no_write(database, world):
    async def add_ten():
        for _ in range(10):
            async with database.transaction() as tx:
                lock = " FOR UPDATE" if tx.dialect == "postgres" else ""
                number = await tx.value(NUMBER + lock, [world.org_id])
                await tx.execute(COUNT_UP, [world.org_id, number + 1])

    await asyncio.gather(*(add_ten() for _ in range(20)))

    assert await number_of(database, world) == 200


async def test_an_error_in_the_block_takes_everything_back(database, world):
    with pytest.raises(KeyError):  # noqa: PT012
        async with database.transaction() as tx:
            await tx.execute(COUNT_UP, [world.org_id, 7])
            raise KeyError

    assert await number_of(database, world) == 0


async def test_a_transaction_inside_a_transaction_is_refused(database, world):
    with pytest.raises(TransactionMisuseError):  # noqa: PT012
        async with database.transaction() as outer:
            await outer.execute(COUNT_UP, [world.org_id, 7])
            async with database.transaction():
                pass

    assert await number_of(database, world) == 0


async def test_a_task_started_inside_cannot_join_the_transaction(database, world):
    async def write(tx):
        await tx.execute(COUNT_UP, [world.org_id, 99])

    async def query():
        return await Team.select(Team.name)

    async def begin():
        async with database.transaction():
            pass

    async with database.transaction() as tx:
        await tx.execute(COUNT_UP, [world.org_id, 7])
        refused = await asyncio.gather(write(tx), query(), begin(), return_exceptions=True)

    assert [type(each) for each in refused] == [TransactionMisuseError] * 3
    assert await number_of(database, world) == 7


async def test_a_task_that_outlives_the_transaction_may_open_its_own(database, world):
    ended = asyncio.Event()

    async def later():
        await ended.wait()
        async with database.transaction() as tx:
            await tx.execute(COUNT_UP, [world.org_id, 8])

    async with database.transaction():
        task = asyncio.create_task(later())
    ended.set()
    await task

    assert await number_of(database, world) == 8


async def test_a_failed_statement_cannot_be_ignored(database, world):
    with pytest.raises(TransactionMisuseError):  # noqa: PT012
        async with database.transaction() as tx:
            await tx.execute(COUNT_UP, [world.org_id, 7])
            with pytest.raises(AlreadyExists):
                await tx.execute(RENAME, [world.org_id, world.customer_team_id, "IT"])

    assert await number_of(database, world) == 0


async def test_after_a_failure_the_next_transaction_works(database, world):
    with pytest.raises(AlreadyExists):
        async with database.transaction() as tx:
            await tx.execute(RENAME, [world.org_id, world.customer_team_id, "IT"])

    async with database.transaction() as tx:
        await tx.execute(COUNT_UP, [world.org_id, 3])

    assert await number_of(database, world) == 3


async def test_a_block_cancelled_in_the_middle_writes_nothing(database, world):
    halfway = asyncio.Event()

    async def work():
        async with database.transaction() as tx:
            await tx.execute(COUNT_UP, [world.org_id, 7])
            halfway.set()
            await asyncio.sleep(60)

    task = asyncio.create_task(work())
    await halfway.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task

    assert await number_of(database, world) == 0


async def test_commits_cancelled_one_after_another_leave_nothing_behind(database, world):
    """The outcome is unknown to the caller, but no connection is lost, so the next one works."""
    at_the_end = asyncio.Event()

    async def work(number):
        async with database.transaction() as tx:
            await tx.execute(COUNT_UP, [world.org_id, number])
            at_the_end.set()

    for number in range(1, 13):
        at_the_end.clear()
        task = asyncio.create_task(work(number))
        await at_the_end.wait()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    assert await number_of(database, world) in range(13)
    await asyncio.wait_for(number_of(database, world), 2)


async def test_the_fields_of_a_unique_violation_are_named_but_never_the_value(database, world):
    with pytest.raises(AlreadyExists) as refused:
        async with database.transaction() as tx:
            await tx.execute(RENAME, [world.org_id, world.customer_team_id, "IT"])

    assert refused.value.field == "name"
    assert "IT" not in str(refused.value)


async def test_a_link_into_nothing_is_refused(database, world):
    with pytest.raises(RowRefusedError) as refused:
        async with database.transaction() as tx:
            await tx.execute(
                "UPDATE team SET parent_id = $3 WHERE org_id = $1 AND id = $2",
                [world.org_id, world.customer_team_id, world.anna_id],
            )

    assert refused.value.kind == "LINK"


async def test_piccolo_queries_run_inside_the_transaction_and_read_alike(database, world):
    async with database.transaction() as tx:
        (team,) = await Team.select().where(Team.name == "IT")
        statements = tx.statements

    assert team["id"] == world.supplier_team_id
    assert type(team["created_at"]).__name__ == "datetime"
    assert team["archived_at"] is None
    assert statements == 2


async def test_a_piccolo_query_outside_a_transaction_is_refused(database):
    with pytest.raises(TransactionMisuseError):
        await Team.select()


@pytest.mark.parametrize("query", [Team.create_table(), Team.raw("SELECT 1"), Team.alter()])
async def test_piccolo_never_gets_a_connection_of_its_own(database, query):
    with pytest.raises(TransactionMisuseError):
        await query


async def test_piccolo_cannot_change_the_schema(database):
    with pytest.raises(TransactionMisuseError):
        async with database.transaction():
            await Team.alter().drop_table()


async def test_work_is_repeated_when_the_database_asks_for_it(database, world):
    runs = []

    async def work(tx):
        runs.append(await tx.value(NUMBER, [world.org_id]))
        await tx.execute(COUNT_UP, [world.org_id, 5])
        if len(runs) < 3:
            raise Retryable("conflict")
        return "done"

    assert await database.write(work) == "done"

    assert runs == [0, 0, 0]


async def test_a_transaction_counts_its_requests(database, world):
    async with database.transaction() as tx:
        await tx.value(NUMBER, [world.org_id])
        await tx.batch([(COUNT_UP, [world.org_id, 4])])

    assert tx.statements == 4
