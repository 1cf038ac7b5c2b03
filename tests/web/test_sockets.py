"""Sockets: the protocol graphql-transport-ws, over real connections."""

import asyncio
import json
import sys
from contextlib import AsyncExitStack
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import pytest
from websockets.exceptions import ConnectionClosed

from goals.store.database import Database
from goals.web import sockets
from goals.web.app import create_app

sys.path.insert(0, str(Path(__file__).parent))

from watching import CHANGED, draft, socket

NEEDS = {"payload": {"query": "{ __typename }"}}


async def test_a_change_is_told(served):
    async with socket(served) as anna:
        await anna.ask("a", CHANGED)
        await asyncio.sleep(0.1)
        made = await draft(served)

        told = await anna.hear()

    assert (told["id"], told["type"]) == ("a", "next")
    change = told["payload"]["data"]["commissionChanged"]
    assert (change["kind"], change["id"]) == ("commission.drafted", made)


async def test_a_query_and_a_mutation_are_one_answer_and_complete(served):
    async with socket(served, "ada") as ada:
        await ada.ask("q", "{ viewer { role } }")
        assert await ada.hear() == {
            "id": "q",
            "type": "next",
            "payload": {"data": {"viewer": {"role": "ADMIN"}}},
        }
        assert await ada.hear() == {"type": "complete", "id": "q"}

        text = (
            "mutation M($input: TeamCreateInput!) { teamCreate(input: $input) { team { name } } }"
        )
        await ada.ask("m", text, input={"name": "IT"})
        assert (await ada.hear())["payload"]["data"]["teamCreate"]["team"] == {"name": "IT"}
        assert (await ada.hear())["type"] == "complete"


async def test_an_id_is_free_again_once_its_operation_is_over(served):
    async with socket(served) as anna:
        for _ in range(3):
            await anna.ask("a", "{ __typename }")
            assert (await anna.hear())["type"] == "next"
            assert (await anna.hear())["type"] == "complete"


async def test_what_follows_a_change_is_read_anew(served):
    async with socket(served) as anna, socket(served) as other:
        await anna.ask("a", "subscription { commissionChanged { node { title state } } }")
        await other.ask("a", "{ commissions { totalCount } }")
        assert (await other.hear())["payload"]["data"]["commissions"] == {"totalCount": 0}
        await other.hear()
        await asyncio.sleep(0.1)
        await draft(served)

        told = await anna.hear()
        await other.ask("a", "{ commissions { totalCount } }")

        assert told["payload"]["data"]["commissionChanged"]["node"]["state"] == "DRAFT"
        assert (await other.hear())["payload"]["data"]["commissions"] == {"totalCount": 1}


async def test_what_was_missed_comes_first(served):
    async with socket(served) as anna:
        await anna.ask("a", CHANGED)
        await asyncio.sleep(0.1)
        await draft(served)
        cursor = (await anna.hear())["payload"]["data"]["commissionChanged"]["cursor"]
    missed = await draft(served)

    async with socket(served) as anna:
        await anna.ask("a", CHANGED, after=cursor)

        assert (await anna.hear())["payload"]["data"]["commissionChanged"]["id"] == missed


async def test_complete_ends_one_operation_and_no_other(served):
    async with socket(served) as anna:
        await anna.ask("a", CHANGED)
        await anna.ask("b", CHANGED)
        await asyncio.sleep(0.1)
        await anna.say("complete", id="a")
        await anna.say("complete", id="never")
        await asyncio.sleep(0.1)
        await draft(served)

        assert (await anna.hear())["id"] == "b"
        with pytest.raises(TimeoutError):
            await anna.hear(0.3)


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("{", "GRAPHQL_PARSE_FAILED"),
        ("{ nothing }", "GRAPHQL_VALIDATION_FAILED"),
        ('subscription { commissionChanged(after: "x") { kind } }', "BAD_USER_INPUT"),
        (
            "subscription($a: Int!) { inboxChanged(after: $a) { kind } }",
            "GRAPHQL_VALIDATION_FAILED",
        ),
    ],
)
async def test_a_fault_in_a_document_ends_its_operation_alone(served, query, code):
    async with socket(served) as anna:
        await anna.ask("a", query)
        told = await anna.hear()
        await anna.ask("a", "{ __typename }")

        assert (told["type"], told["payload"][0]["extensions"]["code"]) == ("error", code)
        assert (await anna.hear())["payload"] == {"data": {"__typename": "Query"}}


