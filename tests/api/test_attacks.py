"""Documents and variables made to hurt: each is answered at once, and none is our fault."""

import time
from typing import Any

import pytest


def nested(opening: str, middle: str, closing: str, times: int) -> str:
    return opening * times + middle + closing * times


def list_of(condition: dict[str, Any], times: int) -> dict[str, Any]:
    return {"or": [condition] * times}


def deep(times: int) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for _ in range(times):
        found = {"not": found}
    return found


DOCUMENTS = {
    "fields": "{viewer" + nested("{person", "{name}", "}", 1600) + "}",
    "inline fragments": "{" + nested("...{", "__typename", "}", 900) + "}",
    "object literals": "{commissions(filter:" + nested("{not:", "{}", "}", 60) + "){totalCount}}",
    "list literals": "{nodes(ids:" + nested("[", "", "]", 100) + "){id}}",
    "types": "query A($a:" + nested("[", "Int", "]", 1500) + "){__typename}",
    "conditions": "{commissions(filter:{or:[" + '{title:{eq:"x"}},' * 400 + "]}){totalCount}}",
    "fragment cycle": "{...A} fragment A on Query{...B} fragment B on Query{...A}",
    "fragment in itself": "{...A} fragment A on Query{viewer{role} ...A}",
    "directives": "{__typename " + "@include(if:true)" * 700 + "}",
    "same field": "{" + "viewer{role}" * 800 + "}",
    "introspection": "{__schema{types{fields{type{fields{type{fields{type{name}}}}}}}}}",
    "long number": "{commissions(first:" + "9" * 4000 + "){totalCount}}",
    "many ids": "{nodes(ids:[" + '"a",' * 1500 + "]){id}}",
    "negative page": "{commissions(first:-1){totalCount}}",
    "too large a page": "{commissions(first:101){totalCount}}",
    "both ends": "{commissions(first:1,last:1){totalCount}}",
    "foreign cursor": '{commissions(after:"WyJhIl0"){nodes{key}}}',
    "no cursor": '{commissions(after:"\\u0000"){nodes{key}}}',
}
VARIABLES = {
    "deep": deep(900),
    "wide": list_of({"title": {"eq": "x"}}, 3000),
    "many": {"title": {"in": ["x"] * 25_001}},
    "surrogate": {"title": {"contains": "\ud800"}},
    "NUL": {"title": {"eq": "a\0b"}},
    "wrong type": {"title": {"eq": 7}},
    "unknown field": {"nothing": {"eq": "x"}},
    "infinite": {"deadline": {"gt": float("inf")}},
}


@pytest.mark.parametrize("name", DOCUMENTS)
async def test_a_hostile_document_is_refused_at_once(world, name):
    started = time.process_time()

    answer = await world.ask("mia", DOCUMENTS[name])

    assert time.process_time() - started < 1
    assert answer.code in {
        "GRAPHQL_PARSE_FAILED",
        "GRAPHQL_VALIDATION_FAILED",
        "BAD_USER_INPUT",
    }
    assert len(answer.errors) <= 5


@pytest.mark.parametrize("name", VARIABLES)
async def test_a_hostile_variable_is_refused_at_once(world, name):
    text = "query Q($filter: CommissionFilter) { commissions(filter: $filter) { totalCount } }"
    started = time.process_time()

    answer = await world.ask("mia", text, {"filter": VARIABLES[name]})

    assert time.process_time() - started < 1
    assert answer.code == "BAD_USER_INPUT"


async def test_what_is_large_but_fair_is_answered(world):
    text = "query Q($filter: CommissionFilter) { commissions(filter: $filter) { totalCount } }"
    fair = [
        list_of({"title": {"contains": "x"}}, 90),
        {"title": {"in": ["x"] * 20_000}},
        deep(15) | {"title": {"eq": "%_\\'\""}},
    ]

    answers = [await world.ask("anna", text, {"filter": one}) for one in fair]

    assert [answer.errors for answer in answers] == [[], [], []]
