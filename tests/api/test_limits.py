"""Limits: depth, aliases, tokens and cost, found out before anything is executed."""

import gc
import time

import pytest
from graphql import parse

from goals.api.limits import MOST_COST, WEIGHTS, Cost, Measure, fragments_of
from goals.api.schema import contract

SCHEMA = contract().graphql


def cost_of(text: str, **variables: object) -> int:
    document = parse(text)
    return Cost(SCHEMA, document, document.definitions[0]).of(variables)


def measured(text: str) -> tuple[int, int]:
    document = parse(text)
    return Measure(document).of(document.definitions[0].selection_set)


@pytest.mark.parametrize(
    ("text", "cost"),
    [
        ("{ __typename }", 0),
        ("{ viewer { role } }", 1),
        ("{ viewer { person { name } organisation { name } } }", 3),
        ("{ commissions { totalCount } }", 21),
        ("{ commissions(first: 50) { nodes { key } } }", 51),
        (
            "{ commissions(first: 50) { edges { cursor node { key } } pageInfo { hasNextPage } } }",
            51,
        ),
        ("{ commissions(first: 50) { nodes { customer { name } customerTeam { name } } } }", 151),
        ("{ commissions(first: 10) { nodes { questions(last: 5) { nodes { text } } } } }", 71),
        ("{ commissions(first: 100000) { nodes { key } } }", 101),
    ],
)
def test_the_cost_is_that_of_the_contract(text, cost):
    assert cost_of(text) == cost


@pytest.mark.parametrize(
    "text",
    [
        "{" + " ".join(f"p{n}: personalData" for n in range(30)) + "}",
        "{ people(first: 100) { nodes { a: openDuties { kind } b: openDuties { kind } } } }",
        "mutation M($input: PeopleImportInput!) {"
        + " ".join(f"m{n}: peopleImport(input: $input) {{ errors {{ code }} }}" for n in range(5))
        + "}",
        (
            "{ commissions(first: 10) { nodes { history(first: 100) { nodes { changes { field } } }"
            " } } }"
        ),
    ],
)
def test_what_is_the_work_of_many_costs_as_much(text):
    assert cost_of(text) > MOST_COST


def test_every_weight_is_that_of_a_field_and_every_question_over_a_period_has_one():
    asked = {
        ("Query", name)
        for name, field in SCHEMA.query_type.fields.items()
        if {"period", "of"} & set(field.args)
    }

    assert all(name in SCHEMA.type_map[type_].fields for type_, name in WEIGHTS)
    assert asked <= set(WEIGHTS)


def test_the_size_of_a_page_may_come_from_a_variable():
    text = "query Page($first: Int) { commissions(first: $first) { nodes { key } } }"

    assert cost_of(text, first=7) == 8
    assert cost_of(text) == 21


def test_a_mutation_costs_ten_more_than_what_it_gives():
    text = """mutation Act($input: CommissionProposeInput!) {
      commissionPropose(input: $input) { errors { code } commission { key } }
    }"""

    assert cost_of(text) == 10 + 1 + 1 + 1


def test_a_fragment_counts_each_time_it_is_spread_but_is_measured_once():
    text = """query { a: viewer { ...P } b: viewer { ...P } }
    fragment P on Viewer { person { name } }"""

    assert cost_of(text) == 4
    assert measured(text) == (3, 2)


def bomb(levels: int) -> str:
    fragments = [
        f"fragment F{level} on Team {{"
        f" a: parent {{ ...F{level + 1} }} b: parent {{ ...F{level + 1} }} }}"
        for level in range(levels)
    ]
    last = f"fragment F{levels} on Team {{ name }}"
    return "\n".join(["query { teams { nodes { ...F0 } } }", *fragments, last])


def test_a_bomb_of_fragments_is_measured_in_no_time():
    text = bomb(60)
    gc.collect()
    gc.disable()  # else the collector's work on the whole room is timed as well
    started = time.process_time()

    depth, aliases = measured(text)
    cost = cost_of(text)
    took = time.process_time() - started
    gc.enable()

    assert took < 0.5
    assert depth == 63
    assert aliases > 10**6
    assert cost > MOST_COST


async def test_what_is_too_deep_too_wide_or_too_long_is_refused(world):
    deep = "{ viewer { person { name } } teams { nodes " + "{ parent " * 12 + "{ name }" + " }" * 14
    wide = "{ " + " ".join(f"a{index}: __typename" for index in range(31)) + " }"
    long = "{ " + "__typename " * 5_001 + "}"
    wordy = "{ __typename } #" + "x" * 100_000
    dear = "{ commissions(first: 100) { nodes { questions(first: 100) { nodes { text } } } } }"

    answers = {
        name: await world.ask("mia", text)
        for name, text in {
            "deep": deep,
            "wide": wide,
            "long": long,
            "wordy": wordy,
            "dear": dear,
        }.items()
    }

    assert {name: answer.code for name, answer in answers.items()} == {
        "deep": "GRAPHQL_VALIDATION_FAILED",
        "wide": "GRAPHQL_VALIDATION_FAILED",
        "long": "GRAPHQL_PARSE_FAILED",
        "wordy": "GRAPHQL_PARSE_FAILED",
        "dear": "GRAPHQL_VALIDATION_FAILED",
    }
    assert not any(answer.executed for answer in answers.values())


async def test_the_bomb_is_refused_at_once_by_the_engine(world):
    started = time.process_time()

    answer = await world.ask("mia", bomb(60))

    assert time.process_time() - started < 1
    assert answer.code == "GRAPHQL_VALIDATION_FAILED"
    assert len(answer.errors) <= 5


def test_fragments_are_found_by_name():
    assert list(fragments_of(parse("{ a } fragment F on Query { a }"))) == ["F"]
