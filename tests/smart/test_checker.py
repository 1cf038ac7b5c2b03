"""The checker as a whole: bad input, offsets, verdicts that need evidence, settings."""

import datetime as dt
import gc
import time
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goals.smart import (
    BadConfig,
    Config,
    CriterionText,
    Draft,
    Suppression,
    check,
    check_text,
)
from goals.smart.catalogue import codes
from goals.smart.config import fingerprint

TODAY = dt.date(2026, 11, 21)
GOOD = "Erstlösungsquote im Support von 61 % auf 75 % heben bis 30.06.2027"
PIECES = st.sampled_from(
    [
        "von", "61", "%", "auf", "75", "Erstlösungsquote", "heben", "bis", "30.06.2027", "um", "zu",
        "reduce", "by", "15", "from", "to", "die", "alle", "kein", "jede", "zweite", "(", ")", "-",
        "/", ":", ".", ",", "„", "\u200b", "\u202e", "🚀", "\x00", "ISO", "9001", "€", "1.500",
        "{x}",
        "usw.", "in", "order", "twice", "half", "Mio", "1:1", "24/7", "#", "§", "\n", "ß", "ä", "x",
    ]
)  # fmt: skip


@given(st.lists(PIECES, max_size=25).map(" ".join) | st.text(max_size=80))
@settings(max_examples=400, deadline=None)
def test_any_text_gives_a_report_whose_spans_lie_inside_it(text):
    report = check_text(text, today=TODAY)

    for item in (*report.findings, *report.evidence):
        assert 0 <= item.start <= item.end <= len(text)
    for finding in report.findings:
        said = [finding.message("de"), finding.message("en"), finding.fix("de"), finding.fix("en")]
        assert all(said)


@given(st.lists(PIECES, max_size=20).map(" ".join))
@settings(max_examples=200, deadline=None)
def test_no_dimension_passes_without_evidence(text):
    report = check_text(text, today=TODAY)

    passed = {name for name, verdict in report.verdicts.items() if verdict == "pass"}
    assert passed <= {item.dimension for item in report.evidence}


@pytest.mark.parametrize(
    "text",
    ["", " ", "???", "🚀🚀", "\u200f\u202e", "\x00", "...", "\ud800", "—", "٣", "½"],
)
def test_hardly_anything_is_judged_unknown_without_a_crash(text):
    report = check_text(text, today=TODAY)

    assert "pass" not in report.verdicts.values()
    assert report.grade == "NOT_SMART"


def test_nothing_at_all_is_unknown_without_findings():
    report = check_text("", today=TODAY)

    assert set(report.verdicts.values()) == {"unknown"}
    assert (report.findings, report.coverage) == ((), 0.0)


def test_an_empty_goal_field_of_a_commission_fails():
    report = check(Draft(goal="", benefit="x", customer="y"), today=TODAY)

    assert report.verdicts["specific"] == "fail"


@pytest.mark.parametrize(
    "text",
    [
        "Melhorar a satisfação dos nossos clientes",
        "Улучшить обслуживание наших клиентов",
        "顧客満足度を向上させる",
    ],
)
def test_a_language_nobody_taught_it_is_unknown(text):
    report = check_text(text, today=TODAY)

    assert report.language == "und"
    assert {report.verdicts[d] for d in ("specific", "measurable", "timeBound")} == {"unknown"}


