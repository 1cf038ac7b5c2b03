"""Ten thousand connections opened and dropped, and what the server remembers of them.

``python tests/bench/sockets.py [--sockets 10000] [--at-once 500] [--kind NAME]`` starts a server
of its own and does it three times each: bare lines that say nothing, lines with half a head,
WebSockets that never sign in, and WebSockets torn down in the middle. Ends with 1 if memory or open
files grow from the second time to the last, or if the server does not answer at once afterwards.
"""

import argparse
import asyncio
import base64
import os
import sys
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress

import httpx
from serving import Served, serving

ROUNDS = 3
MOST_GROWTH = 4_096
"""Kilobytes from the second round to the last: an allocator never comes to rest."""
UPGRADE = (
    "GET /graphql HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    "Sec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n"
    "Sec-WebSocket-Protocol: graphql-transport-ws\r\n\r\n"
)


async def bare(served: Served) -> None:
    """Open a line and drop it."""
    _, writer = await asyncio.open_connection(served.host, served.port)
    writer.transport.abort()


async def half_a_head(served: Served) -> None:
    """Begin a request and drop the line."""
    _, writer = await asyncio.open_connection(served.host, served.port)
    writer.write(b"POST /graphql HTTP/1.1\r\nHost: 127.0.0.1\r\nX: ")
    await writer.drain()
    writer.transport.abort()


async def upgraded(served: Served) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    """Open a WebSocket; whether it was let in is not our business."""
    reader, writer = await asyncio.open_connection(served.host, served.port)
    key = base64.b64encode(os.urandom(16)).decode()
    writer.write(UPGRADE.format(key=key).encode())
    await reader.readuntil(b"\r\n\r\n")
    return reader, writer


async def unsigned(served: Served) -> None:
    """Open a WebSocket, say nothing, drop it."""
    _, writer = await upgraded(served)
    writer.transport.abort()


async def torn(served: Served) -> None:
    """Open a WebSocket, begin a message of 60 kB, drop it."""
    _, writer = await upgraded(served)
    writer.write(b"\x81\xfe\xea\x60" + b"\0\0\0\0" + b"{" * 100)
    await writer.drain()
    writer.transport.abort()


KINDS: dict[str, Callable[[Served], Awaitable[None]]] = {
    "bare lines": bare,
    "half a head": half_a_head,
    "sockets unsigned": unsigned,
    "sockets torn": torn,
}


async def storm(served: Served, kind: str, sockets: int, at_once: int) -> float:
    """Open and drop them; how long it took."""
    room = asyncio.Semaphore(at_once)

    async def one() -> None:
        async with room:
            with suppress(OSError, asyncio.IncompleteReadError):
                await asyncio.wait_for(KINDS[kind](served), 30)

    started = time.perf_counter()
    await asyncio.gather(*[one() for _ in range(sockets)])
    return time.perf_counter() - started


async def answers(served: Served) -> float:
    """How long a request takes now."""
    headers = {"authorization": f"Bearer {served.tokens[0]}"}
    base = f"http://{served.host}:{served.port}"
    async with httpx.AsyncClient(base_url=base, headers=headers, trust_env=False) as client:
        started = time.perf_counter()
        answer = await client.post("/graphql", json={"query": "{ viewer { role } }"})
        assert answer.status_code == 200, answer.text
        return time.perf_counter() - started


async def run(served: Served, kinds: list[str], sockets: int, at_once: int) -> int:
    """Let every storm pass; return how many left something behind."""
    wrong = 0
    await answers(served)
    print(f"{'':18} {served.memory:7} kB, {served.descriptors} files at rest")
    for kind in kinds:
        after = []
        for _ in range(ROUNDS):
            took = await storm(served, kind, sockets, at_once)
            wait = await answers(served)
            await asyncio.sleep(1)
            after.append((served.memory, served.descriptors))
            print(
                f"{kind:18} {after[-1][0]:7} kB, {after[-1][1]} files;"
                f" {sockets} in {took:.1f} s, then answered in {wait * 1000:.0f} ms"
            )
            wrong += wait > 1
        grown = after[-1][0] - after[1][0], after[-1][1] - after[1][1]
        wrong += grown[0] > MOST_GROWTH or grown[1] > 2
    print(f"{wrong} went wrong")
    return wrong


def main() -> int:
    """Read the command line and run."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sockets", type=int, default=10_000)
    parser.add_argument("--at-once", type=int, default=500)
    parser.add_argument("--kind", action="append", choices=KINDS, default=[])
    given = parser.parse_args()
    kinds = given.kind or list(KINDS)
    with serving() as served:
        return min(1, asyncio.run(run(served, kinds, given.sockets, given.at_once)))


if __name__ == "__main__":
    sys.exit(main())
