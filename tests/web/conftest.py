"""The front door over a small organisation: asked in the process, or through a real server.

``door`` is SQLite asked without a network, ``both`` the same on each engine, ``served`` a server
on the loopback.
"""

import asyncio
import json
import socket
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import httpx
import pytest

sys.path.insert(0, str(Path(__file__).parent))  # its helper modules lie beside the tests

from goals.domain.enums import Language, Role
from goals.services import organisations, people, teams, tokens
from goals.services.context import ActContext
from goals.services.requests import (
    CreatePersonRequest,
    CreateTeamRequest,
    CreateTokenRequest,
    RevokeTokenRequest,
)
from goals.settings import FrontDoor
from goals.store.database import Database
from goals.web.app import create_app
from goals.web.server import Server, listen

sys.path.insert(0, str(Path(__file__).parent))

TEAM = "mutation Add($input: TeamCreateInput!) { teamCreate(input: $input) { team { id name }\
 errors { code message } } }"


@dataclass
class Door:
    """An organisation with its people's tokens, and a client that stands at its front door."""

    database: Database
    org_id: UUID
    client: httpx.AsyncClient
    people: dict[str, UUID] = field(default_factory=dict)
    secrets: dict[str, str] = field(default_factory=dict)
    token_ids: dict[str, UUID] = field(default_factory=dict)
    app: Any = None
    server: Any = None

    @property
    def operator(self) -> ActContext:
        return organisations.operator(self.database, self.org_id, datetime.now(UTC))

    def headers(self, who: str | None = "anna", **more: str) -> dict[str, str]:
        """The headers of a person's request; ``more`` in snake case."""
        known = {} if who is None else {"Authorization": f"Bearer {self.secrets[who]}"}
        return known | {name.replace("_", "-"): value for name, value in more.items()}

    async def ask(
        self, query: str, variables: Any = None, *, who: str | None = "anna", **headers: str
    ) -> httpx.Response:
        """Post a document."""
        body = {"query": query} | ({} if variables is None else {"variables": variables})
        return await self.post(json.dumps(body).encode(), who=who, **headers)

    async def post(self, raw: bytes, *, who: str | None = "anna", **headers: str) -> httpx.Response:
        """Post these bytes as JSON."""
        headers = {"content_type": "application/json"} | headers
        return await self.client.post("/graphql", content=raw, headers=self.headers(who, **headers))

    async def get(self, who: str | None = "anna", *, accept: str = "", **query: str) -> Any:
        """Ask by GET."""
        more = {"accept": accept} if accept else {}
        return await self.client.get("/graphql", params=query, headers=self.headers(who, **more))

    async def add_team(self, name: str, **headers: str) -> httpx.Response:
        """Let the admin add a team: the smallest write there is."""
        return await self.ask(TEAM, {"input": {"name": name}}, who="ada", **headers)

    async def new_token(self, who: str, expires: datetime | None = None) -> tuple[UUID, str]:
        """Make one more token for a person; its id and its secret."""
        request = CreateTokenRequest(self.people[who], "another", expires)
        made = await tokens.create_token(self.operator, request)
        assert made.subject_id is not None
        return made.subject_id, made.secret or ""

    async def revoke(self, token: UUID) -> None:
        await tokens.revoke_token(self.operator, RevokeTokenRequest(token))

    async def count(self, table: str) -> int:
        found = await self.database.read_value(f"SELECT count(*) FROM {table}", ())
        return int(str(found))


async def build_door(database: Database) -> Door:
    """Found the organisation with three people, each with a token."""
    org_id = await organisations.found(
        database, name="Example", language=Language.EN, now=datetime.now(UTC)
    )
    app = create_app(database, with_clock=False)
    transport = httpx.ASGITransport(app=app, raise_app_exceptions=False)
    client = httpx.AsyncClient(transport=transport, base_url="http://goals.test")
    door = Door(database, org_id, client, app=app)
    made = await teams.create_team(door.operator, CreateTeamRequest("Sales"))
    for name, role, language in (
        ("anna", Role.MEMBER, Language.EN),
        ("ben", Role.MEMBER, Language.DE),
        ("ada", Role.ADMIN, Language.EN),
    ):
        person = await people.create_person(
            door.operator,
            CreatePersonRequest(
                name.capitalize(),
                f"{name}@example.org",
                language,
                role,
                (made.subject_id,),
                (),
            ),
        )
        assert person.subject_id is not None
        door.people[name] = person.subject_id
        door.token_ids[name], door.secrets[name] = await door.new_token(name)
    return door


@pytest.fixture
def build() -> Callable[[Database], Awaitable[Door]]:
    """Builds a front door over a database of the test's own choice."""
    return build_door


@pytest.fixture
async def door(sqlite_database: Database) -> AsyncIterator[Door]:
    """The front door over SQLite."""
    made = await build_door(sqlite_database)
    async with made.client:
        yield made


@pytest.fixture
async def both(database: Database) -> AsyncIterator[Door]:
    """The front door over either engine."""
    made = await build_door(database)
    async with made.client:
        yield made


@asynccontextmanager
async def serving(app: Any, told: FrontDoor | None = None) -> AsyncIterator[tuple[str, Server]]:
    """Serve an app on a free port of the loopback; the address, and the server."""
    with listen("127.0.0.1", 0) as listening:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 16_384)  # deafness shows early
        server = Server(app, told, log_level="error")
        running = asyncio.create_task(server.serve(sockets=[listening]))
        try:
            await asyncio.wait_for(server.answering(), 5)
            yield "http://{}:{}".format(*listening.getsockname()[:2]), server
        finally:
            server.should_exit = True
            with suppress(asyncio.CancelledError):
                await asyncio.wait_for(running, 20)


@pytest.fixture
def serve() -> Callable[..., Any]:
    """Serves an app with settings of the test's own choice."""
    return serving


@pytest.fixture
async def served(door: Door) -> AsyncIterator[Door]:
    """The front door on a real server."""
    async with (
        serving(door.app) as (address, door.server),
        httpx.AsyncClient(base_url=address, trust_env=False, timeout=30) as client,
    ):
        door.client = client
        yield door


@dataclass
class Line:
    """A bare connection to the server, for what no well-behaved client sends."""

    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter

    async def say(self, raw: bytes) -> None:
        self.writer.write(raw)
        await self.writer.drain()

    async def hear(self) -> tuple[int, Any]:
        """The status of the next answer and its JSON."""
        head = (await self.reader.readuntil(b"\r\n\r\n")).decode().lower()
        length = int(head.partition("content-length:")[2].split("\r\n")[0])
        body = await self.reader.readexactly(length)
        return int(head.split()[1]), json.loads(body) if body else None

    async def ended(self) -> bool:
        """Whether the server closes the line without a further word."""
        with suppress(ConnectionError):
            return await self.reader.read() == b""
        return True


Dial = Callable[..., Awaitable[Line]]


@pytest.fixture
async def dial(served: Door) -> AsyncIterator[Dial]:
    """Opens bare connections."""
    lines: list[Line] = []

    async def open_line(**options: Any) -> Line:
        url = served.client.base_url
        place = {} if options else {"host": url.host, "port": url.port}
        line = Line(*await asyncio.open_connection(**place, **options))
        lines.append(line)
        return line

    yield open_line
    for line in lines:
        line.writer.close()
        with suppress(ConnectionError, socket.error):
            await line.writer.wait_closed()
