"""Periods: what people type becomes a span of whole days, or is refused."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goals.domain.periods import Period

TODAY = date(2024, 2, 29)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2026", "2026-01-01", "2026-12-31"),
        ("2026-Q3", "2026-07-01", "2026-09-30"),
        ("2026-q4", "2026-10-01", "2026-12-31"),
        ("2026-H1", "2026-01-01", "2026-06-30"),
        ("2026-H2", "2026-07-01", "2026-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        (" 2026-12 ", "2026-12-01", "2026-12-31"),
        ("2026-01-15..2026-02-01", "2026-01-15", "2026-02-01"),
        ("last-1-days", "2024-02-29", "2024-02-29"),
        ("last-30-days", "2024-01-31", "2024-02-29"),
        ("last-12-months", "2023-03-01", "2024-02-29"),
        ("last-1-years", "2023-03-01", "2024-02-29"),
    ],
)
def test_a_period_is_read_as_people_mean_it(text, first, last):
    expected = Period(date.fromisoformat(first), date.fromisoformat(last))

    assert Period.parse(text, TODAY) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2026-Q5",
        "2026-H3",
        "2026-13",
        "1899",
        "2201",
        "26",
        "last-0-days",
        "last-x-days",
        "2026-02-30..2026-03-01",
        "2026-02-02..2026-02-01",
        "..",
        "2026-Q3..2026-Q4",
        "２０２６",
    ],
)
def test_what_is_no_period_is_refused(text):
    with pytest.raises(ValueError, match=r".+"):
        Period.parse(text, TODAY)


@given(st.dates(date(1910, 1, 1), date(2190, 1, 1)), st.integers(1, 60))
def test_the_last_months_end_today_and_follow_each_other_without_a_gap(today, count):
    period = Period.parse(f"last-{count}-months", today)
    more = Period.parse(f"last-{count + 1}-months", today)

    assert period.last == today
    assert 28 <= (period.first - more.first).days <= 34
