"""Execution: both assemblies give the same bytes, and faults are told apart."""

import json
from pathlib import Path

import pytest

from goals.api.context import Context
from goals.store.faults import DatabaseUnavailable

OPERATIONS = Path(__file__).parents[2] / "graphql" / "operations"
EVERYTHING = """
query Everything($first: Int, $id: ID!, $with: Boolean = true) {
  me: viewer { person { ...P } organisation { name language timeZone } role language }
  node(id: $id) { __typename id ... on Commission { key title } }
  nodes(ids: [$id, "nonsense", $id]) { id ... on Commission { state } }
  commission(by: {id: $id}) {
    __typename id key
    ...Rest @include(if: $with)
    title
    deadline createdAt
    supplier { ...P } customer { name id }
  }
  commissions(first: $first, orderBy: [{field: TITLE}, {field: CREATED_AT, direction: DESC}],
              filter: {or: [{title: {contains: "PARCEL"}}, {mine: {eq: false}}]}) {
    totalCount
    edges { cursor node { key tags } }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
  teams(last: 2) { nodes { name memberships { lead person { name } } children { totalCount } } }
  factors(filter: {level: {in: [CULTURE]}}) { totalCount nodes { key labelDe active } }
}
fragment P on Person { name email language active }
fragment Rest on Commission {
  overdue health selfCommission allowedActions mySides
  currentRevision {
    number contentHash checkInCadenceDays
    smartReport { grade language findings { rule message start } evidence { kind } }
    smartReports { totalCount }
    criteria { text target attainment met override { reason } latestMeasurement { value } }
  }
  history { nodes { kind seq actor { name } } }
  dependsOn { commission { key } }
}
"""


@pytest.fixture
async def proposed(world, draft):
    made = await draft()
    await draft(title="A second one")
    await world.act(
        "anna", "commissionPropose", {"commissionId": made["id"], "expectedRevision": 1}
    )
    return made


@pytest.mark.parametrize("who", ["anna", "ben", "otto", "mia", "ada"])
async def test_both_assemblies_give_the_same_bytes(world, proposed, who):
    variables = {"id": proposed["id"], "first": 5}

    compiled = await world.ask(who, EVERYTHING, variables, force="compiled")
    assembled = await world.ask(who, EVERYTHING, variables, force="strawberry")

    assert compiled.errors == []
    assert assembled.errors == []
    assert compiled.data == assembled.data
    assert compiled.compiled
    assert not assembled.compiled


async def test_the_queries_of_the_clients_give_the_same_bytes_either_way(world, proposed):
    variables = {
        "id": proposed["id"],
        "by": {"key": "c-1"},
        "key": "C-1",
        "first": 3,
        "ids": [proposed["id"]],
    }
    compared = 0
    for path in sorted(OPERATIONS.glob("*.graphql")):
        text = path.read_text()
        document = world.engine.documents.get(text)
        operation = document.operation(None)
        names = {one.variable.name.value for one in operation.node.variable_definitions or ()}
        given = {name: value for name, value in variables.items() if name in names}
        if not operation.is_query:
            continue
        compiled = await world.ask("anna", text, given)
        if not compiled.compiled:
            continue
        assembled = await world.ask("anna", text, given, force="strawberry")
        assert compiled.errors == assembled.errors == [], path.name
        assert compiled.data == assembled.data
        compared += 1

    assert compared >= 5


async def test_a_bad_page_spoils_only_its_own_field(world, proposed):
    text = "{ viewer { role } commissions(first: 1, last: 1) { totalCount } }"

    answer = await world.ask("anna", text)

    assert json.loads(answer.data) == {"viewer": {"role": "MEMBER"}, "commissions": None}
    assert answer.code == "BAD_USER_INPUT"
    assert answer.errors[0]["path"] == ["commissions"]
    assert answer.errors[0]["extensions"]["requestId"] == "r-1"