@pytest.mark.parametrize(
    "piece", ["um 15 % zu senken, ", "a", "1.", "(", "\u0301", "12 ", "von 3 auf "]
)
def test_long_text_takes_linear_time(piece):
    def seconds(length: int) -> float:
        text = (piece * (length // len(piece) + 1))[:length]
        gc.disable()  # collecting costs what the rest of the tests left behind
        start = time.process_time()
        check_text(text, today=TODAY)
        took = time.process_time() - start
        gc.enable()
        return took

    seconds(500)

    short = min(seconds(2_000) for _ in range(3))
    long = min(seconds(16_000) for _ in range(3))

    assert long < 8 * max(short, 0.01) * 3


def test_offsets_point_into_what_was_typed():
    typed = "Die\u200b Ko\u00adsten u\u0308ber\u202e alles deutlich senken"

    report = check_text(typed, language="de", today=TODAY)

    (found,) = (f for f in report.findings if f.code == "M203")
    assert typed[found.start : found.end] == "deutlich"


@pytest.mark.parametrize(
    "dressed",
    [
        unicodedata.normalize("NFD", GOOD),
        GOOD.replace("ö", "oe"),
        GOOD.replace(" ", "\u00a0"),
        GOOD.lower(),
        "  " + GOOD + "\n",
        GOOD + ". Der Hintergrund steht im Protokoll.",
    ],
)
def test_a_change_of_dress_changes_no_verdict(dressed):
    assert check_text(dressed, today=TODAY).verdicts == check_text(GOOD, today=TODAY).verdicts


def test_the_same_input_gives_the_same_report():
    assert check_text(GOOD, today=TODAY).as_dict() == check_text(GOOD, today=TODAY).as_dict()


def test_the_output_object_has_the_keys_of_the_format():
    shown = check_text("Cut waste by 15 %", today=TODAY).as_dict()

    assert set(shown) == {
        "language", "grade", "score", "coverage", "verdicts", "findings", "evidence", "deadline",
    }  # fmt: skip
    assert list(shown["verdicts"]) == [
        "specific", "measurable", "accepted", "realistic", "timeBound",
    ]  # fmt: skip
    assert set(shown["findings"][0]) == {
        "rule", "dimension", "severity", "field", "start", "end", "message", "fix",
    }  # fmt: skip
    assert set(shown["evidence"][0]) == {"dimension", "field", "start", "end", "kind"}


def test_the_measure_may_stand_in_a_criterion_and_the_date_in_its_field():
    draft = Draft(
        goal="Kundenportal für die Werkstätten einführen",
        benefit="weniger Anrufe",
        customer="Werkstatt Linz",
        criteria=(CriterionText("20 Pilotkunden haben es abgenommen"),),
        deadline="2027-06-30",
    )

    report = check(draft, today=TODAY)

    assert [report.verdicts[d] for d in ("specific", "measurable", "timeBound")] == ["pass"] * 3
    assert report.deadline == dt.date(2027, 6, 30)


def test_a_binary_result_without_a_criterion_warns_and_does_not_fail():
    report = check_text("Launch the customer portal by 1 May 2027", today=TODAY)

    assert report.verdicts["measurable"] == "warn"


def test_the_target_of_a_metric_criterion_is_a_measure():
    criterion = CriterionText("Wartezeit", kind="METRIC", baseline=12, target=8, unit="min")

    report = check(Draft(goal="Wartezeit am Schalter senken", criteria=(criterion,)), today=TODAY)

    assert report.verdicts["measurable"] == "pass"


def test_fixes_never_invent_a_value():
    report = check_text("Kosten deutlich senken", language="de", today=TODAY)

    fixes = [finding.fix("de") for finding in report.findings]
    assert "{Metrik} von {Ist} auf {Soll} {Einheit} bis {Datum}" in fixes
    assert not any(sign.isdigit() for fix in fixes if not fix.startswith("bis") for sign in fix)


def test_messages_speak_the_language_asked_for():
    (found,) = (
        f for f in check_text("Cut waste by 15 %", today=TODAY).findings if f.code == "M204"
    )

    assert found.message("de").startswith("„by 15 %“")
    assert found.message("en").startswith("“by 15 %”")


def test_a_rule_can_be_switched_off_or_made_stricter():
    text = "Cut kitchen waste by 15 % by 1 May 2027"

    off = check_text(text, today=TODAY, config=Config(rules={"M204": "off"}))
    strict = check_text(text, today=TODAY, config=Config(rules={"M204": "error"}))

    assert (off.verdicts["measurable"], strict.verdicts["measurable"]) == ("pass", "fail")


def test_a_profile_applies_to_its_kind_of_goal():
    config = Config.from_mapping(
        {"rules": {"M204": "error"}, "profiles": {"Objective": {"M204": "off"}}}, codes()
    )
    text = "Cut kitchen waste by 15 % by 1 May 2027"

    plain = check_text(text, today=TODAY, config=config)
    objective = check_text(text, today=TODAY, config=config, kind="objective")

    assert (plain.verdicts["measurable"], objective.verdicts["measurable"]) == ("fail", "pass")


@pytest.mark.parametrize(
    ("tables", "named"),
    [
        ({"rules": {"X999": "off"}}, "X999"),
        ({"rules": {"M204": "loud"}}, "M204"),
        ({"colours": {}}, "colours"),
        ({"thresholds": {"patience": 1}}, "patience"),
        ({"thresholds": {"overlap": "much"}}, "overlap"),
        ({"fiscal_year_start": 13}, "fiscal_year_start"),
        ({"profiles": {"project": {"Y1": "off"}}}, "Y1"),
        ({"suppressions": [{"rule": "M204", "reason": "agreed"}]}, "author"),
        ({"glossary": "RKV"}, "glossary"),
    ],
)
def test_a_setting_it_does_not_know_is_refused_by_name(tables, named):
    with pytest.raises(BadConfig, match=named):
        Config.from_mapping(tables, codes())


def test_the_glossary_explains_an_abbreviation():
    text = "RKV in der Montage von 4 % auf 2 % senken bis 30.06.2027"

    report = check_text(text, today=TODAY, config=Config(glossary=frozenset({"RKV"})))

    assert "S114" not in [finding.code for finding in report.findings]


def suppressing(**more: object) -> Config:
    entry = Suppression("M204", "baseline is in the contract", "Anna", **more)  # type: ignore[arg-type]
    return Config(suppressions=(entry,))


@pytest.mark.parametrize(
    ("more", "silent"),
    [
        ({}, True),
        ({"expires": dt.date(2026, 12, 31)}, True),
        ({"expires": dt.date(2026, 10, 31)}, False),
        ({"field": "criteria"}, False),
        ({"fingerprint": fingerprint("by 15 %")}, True),
        ({"fingerprint": fingerprint("by 12 %")}, False),
    ],
    ids=["plain", "in force", "expired", "another field", "same words", "edited words"],
)
def test_a_suppression_holds_until_it_expires_or_its_words_are_edited(more, silent):
    report = check_text("Cut waste by 15 %", today=TODAY, config=suppressing(**more))

    assert ("M204" not in [finding.code for finding in report.findings]) == silent


def test_a_purpose_clause_is_not_judged_for_weak_words():
    text = "Neue Rampe an Halle 3 bauen, um den Versand einfach und schnell abzuwickeln"

    report = check_text(text, today=TODAY)

    assert not {"S101", "S102", "S113"} & {finding.code for finding in report.findings}


@pytest.mark.parametrize("day", [dt.date.min, dt.date(1, 1, 6), dt.date(1, 1, 21), dt.date.max])
@pytest.mark.parametrize("today", [dt.date.min, TODAY, dt.date.max])
def test_the_ends_of_the_calendar_are_days_too(day, today):
    report = check(Draft(goal=GOOD, deadline=day.isoformat()), today=today)

    assert report.findings is not None
