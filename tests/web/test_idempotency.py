"""Idempotency over HTTP: the same request twice is done once, and the client can tell."""

import asyncio
import json

import httpx
import pytest

from goals.store import idempotency
from goals.web.app import create_app


async def test_the_same_key_and_body_replays_the_answer(both):
    before = await both.count("team")

    first = await both.add_team("Purchasing", idempotency_key="k-1")
    again = await both.add_team("Purchasing", idempotency_key="k-1")

    assert "idempotency-replayed" not in first.headers
    assert again.headers["idempotency-replayed"] == "true"
    assert (again.status_code, again.json()) == (200, first.json())
    assert await both.count("team") == before + 1


async def test_the_same_key_with_another_body_is_422(both):
    await both.add_team("Purchasing", idempotency_key="k-1")

    answer = await both.add_team("Sales again", idempotency_key="k-1")

    assert answer.status_code == 422
    assert answer.json()["errors"][0]["extensions"]["code"] == "IDEMPOTENCY_MISMATCH"
    assert await both.count("team") == 2


async def test_a_key_belongs_to_one_token(both):
    first = await both.add_team("Purchasing", idempotency_key="k-1")
    _, both.secrets["ada"] = await both.new_token("ada")

    answer = await both.add_team("Logistics", idempotency_key="k-1")

    assert (first.status_code, answer.status_code) == (200, 200)
    assert "idempotency-replayed" not in answer.headers
    assert await both.count("team") == 3


async def test_without_a_key_every_request_counts(both):
    await both.add_team("Purchasing")

    answer = await both.add_team("Purchasing")

    assert answer.json()["data"]["teamCreate"]["errors"][0]["code"] == "ALREADY_EXISTS"


async def test_a_refused_act_may_be_repeated_under_its_key(both):
    refused = await both.add_team("", idempotency_key="k-1")

    again = await both.add_team("", idempotency_key="k-1")

    assert refused.json()["data"]["teamCreate"]["errors"] != []
    assert (again.status_code, again.json()) == (200, refused.json())


async def test_while_the_first_one_runs_the_second_is_told_to_wait(both, monkeypatch):
    entered, go_on = asyncio.Event(), asyncio.Event()
    claim = idempotency.claim

    async def slow(tx, **given):
        entered.set()
        await go_on.wait()
        return await claim(tx, **given)

    monkeypatch.setattr(idempotency, "claim", slow)
    first = asyncio.create_task(both.add_team("Purchasing", idempotency_key="k-1"))
    await asyncio.wait_for(entered.wait(), 5)

    second = await both.add_team("Purchasing", idempotency_key="k-1")
    go_on.set()
    third = (await first, await both.add_team("Purchasing", idempotency_key="k-1"))[1]

    assert second.status_code == 409
    assert second.headers["retry-after"] == "1"
    assert second.json()["errors"][0]["extensions"]["code"] == "IDEMPOTENCY_RUNNING"
    assert third.headers["idempotency-replayed"] == "true"


async def test_fifty_at_once_make_one_team_and_nobody_hears_anything_else(served):
    before = await served.count("team")

    answers = await asyncio.gather(
        *[served.add_team("Purchasing", idempotency_key="k-1") for _ in range(50)]
    )
    later = await served.add_team("Purchasing", idempotency_key="k-1")

    assert await served.count("team") == before + 1
    assert {answer.status_code for answer in answers} <= {200, 409}
    done = [answer.json()["data"] for answer in answers if answer.status_code == 200]
    assert done
    assert all(data == later.json()["data"] for data in done)


async def test_two_hosts_over_one_database_make_one_team(both):
    other = create_app(both.database, with_clock=False)
    transport = httpx.ASGITransport(app=other)
    body = {
        "query": 'mutation { teamCreate(input: {name: "Purchasing"}) { team { id } errors'
        " { code } } }"
    }
    headers = both.headers("ada", idempotency_key="k-1", content_type="application/json")

    async with httpx.AsyncClient(transport=transport, base_url="http://other.test") as client:
        answers = await asyncio.gather(
            *[
                host.post("/graphql", content=json.dumps(body).encode(), headers=headers)
                for host in (both.client, client)
            ],
        )

    assert await both.count("team") == 2
    assert {answer.status_code for answer in answers} <= {200, 409}
    assert any(answer.status_code == 200 for answer in answers)


@pytest.mark.parametrize("key", ["k" * 201, "a\tb", "schlüssel".encode()])
async def test_a_key_of_another_form_is_refused(door, key):
    headers = door.headers("ada") | {"Idempotency-Key": key}
    body = {"query": "{ __typename }"}

    answer = await door.client.post("/graphql", json=body, headers=headers)

    assert answer.status_code == 400
    assert "Idempotency-Key" in answer.json()["errors"][0]["message"]


async def test_several_acts_of_one_request_do_not_share_their_answers(both):
    text = """mutation {
      a: teamCreate(input: {name: "Purchasing"}) { team { name } }
      b: teamCreate(input: {name: "Logistics"}) { team { name } } }"""

    first = await both.ask(text, who="ada", idempotency_key="k-1")
    again = await both.ask(text, who="ada", idempotency_key="k-1")

    assert first.json()["data"] == {
        "a": {"team": {"name": "Purchasing"}},
        "b": {"team": {"name": "Logistics"}},
    }
    assert again.json() == first.json()
    assert await both.count("team") == 3
