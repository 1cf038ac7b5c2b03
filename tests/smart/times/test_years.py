"""Years from 1900 to 2199 are years; a number that counts things, or changes values, is none."""

import datetime as dt

import pytest

from goals.smart import check_text

TODAY = dt.date(2026, 11, 21)


def deadline(text: str, language: str) -> str | None:
    found = check_text(text, language=language, today=TODAY).deadline
    return found.isoformat() if found else None


@pytest.mark.parametrize(
    ("language", "phrase", "day"),
    [
        ("de", "bis Ende Q3 2099", "2099-09-30"),
        ("de", "bis 31. Dezember 2105", "2105-12-31"),
        ("de", "bis 31.12.2105", "2105-12-31"),
        ("de", "bis Mitte 2105", "2105-06-30"),
        ("de", "bis Ostern 2105", "2105-04-05"),
        ("de", "bis 12/2105", "2105-12-31"),
        ("de", "bis Ende Geschäftsjahr 2105", "2105-12-31"),
        ("de", "in 2045", "2045-12-31"),
        ("en", "by the end of Q3 2099", "2099-09-30"),
        ("en", "by 31 December 2105", "2105-12-31"),
        ("en", "by March 5, 2105", "2105-03-05"),
        ("en", "by mid 2105", "2105-06-30"),
        ("en", "by Easter 2105", "2105-04-05"),
        ("en", "by Q3 '45", "2045-09-30"),
        ("en", "by the end of FY 2105", "2105-12-31"),
        ("en", "in 2045", "2045-12-31"),
    ],
)
def test_a_far_year_is_the_year_that_is_meant(language, phrase, day):
    goal = {"de": f"Den Wald {phrase} aufforsten", "en": f"Replant the forest {phrase}"}

    assert deadline(goal[language], language) == day


@pytest.mark.parametrize(
    ("language", "goal"),
    [
        ("de", "Bis Ende Mai 1950 Karten verkaufen"),
        ("de", "Bis Mai 2150 Besucher durch das Museum führen"),
        ("en", "Sell the tickets by May 1950 customers were promised"),
        ("en", "By end of May 2150 visitors have been through the museum"),
    ],
)
def test_what_is_counted_behind_a_month_is_no_far_year(language, goal):
    assert deadline(goal, language) == "2027-05-31"


@pytest.mark.parametrize(
    ("language", "goal"),
    [("de", "Abonnenten von 1950 auf 2150 bringen"), ("en", "Raise subscribers by 2150")],
)
def test_a_value_is_no_far_year(language, goal):
    assert deadline(goal, language) is None