async def test_a_ping_is_answered_before_and_after_the_beginning(served):
    async with socket(served, None) as anybody:
        await anybody.say("ping")
        assert await anybody.hear() == {"type": "pong"}
        await anybody.say("ping", payload={"n": 1})
        assert await anybody.hear() == {"type": "pong", "payload": {"n": 1}}
        await anybody.say("pong", payload=None)
        assert await anybody.init(served.secrets["anna"]) == {"type": "connection_ack"}


@pytest.mark.parametrize(
    "payload",
    [
        {"Authorization": "Bearer {}"},
        {"authorization": "bearer {}"},
        {"token": "{}"},
    ],
)
async def test_who_is_asking_is_told_in_the_beginning(served, payload):
    async with socket(served, None) as anna:
        given = {name: text.format(served.secrets["anna"]) for name, text in payload.items()}
        await anna.say("connection_init", payload=given)

        assert await anna.hear() == {"type": "connection_ack"}


async def test_a_header_says_it_too_and_no_payload_is_taken(served):
    known = {"Authorization": f"Bearer {served.secrets['anna']}"}
    async with socket(served, None, additional_headers=known) as anna:
        await anna.say("connection_init", payload=None)

        assert await anna.hear() == {"type": "connection_ack"}


@pytest.mark.parametrize(
    "payload", [None, {}, {"token": "goals_x"}, {"token": 7}, {"token": "x" * 9_000}]
)
async def test_nobody_known_is_forbidden(served, payload):
    async with socket(served, None) as anybody:
        await anybody.say("connection_init", payload=payload)

        assert await anybody.closed() == 4403


NO_MESSAGES = [
    "",
    "{",
    "null",
    "[]",
    '"ping"',
    "7",
    '{"id":"a"}',
    '{"type":7}',
    '{"type":"start"}',
    '{"type":"next","id":"a"}',
    '{"type":"ping","payload":7}',
    '{"type":"connection_init","payload":[]}',
    '{"type":"subscribe"}',
    '{"type":"subscribe","id":"a"}',
    '{"type":"subscribe","id":"a","payload":null}',
    '{"type":"subscribe","id":"","payload":{"query":"{a}"}}',
    '{"type":"subscribe","id":7,"payload":{"query":"{a}"}}',
    '{"type":"subscribe","id":"a","payload":{"query":7}}',
    '{"type":"subscribe","id":"a","payload":{"query":"{a}","variables":[]}}',
    '{"type":"subscribe","id":"a","payload":{"query":"{a}","operationName":7}}',
    '{"type":"complete"}',
    "[" * 5_000,
    '{"type":"ping","type":"pong"}',
    '{"type":"ping","payload":{"n":NaN}}',
    b"\x00",
    b'{"type":"ping"}',
]


async def test_what_is_no_message_closes_with_4400(served):
    codes, reasons = [], []
    for raw in NO_MESSAGES:
        async with socket(served) as anna:
            await anna.line.send(raw)
            codes.append(await anna.closed())
            reasons.append(len(anna.line.close_reason.encode()))

    assert dict(zip(NO_MESSAGES, codes, strict=True)) == dict.fromkeys(NO_MESSAGES, 4400)
    assert min(reasons) > 0
    assert max(reasons) <= 123


async def test_operations_before_the_beginning_are_unauthorized(served):
    async with socket(served, None) as anybody:
        await anybody.say("subscribe", id="a", **NEEDS)

        assert await anybody.closed() == 4401


@pytest.mark.parametrize("offered", [[], ["graphql-ws"], ["chat", "soap"]])
async def test_another_subprotocol_is_not_spoken(served, offered):
    options = {"subprotocols": offered} if offered else {"subprotocols": None}
    async with socket(served, None, **options) as anybody:
        assert await anybody.closed() == 4406


async def test_who_says_nothing_is_not_waited_for(served, monkeypatch):
    monkeypatch.setattr(sockets, "SECONDS_FOR_INIT", 0.2)
    async with socket(served, None) as anybody, socket(served) as anna:
        await anybody.say("ping")

        assert await anybody.closed(2) == 4408
        await asyncio.sleep(0.3)
        await anna.ask("a", "{ __typename }")
        assert (await anna.hear())["type"] == "next"


async def test_a_second_beginning_is_one_too_many(served):
    async with socket(served) as anna:
        await anna.say("connection_init")

        assert await anna.closed() == 4429


