"""Plans: shared by requests of one shape, never by others; wide, deep and odd selections."""

import json
from typing import Any

import pytest
from asking import CATALOGUE, SCHEMA, Toy
from engines import ToyPostgres
from graphql import GraphQLObjectType, GraphQLSchema, execute, get_variable_values, parse
from oracle import global_id

from goals.reads.compiler import compile_operation, operation_of
from goals.reads.errors import BadInput
from goals.reads.reader import Reader
from goals.reads.room import SQLITE_STACK, needed

pytestmark = pytest.mark.asyncio(loop_scope="module")

LIST = (
    "query($f: CommissionFilter, $n: Int, $o: [CommissionOrder!], $with: Boolean! = true) {"
    " commissions(filter: $f, first: $n, orderBy: $o) { nodes { key title @include(if: $with) } } }"
)


def plan_of(toy: Toy, variables: dict[str, Any], role: str = "MANAGER") -> Any:
    document = toy.parsed(LIST)
    operation = operation_of(document, None)
    assert operation is not None
    coerced = get_variable_values(SCHEMA, operation.variable_definitions or (), variables)
    assert not isinstance(coerced, list)
    return toy.readers["postgres"].plan(document, None, coerced.coerced, role)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"f": {"title": {"eq": "Zz"}}}, {"f": {"title": {"eq": "zz"}}}),
        ({"f": {"key": {"in": ["C-1"]}}}, {"f": {"key": {"in": ["C-1", "C-2", "C-3"]}}}),
        ({"f": {"state": {"eq": "DRAFT"}}}, {"f": {"state": {"eq": "CLOSED"}}}),
    ],
)
async def test_values_and_lengths_of_lists_share_a_plan(
    toy: Toy, one: dict[str, Any], other: dict[str, Any]
) -> None:
    assert plan_of(toy, one) is plan_of(toy, other)
    assert await toy.agree(LIST, one) != await toy.agree(LIST, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"f": {"deadline": {"eq": None}}}, {"f": {"deadline": {"eq": "2026-01-02"}}}),
        ({"f": {"deadline": {"eq": None}}}, {"f": {"deadline": {}}}),
        ({"f": {"urgent": {"eq": True}}}, {"f": {"urgent": {"eq": False}}}),
        ({"n": 3}, {"n": 4}),
        ({"with": True}, {"with": False}),
        ({"o": [{"field": "TITLE"}]}, {"o": [{"field": "TITLE", "direction": "DESC"}]}),
        ({"f": {"or": [{}]}}, {"f": {"or": []}}),
    ],
)
async def test_what_decides_the_statement_makes_another_plan(
    toy: Toy, one: dict[str, Any], other: dict[str, Any]
) -> None:
    assert plan_of(toy, one) is not plan_of(toy, other)
    assert await toy.agree(LIST, one) != await toy.agree(LIST, other)


async def test_a_members_plan_carries_the_rule_and_a_managers_does_not(toy: Toy) -> None:
    assert "team_id" in plan_of(toy, {}, "MEMBER").sql
    assert "team_id" not in plan_of(toy, {}, "MANAGER").sql


async def test_postgresql_asks_each_row_whether_it_is_seen_and_plans_no_join_by_guesses(
    toy: Toy, postgres: ToyPostgres
) -> None:
    criterion = global_id("Criterion", toy.world["criterion"][0]["id"])
    document = toy.parsed("query($id: ID!) { node(id: $id) { ... on Criterion { text } } }")
    plan = toy.readers["postgres"].plan(document, None, {"id": criterion}, "MEMBER")
    assert plan is not None

    explained = await postgres.explain(plan.sql, len(plan.binders))

    assert "SubPlan" in explained
    assert "Join" not in explained


async def test_old_plans_are_forgotten(toy: Toy) -> None:
    reader = Reader(SCHEMA, CATALOGUE, "sqlite", documents=4, plans=8)
    documents = [
        parse(f"{{ commissions(first: {size}) {{ nodes {{ key }} }} }}") for size in range(50)
    ]

    for document in documents:
        assert reader.plan(document, None, {}, "MANAGER") is not None

    assert len(reader._plans) == 8
    assert len(reader._prepared) == 4


async def test_a_field_without_a_source_leaves_the_query_to_others(toy: Toy) -> None:
    answers = await toy.ask("{ uncompiled commissions { totalCount } }")

    assert answers == {"sqlite": None, "postgres": None}


@pytest.mark.parametrize(
    "text", ["{ __schema { types { name } } }", '{ __type(name: "Team") { name } }']
)
async def test_introspection_is_left_to_others(toy: Toy, text: str) -> None:
    assert await toy.ask(text) == {"sqlite": None, "postgres": None}


