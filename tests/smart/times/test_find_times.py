"""The annotator as a whole: contexts, spans, odd input, and time linear in the text."""

import gc
import random
import time
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goals.smart.text import normalise
from goals.smart.times import (
    TimeContext,
    TimeExpression,
    TimeKind,
    find_times,
    main_deadline,
)
from goals.smart.times.vocabulary import ENDS, MONTHS, PARTS, SHIFTS, UNITS, WEEKDAYS
from goals.smart.tokens import tokenise

TODAY = date(2026, 11, 21)


def read(text: str, **context: Any) -> tuple[TimeExpression, ...]:
    clean = normalise(text)
    return find_times(clean, tokenise(clean), TimeContext(TODAY, **context))


def deadline(text: str, **context: Any) -> str | None:
    found = main_deadline(read(text, **context))
    return found.last.isoformat() if found and found.last else None


def test_fiscal_words_follow_the_configured_start() -> None:
    july = {"fiscal_year_start": 7}

    assert deadline("bis Ende GJ 2027", **july) == "2027-06-30"
    assert deadline("by FY26/27", **july) == "2027-06-30"
    assert deadline("by Q2 FY27", **july) == "2026-12-31"
    assert deadline("by the end of the fiscal year", **july) == "2027-06-30"
    assert deadline("by Q2 2027", **july) == "2027-06-30"


def test_a_date_with_strokes_is_read_by_region_or_not_at_all() -> None:
    text = "Finish the move by 04/05/2027"

    assert deadline(text, language="en") is None
    assert deadline(text, language="en", region="UK") == "2027-05-04"
    assert deadline(text, language="en", region="US") == "2027-04-05"
    assert deadline("Umzug bis 04/05/2027", language="de") == "2027-05-04"


def test_a_bare_phrase_is_a_deadline_only_in_the_deadline_field() -> None:
    assert deadline("Freitag", in_deadline_field=True) == "2026-11-27"
    assert deadline("2027", in_deadline_field=True) == "2027-12-31"
    assert deadline("6 weeks", in_deadline_field=True) == "2027-01-02"
    assert deadline("Freitag") is None


def test_the_latest_marked_deadline_is_the_main_one() -> None:
    text = "Konzept bis 31.1.2027, Umsetzung bis 30.6.2027, Messe im August 2027"

    assert deadline(text) == "2027-06-30"


def test_a_recurrence_may_have_an_end() -> None:
    kinds = {found.kind for found in read("jeden Montag laufen, bis 30. Juni 2027")}

    assert {TimeKind.RECURRENCE, TimeKind.DEADLINE} == kinds


def test_working_days_skip_weekends_and_the_holidays_of_the_region() -> None:
    text = "New gate installed within 25 working days"

    assert deadline(text) == "2026-12-25"
    assert deadline(text, region="UK") == "2026-12-29"


def test_year_guesses_are_confessed() -> None:
    (guessed,) = read("by 31 December")
    (said,) = read("by 31 December 2026")

    assert guessed.year_guessed
    assert not said.year_guessed


@pytest.mark.parametrize("mark", ["\u200b", "\u00ad", "\u200f"])
def test_invisible_marks_change_nothing(mark: str) -> None:
    plain = "Umzug bis Ende März 2027"

    assert deadline(plain) == deadline(plain.replace("ä", f"ä{mark}"))
    assert deadline(plain) == deadline(plain.replace("ä", "a\u0308"))
    assert deadline(plain) == deadline(plain.replace("ä", "ae"))


WORDS = sorted({*MONTHS, *PARTS, *SHIFTS, *UNITS, *WEEKDAYS, *ENDS})
SIGNS = ["bis", "by", "before", "vor", "in", "der", "the", "of", "31.12.", "5.", "2027", "12/26"]
SIGNS += [
    "KW",
    "Q3",
    "-",
    "/",
    ":",
    ".",
    "99999999999",
    "1/1",
    "0.0.",
    "'27",
    "half",
    "every",
    "W60",
]


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from([*WORDS, *SIGNS]), max_size=14), st.sampled_from([" ", ""]))
def test_any_heap_of_time_words_is_read_without_a_crash(pieces: list[str], glue: str) -> None:
    text = glue.join(piece.title() if len(piece) % 2 else piece for piece in pieces)

    found = read(text)

    ends = [0]
    for expression in found:
        assert ends[-1] <= expression.start < expression.end <= len(text)
        assert (
            expression.first is None
            or expression.last is None
            or (expression.first <= expression.last)
        )
        ends.append(expression.end)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=80))
def test_any_text_is_read_without_a_crash(text: str) -> None:
    for expression in read(text):
        assert expression.start < expression.end


@pytest.mark.parametrize(
    "text",
    ["", " ", "\x00", "۳۱.۱۲.۲۰۲۶", "bis ²³.¹²", "9" * 5000, "bis 99.99.9999", "in 99999 Jahren"],
)
def test_odd_input_is_no_deadline(text: str) -> None:
    assert deadline(text) in {None, "2026-12-31"}


def test_reading_takes_time_linear_in_the_text() -> None:
    chance = random.Random(4)
    pieces = [*WORDS, *SIGNS, "Website", "the", "neue"]

    def seconds(count: int) -> float:
        text = normalise(" ".join(chance.choices(pieces, k=count)))
        tokens = tokenise(text)
        gc.disable()  # collecting costs what the rest of the tests left behind
        began = time.process_time()
        find_times(text, tokens, TimeContext(TODAY))
        took = time.process_time() - began
        gc.enable()
        return took

    seconds(500)
    short = min(seconds(2000) for _ in range(3))
    long = min(seconds(16000) for _ in range(3))

    assert long < 8 * short * 3
