"""German: whoever reads German gets every sentence of the commands in German."""

import re

import pytest

ENGLISH = re.compile(r"\b(usage|options|error|the|is|are|There|Help|required|Founded|Added)\b")


@pytest.fixture
def getippt(here, typed, monkeypatch):
    monkeypatch.setenv("GOALS_LANGUAGE", "de")
    return typed


@pytest.mark.parametrize(
    "words",
    [
        ["--help"],
        ["serve", "--help"],
        ["migrate", "--help"],
        ["demo", "--help"],
        ["schema", "--help"],
        ["admin", "--help"],
        ["admin", "organisation", "create", "--help"],
        ["admin", "organisation", "configure", "--help"],
        ["admin", "team", "create", "--help"],
        ["admin", "team", "rename", "--help"],
        ["admin", "team", "move", "--help"],
        ["admin", "team", "archive", "--help"],
        ["admin", "person", "create", "--help"],
        ["admin", "person", "deactivate", "--help"],
        ["admin", "person", "reactivate", "--help"],
        ["admin", "token", "create", "--help"],
        ["admin", "token", "revoke", "--help"],
        ["admin", "rollups", "--help"],
    ],
    ids=" ".join,
)
def test_help_is_german(getippt, words):
    ran = getippt(*words)

    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("Aufruf: goals")
    assert not ENGLISH.search(ran.out)


def test_what_is_done_is_told_in_german(getippt):
    ran = [
        getippt("migrate"),
        getippt("migrate"),
        getippt("admin", "organisation", "create", "Firma"),
        getippt("admin", "team", "create", "Vertrieb"),
        getippt("admin", "person", "create", "Anna", "anna@example.org", "--team", "Vertrieb"),
        getippt("admin", "token", "create", "anna@example.org"),
        getippt("admin", "person", "deactivate", "anna@example.org", "--dry-run"),
        getippt("admin", "person", "deactivate", "anna@example.org"),
        getippt("admin", "person", "reactivate", "anna@example.org"),
        getippt("admin", "team", "rename", "Vertrieb", "Verkauf"),
        getippt("admin", "team", "move", "Verkauf"),
    ]

    assert [each.code for each in ran] == [0] * 11
    assert not any(ENGLISH.search(each.out) for each in ran)


@pytest.mark.parametrize(
    ("words", "word"),
    [
        ([], "es fehlt: COMMAND"),
        (["serve", "--port", "x"], "kein Port"),
        (["serve", "--port"], "die Angabe dazu fehlt"),
        (["serve", "--nothing"], "nicht verstanden"),
        (["admin", "house"], "gibt es nicht"),
        (["admin", "team", "create", "X"], "noch keine Organisation"),
        (["migrate", "--database", "sqlite:////proc/none/goals.db"], "antwortet nicht"),
    ],
    ids=str,
)
def test_refusals_are_german(getippt, words, word):
    ran = getippt(*words)

    assert ran.code > 0
    assert word in ran.err
    assert not ENGLISH.search(ran.err.replace("cannot open the file", ""))
