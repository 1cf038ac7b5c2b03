"""The porch: names, origins, ids and headers of every request, whatever it is for."""

import json

import httpx
import pytest

from goals.settings import FrontDoor
from goals.web.app import create_app
from goals.web.headers import SECURITY
from goals.web.hosts import Hosts, without_port

ASK = {"query": "{ __typename }"}
OURS = "https://app.example.org"
PREFLIGHT = {"access-control-request-method": "POST"}


@pytest.fixture
async def told(door):
    """The front door with names, an origin and HTTPS."""
    settings = FrontDoor(hosts=("goals.test", "*.example.org", "::1"), origins=(OURS,), https=True)
    app = create_app(door.database, settings, with_clock=False)
    transport = httpx.ASGITransport(app=app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://goals.test") as client:
        door.client = client
        yield door


@pytest.mark.parametrize(
    "host", ["goals.test", "GOALS.test:8000", "goals.test.", "a.example.org:1", "[::1]:8000"]
)
async def test_a_name_that_is_ours_is_served_on_any_port(told, host):
    answer = await told.client.post("/graphql", json=ASK, headers=told.headers(host=host))

    assert answer.json() == {"data": {"__typename": "Query"}}


@pytest.mark.parametrize(
    "host", ["evil.test", "goals.test.evil.test", "example.org", "127.0.0.1:8000", "[::2]", "[", ""]
)
async def test_a_name_that_is_not_ours_is_421_for_everything_but_probes(told, host):
    answer = await told.client.post("/graphql", json=ASK, headers=told.headers(host=host))
    probes = [
        await told.client.get(path, headers={"host": host}) for path in ("/healthz", "/readyz")
    ]

    assert answer.status_code == 421
    assert answer.json()["errors"][0]["extensions"]["code"] == "BAD_REQUEST"
    assert [probe.status_code for probe in probes] == [200, 200]


@pytest.mark.parametrize("hosts", [[], [("host", "goals.test"), ("host", "evil.test")]])
async def test_no_name_or_two_are_400(told, hosts):
    request = told.client.build_request("GET", "/graphql?query={__typename}")
    request.headers = httpx.Headers([*told.headers().items(), *hosts])

    answer = await told.client.send(request)

    assert answer.status_code == 400


def test_without_a_list_any_name_will_do():
    assert Hosts(()).fault("/graphql", [b"anything"]) is None
    assert Hosts(()).fault("/graphql", []) is None


@pytest.mark.parametrize(
    ("header", "name"),
    [
        ("A.b:80", "a.b"),
        ("[2001:DB8::0:1]:8", "2001:db8::1"),
        ("[::1", ""),
        ("192.0.2.7:9", "192.0.2.7"),
    ],
)
def test_the_port_is_no_part_of_a_name(header, name):
    assert without_port(header) == name


@pytest.mark.parametrize("path", ["/graphql", "/healthz", "/nothing"])
async def test_https_is_said_on_every_answer_where_it_was_set(told, path):
    answer = await told.client.get(path)

    assert answer.headers["strict-transport-security"].startswith("max-age=")
    assert "server" not in answer.headers


async def test_https_is_not_said_where_it_was_not_set(door):
    assert "strict-transport-security" not in (await door.ask("{ __typename }")).headers


async def test_a_page_of_an_allowed_origin_may_ask_and_read(told):
    before = await told.client.options("/graphql", headers=PREFLIGHT | {"origin": OURS})
    answer = await told.ask("{ __typename }", origin=OURS)
    refused = await told.ask("{ __typename }", who=None, origin=OURS)

    assert before.status_code == 204
    assert "authorization" in before.headers["access-control-allow-headers"]
    assert before.headers["access-control-allow-methods"] == "GET, POST"
    for one in (before, answer, refused):
        assert one.headers["access-control-allow-origin"] == OURS
        assert one.headers["vary"] == "Origin"
        assert "access-control-allow-credentials" not in one.headers
    assert "x-request-id" in answer.headers["access-control-expose-headers"]
    assert refused.status_code == 401


@pytest.mark.parametrize(
    "origin", ["https://evil.example", OURS + ".evil.example", "http://app.example.org", "null", ""]
)
async def test_a_page_of_another_origin_may_neither_ask_nor_read(told, origin):
    before = await told.client.options("/graphql", headers=PREFLIGHT | {"origin": origin})
    answer = await told.ask("{ __typename }", origin=origin)

    assert before.status_code == 403
    assert before.json()["errors"][0]["extensions"]["code"] == "FORBIDDEN"
    for one in (before, answer):
        assert not [name for name in one.headers if name.startswith("access-control")]
    assert answer.headers["vary"] == "Origin"


@pytest.mark.parametrize(
    "content_type", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""]
)
async def test_what_a_form_of_another_site_can_send_is_not_taken(door, content_type):
    body = json.dumps({"query": 'mutation { teamCreate(input: {name: "x"}) { team { id } } }'})

    answer = await door.client.post(
        "/graphql",
        content=body.encode(),
        headers=door.headers("ada", content_type=content_type, cookie="session=1"),
    )

    assert answer.status_code == 415


async def test_a_cookie_signs_nobody_in(door):
    answer = await door.ask("{ __typename }", who=None, cookie=f"token={door.secrets['anna']}")

    assert answer.status_code == 401


@pytest.mark.parametrize("own", ["0123456789abcdef", "123e4567-e89b-12d3-a456-426614174000"])
async def test_the_number_a_client_gave_its_request_is_kept(door, own):
    answer = await door.ask("{ nothing }", x_request_id=own)

    assert answer.headers["x-request-id"] == own
    assert answer.json()["errors"][0]["extensions"]["requestId"] == own


@pytest.mark.parametrize(
    "own", ["short", "x" * 32, "a" * 65, "0123456789abcdef!", "goals_" + "a" * 32]
)
async def test_what_is_no_number_is_not_kept(door, own):
    answer = await door.ask("{ __typename }", x_request_id=own)

    assert answer.headers["x-request-id"] != own
    assert len(answer.headers["x-request-id"]) == 32


async def test_a_socket_is_turned_away_by_the_same_rules(told):
    sent = []

    async def send(message):
        sent.append(message)

    async def receive():
        return {"type": "websocket.connect"}

    app = create_app(told.database, FrontDoor(hosts=("goals.test",)), with_clock=False)
    for extensions in ({}, {"websocket.http.response": {}}):
        scope = {"type": "websocket", "path": "/graphql", "headers": [(b"host", b"evil.test")]}
        await app(scope | {"extensions": extensions}, receive, send)

    closed, started, body = sent
    assert (closed["type"], closed["code"]) == ("websocket.close", 1008)
    assert (started["type"], started["status"]) == ("websocket.http.response.start", 421)
    assert dict(started["headers"]).items() >= dict(SECURITY).items()
    assert json.loads(body["body"])["errors"]
