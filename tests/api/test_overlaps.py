"""Overlaps: documents whose validation would keep a worker busy are refused before it."""

import time
from pathlib import Path

import pytest
from graphql import parse

from goals.api.overlaps import MOST_OPERATIONS, too_much

OPERATIONS = sorted((Path(__file__).parents[2] / "graphql" / "operations").glob("*.graphql"))
FRAGMENTS = "".join(f" fragment F{n} on Viewer {{ role }}" for n in range(250))
BOMBS = {
    "one field a thousand times": "{" + " viewer { role }" * 1_000 + "}",
    "many in the fields below": "{" + (" viewer {" + " role" * 20 + "}") * 20 + "}",
    "a field in inline fragments": "{" + " ... { __typename }" * 1_000 + "}",
    "many fragments in one place": "{ viewer {"
    + "".join(f" ...F{n}" for n in range(250))
    + "} }"
    + FRAGMENTS,
    "a fragment in itself": "{ viewer { ...A } } fragment A on Viewer { a: x {...A} b: x {...A} }",
    "too many operations": " ".join(
        f"query Q{n} {{ __typename }}" for n in range(MOST_OPERATIONS + 1)
    ),
}


@pytest.mark.parametrize("path", OPERATIONS, ids=lambda path: path.stem)
def test_the_operations_of_the_client_may_be_validated(path):
    assert too_much(parse(path.read_text(encoding="utf-8"))) is None


def test_a_field_may_be_named_by_several_fragments():
    text = "{ viewer { ...A ...B } } fragment A on V { role } fragment B on V { role a: role }"

    assert too_much(parse(text)) is None


@pytest.mark.parametrize("text", BOMBS.values(), ids=BOMBS.keys())
def test_what_would_be_compared_for_long_is_refused_at_once(text):
    document = parse(text)
    started = time.process_time()

    said = too_much(document)

    assert said is not None
    assert time.process_time() - started < 1


def test_fragments_in_fragments_are_gathered_once():
    chain = "".join(f" fragment F{n} on V {{ ...F{n + 1} ...F{n + 1} }}" for n in range(20))

    said = too_much(parse("{ viewer { ...F0 } }" + chain + " fragment F20 on V { role }"))

    assert said is None
