"""Health: alive is the process, ready is what can serve."""

import pytest

from goals.domain.errors import DatabaseUnavailable


async def test_a_ready_server_says_so_without_a_token(both):
    answers = [await both.client.get(path) for path in ("/healthz", "/readyz")]

    assert [(answer.status_code, answer.json()) for answer in answers] == [
        (200, {"status": "ok"}),
        (200, {"status": "ok"}),
    ]


async def test_without_a_database_the_process_lives_but_is_not_ready(door, monkeypatch):
    async def away(*args, **options):
        raise DatabaseUnavailable("no connection")

    monkeypatch.setattr(door.database, "read_value", away)

    alive, ready = [await door.client.get(path) for path in ("/healthz", "/readyz")]

    assert (alive.status_code, ready.status_code) == (200, 503)
    assert ready.json()["code"] == "DATABASE_UNAVAILABLE"


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ("INSERT INTO schema_step VALUES (9999, 'later', 'x', 'x')", "SCHEMA_TOO_NEW"),
        ("DELETE FROM schema_step", "SCHEMA_TOO_OLD"),
        ("UPDATE schema_step SET checksum = 'x' WHERE number = 1", "SCHEMA_CHANGED"),
    ],
)
async def test_a_schema_that_does_not_fit_is_not_ready(sqlite_database, build, change, code):
    door = await build(sqlite_database)
    async with sqlite_database.transaction() as tx:
        await tx.execute(change, [])

    answer = await door.client.get("/readyz")

    assert (answer.status_code, answer.json()["code"]) == (503, code)
