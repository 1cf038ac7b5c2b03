"""Hostile documents: each is answered within two seconds, and the others are served meanwhile."""

import asyncio
import time

import pytest

SECONDS = 2.0


def chain(levels, inside="...F{n} ...F{n}"):
    parts = [
        f"fragment F{n} on Team {{ {inside.replace('{n}', str(n + 1))} }}" for n in range(levels)
    ]
    return " ".join([*parts, f"fragment F{levels} on Team {{ name }}"])


def nested(levels, before, after):
    return before * levels + after * levels


TWICE = "a: parent { ...F{n} } b: parent { ...F{n} }"
BOMBS = {
    "fragments in fragments": "{ teams { nodes { ...F0 } } } " + chain(60),
    "fragments below fragments": "{ teams { nodes { ...F0 } } } " + chain(60, TWICE),
    "a circle of fragments": "{ teams { nodes { ...A } } } fragment A on Team { parent { ...B } }"
    " fragment B on Team { parent { ...A } }",
    "aliases": "{" + "".join(f" a{n}: __typename" for n in range(1_600)) + "}",
    "aliases below": "{ viewer {" + "".join(f" a{n}: role" for n in range(1_600)) + "} }",
    "one field repeated": "{" + " viewer { role }" * 1_200 + "}",
    "one field with arguments": "{" + " commissions(first: 1) { totalCount }" * 500 + "}",
    "unknown directives": "{ __typename" + " @a" * 2_400 + " }",
    "known directives": "{ __typename" + " @include(if: true)" * 700 + " }",
    "many operations": " ".join(f"query Q{n} {{ __typename }}" for n in range(900)),
    "many variables": "query(" + "".join(f"$a{n}: Int " for n in range(1_200)) + ") { __typename }",
    "deep fields": "{ a" + nested(2_000, "{a", "}") + " }",
    "deep lists": "{ nodes(ids: " + nested(2_400, "[", "]") + ") { id } }",
    "deep objects": "{ nodes(ids: " + "{a:" * 1_000 + "1" + "}" * 1_000 + ") { id } }",
    "deep types": "query($a: " + "[" * 1_500 + "ID" + "]" * 1_500 + ") { __typename }",
    "deep inline fragments": "{" + "... {" * 100 + "__typename" + "}" * 100 + "}",
    "a long comment": "#" + "x" * 990_000,
    "many comments": "#\n" * 300_000 + "{ __typename }",
    "commas": "{" + "," * 990_000 + "__typename }",
    "a long text": '{ node(id: "' + "x" * 990_000 + '") { id } }',
    "a long block text": '{ node(id: """' + " x\n" * 240_000 + '""") { id } }',
    "a long name": "{ " + "x" * 990_000 + " }",
    "a long number": "{ commissions(first: " + "9" * 990_000 + ") { totalCount } }",
    "pages of pages": "{ teams(first: 100) { nodes { children(first: 100) { nodes"
    " { children(first: 100) { nodes { name } } } } } } }",
    "introspection without end": "{ __schema { types" + " { fields { type" * 30 + "{ name }"
    + "} }" * 30 + " } }",
}  # fmt: skip


@pytest.mark.parametrize("text", BOMBS.values(), ids=BOMBS.keys())
async def test_a_bomb_is_answered_soon_and_the_others_are_served(served, text):
    await served.ask("{ __typename }")
    started = time.perf_counter()

    bomb = asyncio.create_task(served.ask(text, accept="application/graphql-response+json"))
    await asyncio.sleep(0.005)
    other = await served.ask("{ viewer { role } }")
    others_took = time.perf_counter() - started
    answer = await bomb

    assert time.perf_counter() - started < SECONDS
    assert others_took < SECONDS
    assert other.json() == {"data": {"viewer": {"role": "MEMBER"}}}
    assert answer.status_code in {200, 400}
    assert len(answer.content) < 1_000_000
    assert len(answer.json().get("errors", [])) <= 5


async def test_many_bombs_at_once_leave_the_process_alive(served):
    bombs = [served.ask(text) for text in BOMBS.values() if len(text) < 100_000]

    answers = await asyncio.gather(*bombs)

    assert {answer.status_code for answer in answers} <= {200, 400}
    assert (await served.client.get("/healthz")).status_code == 200
