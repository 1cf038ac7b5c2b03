"""Every spelling of a day, week, month or quarter means it, whatever today is."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goals.smart.text import normalise
from goals.smart.times import TimeContext, find_times, main_deadline
from goals.smart.times.periods import month_period, quarter_period, week_period
from goals.smart.tokens import tokenise

DE = [
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
]
EN = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
DE_DAYS = ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"]
EN_DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
todays = st.dates(date(2024, 1, 1), date(2032, 12, 31))
ahead = st.integers(0, 360)


def deadline(text: str, today: date, language: str) -> date | None:
    clean = normalise(text)
    found = main_deadline(find_times(clean, tokenise(clean), TimeContext(today, language)))
    return found.last if found else None


def english_ending(day: int) -> str:
    if 10 < day < 20:
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")


@pytest.mark.parametrize(
    "form",
    [
        "bis {d}.{m}.{y}",
        "bis zum {d:02}.{m:02}.{y}",
        "spätestens {d}.{m}.{yy:02}",
        "bis {d}. {m}. {y}",
        "bis {d}. {de} {y}",
        "Termin: {d}. {de3}. {y}",
        "bis {wd}, den {d}. {de} {y}",
        "bis {wd}, {d:02}.{m:02}.{y}",
        "bis {y}-{m:02}-{d:02}",
        "bis {d}. {DE} {y}",
    ],
)
@settings(max_examples=40, deadline=None)
@given(today=todays, days=ahead)
def test_a_german_spelling_of_a_day_means_it(form: str, today: date, days: int) -> None:
    day = today + timedelta(days=days)
    month = DE[day.month - 1]
    names = {"de": month, "de3": month[:3], "DE": month.upper(), "wd": DE_DAYS[day.weekday()]}

    text = form.format(d=day.day, m=day.month, y=day.year, yy=day.year % 100, **names)

    assert day == deadline(f"Das Dach ist gedeckt {text}", today, "de")


@pytest.mark.parametrize(
    "form",
    [
        "by {d} {en} {y}",
        "by {en} {d}, {y}",
        "by {en} {d}{th}, {y}",
        "by the {d}{th} of {en} {y}",
        "by {d} {en3} {y}",
        "by {wd}, {d} {en} {y}",
        "due {y}-{m:02}-{d:02}",
        "by {wd}, {en} {d}{th}, {y}",
        "no later than {d} {EN} {y}",
    ],
)
@settings(max_examples=40, deadline=None)
@given(today=todays, days=ahead)
def test_an_english_spelling_of_a_day_means_it(form: str, today: date, days: int) -> None:
    day = today + timedelta(days=days)
    month = EN[day.month - 1]
    names = {"en": month, "en3": month[:3], "EN": month.upper(), "wd": EN_DAYS[day.weekday()]}

    text = form.format(d=day.day, th=english_ending(day.day), m=day.month, y=day.year, **names)

    assert day == deadline(f"The roof is on {text}", today, "en")


@pytest.mark.parametrize(
    ("form", "language"),
    [
        ("bis {d}.{m}.", "de"),
        ("bis {d}. {de}", "de"),
        ("bis {wd}, {d}. {de}", "de"),
        ("by {d} {en}", "en"),
        ("by {en} {d}", "en"),
        ("by the {d}{th} of {en}", "en"),
    ],
)
@settings(max_examples=60, deadline=None)
@given(today=todays, days=ahead)
def test_without_a_year_the_next_such_day_is_meant(
    form: str, language: str, today: date, days: int
) -> None:
    day = today + timedelta(days=days)
    if (day.month, day.day) == (2, 29):
        day += timedelta(days=1)
        days += 1
    names = {"de": DE[day.month - 1], "en": EN[day.month - 1], "wd": DE_DAYS[day.weekday()]}

    text = form.format(d=day.day, th=english_ending(day.day), m=day.month, **names)

    assert day == deadline(text, today, language)


@settings(max_examples=200, deadline=None)
@given(todays, st.integers(0, 11), st.booleans())
def test_months_quarters_and_weeks_end_on_their_last_day(
    today: date, months: int, said: bool
) -> None:
    day = (today.replace(day=1) + timedelta(days=31 * months)).replace(day=1)
    month, quarter = (
        month_period(day.year, day.month),
        quarter_period(day.year, (day.month + 2) // 3),
    )
    iso = (today + timedelta(days=28 * months)).isocalendar()
    week = week_period(iso.year, iso.week)
    assert month is not None
    assert quarter is not None
    assert week is not None

    year = f" {day.year}" if said else ""
    iso_year = f"/{iso.year}" if said else ""

    number = (day.month + 2) // 3
    assert month.last == deadline(f"bis Ende {DE[day.month - 1]}{year}", today, "de")
    assert month.last == deadline(f"by the end of {EN[day.month - 1]}{year}", today, "en")
    if said or (quarter.last - today).days < 270:
        assert quarter.last == deadline(f"bis Q{number}{year}", today, "de")
        assert quarter.last == deadline(f"in the {number}. quarter{year}", today, "en")
    if iso.week < 53:
        assert week.last == deadline(f"bis KW {iso.week}{iso_year}", today, "de")
        assert week.last == deadline(f"by CW{iso.week}{iso_year}", today, "en")


@settings(max_examples=100, deadline=None)
@given(todays, st.integers(2, 40))
def test_amounts_count_from_today(today: date, count: int) -> None:
    later = today + timedelta(days=count)
    weeks = today + timedelta(weeks=count)

    assert later == deadline(f"Das Dach ist in {count} Tagen gedeckt", today, "de")
    assert later == deadline(f"The roof is on within {count} days", today, "en")
    assert weeks == deadline(f"Das Dach ist innerhalb von {count} Wochen gedeckt", today, "de")
    assert weeks == deadline(f"The roof is on in {count} weeks", today, "en")


@given(todays, st.integers(0, 6))
def test_weekdays_are_the_next_to_come(today: date, weekday: int) -> None:
    german = deadline(f"bis {DE_DAYS[weekday]}", today, "de")
    english = deadline(f"by {EN_DAYS[weekday]}", today, "en")

    assert german == english
    assert german is not None
    assert weekday == german.weekday()
    assert 1 <= (german - today).days <= 7