@pytest.mark.parametrize(
    ("text", "variables", "code"),
    [
        ("{", {}, "GRAPHQL_PARSE_FAILED"),
        ("", {}, "GRAPHQL_PARSE_FAILED"),
        ("{ nothing }", {}, "GRAPHQL_VALIDATION_FAILED"),
        ("fragment F on Query { __typename }", {}, "GRAPHQL_VALIDATION_FAILED"),
        ("query A { __typename } query B { __typename }", {}, "OPERATION_RESOLUTION_FAILURE"),
        ("query A($n: Int!) { commissions(first: $n) { totalCount } }", {}, "BAD_USER_INPUT"),
        (
            "query A($n: Int) { commissions(first: $n) { totalCount } }",
            {"n": 2**31},
            "BAD_USER_INPUT",
        ),
        (
            "query A($d: Date) { commissions(filter: {deadline: {gt: $d}}) { totalCount } }",
            {"d": "2026-02-30"},
            "BAD_USER_INPUT",
        ),
        (
            '{ commissions(filter: {deadline: {gt: "2026-02-30"}}) { totalCount } }',
            {},
            "GRAPHQL_VALIDATION_FAILED",
        ),
        (
            "query A($by: CommissionByInput!) { commission(by: $by) { key } }",
            {"by": {"key": "C-1", "id": "x"}},
            "BAD_USER_INPUT",
        ),
        (
            "query A($by: CommissionByInput!) { commission(by: $by) { key } }",
            {"by": {}},
            "BAD_USER_INPUT",
        ),
        ('{ commission(by: {key: "C-1", id: "x"}) { key } }', {}, "GRAPHQL_VALIDATION_FAILED"),
    ],
)
async def test_a_request_at_fault_is_not_executed_and_says_whose_fault_it_is(
    world, text, variables, code
):
    answer = await world.ask("anna", text, variables)

    assert answer.code == code
    assert not answer.executed
    assert "Did you mean" not in answer.errors[0]["message"]


async def test_the_named_operation_of_several_is_executed(world):
    text = "query A { viewer { role } } query B { __typename }"

    answer = await world.ask("anna", text, operation="B")
    missing = await world.ask("anna", text, operation="C")

    assert answer.data == '{"__typename":"Query"}'
    assert missing.code == "OPERATION_RESOLUTION_FAILURE"


async def test_a_mutation_is_not_executed_where_only_queries_may_be(world, draft):
    context = Context(world.database, world.viewer("anna"), request_id="r-1", now=world.now)
    text = 'mutation { teamCreate(input: {name: "New"}) { team { name } } }'

    answer = await world.engine.execute(text, {}, None, context, queries_only=True)

    assert not answer.executed
    assert answer.kind == "mutation"


async def test_nobody_is_told_anything_without_a_token(world):
    answer = await world.ask(None, "{ viewer { role } }")

    assert answer.code == "UNAUTHENTICATED"
    assert answer.body().startswith(b'{"errors":[')
    assert not answer.executed


async def test_a_fault_inside_is_masked_and_logged_with_the_request(world, monkeypatch, caplog):
    async def broken(*_args, **_options):
        raise RuntimeError("secret detail")

    monkeypatch.setattr(world.database, "read_value", broken, raising=False)

    answer = await world.ask("anna", "{ viewer { role } }")

    assert answer.code == "INTERNAL_SERVER_ERROR"
    assert "secret" not in answer.body().decode()
    assert "r-1" in answer.errors[0]["message"]
    assert "secret detail" in caplog.text
    assert "r-1" in caplog.text


async def test_a_database_that_is_down_is_said_in_the_viewers_language(world, monkeypatch, caplog):
    async def down(*_args, **_options):
        raise DatabaseUnavailable("timeout")

    monkeypatch.setattr(world.database, "read_value", down, raising=False)

    answers = [
        await world.ask("ben", "{ viewer { role } }", force=force) for force in (None, "strawberry")
    ]

    for answer in answers:
        assert answer.code == "DATABASE_UNAVAILABLE"
        assert "Datenbank" in answer.errors[0]["message"]
    assert caplog.text == ""


async def test_a_refusal_is_not_logged(world, draft, caplog):
    made = await draft()

    payload = await world.act(
        "anna",
        "commissionDecline",
        {"commissionId": made["id"], "expectedRevision": 1, "reason": "x"},
    )

    assert payload["errors"] != []
    assert caplog.text == ""
