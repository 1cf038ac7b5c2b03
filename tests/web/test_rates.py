"""Rates: what a token and an address may ask for in a while, and what is said about it."""

import asyncio
import re

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from goals.domain.errors import RateLimited
from goals.settings import FrontDoor
from goals.web import gate, graphql
from goals.web.app import create_app
from goals.web.rates import Rates

TEN = "{ commissions(first: 9) { nodes { key } } }"
MOMENTS = st.lists(st.tuples(st.floats(0, 30), st.integers(0, 80)), max_size=60)


class Clock:
    """A clock that stands still until it is put forward."""

    def __init__(self):
        self.now = 1_000.0

    def __call__(self):
        return self.now


@given(MOMENTS)
def test_nobody_gets_more_than_the_bucket_and_what_leaked(moments):
    clock = Clock()
    rates = Rates(50, 2, clock=clock)
    began, taken = clock.now, 0
    for seconds, points in moments:
        clock.now += seconds
        try:
            rates.meter("a").charge(points)
        except RateLimited:
            continue
        taken += max(1, points)
        assert taken <= 50 + 2 * (clock.now - began) + 1e-6


@given(st.integers(1, 50), st.integers(1, 50))
def test_after_the_seconds_that_are_named_there_is_room(before, points):
    clock = Clock()
    rates = Rates(50, 2, clock=clock)
    rates.meter("a").charge(before)
    try:
        rates.meter("a").charge(points)
    except RateLimited as refused:
        clock.now += refused.seconds
        rates.meter("a").charge(points)


def test_a_fine_is_paid_by_the_next_request():
    clock = Clock()
    meter = Rates(50, 2, clock=clock).meter("a")
    meter.fine(1_000)

    with pytest.raises(RateLimited) as refused:
        meter.check()

    assert (refused.value.seconds, meter.left) == (1, 0)
    clock.now += 1
    meter.check()


def test_buckets_are_apart_and_only_so_many_are_remembered():
    rates = Rates(50, 2, most=100)
    for number in range(1_000):
        rates.meter(str(number)).charge(50)

    assert rates.counted == 100
    with pytest.raises(RateLimited):
        rates.meter("999").charge(40)
    rates.meter("1").charge(50)


def test_a_leak_of_nothing_counts_nothing():
    meter = Rates(50, 0).meter("a")
    meter.charge(10**9)
    meter.fine(10**9)
    meter.check()

    assert meter.headers() == {}


@pytest.fixture
async def small(door):
    """The front door with 100 points at once, one a second."""
    told = FrontDoor(points_at_once=100, points_a_second=1)
    app = create_app(door.database, told, with_clock=False)
    transport = httpx.ASGITransport(app=app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://goals.test") as client:
        door.client = client
        yield door


async def test_every_answer_says_what_is_left(small):
    first = await small.ask(TEN)
    second = await small.ask("{ __typename }")
    wrong = await small.post(b"[]")

    assert first.headers["ratelimit-policy"] == '"points";q=100;w=100'
    assert first.headers["ratelimit"] == '"points";r=90;t=10'
    assert re.fullmatch(r'"points";r=(89|90);t=1[01]', second.headers["ratelimit"])
    assert wrong.status_code == 400
    assert "ratelimit" in wrong.headers


@pytest.mark.parametrize("accept", ["application/json", "application/graphql-response+json"])
async def test_whose_points_are_spent_is_429_and_the_others_are_served(small, accept):
    answers = [await small.ask(TEN, accept=accept) for _ in range(11)]
    other = await small.ask(TEN, who="ben", accept=accept)

    assert [answer.status_code for answer in answers] == [200] * 10 + [429]
    (error,) = answers[-1].json()["errors"]
    assert error["extensions"]["code"] == "RATE_LIMITED"
    assert 1 <= int(answers[-1].headers["retry-after"]) <= 10
    assert answers[-1].headers["retry-after"] in error["message"]
    assert answers[-1].headers["content-type"].startswith(accept)
    assert other.status_code == 200


async def test_what_was_refused_was_not_done(small):
    before = await small.count("team")
    answers = [await small.add_team(f"Team {number}") for number in range(12)]

    done = [answer.status_code for answer in answers].count(200)

    assert answers[-1].status_code == 429
    assert await small.count("team") == before + done


async def test_what_cannot_be_executed_costs_more_than_it_gives(small):
    codes = [(await small.ask("{ nothing }")).json()["errors"][0]["extensions"] for _ in range(3)]

    assert [code["code"] for code in codes] == ["GRAPHQL_VALIDATION_FAILED"] * 2 + ["RATE_LIMITED"]


async def test_what_is_large_to_read_costs_besides(small):
    answer = await small.ask("{ __typename }" + " " * 25_000)

    assert answer.status_code == 429


async def test_the_cost_is_told_who_asks_for_it(small):
    by_extension = await small.post(
        b'{"query": "{ commissions(first: 9) { nodes { key } } }", "extensions": {"cost": true}}'
    )
    by_header = await small.ask(TEN, goals_cost="true")
    unasked = await small.ask(TEN)

    assert by_extension.json()["extensions"] == {
        "cost": {"requested": 10, "limit": 5_000, "left": 90}
    }
    assert by_header.json()["extensions"]["cost"]["requested"] == 10
    assert "extensions" not in unasked.json()


async def test_who_tries_in_vain_too_often_is_429_and_whoever_is_known_is_not(door, monkeypatch):
    monkeypatch.setattr(gate, "TRIES_AT_ONCE", 5)
    app = create_app(door.database, with_clock=False)
    transport = httpx.ASGITransport(app=app, client=("192.0.2.1", 1))
    elsewhere = httpx.ASGITransport(app=app, client=("192.0.2.2", 1))
    ask = {"query": "{ __typename }"}
    async with (
        httpx.AsyncClient(transport=transport, base_url="http://goals.test") as client,
        httpx.AsyncClient(transport=elsewhere, base_url="http://goals.test") as other,
    ):
        known = await client.post("/graphql", json=ask, headers=door.headers("anna"))
        wrong = [
            await client.post("/graphql", json=ask, headers={"authorization": f"Bearer {n}"})
            for n in range(7)
        ]
        new = await client.post("/graphql", json=ask, headers=door.headers("ben"))
        again = await client.post("/graphql", json=ask, headers=door.headers("anna"))
        there = await other.post("/graphql", json=ask, headers=door.headers("ben"))

    assert known.status_code == 200
    assert [answer.status_code for answer in wrong] == [401] * 5 + [429] * 2
    assert wrong[-1].headers["retry-after"] == "1"
    assert [answer.status_code for answer in (new, again, there)] == [429, 200, 200]


@pytest.mark.parametrize(
    ("document", "code"),
    [("{ viewer { role } }", "DATABASE_UNAVAILABLE"), (None, "OUTCOME_UNKNOWN")],
)
async def test_what_takes_too_long_is_ended(door, monkeypatch, document, code):
    ended = []

    async def endless(*args, **kwargs):
        try:
            await asyncio.sleep(60)
        finally:
            ended.append(True)

    await door.ask("{ __typename }", who="ada")
    await door.ask("{ __typename }")
    monkeypatch.setattr(graphql, "SECONDS_TO_EXECUTE", 0.05)
    monkeypatch.setattr(type(door.database), "write" if document is None else "read_value", endless)

    answer = await (door.add_team("Ops") if document is None else door.ask(document))

    assert answer.status_code == 503
    assert answer.json()["errors"][0]["extensions"]["code"] == code
    assert ended == [True]
