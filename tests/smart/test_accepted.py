"""Accepted is two signatures on this revision and no open objection; the text shows neither."""

import datetime as dt
from typing import Any

from goals.smart import Draft, Record, Report, check
from goals.smart.record import Signed

TODAY = dt.date(2026, 11, 21)
CLEAR = Draft(
    goal="Erstlösungsquote im Support von 61 % auf 75 % heben",
    benefit="Kunden warten 2 Tage weniger",
    customer="Disposition Nord",
    deadline="30.06.2027",
    language="de",
)
ANNA = Signed("CUSTOMER", "Anna", 7, "h7")
BEN = Signed("SUPPLIER", "Ben", 7, "h7")


def judged(**record: Any) -> Report:
    known = {"customer": "Anna", "supplier": "Ben", **record}
    return check(CLEAR, record=Record(7, "h7", **known), today=TODAY)


def codes(report: Report) -> list[str]:
    return [finding.code for finding in report.findings if finding.code.startswith("A")]


def test_two_signatures_on_this_revision_are_acceptance():
    report = judged(signatures=(ANNA, BEN))

    assert (report.verdicts["accepted"], codes(report)) == ("pass", [])


def test_before_the_first_signature_acceptance_is_unknown():
    report = judged()

    assert (report.verdicts["accepted"], codes(report)) == ("unknown", [])


def test_without_a_record_acceptance_is_unknown():
    report = check(CLEAR, today=TODAY)

    assert report.verdicts["accepted"] == "unknown"


def test_one_signature_alone_is_a_missing_one():
    report = judged(signatures=(BEN,))

    assert (report.verdicts["accepted"], codes(report)) == ("fail", ["A301"])
    assert "Kunde" in report.findings[0].message("de")
    assert report.findings[0].fix("en") == "ask Anna to accept"


def test_a_declined_revision_is_not_accepted():
    declined = Signed("CUSTOMER", "Anna", 7, "h7", decision="DECLINE")

    report = judged(signatures=(declined, BEN))

    assert (report.verdicts["accepted"], codes(report)) == ("fail", ["A301"])


def test_a_signature_on_an_older_revision_is_stale():
    old = Signed("CUSTOMER", "Anna", 5, "h5")

    report = judged(signatures=(old, BEN))

    assert (report.verdicts["accepted"], codes(report)) == ("fail", ["A302"])
    assert "5" in report.findings[0].message("en")


def test_a_signature_renewed_on_this_revision_is_not_stale():
    old = Signed("CUSTOMER", "Anna", 5, "h5")

    report = judged(signatures=(old, ANNA, BEN))

    assert (report.verdicts["accepted"], codes(report)) == ("pass", [])


def test_the_same_person_on_both_sides_is_a_warning():
    both = Signed("SUPPLIER", "Anna", 7, "h7")

    report = judged(supplier="Anna", signatures=(ANNA, both))

    assert (report.verdicts["accepted"], codes(report)) == ("warn", ["A303"])


def test_an_open_objection_fails_even_with_two_signatures():
    report = judged(signatures=(ANNA, BEN), objections=("Halle 3 ist belegt",))

    assert (report.verdicts["accepted"], codes(report)) == ("fail", ["A307"])
    assert "Halle 3 ist belegt" in report.findings[0].message("de")
