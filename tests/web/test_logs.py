"""Logs: a line for every request, its id in every line, and nothing that anybody wrote."""

import asyncio
import io
import json
import logging

import pytest

from goals import logs
from goals.services import sign_in
from goals.store.database import Database

CANARY = "canary4711"


@pytest.fixture(params=["json", "text"])
def form(request):
    return request.param


@pytest.fixture
def written(form):
    """What is written from here on; the process's own handlers come back afterwards."""
    root, ours = logging.getLogger(), logging.getLogger("goals")
    before = (root.handlers[:], root.level, ours.level)
    stream = io.StringIO()
    logs.configure(form, "debug", stream)
    yield stream
    root.handlers[:], root.level = before[0], before[1]
    ours.setLevel(before[2])


def lines(stream):
    return [json.loads(line) for line in stream.getvalue().splitlines()]


@pytest.mark.parametrize("form", ["json"], indirect=True)
async def test_a_request_is_one_line_with_who_what_and_how_long(door, written):
    answer = await door.ask("query Who { viewer { role } }")

    (line,) = [line for line in lines(written) if line["logger"] == "goals.requests"]
    assert (
        line.items()
        >= {
            "level": "info",
            "message": "request",
            "requestId": answer.headers["x-request-id"],
            "method": "POST",
            "path": "/graphql",
            "status": 200,
            "operation": "Who",
            "kind": "query",
            "cost": 1,
            "organisation": str(door.org_id),
            "person": str(door.people["anna"]),
            "token": str(door.token_ids["anna"]),
        }.items()
    )
    assert line["ms"] >= 0


@pytest.mark.parametrize("form", ["json"], indirect=True)
@pytest.mark.parametrize(
    ("path", "status", "told", "level"),
    [
        ("/graphql", 401, "/graphql", "info"),
        (f"/{CANARY}", 404, "?", "info"),
        ("/healthz", 200, "/healthz", "debug"),
    ],
)
async def test_a_path_is_told_where_it_is_ours(door, written, path, status, told, level):
    await door.client.get(path)

    (line,) = lines(written)
    assert (line["status"], line["path"], line["level"]) == (status, told, level)


CALLS = {
    "query string": lambda door: door.get(query=f'{{ node(id: "{CANARY}") {{ id }} }}'),
    "document": lambda door: door.ask(f"{{ {CANARY} }}"),
    "comment": lambda door: door.ask(f"{{ __typename }} # {CANARY}"),
    "alias": lambda door: door.ask(f"{{ {CANARY}: __typename }}"),
    "name of a wrong operation": lambda door: door.ask(f"query {CANARY} {{ nothing }}"),
    "long name": lambda door: door.ask(f"query Q{CANARY * 20} {{ __typename }}"),
    "variables": lambda door: door.ask(
        "query($id: ID!) { node(id: $id) { id } }", {"id": CANARY, CANARY: CANARY}
    ),
    "wrong variables": lambda door: door.ask(
        "query($first: Int) { commissions(first: $first) { totalCount } }", {"first": CANARY}
    ),
    "written text": lambda door: door.add_team(CANARY),
    "no JSON": lambda door: door.post(f'{{"{CANARY}'.encode()),
    "unknown token": lambda door: door.ask(
        "{ __typename }", who=None, authorization=f"Bearer {CANARY}"
    ),
    "headers": lambda door: door.ask(
        "{ __typename }",
        x_request_id=CANARY,
        goals_client=CANARY,
        user_agent=CANARY,
        referer=CANARY,
        accept_language=CANARY,
        origin=CANARY,
        cookie=CANARY,
        idempotency_key=CANARY,
        x_forwarded_for=CANARY,
    ),
    "method": lambda door: door.client.request(CANARY, "/graphql", headers=door.headers()),
}


@pytest.mark.parametrize("call", CALLS.values(), ids=CALLS.keys())
async def test_nothing_that_was_sent_is_written(door, written, call):
    await call(door)
    await call(door)

    text = written.getvalue()
    assert text.count("goals.requests") == 2
    assert CANARY not in text
    assert not [secret for secret in door.secrets.values() if secret in text]


@pytest.mark.parametrize("place", ["signing in", "reading", "acting"])
async def test_what_fails_is_told_by_type_and_place_without_its_text(
    door, written, monkeypatch, place
):
    async def broken(*args, **kwargs):
        raise RuntimeError(f"Key (name)=({CANARY}) exists") from ValueError(CANARY)

    where = {
        "signing in": (sign_in, "by_secret"),
        "reading": (type(door.database), "read_value"),
        "acting": (Database, "write"),
    }
    await door.ask("{ __typename }")
    await door.ask("{ __typename }", who="ada")
    if place == "signing in":
        secret = (await door.new_token("ada"))[1]
        door.secrets["ada"] = secret
    monkeypatch.setattr(*where[place], broken)

    answer = await (
        door.add_team(CANARY) if place != "reading" else door.ask("{ viewer { person { name } } }")
    )

    text = written.getvalue()
    assert "INTERNAL_SERVER_ERROR" in answer.text
    assert CANARY not in text
    assert CANARY not in answer.text
    assert "builtins.RuntimeError" in text
    assert "builtins.ValueError" in text
    assert "broken" in text
    assert text.count(answer.headers["x-request-id"]) >= 2


def test_of_what_others_say_only_the_pattern_is_written(written):
    logging.getLogger("elsewhere").error("got %s from\n%s", CANARY, CANARY)
    logging.getLogger("goals.x").error("step %s", "m0001")

    assert "got %s from %s" in written.getvalue()
    assert "step m0001" in written.getvalue()
    assert CANARY not in written.getvalue()


def test_a_line_is_one_line_whatever_it_holds(written):
    logging.getLogger("goals.x").warning("a\nb", extra={"facts": {"n": 1, "s": "x"}})

    assert len(written.getvalue().splitlines()) == 1


async def test_an_error_nobody_waited_for_is_told_without_its_text(written):
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(logs.of_loop)

    loop.call_soon([].index, CANARY)
    await asyncio.sleep(0.01)

    assert "builtins.ValueError" in written.getvalue()
    assert CANARY not in written.getvalue()


async def test_outside_of_a_request_notes_go_nowhere(written):
    logs.note(cost=1)

    assert logs.current() is None


async def test_requests_at_once_keep_their_own_numbers():
    async def one(number):
        with logs.visit(str(number)):
            await asyncio.sleep(0)
            logs.note(cost=number)
            await asyncio.sleep(0)
            return logs.current()

    visits = await asyncio.gather(*[one(number) for number in range(20)])

    assert [(v.request_id, v.facts) for v in visits] == [(str(n), {"cost": n}) for n in range(20)]
