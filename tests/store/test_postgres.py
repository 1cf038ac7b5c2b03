"""What only PostgreSQL can get wrong: lost connections, idle transactions, pools that leak."""

import asyncio

import asyncpg
import pytest

from goals.domain.errors import DatabaseUnavailable, OutcomeUnknown
from goals.settings import SettingsError
from goals.store.database import Database

ME = "SELECT pg_backend_pid()"
COUNT_UP = "UPDATE organisation_head SET last_commission = last_commission + 1 WHERE org_id = $1"
NUMBER = "SELECT last_commission FROM organisation_head WHERE org_id = $1"


@pytest.fixture
async def other(postgres_database):
    """A connection of somebody else to the same database."""
    connection = await asyncpg.connect(str(postgres_database.url.text))
    yield connection
    await connection.close()


async def kill(other, pid):
    await other.execute("SELECT pg_terminate_backend($1)", pid)
    while await other.fetchval(  # noqa: ASYNC110
        "SELECT count(*) FROM pg_stat_activity WHERE pid = $1", pid
    ):
        await asyncio.sleep(0.01)
    await asyncio.sleep(0.02)


async def test_a_connection_lost_in_a_transaction_does_not_poison_the_worker(
    postgres_database, world_on_postgres, other
):
    with pytest.raises(DatabaseUnavailable):  # noqa: PT012
        async with postgres_database.transaction() as tx:
            await kill(other, await tx.value(ME))
            await tx.execute(COUNT_UP, [world_on_postgres.org_id])

    async with postgres_database.transaction() as tx:
        assert await tx.value(NUMBER, [world_on_postgres.org_id]) == 0


async def test_a_connection_lost_before_the_commit_means_nobody_knows(
    postgres_database, world_on_postgres, other
):
    with pytest.raises(OutcomeUnknown):  # noqa: PT012
        async with postgres_database.transaction() as tx:
            await tx.execute(COUNT_UP, [world_on_postgres.org_id])
            await kill(other, await tx.value(ME))


async def test_a_statement_is_planned_anew_after_a_while_since_tables_grow(
    postgres_place, monkeypatch
):
    monkeypatch.setattr("goals.store.postgres.PLANS_LAST", 0.05)
    asked = "SELECT prepare_time FROM pg_prepared_statements WHERE statement LIKE '%prepare_time%'"

    async with await Database.open(postgres_place, pool_size=1) as database:
        first, at_once = [await database.look_up(asked) for _ in range(2)]
        await asyncio.sleep(0.2)
        later = await database.look_up(asked)

    assert first == at_once
    assert first != later


async def test_work_whose_connection_was_lost_halfway_is_done_again(
    postgres_database, world_on_postgres, other
):
    lost = []

    async def work(tx):
        await tx.execute(COUNT_UP, [world_on_postgres.org_id])
        if not lost:
            lost.append(await tx.value(ME))
            await kill(other, lost[0])
        return await tx.value(NUMBER, [world_on_postgres.org_id])

    assert await postgres_database.write(work) == 1


async def test_a_read_on_a_connection_lost_while_idle_is_repeated(postgres_database, other):
    await kill(other, await postgres_database.read_value(ME, ()))

    assert await postgres_database.read_value("SELECT 5", ()) == 5


async def test_cancelled_commits_do_not_empty_the_pool(migrated_server):
    async with await Database.open(migrated_server, pool_size=5) as database:
        for _ in range(6):
            started = asyncio.Event()

            async def work(started=started):
                async with database.transaction() as tx:
                    await tx.value("SELECT 1")
                    started.set()

            task = asyncio.create_task(work())
            await started.wait()
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)

        async with asyncio.timeout(5):
            await asyncio.gather(*(at_work(database) for _ in range(5)))


async def at_work(database):
    async with database.transaction() as tx:
        await tx.value("SELECT pg_sleep(0.05)")


async def test_a_holder_that_stands_still_lets_the_others_go_on(
    postgres_database, world_on_postgres
):
    async def stand_still():
        async with postgres_database.transaction() as tx:
            await tx.execute(COUNT_UP, [world_on_postgres.org_id])
            await asyncio.sleep(2.2)

    holder = asyncio.create_task(stand_still())
    await asyncio.sleep(0.1)
    async with asyncio.timeout(2.2), postgres_database.transaction() as tx:
        await tx.execute(COUNT_UP, [world_on_postgres.org_id])
        number = await tx.value(NUMBER, [world_on_postgres.org_id])

    assert number == 1
    (failure,) = await asyncio.gather(holder, return_exceptions=True)
    assert isinstance(failure, (DatabaseUnavailable, OutcomeUnknown))


async def test_an_answer_comes_from_a_session_that_cannot_write(postgres_database):
    settings = ("default_transaction_read_only", "plan_cache_mode", "timezone")

    found = [await postgres_database.read_value(f"SHOW {name}", ()) for name in settings]

    assert found == ["on", "force_generic_plan", "UTC"]


async def test_a_read_that_takes_too_long_is_stopped(postgres_database):
    await postgres_database.read_value("SELECT set_config('statement_timeout', '50', false)", ())

    with pytest.raises(DatabaseUnavailable) as refused:
        await postgres_database.read_value("SELECT pg_sleep(5)", ())

    assert refused.value.reason == "took too long"


async def test_a_server_that_is_not_there_is_said_so_in_good_time():
    async with await Database.open("postgres://nobody@127.0.0.1:1/none") as database:
        async with asyncio.timeout(5):
            with pytest.raises(DatabaseUnavailable):
                await database.ping()


async def test_a_database_that_is_not_there_is_said_so(postgres_place):
    async with await Database.open(postgres_place + "_not") as database:
        with pytest.raises(DatabaseUnavailable) as refused:
            await database.ping()

    assert refused.value.reason == "no such database"


async def test_an_address_the_driver_cannot_read_is_refused_as_a_setting():
    async with await Database.open("postgres://host/db?sslmode=perhaps") as database:
        with pytest.raises(SettingsError):
            await database.ping()
