"""Realistic is what is committed, what is free, and how comparable ones went; never a guess."""

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from goals.smart import CriterionText, Draft, History, Record, Report, check
from goals.smart.record import Best, Dependency, Load, Provision, Signed, Threat
from goals.smart.rules.r405_success_rate import wilson

TODAY = dt.date(2026, 11, 21)
DRAFT = Draft(
    goal="Raise first-call resolution in support from 61 % to 75 %",
    benefit="customers wait 2 days less",
    customer="Dispatch North",
    deadline=dt.date(2026, 12, 31),
    language="en",
)
COMMITTED = Provision("TIME", "COMMITTED", 15, "days", "SUPPLIER")
FREE = Load("SUPPLIER", "December", 17, 20)
HISTORY = History("h1", 11, 9, p5=8, p20=24, p50=35, p80=50, similarity="same team and size")


def judged(draft: Draft = DRAFT, history: History | None = None, **record: Any) -> Report:
    known: dict[str, Any] = {"resources": (COMMITTED,), **record}
    return check(draft, record=Record(7, "h7", **known), history=history, today=TODAY)


def found(report: Report) -> list[tuple[str, str]]:
    return [(f.code, f.severity) for f in report.findings if f.dimension == "realistic"]


def test_committed_resources_and_free_capacity_are_realistic():
    report = judged(workload=(FREE,))

    assert (report.verdicts["realistic"], found(report)) == ("pass", [])


def test_committed_resources_and_enough_experience_are_realistic():
    report = judged(history=HISTORY)

    assert (report.verdicts["realistic"], found(report)) == ("pass", [])


def test_resources_alone_say_nothing_yet():
    report = judged()

    assert (report.verdicts["realistic"], found(report)) == ("unknown", [])


def test_missing_resources_leave_it_unknown_with_a_warning():
    report = judged(resources=())

    assert (report.verdicts["realistic"], found(report)) == ("unknown", [("R401", "warning")])


def test_a_resource_that_is_only_needed_is_no_evidence():
    report = judged(resources=(replace(COMMITTED, status="NEEDED"),), workload=(FREE,))

    assert report.verdicts["realistic"] == "unknown"


@pytest.mark.parametrize(
    ("committed", "severity", "verdict"), [(22, "warning", "warn"), (28, "error", "fail")]
)
def test_overload_is_a_warning_and_from_125_per_cent_an_error(committed, severity, verdict):
    load = Load("SUPPLIER", "May", committed, 20)

    report = judged(workload=(load,))

    assert (verdict, [("R403", severity)]) == (report.verdicts["realistic"], found(report))


def test_work_without_any_capacity_is_an_overload():
    report = judged(workload=(Load("SUPPLIER", "May", 3, 0),))

    assert found(report) == [("R403", "error")]


@pytest.mark.parametrize(("day", "expected"), [(10, "warning"), (2, "error")])
def test_a_duration_under_the_base_rate_names_n_and_the_quantile(day, expected):
    draft = DRAFT._replace(deadline=TODAY + dt.timedelta(days=day))

    report = judged(draft, history=HISTORY)

    assert [("R404", expected)] == found(report)
    assert "11" in next(f for f in report.findings if f.code == "R404").message("en")


def test_seven_comparable_ones_are_too_few_to_say_anything():
    draft = DRAFT._replace(deadline=TODAY + dt.timedelta(days=2))

    report = judged(draft, history=replace(HISTORY, count=7, reached=1))

    assert (report.verdicts["realistic"], found(report)) == ("unknown", [])


def test_a_low_success_rate_is_told_with_its_interval():
    report = judged(history=replace(HISTORY, reached=3))

    assert (report.verdicts["realistic"], found(report)) == ("pass", [("R405", "advice")])
    (finding,) = (f for f in report.findings if f.code == "R405")
    assert "3 of 11" in finding.message("en")
    assert "10–57 %" in finding.message("en")


def test_the_wilson_interval_is_that_of_the_textbook():
    low, high = wilson(8, 10)

    assert (round(low, 4), round(high, 4)) == (0.4902, 0.9433)


def test_a_large_commission_needs_a_risk_list():
    assert found(judged(effort_days=60)) == [("R406", "warning")]
    assert found(judged(effort_days=5)) == []


def test_a_high_risk_needs_a_measure_and_an_owner():
    bare = Threat("supplier fails", 4, 5)
    owned = Threat("supplier fails", 4, 5, "second supplier", "Ben")
    low = Threat("rain", 2, 2)

    assert found(judged(risks=(bare,))) == [("R407", "error")]
    assert found(judged(risks=(replace(owned, owner=None),))) == [("R407", "error")]
    assert found(judged(risks=(owned, low))) == []


@pytest.mark.parametrize(
    ("rising", "target", "expected"),
    [(True, 4.9, ["R409"]), (True, 4.0, []), (False, 3.0, ["R409"]), (False, 4.3, [])],
)
def test_a_target_beyond_the_best_value_ever_is_a_warning(rising, target, expected):
    criterion = CriterionText("Satisfaction in the yearly survey", target=target)
    history = replace(HISTORY, best=(Best("satisfaction", 4.1, rising),))

    report = judged(DRAFT._replace(criteria=(criterion,)), history=history)

    assert expected == [code for code, _ in found(report)]


def test_a_dependency_that_ends_later_is_an_error_until_it_is_done():
    later = Dependency("C-12", dt.date(2027, 1, 15))

    assert found(judged(dependencies=(later,))) == [("R410", "error")]
    assert found(judged(dependencies=(replace(later, done=True),))) == []
    assert found(judged(dependencies=(Dependency("C-12", dt.date(2026, 12, 1)),))) == []


def test_all_five_letters_make_it_smart_and_words_alone_a_draft():
    signatures = (Signed("CUSTOMER", "Anna", 7, "h7"), Signed("SUPPLIER", "Ben", 7, "h7"))

    whole = judged(workload=(FREE,), signatures=signatures)
    words = check(DRAFT, today=TODAY)

    assert (whole.grade, whole.coverage) == ("SMART", 1.0)
    assert (words.grade, words.coverage) == ("DRAFT_SMART", 0.6)


def test_the_report_names_the_snapshot_it_was_judged_with():
    assert judged(history=HISTORY).snapshot == "h1"
