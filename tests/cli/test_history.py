"""`goals history`: who changed what, word by word, the same to a person and to a program."""

import json

import pytest

from goals_cli.differences import difference

OUT = """\
21 Nov 2026 08:30  Anna (customer) wrote a new revision.
    goal: Answer within [-four-] {+two+} hours on every working day
    state: draft → agreed
    duty: {+Send the list.+}
    duty: [-Send nothing.-]
21 Nov 2026 08:30  Ben (supplier) signed. (for Carla)
"""


@pytest.fixture
def history(server, make):
    commission = make.commission()
    event = {
        "id": "E1",
        "kind": "commission.revised",
        "at": "2026-11-21T08:30:00Z",
        "channel": "CLI",
        "side": "CUSTOMER",
        "hash": "ab" * 32,
        "actor": {"id": "P1", "name": "Anna"},
        "summary": "Anna (customer) wrote a new revision.",
        "onBehalfOf": None,
        "changes": [
            change(
                "goal",
                "Answer within four hours on every working day",
                "Answer within two hours on every working day",
            ),
            change("state", "draft", "agreed"),
            change("duty", None, "Send the list."),
            change("duty", "Send nothing.", None),
        ],
    }
    signed = event | {"summary": "Ben (supplier) signed.", "onBehalfOf": "Carla", "changes": []}
    commission["history"] = make.connection(event, signed)
    server.answers["CommissionHistory"] = {"commission": commission}
    return [event, signed]


def change(label, before, after):
    return {"field": label, "label": label, "before": before, "after": after}


def test_what_changed_is_marked_word_by_word(goals, history):
    outcome = goals("history", "C-12")

    assert outcome.code == 0
    assert outcome.out == OUT


def test_json_holds_every_change(goals, history):
    outcome = goals("history", "C-12", "--json")

    assert json.loads(outcome.out)[0]["changes"] == history[0]["changes"]


def test_a_text_cannot_steer_the_terminal(goals, history):
    history[0]["changes"] = [change("goal\x1b[2J", "a\x1b[31m" * 9, "b\u202e" * 19)]

    outcome = goals("history", "C-12")

    assert "\x1b" not in outcome.out
    assert "\u202e" not in outcome.out


def test_very_long_texts_are_counted_not_compared():
    assert difference("a " * 3000, "b " * 2500) == "2500 words, 3000 before"