async def test_mutations_are_left_to_others(toy: Toy) -> None:
    document = parse("mutation { a }")

    for engine in ("sqlite", "postgres"):
        assert compile_operation(SCHEMA, CATALOGUE, document, None, {}, engine, "ADMIN") is None


async def test_of_several_operations_the_named_one_is_compiled(toy: Toy) -> None:
    document = parse("query A { organisation { name } } query B { viewer { name } }")
    reader = toy.readers["sqlite"]

    first, second = (reader.plan(document, name, {}, "MANAGER") for name in "AB")

    assert first is not None
    assert "organisation" in first.sql
    assert second is not None
    assert "organisation" not in second.sql.replace("org_id", "")
    assert reader.plan(document, None, {}, "MANAGER") is None
    assert reader.plan(document, "C", {}, "MANAGER") is None


async def test_six_hundred_aliases_and_forty_relations_fit_into_one_statement(toy: Toy) -> None:
    fields = " ".join(f"a{at}: title b{at}: deadline" for at in range(300))
    people = " ".join(
        f"p{at}: customer {{ n{at}: name }} q{at}: team {{ parent {{ name }} }}" for at in range(40)
    )

    await toy.agree(f"{{ commissions(first: 2) {{ nodes {{ {fields} {people} }} }} }}")


async def test_beyond_the_joins_of_sqlite_relations_become_sub_selects(toy: Toy) -> None:
    def chain(depth: int) -> str:
        teams = "team { name parent { name parent { name parent { name } } } }"
        inner = chain(depth - 1) if depth else ""
        return f"{teams} supplier {{ name language }} contributesTo {{ key {inner} }}"

    text = f"{{ commissions(first: 40) {{ nodes {{ {chain(6)} }} }} }}"
    await toy.agree(text)

    plan = toy.readers["sqlite"].plan(toy.parsed(text), None, {}, "MANAGER")
    assert plan is not None
    assert 30 < plan.sql.count("LEFT JOIN") <= 64
    assert plan.sql.count("(SELECT") > 2  # more than the connection and its page


async def test_aliases_longer_than_identifiers_of_the_engine_are_kept(toy: Toy) -> None:
    alias = "x" * 300

    answer = await toy.agree(f"{{ {alias}: viewer {{ {alias}: name y{alias}: id }} }}")

    assert {alias, f"y{alias}"} == set(json.loads(answer)[alias])


async def test_too_many_nodes_at_once_are_bad_input(toy: Toy) -> None:
    ids = [global_id("Team", toy.world["team"][0]["id"])] * 101

    for database in toy.databases:
        with pytest.raises(BadInput):
            await toy.ask_one(database, "query($i: [ID!]!) { nodes(ids: $i) { id } }", {"i": ids})


async def test_nodes_come_in_the_order_asked_for_with_repeats_and_nulls(toy: Toy) -> None:
    teams = [global_id("Team", row["id"]) for row in toy.world["team"][:3]]
    asked = [teams[2], "garbage", teams[0], teams[2], global_id("Person", "x"), ""]

    answer = await toy.agree("query($i: [ID!]!) { nodes(ids: $i) { id } }", {"i": asked})

    ids = [node and node["id"] for node in json.loads(answer)["nodes"]]
    assert [teams[2], None, teams[0], teams[2], None, None] == ids


async def test_a_missing_required_parent_makes_the_next_nullable_field_null(toy: Toy) -> None:
    document = (
        "{ first: commissions(first: 100) { nodes { strictParent { __typename } } } viewer { id } }"
    )

    answer = json.loads(await toy.agree(document))

    assert answer["first"] is None
    assert answer["viewer"] is not None


@pytest.mark.parametrize("text", ["a\0b", "\ud800", "ok\udfff"])
async def test_texts_no_engine_can_store_are_bad_input_in_filters(toy: Toy, text: str) -> None:
    for name in ("eq", "contains", "startsWith"):
        for database in toy.databases:
            with pytest.raises(BadInput) as caught:
                await toy.ask_one(database, LIST, {"f": {"title": {name: text}}})
            assert caught.value.path == ["commissions"]


async def test_texts_no_engine_can_store_name_nothing(toy: Toy) -> None:
    ask = "query($by: CommissionBy!) { commission(by: $by) { id } }"

    for key in ("a\0b", "\ud800"):
        assert {'{"commission":null}'} == set((await toy.ask(ask, {"by": {"key": key}})).values())


async def test_a_lookup_may_take_several_values(toy: Toy) -> None:
    row = toy.world["commission"][0]
    ask = "query($by: CommissionBy!) { commission(by: $by) { title weight } }"

    answers = await toy.ask(
        ask, {"by": {"reference": {"title": row["title"], "weight": row["weight"]}}}
    )

    for answer in answers.values():
        found = json.loads(answer or "")["commission"]
        assert {"title": row["title"], "weight": row["weight"]} == found


