"""Counting: the server counts what happened by itself, so that who asks has little to wait for."""

import asyncio

from goals.services import teams
from goals.services.requests import CreateTeamRequest
from goals.store.catching_up import up_to_date
from goals.store.database import Database
from goals.web import app

BEHIND = (
    "SELECT h.event_seq - b.seq FROM organisation_head h "
    "JOIN rollup_built b ON b.org_id = h.org_id WHERE h.org_id = $1"
)


async def test_the_server_counts_what_happened_by_itself(both, serve, monkeypatch):
    monkeypatch.setattr(app, "SECONDS_BETWEEN_COUNTS", 0.05)
    await up_to_date(both.database, both.org_id)

    async with (
        await Database.open(both.database.url) as database,
        serve(app.create_app(database)),
    ):
        await teams.create_team(both.operator, CreateTeamRequest("IT"))
        seen = []
        for _ in range(100):
            await asyncio.sleep(0.1)
            seen += await both.database.look_up(BEHIND, [both.org_id])
            if seen[-1] == (0,):
                break

    assert seen[-1] == (0,)
