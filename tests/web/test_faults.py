"""Faults behind the front door: each is a typed answer, and nothing of ours leaks out."""

import sqlite3

import asyncpg
import pytest

from goals.domain.errors import DatabaseUnavailable, OutcomeUnknown

WHO = "{ viewer { person { name } } }"


def code(answer):
    return answer.json()["errors"][0]["extensions"]["code"]


async def test_a_database_that_is_away_is_503_and_comes_back(door, monkeypatch):
    read = door.database.look_up

    async def away(sql, args=(), **options):
        raise DatabaseUnavailable("no connection")

    monkeypatch.setattr(door.database, "look_up", away)
    refused = await door.ask(WHO)
    german = await door.ask(WHO, accept_language="de")
    monkeypatch.setattr(door.database, "look_up", read)
    served = await door.ask(WHO)

    assert (refused.status_code, code(refused)) == (503, "DATABASE_UNAVAILABLE")
    assert refused.headers["retry-after"] == "1"
    assert "antwortet nicht" in german.json()["errors"][0]["message"]
    assert served.status_code == 200


async def test_a_server_that_breaks_off_is_answered_again_after_a_moment(postgres_database, build):
    door = await build(postgres_database)
    assert (await door.ask(WHO)).status_code == 200
    other = await asyncpg.connect(str(postgres_database.url.text))
    await other.execute(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
        "WHERE datname = current_database() AND pid <> pg_backend_pid()"
    )
    await other.close()

    read = await door.ask(WHO)
    written = await door.add_team("Purchasing")

    assert (read.status_code, written.status_code) == (200, 200)
    assert written.json()["data"]["teamCreate"]["errors"] == []


@pytest.mark.parametrize("accept", ["application/json", "application/graphql-response+json"])
async def test_a_file_that_can_only_be_read_is_said_so(door, accept, monkeypatch):
    await door.database.engine.writer.close()
    monkeypatch.setattr(door.database.engine.writer, "_writer", False)

    written = await door.add_team("Purchasing", accept=accept)
    read = await door.ask(WHO)

    assert (written.status_code, code(written)) == (503, "DATABASE_READ_ONLY")
    assert read.status_code == 200
    assert await door.count("team") == 1


async def test_a_file_that_somebody_locks_is_said_so_and_served_afterwards(door):
    holder = sqlite3.connect(door.database.url.path, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")

    answer = await door.add_team("Purchasing")
    read = await door.ask(WHO)
    holder.execute("ROLLBACK")
    holder.close()
    later = await door.add_team("Purchasing")

    assert (answer.status_code, code(answer)) == (503, "DATABASE_UNAVAILABLE")
    assert answer.headers["retry-after"] == "1"
    assert read.status_code == 200
    assert later.json()["data"]["teamCreate"]["errors"] == []


async def test_an_outcome_nobody_knows_is_not_called_a_failure(door, monkeypatch):
    async def lost(work):
        raise OutcomeUnknown

    monkeypatch.setattr(door.database, "write", lost)

    answer = await door.add_team("Purchasing", idempotency_key="k")

    assert (answer.status_code, code(answer)) == (503, "OUTCOME_UNKNOWN")


@pytest.mark.parametrize(
    "place", ["read_value", "look_up", "write"], ids=["reading", "signing in", "writing"]
)
async def test_a_fault_of_ours_is_masked_and_found_again_by_its_number(
    door, place, monkeypatch, caplog
):
    async def broken(*args, **options):
        raise RuntimeError("the secret is 4711")

    monkeypatch.setattr(door.database, place, broken)

    answer = await (door.add_team("Purchasing") if place == "write" else door.ask(WHO))

    request_id = answer.headers["x-request-id"]
    assert code(answer) == "INTERNAL_SERVER_ERROR"
    assert "4711" not in answer.text
    assert "Traceback" not in answer.text
    assert request_id in answer.json()["errors"][0]["message"]
    assert request_id in caplog.text
    assert "4711" in caplog.text
