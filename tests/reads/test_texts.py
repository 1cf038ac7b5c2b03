"""Both engines write JSON, fold case and order texts exactly as Python does."""

import json
from typing import Any

import pytest
from asking import Toy
from hypothesis import given, settings
from hypothesis import strategies as st

from goals.reads.dialect import fold
from goals.reads.dialects import DIALECTS

pytestmark = pytest.mark.asyncio(loop_scope="module")

ALLOWED = st.text(
    st.characters(
        codec="utf-8", exclude_categories=["Cs"], exclude_characters=["\0"], min_codepoint=0
    ),
    max_size=60,
)


async def value(database: Any, sql: str, kind: str, *args: Any) -> Any:
    marks = [DIALECTS[database.dialect].placeholder(at + 1, kind) for at in range(len(args))]
    return await database.read_value(f"SELECT {sql.format(*marks)}", args)


async def test_every_character_is_escaped_as_python_does_it(toy: Toy) -> None:
    plane = [chr(c) for c in range(1, 0x11000) if not 0xD800 <= c < 0xE000]
    texts = ["".join(plane[at : at + 500]) for at in range(0, len(plane), 500)]

    for database in toy.databases:
        dialect = DIALECTS[database.dialect]
        for text in [*texts, "\U0010ffff", "😀 ", '\\"\\\\"']:
            sql = dialect.concat(dialect.value("text", "{}", nullable=False))
            written = await value(database, sql, "text", text)
            assert json.dumps(text, ensure_ascii=False) == written


@given(ALLOWED)
@settings(max_examples=80, deadline=None)
async def test_global_cursors_round_trip_any_text(toy: Toy, text: str) -> None:
    from base64 import urlsafe_b64decode

    for database in toy.databases:
        made = await value(database, DIALECTS[database.dialect].base64("{}"), "text", text)
        assert text == urlsafe_b64decode(made + "=" * (-len(made) % 4)).decode()


async def test_case_is_forgotten_alike_on_both_engines_and_in_python(toy: Toy) -> None:
    blocks = [(0x21, 0x250), (0x370, 0x530), (0x1E00, 0x2000), (0x2C60, 0x2C80), (0xA640, 0xA69C)]
    letters = [chr(c) for start, end in blocks for c in range(start, end) if chr(c).isprintable()]

    for database in toy.databases:
        folded = DIALECTS[database.dialect].folded("{}")
        wrong = [
            letter
            for letter in letters
            if await value(database, folded, "text", letter) != fold(letter)
        ]
        assert wrong == []


@pytest.mark.parametrize(
    ("needle", "found"),
    [("strasse", {"Straße räumen", "STRASSE"}), ("STRASSE", {"Straße räumen", "STRASSE"}),
     ("οδοσ", {"ΟΔΟΣ"}), ("äöü", {"ÄÖÜ ß"}), ("%", {'100 % "sicher"', "a\\b_c%d"}),
     ("_", {"a\\b_c%d"}), ("\\", {"a\\b_c%d"}), ("'; --", {"'; --"}),
     ("\t", {"Zeile\nzwei\tdrei"})],
)  # fmt: skip
async def test_contains_ignores_case_and_takes_wildcards_literally(
    toy: Toy, needle: str, found: set[str]
) -> None:
    answer = await toy.agree(
        "query($n: String) { commissions(first: 100, filter: {title: {contains: $n}})"
        " { nodes { title } } }",
        {"n": needle},
    )

    titles = {node["title"] for node in json.loads(answer)["commissions"]["nodes"]}
    assert {title for title in found if title in _titles(toy)} == titles


def _titles(toy: Toy) -> set[str]:
    org = toy.viewer().org_id
    return {row["title"] for row in toy.world["commission"] if row["org_id"] == org}
