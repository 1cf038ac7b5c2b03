"""Time phrases of real notes and the days they mean; the phrases are data beside this file."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from goals.smart.text import normalise
from goals.smart.times import TimeContext, TimeKind, find_times, main_deadline
from goals.smart.tokens import tokenise


def cases() -> list[Any]:
    found = []
    for language in ("de", "en"):
        path = Path(__file__).with_name(f"phrases_{language}.toml")
        for group in tomllib.loads(path.read_text(encoding="utf-8"))["group"]:
            for text, expected in group["phrases"]:
                values = (text, expected, language, group["today"])
                found.append(pytest.param(*values, id=f"{language}-{text}"))
    return found


def read(text: str, today: Any, language: str | None = None) -> tuple[Any, ...]:
    clean = normalise(text)
    return find_times(clean, tokenise(clean), TimeContext(today, language))


def judge(text: str, today: Any, language: str | None) -> tuple[str, set[str]]:
    expressions = read(text, today, language)
    deadline = main_deadline(expressions)
    kinds = {found.kind.name for found in expressions}
    if any(found.impossible for found in expressions):
        kinds.add("IMPOSSIBLE")
    return (deadline.last.isoformat() if deadline else "", kinds)


@pytest.mark.parametrize(("text", "expected", "language", "today"), cases())
def test_a_phrase_means_its_day_or_its_kind(
    text: str, expected: str, language: str, today: Any
) -> None:
    deadline, kinds = judge(text, today, language)

    if expected[:2] == "20":
        assert expected == deadline
    else:
        assert not deadline
        assert expected == "NONE" or expected in kinds


@pytest.mark.parametrize(("text", "expected", "language", "today"), cases())
def test_a_phrase_is_never_misdated_without_a_language(
    text: str, expected: str, language: str, today: Any
) -> None:
    deadline, _ = judge(text, today, None)

    assert deadline in {expected, ""} if expected[:2] == "20" else not deadline


def test_every_kind_of_time_is_among_the_phrases_of_both_languages() -> None:
    kinds: dict[str, set[str]] = {"de": set(), "en": set()}
    for case in cases():
        kinds[case.values[2]].add(case.values[1])

    for names in kinds.values():
        assert {kind.name for kind in TimeKind} - {"DEADLINE"} <= names
