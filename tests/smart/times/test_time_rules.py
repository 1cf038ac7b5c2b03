"""The T rules: their cases, the data rule, and what they say together."""

import datetime as dt
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from goals.smart import Config, Draft, Record, check, check_text
from goals.smart.catalogue import all_rules
from goals.smart.pages import parse_example

TODAY = dt.date(2026, 11, 21)
CASES = Path(__file__).parents[1] / "cases"


def found(example: str, language: str) -> set[str]:
    report = check(parse_example(example, language), today=TODAY)
    return {finding.code for finding in report.findings}


def cases(kind: str) -> Iterator[object]:
    for path in sorted(CASES.glob("T*.toml")):
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        for language in ("de", "en"):
            for text in table[language][kind]:
                yield pytest.param(path.stem, language, text, id=f"{path.stem}-{language}-{text}")


@pytest.mark.parametrize(("code", "language", "text"), list(cases("bad")))
def test_a_bad_case_is_found(code, language, text):
    assert code in found(text, language)


@pytest.mark.parametrize(("code", "language", "text"), list(cases("good")))
def test_a_good_case_is_left_alone(code, language, text):
    assert code not in found(text, language)


def test_every_rule_on_words_of_time_has_cases():
    wanted = {rule.code for rule in all_rules() if rule.code[0] == "T" and not rule.data}

    assert wanted == {path.stem for path in CASES.glob("T*.toml")}


def test_a_day_in_the_deadline_field_is_a_deadline_whatever_the_text_says():
    draft = Draft(goal="Das Lager zeitnah räumen", deadline=dt.date(2027, 3, 31))

    report = check(draft, today=TODAY)

    codes = {finding.code for finding in report.findings if finding.dimension == "timeBound"}
    assert codes == set()
    assert report.deadline == dt.date(2027, 3, 31)


@pytest.mark.parametrize(
    ("day", "code"),
    [(dt.date(2026, 1, 5), "T503"), (dt.date(2027, 1, 3), "T506"), (dt.date(2026, 12, 25), "T506")],
)
def test_a_day_in_the_deadline_field_is_judged_too(day, code):
    report = check(Draft(goal="Das Lager räumen", deadline=day), today=TODAY)

    assert code in {finding.code for finding in report.findings}


def test_holidays_are_those_of_the_region():
    text = "Die Halle bis 06.01.2027 räumen"

    bavaria = check_text(text, today=TODAY, config=Config(region="DE-BY"))
    hesse = check_text(text, today=TODAY, config=Config(region="DE-HE"))

    assert "T506" in {finding.code for finding in bavaria.findings}
    assert "T506" not in {finding.code for finding in hesse.findings}


def record(**more):
    return Record(revision=1, revision_hash="c0ffee", **more)


def test_a_long_commission_wants_a_step_in_between():
    draft = Draft(goal="Halle bauen", deadline=dt.date(2028, 7, 1))
    step = dt.date(2027, 6, 30)

    bare = check(draft, record=record(started=TODAY), today=TODAY)
    stepped = check(draft, record=record(started=TODAY, milestones=(step,)), today=TODAY)
    alone = check(draft, today=TODAY)

    messages = [f.message("en") for f in bare.findings if f.code == "T513"]
    assert messages == ["It is 19 months until 2028-07-01, without a step in between."]
    for report in (stepped, alone):
        assert "T513" not in {finding.code for finding in report.findings}


def test_a_year_is_not_yet_long():
    draft = Draft(goal="Halle bauen", deadline=dt.date(2027, 11, 21))

    report = check(draft, record=record(started=TODAY), today=TODAY)

    assert "T513" not in {finding.code for finding in report.findings}


@pytest.mark.parametrize(
    ("text", "language"),
    [("Umzug bis Ende Februar 2027 mit 3 Lkw", "de"), ("Move by the end of February 2027", "en")],
)
def test_a_resolved_deadline_is_evidence_at_its_words(text, language):
    report = check_text(text, language=language, today=TODAY)

    (proof,) = [item for item in report.evidence if item.dimension == "timeBound"]
    assert text[proof.start : proof.end].endswith("Februar 2027" if language == "de" else "2027")
    assert report.verdicts["timeBound"] == "pass"


def test_filling_the_slot_of_a_missing_deadline_mends_it():
    text = "Das Archiv im Keller neu ordnen"
    (finding,) = [f for f in check_text(text, today=TODAY).findings if f.code == "T501"]

    mended = f"{text} {finding.fix('de')}".replace("{Datum}", "31.03.2027")

    assert not [f for f in check_text(mended, today=TODAY).findings if f.code.startswith("T")]
