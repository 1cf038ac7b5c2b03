"""Watching: a subscriber over a real socket or event stream, and something to tell of."""

import asyncio
import json
from contextlib import asynccontextmanager
from typing import Any

import httpx
from websockets.asyncio.client import ClientConnection, connect

CHANGED = "subscription C($after: String) { commissionChanged(after: $after) { kind id cursor } }"
DRAFT = """mutation D($input: CommissionDraftInput!) {
  commissionDraft(input: $input) { commission { id } errors { message } }
}"""
CONTENT = {
    "goal": "Raise the share of parcels that leave on the day of the order from 82 % to 95 %.",
    "benefit": "Customers get their goods a day earlier.",
    "deadline": "2036-05-29",
    "criteria": [{"text": "At least 95 % of the parcels leave on the day of the order."}],
}


async def draft(door: Any, **headers: str) -> str:
    """Let Anna draft a commission; its id."""
    teams = await door.ask("{ teams { nodes { id } } }")
    (team,) = teams.json()["data"]["teams"]["nodes"]
    given = {
        "initiator": "CUSTOMER",
        "title": "Parcels",
        "customerTeamId": team["id"],
        "supplierTeamId": team["id"],
        "content": CONTENT,
    }
    answer = await door.ask(DRAFT, {"input": given}, **headers)
    payload = answer.json()["data"]["commissionDraft"]
    assert payload["errors"] == []
    found: str = payload["commission"]["id"]
    return found


class Socket:
    """A client's end of a websocket."""

    def __init__(self, line: ClientConnection) -> None:
        self.line = line

    async def say(self, kind: str | None = None, **more: Any) -> None:
        """Send a message."""
        await self.line.send(json.dumps(({"type": kind} if kind else {}) | more))

    async def hear(self, seconds: float = 5) -> Any:
        """The next message."""
        return json.loads(await asyncio.wait_for(self.line.recv(), seconds))

    async def init(self, secret: str) -> Any:
        """Say who is asking."""
        await self.say("connection_init", payload={"Authorization": f"Bearer {secret}"})
        return await self.hear()

    async def ask(self, name: str, query: str, **variables: Any) -> None:
        """Subscribe to an operation of any kind."""
        await self.say("subscribe", id=name, payload={"query": query, "variables": variables})

    async def closed(self, seconds: float = 5) -> int | None:
        """The code with which the server closes; messages before it are passed over."""
        await asyncio.wait_for(self.line.wait_closed(), seconds)
        return self.line.close_code


@asynccontextmanager
async def socket(door: Any, who: str | None = "anna", **options: Any) -> Any:
    """A socket at the front door; ``who`` has signed in already, None: nobody."""
    base = door.client.base_url
    options = {"subprotocols": ["graphql-transport-ws"], "proxy": None} | options
    async with connect(f"ws://{base.host}:{base.port}/graphql", **options) as line:
        made = Socket(line)
        if who is not None:
            assert await made.init(door.secrets[who]) == {"type": "connection_ack"}
        yield made


class Stream:
    """A client's end of an event stream."""

    def __init__(self, response: httpx.Response) -> None:
        self.response = response
        self._lines = response.aiter_lines()

    async def block(self, seconds: float = 5) -> dict[str, str] | None:
        """The fields of the next event, comments as ``""``; None at the end."""
        found: dict[str, str] = {}
        async with asyncio.timeout(seconds):
            async for line in self._lines:
                if not line:
                    return found
                name, _, value = line.partition(":")
                found[name] = value.removeprefix(" ")
        return None

    async def event(self, seconds: float = 5) -> dict[str, str] | None:
        """The next event that is no comment."""
        while (found := await self.block(seconds)) == {"": ""}:
            pass
        return found

    async def told(self, seconds: float = 5) -> Any:
        """The data of the next event, which is an answer."""
        event = await self.event(seconds)
        assert event is not None
        assert event["event"] == "next"
        return json.loads(event["data"])


@asynccontextmanager
async def stream(
    door: Any,
    query: str = CHANGED,
    *,
    who: str | None = "anna",
    method: str = "POST",
    accept: str = "text/event-stream",
    after: str | None = None,
    **headers: str,
) -> Any:
    """An event stream at the front door."""
    sent = door.headers(who, accept=accept, **headers)
    options: dict[str, Any] = {"json": {"query": query, "variables": {"after": after}}}
    if method == "GET":
        options = {"params": {"query": query, "variables": json.dumps({"after": after})}}
    async with door.client.stream(method, "/graphql", headers=sent, **options) as response:
        yield Stream(response)
