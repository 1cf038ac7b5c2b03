"""Whoever signs in brings along those he is deputy for now, with their teams, and nobody else."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

from goals.services import deputies, organisations, sign_in, tokens
from goals.services.requests import AppointDeputyRequest, CreateTokenRequest, EndDeputyRequest


async def test_a_sign_in_brings_those_one_is_deputy_for_now(world):
    now = datetime.now(UTC)
    otto = UUID(world.viewers["otto"].person_id)
    operator = organisations.operator(world.database, world.org_id, now)
    made = await tokens.create_token(operator, CreateTokenRequest(otto, "laptop"))
    later = AppointDeputyRequest(otto, now + timedelta(days=2), starts_at=now + timedelta(days=1))
    await deputies.appoint(replace(world.act("ben"), now=now), later)
    current = AppointDeputyRequest(otto, now + timedelta(days=1))
    appointed = await deputies.appoint(replace(world.act("anna"), now=now), current)

    signed_in = await sign_in.by_secret(world.database, made.secret)
    await deputies.end(world.act("otto"), EndDeputyRequest(appointed.subject_id))
    (again,) = await sign_in.again(world.database, [signed_in])

    (represented,) = signed_in.viewer.deputy_for
    anna = world.viewers["anna"]
    assert (represented.person_id, represented.team_ids) == (anna.person_id, anna.team_ids)
    assert again.viewer.deputy_for == ()
