"""Every rule has documentation, examples that run, and cases in both languages."""

import datetime as dt
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from goals.smart import check
from goals.smart.catalogue import all_rules
from goals.smart.pages import examples, page, parse_example, sections

TODAY = dt.date(2026, 11, 21)
CASES = Path(__file__).parent / "cases"
CODES = [
    *(f"S1{n:02}" for n in range(1, 16)),
    *(f"M2{n:02}" for n in range(1, 13)),
    *(f"A3{n:02}" for n in range(1, 8)),
    *(f"R4{n:02}" for n in range(1, 11)),
    *(f"T5{n:02}" for n in range(1, 16)),
]
TEXT_RULES = [rule for rule in all_rules() if not rule.data]


def found(example: str, language: str) -> set[str]:
    report = check(parse_example(example, language), today=TODAY)
    return {finding.code for finding in report.findings}


def cases(kind: str) -> Iterator[object]:
    for path in sorted(CASES.glob("[SMAR]*.toml")):
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        for language in ("de", "en"):
            for text in table[language][kind]:
                yield pytest.param(path.stem, language, text, id=f"{path.stem}-{language}-{text}")


def test_the_catalogue_holds_the_59_rules_of_the_design():
    codes = [rule.code for rule in all_rules()]

    assert sorted(CODES) == codes


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.code)
def test_a_rule_tells_why_and_shows_examples_in_both_languages(rule):
    headings = {(heading, language) for heading, language, text in sections(rule) if text}

    assert {
        ("", ""),
        ("Why", ""),
        ("Bad", "de"),
        ("Good", "de"),
        ("Bad", "en"),
        ("Good", "en"),
        ("Leaves alone", ""),
    } <= headings
    assert {"de", "en"} <= set(rule.messages)
    assert {"de", "en"} <= set(rule.fixes)


@pytest.mark.parametrize("rule", TEXT_RULES, ids=lambda rule: rule.code)
def test_the_examples_of_a_rule_do_what_they_say(rule):
    told = {
        (kind, language): rule.code in found(text, language)
        for kind, language, text in examples(rule)
    }

    assert {(k, lang): k == "Bad" for k in ("Bad", "Good") for lang in ("de", "en")} == told


@pytest.mark.parametrize(("code", "language", "text"), list(cases("bad")))
def test_a_bad_case_is_found(code, language, text):
    assert code in found(text, language)


@pytest.mark.parametrize(("code", "language", "text"), list(cases("good")))
def test_a_good_case_is_left_alone(code, language, text):
    assert code not in found(text, language)


@pytest.mark.parametrize("path", sorted(CASES.glob("*.toml")), ids=lambda path: path.stem)
def test_there_are_as_many_german_cases_as_english_ones(path):
    table = tomllib.loads(path.read_text(encoding="utf-8"))

    counts = {
        kind: [len(table[language][kind]) for language in ("de", "en")] for kind in ("bad", "good")
    }

    assert all(german == english > 0 for german, english in counts.values())


def test_every_rule_of_text_has_cases():
    wanted = {rule.code for rule in TEXT_RULES if rule.code[0] in "SMAR"}

    assert wanted <= {path.stem for path in CASES.glob("*.toml")}


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.code)
def test_a_rule_page_names_the_rule_and_shows_its_examples(rule, language):
    shown = page(rule, language)

    assert shown.startswith(f"# {rule.code} ")
    for _, of, text in examples(rule):
        assert (text in shown) == (of == language)
