"""GraphQL over HTTP: what its draft asks of a server, as the public audit checks it.

One line here is one of the audit's 61 checks, by what is sent and what has to come back.
"""

import json

import pytest

NEW = "application/graphql-response+json"
OLD = "application/json"
ASK = "{ __typename }"
NAMED = "query Query { __typename }"
BY_NAME = "query Type($name: String!) { __type(name: $name) { name } }"
STRICT = "query Strict($id: ID!) { node(id: $id) { id } }"
UNKNOWN = "{ noSuchField }"
NAME = {"name": "sometype"}
NO_TEXTS = [{"obj": "ect"}, 0, False, ["array"]]
NO_MAPS = ["string", 0, False, ["array"]]


async def post(door, body, accept=None, content_type=OLD):
    headers = {"content_type": content_type} | ({"accept": accept} if accept else {})
    raw = body if isinstance(body, bytes) else json.dumps(body).encode()
    return await door.post(raw, **headers)


@pytest.mark.parametrize(
    ("accept", "expected"), [(NEW, NEW), (OLD, OLD), ("*/*", OLD), (None, OLD), ("", OLD)]
)
async def test_the_answer_has_the_type_that_was_asked_for(door, accept, expected):
    del door.client.headers["accept"]

    answer = await post(door, {"query": ASK}, accept)

    assert answer.status_code == 200
    assert answer.headers["content-type"] == f"{expected}; charset=utf-8"
    assert json.loads(answer.content.decode("utf-8")) == {"data": {"__typename": "Query"}}


@pytest.mark.parametrize(
    "content_type", [OLD, f"{OLD}; charset=utf-8", 'Application/JSON;charset="UTF-8"']
)
async def test_a_body_is_utf_8_said_or_not(door, content_type):
    body = '{"query": "{ __type(name: \\"Run🏃Swim🏊\\") { name } }"}'.encode()

    answer = await post(door, body, content_type=content_type)

    assert answer.status_code == 200


@pytest.mark.parametrize(
    "body",
    [
        {"query": ASK},
        {"query": NAMED, "operationName": "Query"},
        {"query": ASK, "operationName": None},
        {"query": ASK, "variables": None},
        {"query": ASK, "extensions": None},
        {"query": ASK, "extensions": {"some": "value"}},
        {"query": BY_NAME, "variables": NAME},
    ],
    ids=json.dumps,
)
@pytest.mark.parametrize("accept", [NEW, OLD])
async def test_a_well_formed_request_is_answered(door, accept, body):
    answer = await post(door, body, accept)

    assert answer.status_code == 200
    assert "errors" not in answer.json()


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b'{ "not a JSON',
        {"notquery": ASK},
        {"qeury": ASK},
        *({"query": wrong} for wrong in NO_TEXTS),
        *({"query": ASK, "operationName": wrong} for wrong in NO_TEXTS),
        *({"query": ASK, "variables": wrong} for wrong in NO_MAPS),
        *({"query": ASK, "extensions": wrong} for wrong in NO_MAPS),
    ],
    ids=str,
)
@pytest.mark.parametrize("accept", [NEW, OLD])
async def test_a_request_of_a_wrong_form_is_400(door, accept, body):
    answer = await post(door, body, accept)

    assert answer.status_code == 400
    assert answer.headers["content-type"] == f"{accept}; charset=utf-8"
    assert list(answer.json()) == ["errors"]


async def test_a_post_without_a_type_is_refused(door):
    answer = await door.client.post(
        "/graphql", content=json.dumps({"query": ASK}).encode(), headers=door.headers()
    )

    assert answer.status_code == 415


@pytest.mark.parametrize("accept", [NEW, OLD])
async def test_a_query_may_come_by_get(door, accept):
    plain = await door.get(query=ASK, accept=accept)
    varied = await door.get(query=BY_NAME, variables=json.dumps(NAME), accept=accept)
    empty = await door.get(query=ASK, variables="", operationName="", extensions="", accept=accept)

    assert [answer.status_code for answer in (plain, varied, empty)] == [200] * 3
    assert not any("errors" in answer.json() for answer in (plain, varied, empty))


@pytest.mark.parametrize("accept", [NEW, OLD])
async def test_a_mutation_does_not_come_by_get(door, accept):
    before = await door.count("team")

    bare = await door.get(query="mutation { __typename }", accept=accept)
    whole = await door.get(
        "ada",
        query='mutation { teamCreate(input: {name: "By a link"}) { team { id } } }',
        accept=accept,
    )

    assert [bare.status_code, whole.status_code] == [405, 405]
    assert bare.headers["allow"] == "POST"
    assert await door.count("team") == before


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"query": "{"}, "GRAPHQL_PARSE_FAILED"),
        ({"query": UNKNOWN}, "GRAPHQL_VALIDATION_FAILED"),
        ({"query": STRICT, "variables": {"id": None}}, "BAD_USER_INPUT"),
        ({"query": STRICT}, "BAD_USER_INPUT"),
        (
            {"query": "query A { __typename } query B { __typename }"},
            "OPERATION_RESOLUTION_FAILURE",
        ),
        ({"query": NAMED, "operationName": "Other"}, "OPERATION_RESOLUTION_FAILURE"),
    ],
    ids=str,
)
@pytest.mark.parametrize(("accept", "status"), [(NEW, 400), (OLD, 200)])
async def test_what_cannot_be_executed_is_400_in_the_newer_type_alone(
    door, accept, status, body, code
):
    answer = await post(door, body, accept)

    assert answer.status_code == status
    assert list(answer.json()) == ["errors"]
    assert answer.json()["errors"][0]["extensions"]["code"] == code


async def test_of_two_operations_the_named_one_runs(door):
    both = "query A { a: __typename } query B { b: __typename }"

    answer = await post(door, {"query": both, "operationName": "B"})

    assert answer.json() == {"data": {"b": "Query"}}


async def test_a_misspelt_field_gets_no_hint_of_the_schema(door):
    answer = await door.ask("{ viewr { role } }")

    assert "viewer" not in answer.text
