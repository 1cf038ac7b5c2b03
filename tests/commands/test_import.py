"""`goals admin import`: a file as spreadsheets save it, tried first, on both engines."""

import json
import sqlite3

import pytest

LIST = "Team;Oberteam;Name;E-Mail;Rolle;Sprache;Leitung\r\nVertrieb;;Änne;a@example.org;;de;ja\r\n"


@pytest.fixture
def founded(here, empty_place, typed, monkeypatch):
    """An organisation on either engine."""
    monkeypatch.setenv("GOALS_DATABASE_URL", empty_place)
    assert typed("migrate").code == 0
    assert typed("admin", "organisation", "create", "Firm").code == 0
    return here


def saved(here, text, encoding="utf-8-sig"):
    path = here / "people.csv"
    path.write_bytes(text.encode(encoding))
    return str(path)


def test_a_list_is_tried_imported_and_then_there(founded, typed):
    path = saved(founded, LIST)

    tried = typed("admin", "import", path, "--dry-run")
    real = typed("admin", "import", path)
    again = typed("admin", "import", path, "--json")

    assert (tried.code, real.code, again.code) == (0, 0, 0)
    assert tried.out.splitlines() == [
        "Only tried, nothing changed:",
        "  Teams: 1 new, 0 changed, 0 unchanged",
        "  People: 1 new, 0 changed, 0 unchanged",
        "  Memberships: 1 new, 0 changed, 0 unchanged",
        f"  → goals admin import {path}",
    ]
    assert real.out.splitlines()[:2] == ["Imported:", "  Teams: 1 new, 0 changed, 0 unchanged"]
    nothing = {"created": 0, "updated": 0, "unchanged": 1}
    assert json.loads(again.out) == {
        "teams": nothing,
        "people": nothing,
        "memberships": nothing,
        "dryRun": False,
    }


def test_every_fault_is_a_line_of_its_own(here, typed):
    typed("admin", "organisation", "create", "Firm")
    path = saved(here, LIST + "Nord;Süd;=Bo;nobody;;;\r\n")

    ran = typed("admin", "import", path)

    assert (ran.code, ran.out) == (1, "")
    assert ran.err.splitlines() == [
        "goals: Nothing was imported; faults in the list: 3",
        "  Line 3: Name begins with =, so a spreadsheet would run it. Remove that sign.",
        "  Line 3: E-Mail is no e-mail address. Write it like anna@example.org.",
        "  Line 3: Oberteam: there is no team Süd. Add a line for it, or mend the name.",
    ]
    with sqlite3.connect(here / "goals.db") as file:
        assert file.execute("SELECT count(*) FROM team").fetchone() == (0,)


@pytest.mark.parametrize(
    ("encoding", "word"), [("cp1252", "Windows-1252 (line 2)"), ("utf-16", "UTF-16 (line 1)")]
)
def test_another_encoding_is_named(here, typed, encoding, word):
    typed("admin", "organisation", "create", "Firm")

    ran = typed("admin", "import", saved(here, LIST, encoding))

    assert ran.code == 1
    assert word in ran.err
    assert "CSV UTF-8" in ran.err


def test_a_file_that_is_not_there_is_said(here, typed):
    typed("admin", "organisation", "create", "Firm")

    ran = typed("admin", "import", "nowhere.csv")

    assert (ran.code, "nowhere.csv" in ran.err) == (1, True)


def test_it_speaks_german(here, typed, monkeypatch):
    typed("admin", "organisation", "create", "Firm")
    monkeypatch.setenv("GOALS_LANGUAGE", "de")

    help_ = typed("admin", "import", "--help")
    tried = typed("admin", "import", saved(here, LIST), "--dry-run")

    assert "Spalten: Team, Oberteam" in help_.out
    assert "Nur geprüft, nichts geändert:" in tried.out
    assert "Personen: 1 neu, 0 geändert, 0 unverändert" in tried.out
