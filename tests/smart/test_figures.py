"""The table "Figures to reach", measured on the corpora: every floor is asserted, dev and held.

The measuring is in ``figures``; ``python tests/smart/figures.py`` prints what is asserted here.
"""

import datetime as dt
import importlib
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
figures = importlib.import_module("figures")

both_languages = pytest.mark.parametrize("language", figures.LANGUAGES)


DRESSED = {"lower case": 0.99, "upper case": 0.99}
"""Reached so far; the aim is 1. German tells a noun by its capital where no list knows the word."""
TWINS = 0.94
"""Reached so far; the aim is 1."""


def told(failures):
    """Failures of the dev half, to be read; of the held half only how many there are."""
    shown = [f"{f.item['id']}: {f.said}" for f in failures if f.item["split"] == "dev"]
    return "\n".join([*shown, f"and {len(failures) - len(shown)} of the held half"])


@pytest.mark.parametrize(
    ("kind", "count"), [("labelled", 200), ("decoys", 200), ("pairs", 200), ("deadlines", 300)]
)
def test_there_are_as_many_german_as_english_items_and_half_are_held_back(kind, count):
    items = {language: figures.read(kind, language) for language in figures.LANGUAGES}

    held = {language: figures.read(kind, language, ["held"]) for language in figures.LANGUAGES}

    assert {"de": count, "en": count} == {k: len(v) for k, v in items.items()}
    assert len(held["de"]) == len(held["en"])
    assert abs(len(held["de"]) - count / 2) <= 5
    assert count * 2 == len({item["id"] for each in items.values() for item in each})


@both_languages
def test_the_halves_of_a_pair_are_equally_long(language):
    items = figures.read("pairs", language)

    lengths = [(len(item["better"]), len(item["worse"])) for item in items]

    assert all(abs(a - b) <= 0.1 * max(a, b) for a, b in lengths)


@both_languages
def test_expected_deadlines_are_dates_and_follow_their_today_or_name_their_year(language):
    items = figures.read("deadlines", language)

    dated = [item for item in items if item["deadline"] is not None]

    assert 230 <= len(dated) < len(items)
    for item in dated:
        deadline, today = (dt.date.fromisoformat(item[k]) for k in ("deadline", "today"))
        year = str(deadline.year)
        assert deadline >= today or year in item["text"], item["id"]


@both_languages
@pytest.mark.parametrize(("dimension", "floor"), [("measurable", 0.92), ("timeBound", 0.95)])
def test_decoys_do_not_deceive(language, dimension, floor):
    rate = figures.decoys(language, dimension)

    assert rate.share >= floor, told(rate.failures)


@both_languages
def test_the_better_of_two_equally_long_goals_is_found(language):
    rate = figures.pairs(language)

    assert rate.share >= 0.95, told(rate.failures)


@pytest.mark.parametrize(
    ("language", "dimension", "floor"),
    [
        ("en", "specific", 0.80),
        ("en", "measurable", 0.90),
        ("en", "timeBound", 0.93),
        ("de", "specific", 0.88),
        ("de", "measurable", 0.90),
        ("de", "timeBound", 1.00),
    ],
)
def test_what_a_reader_misses_is_found_missing(language, dimension, floor):
    agreement = figures.missing(language, dimension)

    assert agreement.f1 >= floor, told(agreement.failures)


@both_languages
def test_who_wrote_a_good_goal_is_left_in_peace(language):
    rate = figures.good_goals(language)

    assert rate.share >= 0.95, told(rate.failures)


@both_languages
def test_deadlines_mean_the_day_a_reader_takes_them_for(language):
    rate = figures.deadlines(language)

    assert rate.share >= 0.95, told(rate.failures)
    assert figures.wrong_dates(language) <= 0.01, told(rate.failures)


@both_languages
def test_a_dimension_leaves_pass_with_its_evidence_and_no_other_does(language):
    rate = figures.ablation(language)

    assert rate.share >= 0.97, told(rate.failures)


@both_languages
@pytest.mark.parametrize("disguise", figures.DISGUISES)
def test_a_change_of_dress_changes_no_verdict(language, disguise):
    rate = figures.disguised(language, disguise)

    assert rate.share >= DRESSED.get(disguise, 1.0), told(rate.failures)


def test_translations_get_equal_verdicts():
    rate = figures.twins()

    assert rate.share >= TWINS, told(rate.failures)


@both_languages
def test_a_second_look_sees_the_same(language):
    rate = figures.answers_again(language)

    assert rate.share == 1.0, told(rate.failures)


def test_reports_do_not_depend_on_the_seed_of_hashes():
    script = "import sys, json; sys.path.insert(0, sys.argv[1]); import figures; print(json.dumps("
    script += (
        "[figures.judge(figures.answers(i), i['today']) for i in figures.read('labelled', 'de')]))"
    )
    command = [sys.executable, "-c", script, str(Path(__file__).parent)]

    first, second = (
        subprocess.run(
            command, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2")
    )

    assert len(json.loads(first)) == 200
    assert first == second
