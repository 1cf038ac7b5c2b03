"""An answer that nobody was asked for is not missed; one that was left empty is."""

import datetime as dt
from typing import Any

import pytest

from goals.smart import Draft, check

TODAY = dt.date(2026, 11, 21)
GOALS = {
    "de": "Erstlösungsquote im Support bis 30.06.2027 von 61 % auf 75 % heben",
    "en": "Raise first-call resolution in support from 61 % to 75 % by 30 June 2027",
}
FIELDS = (("resources", "R401", []), ("customer", "A304", ""), ("benefit", "A305", ""))
in_both_languages = pytest.mark.parametrize("language", GOALS)
for_each_field = pytest.mark.parametrize(("field", "rule", "empty"), FIELDS)


def severities(answers: dict[str, Any], rule: str) -> list[str]:
    report = check(Draft.from_mapping(answers), today=TODAY)
    return [finding.severity for finding in report.findings if finding.code == rule]


@in_both_languages
@for_each_field
def test_an_answer_nobody_was_asked_for_is_an_advice_at_most(language, field, rule, empty):
    answers = {"goal": GOALS[language], "criteria": []}

    assert severities(answers, rule) == ["advice"]


@in_both_languages
@for_each_field
def test_an_answer_that_was_left_empty_is_a_warning(language, field, rule, empty):
    answers = {"goal": GOALS[language], field: empty}

    assert severities(answers, rule) == ["warning"]


@in_both_languages
@for_each_field
def test_a_plain_sentence_is_asked_for_nothing_else(language, field, rule, empty):
    answers = {"text": GOALS[language]}

    assert severities(answers, rule) == []


@in_both_languages
def test_what_was_not_asked_leaves_a_good_goal_a_draft_of_a_smart_one(language):
    report = check(Draft.from_mapping({"goal": GOALS[language]}), today=TODAY)

    assert report.grade == "DRAFT_SMART"
    assert report.verdicts["realistic"] == report.verdicts["accepted"] == "unknown"
    assert {finding.severity for finding in report.findings} == {"advice"}


@for_each_field
def test_null_in_a_file_means_asked_and_left_empty(field, rule, empty):
    answers = {"goal": GOALS["en"], field: None}

    assert severities(answers, rule) == ["warning"]
