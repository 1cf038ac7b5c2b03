"""Event streams: GraphQL over server-sent events, over real connections."""

import asyncio
import json
import sys
import time
from contextlib import AsyncExitStack
from pathlib import Path

import pytest

from goals.web import event_streams
from goals.web.negotiation import wants_stream

sys.path.insert(0, str(Path(__file__).parent))

from watching import CHANGED, draft, stream

URQL = (
    "application/graphql-response+json, application/graphql+json, application/json,"
    " text/event-stream, multipart/mixed"
)


@pytest.mark.parametrize(
    ("accept", "wanted"),
    [
        (None, False),
        ("", False),
        ("*/*", False),
        ("text/event-stream", True),
        ("text/event-stream; charset=utf-8", True),
        ("text/event-stream, application/json", False),
        ("text/event-stream, application/json;q=0.9", True),
        ("text/event-stream;q=0.5, application/json;q=0.9", False),
        ("text/event-stream;q=0.9, */*;q=0.1", True),
        ("text/event-stream, */*", False),
        ("text/event-stream;q=0", False),
        ("text/*", False),
        (URQL, False),
        ("text/event-stream, multipart/mixed", True),
    ],
)
def test_a_stream_is_chosen_only_when_preferred(accept, wanted):
    assert wants_stream(accept) is wanted


@pytest.mark.parametrize("method", ["POST", "GET"])
async def test_a_change_is_told(served, method):
    async with stream(served, method=method) as anna:
        assert anna.response.status_code == 200
        assert anna.response.headers["content-type"] == "text/event-stream; charset=utf-8"
        assert anna.response.headers["cache-control"] == "no-store"
        assert anna.response.headers["x-request-id"]
        made = await draft(served)

        event = await anna.event()

    change = json.loads(event["data"])["data"]["commissionChanged"]
    assert (event["event"], change["id"]) == ("next", made)
    assert event["id"] == change["cursor"]


@pytest.mark.parametrize("method", ["POST", "GET"])
async def test_a_query_is_one_answer_and_complete(served, method):
    async with stream(served, "{ viewer { role } }", method=method) as anna:
        assert await anna.told() == {"data": {"viewer": {"role": "MEMBER"}}}
        assert await anna.event() == {"event": "complete", "data": ""}
        assert await anna.event() is None


async def test_a_mutation_is_one_answer_and_goes_by_post_only(served):
    text = 'mutation { teamCreate(input: {name: "IT"}) { team { name } } }'
    async with stream(served, text, who="ada", method="GET") as by_get:
        await by_get.response.aread()
        assert by_get.response.status_code == 405
        assert by_get.response.json()["errors"][0]["extensions"]["code"] == "BAD_REQUEST"

    async with stream(served, text, who="ada") as ada:
        assert (await ada.told())["data"]["teamCreate"]["team"] == {"name": "IT"}
        assert (await ada.event())["event"] == "complete"


async def test_lines_end_with_a_line_feed_and_hold_nothing_else(served):
    sent = served.headers("anna", accept="text/event-stream")
    answer = await served.client.post("/graphql", headers=sent, json={"query": "{ __typename }"})

    assert answer.content == (
        b':\n\nevent: next\ndata: {"data":{"__typename":"Query"}}\n\nevent: complete\ndata:\n\n'
    )


async def test_what_was_missed_comes_first_by_argument_and_by_header(served):
    async with stream(served) as anna:
        await draft(served)
        cursor = (await anna.event())["id"]
    missed = await draft(served)

    async with (
        stream(served, after=cursor) as by_argument,
        stream(served, last_event_id=cursor) as by_header,
        stream(served, after="old", last_event_id=cursor) as by_both,
    ):
        for again in (by_argument, by_header, by_both):
            assert (await again.told())["data"]["commissionChanged"]["id"] == missed


async def test_the_place_where_a_stream_begins_is_told_at_once(served):
    async with stream(served) as anna:
        cursor = anna.response.headers["goals-cursor"]
    made = await draft(served)

    async with stream(served, after=cursor) as again:
        assert (await again.told())["data"]["commissionChanged"]["id"] == made


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("{", "GRAPHQL_PARSE_FAILED"),
        ("{ nothing }", "GRAPHQL_VALIDATION_FAILED"),
        ('subscription { commissionChanged(after: "x") { kind } }', "BAD_USER_INPUT"),
    ],
)
async def test_a_fault_in_the_document_is_told_in_the_stream(served, query, code):
    async with stream(served, query) as anna:
        assert anna.response.status_code == 200
        assert (await anna.told())["errors"][0]["extensions"]["code"] == code
        assert (await anna.event())["event"] == "complete"


@pytest.mark.parametrize(
    ("who", "headers", "status"),
    [(None, {}, 401), ("anna", {"content_type": "text/plain"}, 415)],
)
async def test_a_fault_in_the_request_is_json_with_its_status(served, who, headers, status):
    async with stream(served, who=who, **headers) as anybody:
        await anybody.response.aread()

        assert anybody.response.status_code == status
        assert anybody.response.headers["content-type"].startswith("application/json")
        assert anybody.response.json()["errors"]


async def test_a_subscription_that_prefers_json_is_told_how_to_ask(served):
    answer = await served.ask(CHANGED, accept="application/json, text/event-stream")

    assert answer.json()["errors"][0]["extensions"]["code"] == "BAD_REQUEST"
    assert "text/event-stream" in answer.json()["errors"][0]["message"]


async def test_a_silent_stream_gives_signs_of_life(served, monkeypatch):
    monkeypatch.setattr(event_streams, "SECONDS_BETWEEN_SIGNS", 0.05)
    async with stream(served) as anna:
        assert [await anna.block() for _ in range(4)] == [{"": ""}] * 4


async def test_a_client_that_leaves_is_forgotten_at_once(served):
    before = len(asyncio.all_tasks())
    for _ in range(50):
        async with stream(served) as anna:
            await anna.block()
    await asyncio.sleep(0.3)

    assert len(asyncio.all_tasks()) <= before + 2  # the feed's own


async def test_a_revoked_token_ends_the_stream_within_a_second(served):
    async with stream(served) as anna:
        await anna.block()
        began = time.monotonic()
        await served.revoke(served.token_ids["anna"])

        assert (await anna.told())["errors"][0]["extensions"]["code"] == "UNAUTHENTICATED"
        assert (await anna.event())["event"] == "complete"
        assert await anna.event() is None
        assert time.monotonic() - began < 1


async def test_the_end_of_the_server_ends_the_stream_without_complete(served):
    async with stream(served) as anna:
        await anna.block()
        served.server.should_exit = True

        assert await anna.event(3) is None


async def test_streams_count_as_sockets_do(served):
    async with AsyncExitStack() as open_:
        for _ in range(20):
            await open_.enter_async_context(stream(served))
        async with stream(served) as one_more, stream(served, who="ben") as ben:
            await one_more.response.aread()

            assert one_more.response.status_code == 429
            assert one_more.response.json()["errors"][0]["extensions"]["code"] == "RATE_LIMITED"
            assert one_more.response.headers["retry-after"]
            assert ben.response.status_code == 200
