"""Derived fields: what stored rows mean today, for this viewer."""

from datetime import UTC, datetime
from typing import Any

import pytest

from goals.api import derived
from goals.domain.enums import Health, Side
from goals.reads.viewer import Viewer

ME, TEAM = "019cadc6-0000-7000-8000-000000000001", "019cadc6-0000-7000-8000-000000000002"
OTHER = "019cadc6-0000-7000-8000-000000000003"


def viewer(now: str, **changes: Any) -> Viewer:
    given = {"role": "MEMBER", "team_ids": (TEAM,), "language": "en"} | changes
    return Viewer(OTHER, ME, now=datetime.fromisoformat(now).astimezone(UTC), **given)


@pytest.mark.parametrize(
    ("now", "zone", "late"),
    [
        ("2026-03-31T21:59:59+00:00", "Europe/Berlin", False),
        ("2026-03-31T22:00:00+00:00", "Europe/Berlin", True),
        ("2026-04-01T03:59:59+00:00", "America/New_York", False),
        ("2026-04-01T04:00:00+00:00", "America/New_York", True),
        ("2026-03-31T23:59:59+00:00", "UTC", False),
    ],
)
def test_a_deadline_has_passed_when_its_day_is_over_where_it_was_set(now, zone, late):
    values = {"state": "AGREED", "deadline": "2026-03-31", "zone": zone}

    assert derived.overdue(values, viewer(now)) is late


@pytest.mark.parametrize("state", ["DRAFT", "CLARIFYING", "DELIVERED", "CLOSED"])
def test_only_what_is_agreed_can_be_overdue(state):
    values = {"state": state, "deadline": "2026-03-31", "zone": "UTC"}

    assert not derived.overdue(values, viewer("2027-01-01T00:00:00+00:00"))


def test_silence_is_never_green():
    values = {
        "state": "AGREED",
        "deadline": "2026-12-31",
        "zone": "Europe/Berlin",
        "agreedAt": "2026-01-01T09:00:00.000000Z",
        "lastCheckInAt": "2026-02-01T09:00:00.000000Z",
        "lastHealth": "ON_TRACK",
        "cadence": 14,
    }

    assert derived.health(values, viewer("2026-02-15T09:00:00+00:00")) is Health.ON_TRACK
    assert derived.health(values, viewer("2026-02-16T09:00:00+00:00")) is Health.STALE


def test_who_only_reads_may_do_nothing_whatever_the_facts():
    manager = viewer("2026-01-01T00:00:00+00:00", role="MANAGER", team_ids=())

    assert derived.allowed_actions(dict.fromkeys(Side), manager) == []


@pytest.mark.parametrize(
    ("measured", "override", "attainment", "met"),
    [
        (None, None, None, None),
        ("82", None, "0", False),
        ("88.5", None, "0.5", False),
        ("95", None, "1", True),
        ("88.5", "1", "0.5", True),
        (None, "0.4", None, False),
        ("95", "0.4", "1", False),
    ],
)
def test_the_value_set_by_hand_counts_but_does_not_hide_the_computed_one(
    measured, override, attainment, met
):
    values = {
        "kind": "METRIC",
        "direction": "INCREASE",
        "baseline": "82",
        "target": "95",
        "stretch": None,
        "band": None,
        "measured": measured,
        "override": override,
    }
    nobody = viewer("2026-01-01T00:00:00+00:00")

    assert derived.attainment(values, nobody) == attainment
    assert derived.met(values, nobody) is met


def test_only_answered_aspects_of_satisfaction_are_shown():
    values = dict.fromkeys(derived.SATISFACTION_VALUES) | {
        "overall_expected": 5,
        "overall_perceived": 3,
        "clarity_perceived": 6,
    }

    shown = derived.satisfaction(values, viewer("2026-01-01T00:00:00+00:00"))

    assert [(one["aspect"].value, one["gap"]) for one in shown] == [
        ("OVERALL", -2),
        ("CLARITY", None),
    ]


@pytest.mark.parametrize(("language", "message"), [("de", "Nein."), ("en", "No.")])
def test_findings_speak_the_viewers_language(language, message):
    stored = [
        {"rule": "M201", "message": {"de": "Nein.", "en": "No."}, "fix": {"de": "", "en": ""}}
    ]
    reader = viewer("2026-01-01T00:00:00+00:00", language=language)

    (found,) = derived.findings({"stored": stored}, reader)

    assert (found["rule"], found["message"]) == ("M201", message)
