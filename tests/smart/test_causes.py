"""Sentences by the cause of a wrong verdict: each group is judged as its heading says.

The groups are in ``causes``: *vague* fails on specific, *clear* passes; *measured* and *dated*
have evidence, *unmeasured* and *undated* none; *quiet* goals get no warning; *same* ones are
judged alike in capitals and small letters; *pairs* alike in both languages.
"""

import datetime as dt
import functools
import importlib
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from goals.smart import check
from goals.smart.fields import Draft
from goals.smart.pages import parse_example

sys.path.insert(0, str(Path(__file__).parent))
without = importlib.import_module("disguises").without

TODAY = dt.date(2026, 11, 21)
CAUSES = Path(__file__).parent / "causes"
JUDGED = ("specific", "measurable", "timeBound")


def sentences(*headings: str) -> list[Any]:
    return list(_sentences(headings))


def _sentences(headings: tuple[str, ...]) -> Iterator[Any]:
    for path in sorted(CAUSES.glob("*.toml")):
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        for language in ("de", "en"):
            for heading in headings:
                for text in table.get(language, {}).get(heading, ()):
                    yield pytest.param(text, heading, id=f"{path.stem}-{heading}-{text}")


def pairs() -> list[Any]:
    table = tomllib.loads((CAUSES / "6_twins.toml").read_text(encoding="utf-8"))
    return [pytest.param(german, english, id=english) for german, english in table["pairs"]]


@functools.cache
def judge(text: str) -> dict[str, Any]:
    return check(Draft.from_mapping({"text": text}), today=TODAY).as_dict("en")


def told(report: dict[str, Any]) -> list[str]:
    return [
        f"{finding['rule']} {finding['message']}"
        for finding in report["findings"]
        if finding["severity"] != "advice" and finding["dimension"] in JUDGED
    ]


def verdicts(report: dict[str, Any]) -> dict[str, str]:
    return {name: report["verdicts"][name] for name in JUDGED}


@pytest.mark.parametrize(("text", "heading"), sentences("vague", "clear"))
def test_an_object_is_named_or_it_is_not(text, heading):
    wanted = {"vague": "fail", "clear": "pass"}[heading]

    assert judge(text)["verdicts"]["specific"] == wanted, told(judge(text))


@pytest.mark.parametrize(("text", "heading"), sentences("measured", "unmeasured"))
def test_a_number_measures_or_names(text, heading):
    shown = [e for e in judge(text)["evidence"] if e["dimension"] == "measurable"]

    assert bool(shown) == (heading == "measured"), shown


@pytest.mark.parametrize(("text", "heading"), sentences("dated", "undated"))
def test_a_period_is_a_deadline_or_not(text, heading):
    deadline = judge(text)["deadline"]

    assert (deadline is not None) == (heading == "dated"), deadline


@pytest.mark.parametrize(("text", "heading"), sentences("quiet"))
def test_a_good_goal_is_left_in_peace(text, heading):
    assert told(judge(text)) == []
    assert set(verdicts(judge(text)).values()) == {"pass"}


@pytest.mark.parametrize("dimension", JUDGED)
@pytest.mark.parametrize(("text", "heading"), sentences("quiet"))
def test_taking_away_the_evidence_moves_one_verdict(text, heading, dimension):
    before = judge(text)
    rest = without({"text": text}, before, dimension)

    after = check(Draft.from_mapping(rest), today=TODAY).as_dict("en")

    moved = {name for name in JUDGED if verdicts(after)[name] != verdicts(before)[name]}
    assert moved == {dimension}, (rest, verdicts(after), told(after))


@pytest.mark.parametrize(("text", "heading"), sentences("same", "vague", "clear", "quiet"))
def test_capitals_change_no_verdict(text, heading):
    seen = [verdicts(judge(dress(text))) for dress in (str, str.lower, str.upper)]

    assert seen[0] == seen[1] == seen[2], [told(judge(text.lower())), told(judge(text.upper()))]


@pytest.mark.parametrize(("german", "english"), pairs())
def test_a_translation_is_judged_alike(german, english):
    reports = [
        check(parse_example(text, language), today=TODAY).as_dict("en")
        for text, language in ((german, "de"), (english, "en"))
    ]

    assert reports[0]["verdicts"] == reports[1]["verdicts"], [told(one) for one in reports]


def test_there_are_as_many_german_sentences_as_english_ones():
    for path in CAUSES.glob("*.toml"):
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        counts = [
            {heading: len(texts) for heading, texts in table.get(language, {}).items()}
            for language in ("de", "en")
        ]

        assert counts[0] == counts[1], path.stem
