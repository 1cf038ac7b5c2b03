"""Calendar arithmetic against Python's own calendar, for any date."""

import itertools
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goals.smart.times.holidays import easter, holiday_on, holidays, regions
from goals.smart.times.periods import (
    Grain,
    Part,
    add_months,
    add_working_days,
    day_period,
    fiscal_year,
    half_period,
    month_period,
    nth_weekday,
    part_of,
    quarter_period,
    week_of,
    week_period,
    weeks_in,
)

years = st.integers(1990, 2200)
days = st.dates(date(1990, 1, 1), date(2200, 12, 31))


@given(days)
def test_every_day_lies_in_its_iso_week_month_quarter_and_half(day: date) -> None:
    iso = day.isocalendar()

    periods = [
        week_period(iso.year, iso.week),
        month_period(day.year, day.month),
        quarter_period(day.year, (day.month + 2) // 3),
        half_period(day.year, (day.month + 5) // 6),
    ]

    assert all(period is not None and period.first <= day <= period.last for period in periods)
    assert week_of(day) == periods[0]


@given(years)
def test_the_quarters_of_a_year_follow_each_other_without_a_gap(year: int) -> None:
    quarters = [quarter_period(year, number) for number in (1, 2, 3, 4)]

    whole = [quarter for quarter in quarters if quarter is not None]

    assert date(year, 1, 1) == whole[0].first
    assert date(year, 12, 31) == whole[3].last
    for before, after in itertools.pairwise(whole):
        assert before.last + timedelta(days=1) == after.first


@given(years, st.integers(1, 12))
def test_a_fiscal_year_is_named_by_the_year_it_ends_in(year: int, start: int) -> None:
    period = fiscal_year(year, start)

    assert year == period.last.year
    assert start == period.first.month
    assert fiscal_year(year + 1, start).first == period.last + timedelta(days=1)


@given(years)
def test_a_year_has_no_week_after_its_last(year: int) -> None:
    last = weeks_in(year)

    assert week_period(year, last) is not None
    assert week_period(year, last + 1) is None


@pytest.mark.parametrize(
    ("year", "month", "day"), [(2027, 2, 29), (2027, 2, 30), (2026, 11, 31), (2026, 13, 1)]
)
def test_impossible_days_are_none(year: int, month: int, day: int) -> None:
    assert day_period(year, month, day) is None


@given(days, st.integers(-240, 240))
def test_adding_months_keeps_the_day_or_takes_the_last_one(day: date, months: int) -> None:
    later = add_months(day, months)

    total = day.year * 12 + day.month - 1 + months
    assert total == later.year * 12 + later.month - 1
    assert later.day == day.day or (later + timedelta(days=1)).day == 1


@given(days, st.integers(0, 60))
def test_working_days_are_never_on_a_weekend(day: date, count: int) -> None:
    later = add_working_days(day, count)

    between = [day + timedelta(days=step) for step in range(1, (later - day).days + 1)]
    assert count == sum(one.weekday() < 5 for one in between)
    assert count == 0 or later.weekday() < 5


@given(years, st.integers(1, 12), st.integers(0, 6), st.sampled_from([1, 2, 3, 4, 5, -1]))
def test_the_nth_weekday_is_that_weekday(year: int, month: int, weekday: int, nth: int) -> None:
    found = nth_weekday(year, month, weekday, nth)

    if found is None:
        assert nth == 5
    else:
        assert (weekday, month) == (found.weekday(), found.month)
        assert nth == -1 or nth == (found.day + 6) // 7


@given(days, st.sampled_from(list(Part)))
def test_parts_of_a_month_end_on_the_tenth_the_fifteenth_and_the_last_day(
    day: date, part: Part
) -> None:
    month = month_period(day.year, day.month)
    assert month is not None

    ends = {Part.EARLY: 10, Part.MIDDLE: 15, Part.LATE: month.last.day}

    assert ends[part] == part_of(month, part).last.day


def test_parts_of_longer_periods_end_inside_them() -> None:
    quarter, year = quarter_period(2027, 3), fiscal_year(2027)
    assert quarter is not None

    ends = [part_of(quarter, part).last.isoformat() for part in Part]
    year_ends = [part_of(year, part).last.isoformat() for part in Part]

    assert ends == ["2027-07-10", "2027-08-15", "2027-09-30"]
    assert year_ends == ["2027-01-10", "2027-06-30", "2027-12-31"]
    assert Grain.YEAR is year.grain


@pytest.mark.parametrize(
    ("year", "day"),
    [
        (2000, "2000-04-23"),
        (2008, "2008-03-23"),
        (2011, "2011-04-24"),
        (2026, "2026-04-05"),
        (2027, "2027-03-28"),
        (2038, "2038-04-25"),
    ],
)
def test_easter_falls_on_the_days_the_almanac_says(year: int, day: str) -> None:
    assert day == easter(year).isoformat()


@given(st.integers(1900, 2200))
def test_easter_is_a_sunday_between_22_march_and_25_april(year: int) -> None:
    day = easter(year)

    assert day.weekday() == 6
    assert date(year, 3, 22) <= day <= date(year, 4, 25)


@pytest.mark.parametrize(
    ("day", "region", "name"),
    [
        ("2026-10-03", "DE", "German Unity Day"),
        ("2027-08-15", "DE-BY", "Assumption Day"),
        ("2026-11-18", "DE-SN", "Day of Repentance"),
        ("2027-03-08", "DE-BE", "International Women's Day"),
        ("2026-10-26", "AT", "Austrian National Day"),
        ("2027-08-01", "CH", "Swiss National Day"),
        ("2027-05-31", "UK", "Spring bank holiday"),
        ("2027-12-27", "GB", "Christmas Day"),
        ("2027-12-28", "UK", "Boxing Day"),
        ("2026-11-26", "US", "Thanksgiving"),
        ("2026-07-03", "US", "Independence Day"),
        ("2026-12-25", None, "Christmas Day"),
    ],
)
def test_public_holidays_of_the_regions(day: str, region: str | None, name: str) -> None:
    found = holiday_on(date.fromisoformat(day), region)

    assert found is not None
    assert name == found.en


@pytest.mark.parametrize(
    ("day", "region"),
    [("2026-10-31", "DE-BY"), ("2026-10-31", "DE"), ("2026-12-26", "US"), ("2026-12-24", "DE")],
)
def test_other_days_are_no_holidays(day: str, region: str) -> None:
    assert holiday_on(date.fromisoformat(day), region) is None


def test_every_region_has_holidays_with_names_in_both_languages() -> None:
    for region in regions():
        found = holidays(2027, region)

        assert len(found) >= 4
        assert all(day.de and day.en for day in found.values())
