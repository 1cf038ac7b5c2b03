"""Crowds: connections beyond their share are closed at once, the others are served."""

import asyncio

import httpx
import pytest

from goals.settings import FrontDoor
from goals.web import descriptors
from goals.web.capacity import Full
from goals.web.patience import Crowd


def fill(crowd, *hosts):
    return [crowd.enter(host, port) for port, host in enumerate(hosts)]


def test_one_address_holds_a_fifth_of_all_at_the_most():
    crowd = Crowd(10, ())
    fill(crowd, "192.0.2.1", "192.0.2.1")

    with pytest.raises(Full):
        crowd.enter("192.0.2.1", 9)
    assert crowd.enter("192.0.2.2", 9)
    assert crowd.size == 3


def test_a_proxy_speaks_for_many_but_there_is_an_end_to_all():
    crowd = Crowd(10, ("10.0.0.0/8",))
    fill(crowd, *["10.1.2.3"] * 10)

    with pytest.raises(Full):
        crowd.enter("10.1.2.3", 99)


async def test_who_holds_too_many_lines_is_closed_and_served_again_afterwards(door, serve):
    told = FrontDoor(connections=30)
    async with serve(door.app, told) as (address, _):
        host, port = address.removeprefix("http://").split(":")
        lines = [await asyncio.open_connection(host, port) for _ in range(40)]
        await asyncio.sleep(0.05)
        shut = [await is_shut(reader) for reader, _ in lines]
        for _, writer in lines:
            writer.close()
        await asyncio.sleep(0.05)
        async with httpx.AsyncClient(base_url=address, trust_env=False) as client:
            answer = await client.get("/healthz")

    assert shut == [False] * 6 + [True] * 34
    assert answer.status_code == 200


async def test_an_upgraded_line_is_no_longer_counted_here(served, dial):
    for _ in range(3):
        line = await dial()
        await line.say(
            b"GET /graphql HTTP/1.1\r\nHost: goals.test\r\nUpgrade: websocket\r\n"
            b"Connection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
            b"Sec-WebSocket-Version: 13\r\n\r\n"
        )
        await line.reader.readuntil(b"\r\n")

    assert served.server.config.crowd.size == 0


async def test_what_is_no_http_is_told_so_in_json(served, dial):
    line = await dial()
    await line.say(b"\x16\x03\x01\x02\x00\x01\x00\r\n\r\n")

    status, answer = await line.hear()

    assert status == 400
    assert answer["errors"][0]["extensions"]["code"] == "BAD_REQUEST"
    assert await line.ended()


def test_there_is_room_for_no_more_than_the_system_allows():
    assert descriptors.connections(10) == 10
    assert 0 < descriptors.connections(10**9) < 10**9


async def is_shut(reader):
    try:
        return await asyncio.wait_for(reader.read(1), 0.02) == b""
    except TimeoutError:
        return False
    except ConnectionError:
        return True
