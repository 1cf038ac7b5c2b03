"""The attack list over HTTP, one after the other, with somebody else asking all the while.

``python tests/bench/attacks.py [--url http://host:port --token goals_… --token goals_…]`` starts a
server of its own unless told of one; ``--slow`` adds the clients that wait for our patience to
end, and takes a minute. Ends with 1 if an answer is wrong or took longer than two seconds, or if
somebody else waited so long.
"""

import argparse
import asyncio
import sys
import time
from collections.abc import Awaitable, Callable
from contextlib import nullcontext, suppress
from pathlib import Path
from urllib.parse import urlsplit

sys.path.insert(0, str(Path(__file__).parents[1] / "web"))

import httpx
from attacks import DOCUMENTS, HEAD, LINES, REQUESTS, SECONDS
from serving import Served, serving

NEWER = "application/graphql-response+json"
ASK = {"query": "{ viewer { role } }"}
BREATH = 0.02


class Bystander:
    """Somebody who asks a small thing all the while, and how long each answer took."""

    def __init__(self, client: httpx.AsyncClient) -> None:
        self._client = client
        self.waits: list[float] = []
        self.refusals = 0

    async def ask(self) -> None:
        """Ask for ever."""
        while True:
            started = time.perf_counter()
            try:
                answer = await self._client.post("/graphql", json=ASK)
                self.refusals += answer.status_code != 200
            except httpx.TransportError:  # closed by the server while it stood idle
                self.refusals += 1
            self.waits.append(time.perf_counter() - started)
            await asyncio.sleep(BREATH)

    def worst(self) -> float:
        """The longest wait since the last time."""
        worst, self.waits = max(self.waits, default=0.0), []
        return worst


async def document(client: httpx.AsyncClient, text: str) -> str:
    """Send a document; what is wrong about the answer, or nothing."""
    answer = await client.post("/graphql", json={"query": text}, headers={"accept": NEWER})
    errors = answer.json().get("errors", [])
    is_wrong = answer.status_code not in {200, 400} or len(errors) > 5
    return f"{answer.status_code} with {len(errors)} errors" if is_wrong else ""


async def request(client: httpx.AsyncClient, name: str) -> str:
    """Send a request of the list; what is wrong about the answer, or nothing."""
    one = REQUESTS[name]
    answer = await client.request(
        one.method,
        "/graphql",
        params={"query": one.query} if one.query else None,
        content=one.body,
        headers=dict(one.headers),
    )
    return "" if answer.status_code in one.statuses else f"{answer.status_code}: {answer.text:.200}"


async def line(served: Served, raw: bytes) -> str:
    """Say this on a bare connection until the server has ended it."""
    heard = b""
    reader, writer = await asyncio.open_connection(served.host, served.port)
    with suppress(OSError):
        writer.write(raw)
        await writer.drain()
        writer.write_eof()
        heard = await reader.read()
    writer.close()
    return "500" if b" 500 " in heard.partition(b"\r\n")[0] else ""


async def waiting(served: Served, begun: bytes) -> str:
    """Begin something on a hundred connections and never end it; each must be closed."""
    lines = [await asyncio.open_connection(served.host, served.port) for _ in range(100)]
    for _, writer in lines:
        writer.write(begun)
    try:
        async with asyncio.timeout(40):
            for reader, writer in lines:
                with suppress(ConnectionError):
                    await reader.read()
                writer.close()
    except TimeoutError:
        return "still open after 40 seconds"
    return ""


def attacks(
    served: Served, client: httpx.AsyncClient, *, slow: bool
) -> dict[str, Callable[[], Awaitable[str]]]:
    """Everything that is tried, by name."""
    found: dict[str, Callable[[], Awaitable[str]]] = {}
    for name, text in DOCUMENTS.items():
        found[f"document: {name}"] = lambda text=text: document(client, text)  # type: ignore[misc]
    for name in REQUESTS:
        found[f"request: {name}"] = lambda name=name: request(client, name)  # type: ignore[misc]
    for name, raw in LINES.items():
        found[f"line: {name}"] = lambda raw=raw: line(served, raw)  # type: ignore[misc]
    if slow:
        sent = b"Authorization: Bearer " + served.tokens[0].encode() + b"\r\n"
        body = HEAD + sent + b"Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n{"
        for name, begun in {"no head": b"", "half a head": HEAD, "half a body": body}.items():
            found[f"slow: {name}"] = lambda begun=begun: waiting(served, begun)  # type: ignore[misc]
    return found


async def run(served: Served, *, slow: bool) -> int:
    """Try everything; return how much went wrong."""
    wrong = 0
    base = f"http://{served.host}:{served.port}"
    known = [{"authorization": f"Bearer {token}"} for token in served.tokens]
    async with (
        httpx.AsyncClient(base_url=base, headers=known[0], trust_env=False, timeout=60) as client,
        httpx.AsyncClient(base_url=base, headers=known[-1], trust_env=False, timeout=60) as other,
    ):
        bystander = Bystander(other)
        asking = asyncio.create_task(bystander.ask())
        await asyncio.sleep(0.5)
        print(f"alone, somebody else waits {bystander.worst() * 1000:.0f} ms at the most")
        for name, attack in attacks(served, client, slow=slow).items():
            started = time.perf_counter()
            said = await attack()
            took = time.perf_counter() - started
            await asyncio.sleep(2 * BREATH)
            worst = bystander.worst()
            too_slow = (took > SECONDS and not name.startswith("slow:")) or worst > SECONDS
            wrong += bool(said or too_slow)
            print(f"{took:7.3f} s, others {worst:6.3f} s  {name}  {said}{' SLOW' * too_slow}")
        asking.cancel()
        wrong += bool(bystander.refusals)
        print(f"{wrong} went wrong; somebody else was refused {bystander.refusals} times")
    return wrong


def main() -> int:
    """Read the command line and run."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--url")
    parser.add_argument("--token", action="append", default=[])
    parser.add_argument("--slow", action="store_true")
    given = parser.parse_args()
    if given.url:
        parts = urlsplit(given.url)
        there = Served(parts.hostname or "", parts.port or 80, tuple(given.token))
    with nullcontext(there) if given.url else serving(GOALS_RATE="0") as served:
        return min(1, asyncio.run(run(served, slow=given.slow)))


if __name__ == "__main__":
    sys.exit(main())