async def test_an_id_that_is_taken_closes_the_socket(served):
    async with socket(served) as anna:
        await anna.ask("ä" * 200, CHANGED)
        await anna.ask("ä" * 200, CHANGED)

        assert await anna.closed() == 4409


async def test_too_many_operations_are_refused_one_by_one(served, monkeypatch):
    monkeypatch.setattr(sockets, "MOST_OPERATIONS", 2)
    async with socket(served) as anna:
        for name in "abc":
            await anna.ask(name, CHANGED)
        told = await anna.hear()

        assert (told["id"], told["type"]) == ("c", "error")
        assert told["payload"][0]["extensions"]["code"] == "RATE_LIMITED"


async def test_a_message_beyond_64_kb_closes_the_socket(served):
    async with socket(served) as anna:
        await anna.say("ping", payload={"n": "x" * 70_000})

        assert await anna.closed() == 1009


async def test_twenty_sockets_a_person_and_no_more(served):
    async with AsyncExitStack() as open_:
        for _ in range(20):
            await open_.enter_async_context(socket(served))
        async with socket(served, None) as one_more, socket(served, "ben"):
            await one_more.say("connection_init", payload={"token": served.secrets["anna"]})
            assert await one_more.closed() == 1013

    async with socket(served):
        pass


async def test_a_revoked_token_ends_the_socket_within_a_second(served):
    async with socket(served) as anna, socket(served, "ben") as ben:
        await anna.ask("a", CHANGED)
        await served.revoke(served.token_ids["anna"])

        assert await anna.closed(1) == 4403
        await ben.ask("a", "{ __typename }")
        assert (await ben.hear())["type"] == "next"


async def test_an_expired_token_ends_the_socket_within_a_second(served):
    expires = datetime.now(UTC) + timedelta(seconds=1)
    _, served.secrets["brief"] = await served.new_token("anna", expires)
    async with socket(served, "brief") as anna:
        code = await anna.closed(3)

    assert code == 4403
    assert timedelta(0) <= datetime.now(UTC) - expires < timedelta(seconds=1.2)


async def test_the_end_of_the_server_is_said(served):
    async with socket(served) as anna, socket(served, None) as anybody:
        await anna.ask("a", CHANGED)
        await asyncio.sleep(0.1)
        served.server.should_exit = True

        assert await anna.closed(3) == 1001
        assert await anybody.closed(8) in {1001, 1012, 4408}


async def test_a_thousand_subscriptions_leave_nothing_behind(served):
    async with socket(served) as anna:
        before = len(asyncio.all_tasks())
        for at in range(1_000):
            await anna.ask(str(at), CHANGED)
            if at >= 20:
                await anna.say("complete", id=str(at - 20))
        for at in range(980, 1_000):
            await anna.say("complete", id=str(at))
        await anna.ask("end", "{ __typename }")
        assert (await anna.hear())["id"] == "end"
        await asyncio.sleep(0.3)

        assert len(asyncio.all_tasks()) <= before + 2  # the feed's own


async def test_a_client_that_vanishes_leaves_nothing_behind(served):
    before = len(asyncio.all_tasks())
    for _ in range(30):
        async with socket(served) as anna:
            await anna.ask("a", CHANGED)
            anna.line.transport.abort()
    await asyncio.sleep(0.5)

    assert len(asyncio.all_tasks()) <= before + 2
    async with socket(served):
        pass


async def test_messages_in_a_flood_are_answered_in_turn(served):
    async with socket(served) as anna:
        for at in range(500):
            await anna.say("ping", payload={"at": at})

        assert [(await anna.hear())["payload"]["at"] for _ in range(500)] == list(range(500))


async def test_who_closes_politely_is_let_go(served):
    async with socket(served) as anna:
        await anna.ask("a", CHANGED)
        await anna.line.close(1000)

        with pytest.raises(ConnectionClosed):
            await anna.line.send(json.dumps({"type": "ping"}))


async def test_two_servers_on_one_database_tell_of_each_others_acts(both, serve):
    async with (
        await Database.open(both.database.url) as database,
        serve(create_app(database, with_clock=False)) as (address, _),
        httpx.AsyncClient(base_url=address, trust_env=False) as client,
    ):
        elsewhere = replace(both, client=client)
        async with socket(elsewhere) as anna:
            await anna.ask("a", CHANGED)
            await asyncio.sleep(0.3)
            made = await draft(both)

            told = await anna.hear()

    assert told["payload"]["data"]["commissionChanged"]["id"] == made
