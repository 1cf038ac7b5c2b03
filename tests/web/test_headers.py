"""Headers and paths: every answer carries the same ones, whatever it is an answer to."""

import pytest

from goals.web.headers import SECURITY

PATHS = [
    ("POST", "/graphql", 200),
    ("PUT", "/graphql", 405),
    ("DELETE", "/graphql", 405),
    ("OPTIONS", "/graphql", 405),
    ("PATCH", "/graphql", 405),
    ("GET", "/healthz", 200),
    ("GET", "/readyz", 200),
    ("POST", "/healthz", 405),
    ("DELETE", "/readyz", 405),
    ("GET", "/", 404),
    ("GET", "/graphql/more", 404),
    ("GET", "/schema", 404),
    ("GET", "/../etc/passwd", 404),
    ("POST", "/%00", 404),
    ("GET", "/%ff%fe", 404),
    ("BREW", "/graphql", 405),
    ("BREW", "/nothing", 404),
]


@pytest.mark.parametrize(("method", "path", "status"), PATHS)
async def test_every_answer_is_json_with_a_number_and_guards(door, method, path, status):
    body = {"query": "{ __typename }"} if method == "POST" else None

    answer = await door.client.request(method, path, json=body, headers=door.headers())

    assert answer.status_code == status
    assert answer.headers["content-type"].startswith("application/json")
    assert len(answer.headers["x-request-id"]) == 32
    for name, value in SECURITY:
        assert answer.headers[name.decode()] == value.decode()
    if status >= 400:
        (error,) = answer.json()["errors"]
        assert error["extensions"]["code"] == "BAD_REQUEST"
        assert error["extensions"]["requestId"] == answer.headers["x-request-id"]
    if status == 405:
        assert "GET" in answer.headers["allow"]


async def test_numbers_of_requests_differ(door):
    answers = [await door.ask("{ __typename }") for _ in range(2)]

    assert answers[0].headers["x-request-id"] != answers[1].headers["x-request-id"]


async def test_no_answer_lets_another_site_read_it(door):
    answer = await door.ask("{ __typename }", origin="https://elsewhere.example")

    assert not [name for name in answer.headers if name.startswith("access-control")]


async def test_the_server_does_not_say_what_it_is_made_of(served):
    answer = await served.client.get("/healthz")

    assert "server" not in answer.headers
