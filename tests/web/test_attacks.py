"""Attacks: each is answered within two seconds, and the others are served meanwhile.

The same list goes over HTTP to any server by ``tests/bench/attacks.py``.
"""

import asyncio
import time
from contextlib import suppress

import pytest
from attacks import DOCUMENTS, LINES, REQUESTS, SECONDS

NEWER = "application/graphql-response+json"
SERVED = {"data": {"viewer": {"role": "MEMBER"}}}


async def send(door, attack):
    target = "/graphql"
    params = {"query": attack.query} if attack.query else None
    return await door.client.request(
        attack.method,
        target,
        params=params,
        content=attack.body,
        headers=door.headers(None) | dict(attack.headers) | door.headers(),
    )


async def beside(door, work):
    """Do this, and serve somebody else meanwhile and at once afterwards."""
    await door.ask("{ __typename }")
    started = time.perf_counter()
    attack = asyncio.create_task(work)
    await asyncio.sleep(0.005)
    meanwhile = await door.ask("{ viewer { role } }", who="ben")
    assert time.perf_counter() - started < SECONDS
    answer = await attack
    assert time.perf_counter() - started < SECONDS
    afterwards = await door.ask("{ viewer { role } }", who="ben")
    assert meanwhile.json() == afterwards.json() == SERVED
    return answer


@pytest.mark.parametrize("text", DOCUMENTS.values(), ids=DOCUMENTS.keys())
async def test_a_bomb_is_answered_soon_and_the_others_are_served(served, text):
    answer = await beside(served, served.ask(text, accept=NEWER))

    assert answer.status_code in {200, 400}
    assert len(answer.content) < 1_000_000
    assert len(answer.json().get("errors", [])) <= 5


@pytest.mark.parametrize("attack", REQUESTS.values(), ids=REQUESTS.keys())
async def test_a_hostile_request_is_answered_as_it_should(served, attack):
    before = await served.count("team")

    answer = await beside(served, send(served, attack))

    assert answer.status_code in attack.statuses
    assert "INTERNAL_SERVER_ERROR" not in answer.text
    assert len(answer.json().get("errors", [])) <= 5
    assert await served.count("team") == before


@pytest.mark.parametrize("raw", LINES.values(), ids=LINES.keys())
async def test_what_is_hardly_http_ends_soon(served, dial, raw):
    line = await dial()

    async def talk():
        with suppress(ConnectionError):
            await line.say(raw)
        with suppress(ConnectionError):
            line.writer.write_eof()
            return await line.reader.read()
        return b""

    heard = await beside(served, talk())

    assert b" 500 " not in heard.partition(b"\r\n")[0]
    assert b"Traceback" not in heard


async def test_many_bombs_at_once_leave_the_process_alive(served):
    bombs = [served.ask(text) for text in DOCUMENTS.values() if len(text) < 100_000]

    answers = await asyncio.gather(*bombs)

    assert {answer.status_code for answer in answers} <= {200, 400}
    assert (await served.client.get("/healthz")).status_code == 200


async def test_a_bomb_that_comes_again_and_again_runs_dry(served):
    bomb = DOCUMENTS["a long name"]

    answers = [await served.ask(bomb) for _ in range(6)]
    other = await served.ask("{ viewer { role } }", who="ben")

    assert answers[-1].status_code == 429
    assert other.json() == SERVED