async def test_entities_are_fetched_for_resolvers_with_the_same_fields(toy: Toy) -> None:
    """A payload executed by graphql-core picks the fetched values by response key."""
    viewer = toy.viewer("MEMBER")
    row = next(r for r in toy.world["commission"] if toy.oracle(viewer).sees("Commission", r))
    below = "{ k: key ...F contributions(first: $n) { nodes { title } } verdict { word } }"
    fragment = "fragment F on Commission { team { name } tags again: key @skip(if: $no) }"
    given = {"n": 2, "no": True}
    payload = GraphQLObjectType("Mutation", {"act": _act(toy, viewer, row["id"])})
    schema = GraphQLSchema(**{**SCHEMA.to_kwargs(), "mutation": payload})

    for database in toy.databases:
        context = (database, Reader(SCHEMA, CATALOGUE, database.dialect))
        document = parse(f"mutation($n: Int, $no: Boolean!) {{ act {below} }} {fragment}")
        result = execute(
            schema,
            document,
            context_value=context,
            variable_values=given,
            field_resolver=lambda source, info, **_: source[info.path.key],
        )
        done = await result  # type: ignore[misc]
        own = f'commission(by: {{id: "{global_id("Commission", row["id"])}"}})'
        same = toy.expected(
            f"query($n: Int, $no: Boolean!) {{ act: {own} {below} }} {fragment}", given, viewer
        )
        assert done.errors is None
        assert json.loads(same) == done.data


def _act(toy: Toy, viewer: Any, key: str) -> Any:
    from graphql import GraphQLField

    async def resolve(_source: Any, info: Any) -> Any:
        database, reader = info.context
        return await reader.entity(database, "Commission", key, info, viewer)

    commission = SCHEMA.get_type("Commission")
    assert isinstance(commission, GraphQLObjectType)
    return GraphQLField(commission, resolve=resolve)


async def test_an_entity_the_viewer_may_not_see_is_none(toy: Toy) -> None:
    viewer = toy.viewer("MEMBER")
    row = next(r for r in toy.world["commission"] if not toy.oracle(viewer).sees("Commission", r))
    payload = GraphQLObjectType("Mutation", {"act": _act(toy, viewer, row["id"])})
    schema = GraphQLSchema(**{**SCHEMA.to_kwargs(), "mutation": payload})

    for database in toy.databases:
        context = (database, Reader(SCHEMA, CATALOGUE, database.dialect))
        result = execute(schema, parse("mutation { act { key } }"), context_value=context)
        assert (await result).data == {"act": None}  # type: ignore[misc]


NARROWED = (
    "orderBy: [{field: DEADLINE}, {field: TITLE, direction: DESC}],"
    ' filter: {not: {team: {name: {contains: "x"}}}}'
)


@pytest.mark.parametrize("deep", [1, 3, 5, 7, 9, 11])
@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("children {", "}"),
        ("parent {", "}"),
        (
            f"commissions(first: 1, {NARROWED}) {{ pageInfo {{ endCursor }} nodes {{ team {{",
            "} } }",
        ),
    ],
)
async def test_however_deep_a_selection_is_both_engines_answer_it(
    toy: Toy, start: str, end: str, deep: int
) -> None:
    text = f"{{ teams {{ nodes {{ {start * deep} id name {end * deep} }} }} }}"

    answer = await toy.agree(text, viewer=toy.viewer("MEMBER"))

    assert len(answer) > 20
    for engine, reader in toy.readers.items():
        plan = reader.plan(toy.parsed(text), None, {}, "MEMBER")
        assert plan is not None
        assert not plan.deeper or (engine == "sqlite" and deep > 1)
        assert needed(plan.sql) <= SQLITE_STACK or engine == "postgres"


async def test_the_parser_stack_is_counted_as_sqlite_counts_it() -> None:
    import sqlite3

    def nested(depth: int) -> str:
        inner = "'x'"
        for _ in range(depth):
            items = f"COALESCE(group_concat('b' || {inner} || 'c', ','), '')"
            inner = f"(SELECT 'a' || {items} FROM (SELECT 1 AS x) AS t)"
        return f"SELECT {inner} AS data"

    parses = []
    for depth in range(1, 12):
        try:
            sqlite3.connect(":memory:").execute(nested(depth))
        except sqlite3.OperationalError:
            break
        parses.append(depth)

    assert all(needed(nested(depth)) <= needed(nested(parses[-1])) for depth in parses)
    if sqlite3.sqlite_version_info < (3, 46):
        assert needed(nested(parses[-1] + 1)) > SQLITE_STACK
