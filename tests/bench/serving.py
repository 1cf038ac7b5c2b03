"""A server of its own for a bench: `goals serve` in a process, over a new SQLite file."""

import asyncio
import contextlib
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from goals.domain.enums import Language, Role
from goals.services import organisations, people, teams, tokens
from goals.services.requests import CreatePersonRequest, CreateTeamRequest, CreateTokenRequest
from goals.store.database import Database
from goals.store.migrate import migrate

BOUND = re.compile(r"http://127\.0\.0\.1:(\d+)/graphql")


@dataclass(frozen=True)
class Served:
    """Where it answers, who may ask, and its process (0: not ours)."""

    host: str
    port: int
    tokens: tuple[str, ...]
    pid: int = 0

    @property
    def memory(self) -> int:
        """Resident memory in kilobytes."""
        status = Path(f"/proc/{self.pid}/status").read_text(encoding="ascii")
        return int(status.partition("VmRSS:")[2].split()[0])

    @property
    def descriptors(self) -> int:
        """How many files and connections the process holds."""
        return len(list(Path(f"/proc/{self.pid}/fd").iterdir()))


@contextlib.contextmanager
def serving(**settings: str) -> Iterator[Served]:
    """Serve a small organisation for as long as the block lasts."""
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/bench.db"
        secrets = asyncio.run(_found(url))
        command = [sys.executable, "-m", "goals", "serve", "--database", url, "--port", "0"]
        environment = {**os.environ, "GOALS_LOG_LEVEL": "warning", **settings}
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as run:
            try:
                assert run.stdout is not None
                bound = next(found for line in run.stdout if (found := BOUND.search(line)))
                yield Served("127.0.0.1", int(bound[1]), secrets, run.pid)
            finally:
                run.terminate()
                run.wait(20)


async def _found(url: str) -> tuple[str, ...]:
    """Found an organisation of two people; their tokens."""
    secrets = []
    async with await Database.open(url) as database:
        await migrate(database)
        now = datetime.now(UTC)
        org = await organisations.found(database, name="Bench", language=Language.EN, now=now)
        operator = organisations.operator(database, org, now)
        team = await teams.create_team(operator, CreateTeamRequest("Sales"))
        for name in ("anna", "ben"):
            person = await people.create_person(
                operator,
                CreatePersonRequest(
                    name, f"{name}@example.org", Language.EN, Role.MEMBER, (team.subject_id,), ()
                ),
            )
            made = await tokens.create_token(
                operator, CreateTokenRequest(person.subject_id, "bench", None)
            )
            secrets.append(made.secret or "")
    return tuple(secrets)
