"""Signing in: a bearer token or nothing, and a token that ends is at an end within a second."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from goals.domain.errors import DatabaseUnavailable
from goals.services import secrets
from goals.web import sign_in
from goals.web.sign_in import REMEMBERED_SECONDS, Doorkeeper

WHO = "{ viewer { person { name } } }"
PEOPLE_SQL = {
    "sqlite": "UPDATE person SET active = 0",
    "postgres": "UPDATE person SET active = false",
}


async def asked_with(door, secret):
    headers = {"Authorization": f"Bearer {secret}"}
    return await door.client.post("/graphql", json={"query": WHO}, headers=headers)


async def test_a_token_stands_for_its_person(both):
    answer = await both.ask(WHO)

    assert answer.status_code == 200
    assert answer.json() == {"data": {"viewer": {"person": {"name": "Anna"}}}}


@pytest.mark.parametrize(
    "authorization",
    [
        None,
        "",
        "Bearer",
        "Bearer ",
        "Basic YW5uYTpzZWNyZXQ=",
        "Bearer goals_",
        "Bearer ü",
        "goals_x",
    ],
)
async def test_without_a_token_nobody_comes_in(door, authorization):
    headers = {} if authorization is None else {"Authorization": authorization.encode("utf-8")}

    answer = await door.client.post("/graphql", json={"query": WHO}, headers=headers)

    assert answer.status_code == 401
    assert answer.headers["www-authenticate"] == 'Bearer realm="goals"'
    assert answer.json()["errors"][0]["extensions"]["code"] == "UNAUTHENTICATED"
    assert "goals login" in answer.json()["errors"][0]["message"]


async def test_a_cookie_is_no_token(door):
    cookie = {"Cookie": f"token={door.secrets['anna']}; Authorization={door.secrets['anna']}"}

    answer = await door.client.post("/graphql", json={"query": WHO}, headers=cookie)

    assert answer.status_code == 401


async def test_the_kinds_of_bad_tokens_cannot_be_told_apart(both):
    expired_at = datetime.now(UTC) + timedelta(seconds=0.05)
    expired = (await both.new_token("anna", expired_at))[1]
    revoked_id, revoked = await both.new_token("anna")
    await both.revoke(revoked_id)
    right = both.secrets["anna"]
    changed = right[:20] + ("A" if right[20] != "A" else "B") + right[21:]
    await asyncio.sleep(0.1)

    answers = [await asked_with(both, bad) for bad in (secrets.make(), expired, revoked, changed)]

    assert [answer.status_code for answer in answers] == [401] * 4
    messages = {answer.json()["errors"][0]["message"] for answer in answers}
    assert len(messages) == 1


async def test_a_person_who_left_does_not_come_in(both):
    async with both.database.transaction() as tx:
        await tx.execute(PEOPLE_SQL[both.database.dialect], [])

    answer = await both.ask(WHO)

    assert answer.status_code == 401


async def test_a_mistyped_token_costs_no_look_up(door, monkeypatch):
    looked_up = []

    async def find(database, digest):
        looked_up.append(digest)

    monkeypatch.setattr("goals.services.sign_in.tokens.find", find)
    right = door.secrets["anna"]

    await asked_with(door, right[:-1] + ("0" if right[-1] != "0" else "1"))
    await asked_with(door, secrets.make())

    assert len(looked_up) == 1


async def test_a_busy_client_costs_one_look_up_a_second_and_no_more_is_remembered(
    door, monkeypatch
):
    looked_up = []
    find = sign_in.sign_in.by_secret

    async def counted(database, secret):
        looked_up.append(secret)
        return await find(database, secret)

    monkeypatch.setattr(sign_in.sign_in, "by_secret", counted)
    clock = [100.0]
    monkeypatch.setattr(sign_in.time, "monotonic", lambda: clock[0])

    for _ in range(5):
        await door.ask(WHO)
    assert len(looked_up) == 1
    await door.revoke(door.token_ids["anna"])
    clock[0] += REMEMBERED_SECONDS
    answer = await door.ask(WHO)

    assert REMEMBERED_SECONDS <= 1
    assert (answer.status_code, len(looked_up)) == (401, 2)


async def test_the_last_use_is_written_once_in_ten_minutes_and_never_by_a_request(both):
    doorkeeper = Doorkeeper(both.database)
    header = f"Bearer {both.secrets['anna']}"

    first = await doorkeeper.admit(header)
    unwritten = await used_at(both)
    await doorkeeper.write_down()
    written = await used_at(both)
    doorkeeper = Doorkeeper(both.database)
    await doorkeeper.admit(header)
    await doorkeeper.write_down()

    assert (first.last_used_at, unwritten) == (None, {None})
    assert len(written) == 2
    assert await used_at(both) == written


async def used_at(door):
    return {at for (at,) in await door.database.look_up("SELECT last_used_at FROM token")}


async def test_what_cannot_be_written_now_is_written_later(both, monkeypatch):
    doorkeeper = Doorkeeper(both.database)
    await doorkeeper.admit(f"Bearer {both.secrets['anna']}")

    async def away(database, used):
        raise DatabaseUnavailable("refused")

    with monkeypatch.context() as patched:
        patched.setattr(sign_in.sign_in, "note_use", away)
        await doorkeeper.write_down()
    await doorkeeper.write_down()

    assert len(await used_at(both)) == 2


async def test_an_open_connection_learns_at_once_that_it_is_over(both):
    doorkeeper = Doorkeeper(both.database)
    who = ("anna", "ben", "ada")
    known = [await doorkeeper.admit(f"Bearer {both.secrets[name]}") for name in who]

    before = await doorkeeper.still_valid(known)
    await both.revoke(both.token_ids["ben"])
    async with both.database.transaction() as tx:
        await tx.execute(f"{PEOPLE_SQL[tx.dialect]} WHERE name = 'Ada'", [])
        await tx.execute("UPDATE person SET role = 'MANAGER' WHERE name = 'Anna'", [])
    anna, ben, ada = await doorkeeper.still_valid(known)

    assert [one.token_id for one in before] == [one.token_id for one in known]
    assert anna.viewer.role == "MANAGER"
    assert (ben, ada) == (None, None)
    assert await doorkeeper.still_valid([]) == []


async def test_an_open_connection_ends_when_its_token_expires(both):
    secret = (await both.new_token("anna", datetime.now(UTC) + timedelta(seconds=0.2)))[1]
    doorkeeper = Doorkeeper(both.database)
    known = await doorkeeper.admit(f"Bearer {secret}")

    await asyncio.sleep(0.3)

    assert await doorkeeper.still_valid([known]) == [None]


@pytest.mark.parametrize("length", [300, 5_000, 100_000])
@pytest.mark.parametrize("sign", ["x", "."])
async def test_a_token_of_absurd_length_is_refused_like_any_other(door, length, sign):
    answer = await asked_with(door, sign * length)

    assert answer.status_code == 401
    assert answer.json()["errors"][0]["extensions"]["code"] == "UNAUTHENTICATED"


async def test_a_refusal_is_said_in_the_language_of_the_client(door):
    answer = await door.ask(WHO, who=None, accept_language="de-AT,de;q=0.9,en;q=0.5")

    assert "Zugangsschlüssel" in answer.json()["errors"][0]["message"]
