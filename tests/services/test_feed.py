"""The feed: every event once and in order, whoever wrote it and whatever breaks meanwhile."""

import asyncio
from datetime import UTC, datetime

import asyncpg
import pytest

from goals.domain.enums import Language
from goals.services import feed as feeds
from goals.services import organisations, teams
from goals.services.feed import Feed, FeedClosed
from goals.services.feed_cursors import cursor_of, seq_of
from goals.services.requests import CreateTeamRequest
from goals.store import listening
from goals.store.database import Database


@pytest.fixture
async def org_id(database):
    return await organisations.found(
        database, name="Example", language=Language.EN, now=datetime.now(UTC)
    )


@pytest.fixture
async def feed(database):
    made = Feed(database)
    yield made
    await made.close()


async def act(database, org_id, name):
    context = organisations.operator(database, org_id, datetime.now(UTC))
    await teams.create_team(context, CreateTeamRequest(name))


async def take(following, count, limit=100):
    """The numbers of so many events."""
    found = []
    async with asyncio.timeout(10):
        while len(found) < count:
            found += [event.seq for event in await following.next(limit)]
    return found


async def test_followers_hear_the_same_in_order(database, org_id, feed):
    with await feed.follow(org_id) as one, await feed.follow(org_id) as other:
        start = one.seq
        await asyncio.gather(*(act(database, org_id, f"Team {n}") for n in range(20)))

        expected = list(range(start + 1, start + 21))
        assert await take(one, 20) == expected
        assert await take(other, 20, limit=3) == expected


async def test_one_who_comes_late_hears_only_what_is_new(database, org_id, feed):
    with await feed.follow(org_id):
        await act(database, org_id, "Before")
        with await feed.follow(org_id) as late:
            start = late.seq
            await act(database, org_id, "After")

            assert await take(late, 1) == [start + 1]


async def test_one_who_resumes_reads_beyond_what_is_remembered(database, org_id, feed, monkeypatch):
    monkeypatch.setattr(feeds, "REMEMBERED", 2)
    with await feed.follow(org_id) as one:
        cursor, start = one.cursor, one.seq
        for n in range(6):
            await act(database, org_id, f"Team {n}")
        await take(one, 6)

        with await feed.follow(org_id, cursor) as again:
            assert await take(again, 6, limit=4) == list(range(start + 1, start + 7))


async def test_nobody_hears_of_another_organisation(database, org_id, feed):
    other = await organisations.found(
        database, name="Other", language=Language.EN, now=datetime.now(UTC)
    )
    with await feed.follow(org_id) as one:
        await act(database, other, "Theirs")
        await act(database, org_id, "Ours")

        assert await take(one, 1) == [one.seq]
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.3):
                await one.next(1)


async def test_another_process_is_heard(database, org_id, feed, monkeypatch):
    monkeypatch.setattr(listening, "LOOK", 0.1)
    with await feed.follow(org_id) as one:
        start = one.seq
        async with await Database.open(database.url) as other:
            for n in range(3):
                await act(other, org_id, f"Team {n}")

            assert await take(one, 3) == [start + 1, start + 2, start + 3]


async def test_two_processes_write_and_both_hear_everything(database, org_id):
    async with await Database.open(database.url) as elsewhere:
        here, there = Feed(database), Feed(elsewhere)
        try:
            with await here.follow(org_id) as one, await there.follow(org_id) as other:
                start = one.seq
                await asyncio.gather(
                    *(
                        act(place, org_id, f"Team {n} {place is database}")
                        for n in range(10)
                        for place in (database, elsewhere)
                    )
                )

                expected = list(range(start + 1, start + 21))
                assert await take(one, 20) == expected
                assert await take(other, 20) == expected
        finally:
            await here.close()
            await there.close()


async def test_nothing_is_missed_while_the_listening_line_is_cut(postgres_database, monkeypatch):
    monkeypatch.setattr(listening, "LOOK", 0.1)
    org_id = await organisations.found(
        postgres_database, name="Example", language=Language.EN, now=datetime.now(UTC)
    )
    feed = Feed(postgres_database)
    try:
        with await feed.follow(org_id) as one:
            start = one.seq
            for n in range(6):
                await act(postgres_database, org_id, f"Team {n}")
                if n % 2:
                    await cut(postgres_database)

            assert await take(one, 6) == list(range(start + 1, start + 7))
    finally:
        await feed.close()


async def test_the_end_of_the_feed_sends_everybody_away(org_id, feed):
    following = await feed.follow(org_id)
    waiting = asyncio.create_task(following.next(1))
    await asyncio.sleep(0.05)

    await feed.close()

    with pytest.raises(FeedClosed):
        await waiting
    with pytest.raises(FeedClosed):
        await feed.follow(org_id)


async def test_nothing_is_kept_for_an_organisation_nobody_follows(database, org_id, feed):
    for _ in range(100):
        with await feed.follow(org_id):
            pass

    assert (feed.followers, feed._channels) == (0, {})


@pytest.mark.parametrize("seq", [1, 7, 2**40, 2**63 - 1])
def test_a_cursor_holds_its_number(seq):
    assert seq_of(cursor_of(seq, "ab" * 32)) == seq


@pytest.mark.parametrize("text", ["", "a", "=" * 32, "A" * 31, "A" * 33, "A" * 32, "_" * 32])
def test_what_is_no_cursor_holds_none(text):
    assert seq_of(text) is None


async def cut(database):
    """Let the server end every connection that listens."""
    connection = await asyncpg.connect(database.url.text)
    try:
        await connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND query LIKE 'LISTEN%'"
        )
    finally:
        await connection.close()
