"""The server itself: clients that are slow, deaf or wrong are cut, the others are served."""

import asyncio
import json
import socket
import time

import pytest

from goals.web import bodies, patience, server

ASK = json.dumps({"query": "{ __typename }"}).encode()


def head(door, length, *more):
    lines = [
        "POST /graphql HTTP/1.1",
        "Host: goals.test",
        f"Authorization: Bearer {door.secrets['anna']}",
        "Content-Type: application/json",
        f"Content-Length: {length}",
        *more,
    ]
    return "\r\n".join([*lines, "", ""]).encode()


async def seconds(work):
    started = time.perf_counter()
    result = await work
    return result, time.perf_counter() - started


async def test_a_line_carries_one_request_after_the_other(served, dial):
    line = await dial()

    for _ in range(3):
        await line.say(head(served, len(ASK)) + ASK)
        assert await line.hear() == (200, {"data": {"__typename": "Query"}})


async def test_a_body_that_drips_is_408_and_the_line_ends(served, dial, monkeypatch):
    monkeypatch.setattr(bodies, "SECONDS_FOR_BODY", 0.3)
    line = await dial()
    await line.say(head(served, 1_000) + b"{")

    (status, answer), took = await seconds(line.hear())

    assert (status, took < 2) == (408, True)
    assert answer["errors"][0]["extensions"]["code"] == "BAD_REQUEST"
    assert await line.ended()


@pytest.mark.parametrize("begun", [b"", b"POST /graphql HTTP/1.1\r\nHost: go", b"\r\n"])
async def test_a_head_that_never_ends_is_cut(served, dial, monkeypatch, begun):
    monkeypatch.setattr(patience, "SECONDS_FOR_HEAD", 0.3)
    line = await dial()
    await line.say(begun)

    ended, took = await seconds(line.ended())

    assert (ended, took < 2) == (True, True)


async def test_a_second_head_that_never_ends_is_cut_too(served, dial, monkeypatch):
    monkeypatch.setattr(patience, "SECONDS_FOR_HEAD", 0.3)
    line = await dial()
    await line.say(head(served, len(ASK)) + ASK)
    await line.hear()
    await line.say(b"POST /gra")

    ended, took = await seconds(line.ended())

    assert (ended, took < 2) == (True, True)


@pytest.mark.parametrize("more", [["X: " + "y" * 100_000], [f"X{n}: y" for n in range(20_000)]])
async def test_a_head_beyond_measure_is_refused(served, dial, more):
    line = await dial()
    endless = head(served, 0, *more)
    await line.say(endless[: patience.LARGEST_HEAD - 1_000])
    await asyncio.sleep(0.05)
    await line.say(endless[patience.LARGEST_HEAD - 1_000 : patience.LARGEST_HEAD + 1])

    assert (await line.hear())[0] == 431
    assert await line.ended()


@pytest.mark.parametrize(
    "raw",
    [
        b"\x16\x03\x01\x02\x00\x01\x00",
        b"GET / HTTP/9.9\r\n\r\n",
        b"POST /graphql HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
        b"POST /graphql HTTP/1.1\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd",
        b"POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n",
        b"POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
    ],
)
async def test_what_is_no_http_ends_the_line_at_once(served, dial, raw):
    line = await dial()
    await line.say(raw)

    heard, took = await seconds(asyncio.wait_for(line.reader.read(), 5))

    assert b" 200 " not in heard
    assert took < 1
    assert (await served.client.get("/healthz")).status_code == 200


async def test_a_client_that_does_not_read_is_let_go(served, dial, monkeypatch):
    fields = "name description fields { name description args { name description } }"
    query = json.dumps({"query": "{ __schema { types { " + fields + " } } }"}).encode()
    whole = len((await served.post(query)).content)
    monkeypatch.setattr(patience, "SECONDS_TO_READ", 0.3)
    deaf = socket.socket()
    deaf.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4_096)
    deaf.connect((served.client.base_url.host, served.client.base_url.port))
    deaf.sendall(head(served, len(query)) + query)
    deaf.setblocking(False)
    began, loop = asyncio.Event(), asyncio.get_running_loop()
    loop.add_reader(deaf, began.set)
    await began.wait()
    loop.remove_reader(deaf)
    await asyncio.sleep(1.5)

    line = await dial(sock=deaf)
    heard = await asyncio.wait_for(line.reader.read(), 5)

    assert 0 < len(heard) < whole
    assert (await served.client.get("/healthz")).status_code == 200


async def test_slow_clients_do_not_hold_up_the_others(served, dial):
    lines = [await dial() for _ in range(100)]
    for line in lines:
        await line.say(head(served, 1_000)[:50])

    answer, took = await seconds(served.ask("{ __typename }"))

    assert (answer.status_code, took < 1) == (200, True)


async def test_a_client_that_leaves_in_the_middle_disturbs_nobody(served, dial, caplog):
    for _ in range(20):
        line = await dial()
        await line.say(head(served, 1_000) + b"{")
        line.writer.transport.abort()

    answer = await served.ask("{ __typename }")

    assert answer.status_code == 200
    assert "Traceback" not in caplog.text


async def test_a_taken_port_is_said_before_anything_starts(served):
    with pytest.raises(OSError, match="in use"):
        server.listen("127.0.0.1", served.client.base_url.port)
