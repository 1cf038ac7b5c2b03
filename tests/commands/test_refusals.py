"""Refusals of the commands: a line or two that say what to do, an exit code, never a traceback."""

import os
import shutil
import sqlite3
import tempfile
from contextlib import contextmanager
from pathlib import Path

import pytest

from goals.store.migrate import steps


@pytest.fixture
def founded(here, typed):
    """An organisation in a file of the working folder."""
    assert typed("admin", "organisation", "create", "Firm").code == 0
    return here / "goals.db"


def lines(ran):
    return ran.err.strip().splitlines()


def test_without_an_organisation_it_says_how_to_found_one(here, typed):
    ran = typed("admin", "team", "create", "Sales")

    assert ran.code == 1
    assert lines(ran) == [
        "goals: There is no organisation yet.",
        "  → goals admin organisation create NAME",
    ]


def test_of_two_organisations_one_has_to_be_named(founded, typed):
    typed("admin", "organisation", "create", "Other")

    asked = typed("admin", "team", "create", "Sales")
    wrong = typed("admin", "team", "create", "Sales", "--organisation", "Third")
    named = typed("admin", "team", "create", "Sales", "--organisation", "Other")

    assert (asked.code, wrong.code, named.code) == (1, 1, 0)
    assert all("Firm, Other" in ran.err for ran in (asked, wrong))
    assert "--organisation" in asked.err


def test_a_taken_name_is_said_and_nothing_is_added(founded, typed):
    typed("admin", "team", "create", "Sales")
    typed("admin", "person", "create", "Anna", "anna@example.org")

    team = typed("admin", "team", "create", "Sales")
    person = typed("admin", "person", "create", "Another", "ANNA@example.org")
    organisation = typed("admin", "organisation", "create", "Firm")

    assert (team.code, person.code, organisation.code) == (1, 1, 1)
    assert "name" in team.err
    assert "email" in person.err
    assert "Firm" in organisation.err
    with sqlite3.connect(founded) as file:
        counts = "SELECT (SELECT count(*) FROM team), (SELECT count(*) FROM person)"
        assert file.execute(counts).fetchone() == (1, 1)


def test_an_unknown_team_is_answered_with_those_there_are(founded, typed):
    none = typed("admin", "person", "create", "Anna", "anna@example.org", "--team", "Sales")
    typed("admin", "team", "create", "IT")
    other = typed("admin", "team", "create", "Dev", "--parent", "Sales")

    assert (none.code, other.code) == (1, 1)
    assert "goals admin team create Sales" in none.err
    assert "but: IT" in other.err


@pytest.mark.parametrize(
    ("words", "code", "word"),
    [
        (["team", "create", ""], 1, "name is missing"),
        (["team", "create", "x" * 10_000], 1, "Shorten"),
        (["team", "create", "a\0b"], 1, "not allowed"),
        (["team", "create", "a\ud800b"], 1, "not allowed"),
        (["person", "create", "Anna", "nobody"], 1, "anna@example.org"),
        (["person", "create", "Anna", "a@example.org", "--role", "boss"], 2, "MANAGER"),
        (["organisation", "create", "New", "--time-zone", "Mars/Base"], 1, "Europe/Berlin"),
        (["token", "create", "nobody@example.org"], 1, "goals admin person create"),
        (["token", "revoke", "1"], 2, "no id of a token"),
        (["token", "create", "a@example.org", "--expires", "soon"], 2, "2027-01-31"),
        (["house", "create"], 2, "'team'"),
        (["team"], 2, "--help"),
        (["team", "create"], 2, "required: name"),
    ],
    ids=str,
)
def test_a_wrong_line_says_what_would_be_right(founded, typed, words, code, word):
    ran = typed("admin", *words)

    assert (ran.code, ran.out) == (code, "")
    assert word in ran.err


def test_a_token_for_a_time_past_is_refused(founded, typed):
    typed("admin", "person", "create", "Anna", "anna@example.org")

    ran = typed("admin", "token", "create", "anna@example.org", "--expires", "2020-01-01")

    assert (ran.code, "past" in ran.err) == (1, True)


@pytest.mark.parametrize("command", [["migrate"], ["serve", "--port", "0"], ["demo"]])
@pytest.mark.parametrize(
    ("url", "code", "word"),
    [
        ("mysql://host/db", 2, "sqlite:///goals.db"),
        ("postgres://host", 2, "postgres://user@host"),
        ("sqlite://goals.db", 2, "three slashes"),
        ("sqlite:////proc/none/goals.db", 4, "sqlite:////proc/none/goals.db"),
        ("postgres://nobody@127.0.0.1:1/none", 4, "does not answer"),
    ],
)
def test_a_database_that_cannot_be_had_is_said_with_its_address(
    here, typed, command, url, code, word
):
    ran = typed(*command, "--database", url)

    assert ran.code == code
    assert word in ran.err
    assert len(lines(ran)) <= 3


def test_a_database_nobody_made_is_said(here, typed, postgres_place):
    ran = typed("migrate", "--database", postgres_place + "_not")

    assert (ran.code, "no such database" in ran.err) == (4, True)


def test_the_password_of_an_address_is_not_shown(here, typed):
    ran = typed("migrate", "--database", "postgres://me:secret@127.0.0.1:1/goals")

    assert ran.code == 4
    assert "secret" not in ran.err
    assert "***" in ran.err


def test_a_server_on_postgresql_does_not_migrate_by_itself(here, typed, postgres_place):
    served = typed("serve", "--port", "0", "--database", postgres_place)
    added = typed("admin", "organisation", "create", "Firm", "--database", postgres_place)

    assert (served.code, added.code) == (1, 1)
    assert "goals migrate" in served.err
    assert "goals migrate" in added.err


@pytest.mark.parametrize(
    "words", [["migrate"], ["serve", "--port", "0"], ["admin", "team", "create", "Sales"]]
)
def test_a_newer_database_is_left_alone(founded, typed, words):
    newer = len(steps("sqlite")) + 1
    with sqlite3.connect(founded) as file:
        file.execute(f"INSERT INTO schema_step VALUES ({newer}, 'later', 'x', 'x')")
    file.close()
    before = founded.read_bytes()

    ran = typed(*words)

    assert (ran.code, "Update the program" in ran.err) == (1, True)
    assert founded.read_bytes() == before


def test_a_file_that_is_no_database_is_left_alone(here, typed):
    (here / "goals.db").write_text("these are my notes\n" * 100)

    ran = typed("serve", "--port", "0")

    assert (ran.code, "no database" in ran.err) == (4, True)
    assert (here / "goals.db").read_text() == "these are my notes\n" * 100


def test_a_file_that_may_only_be_read_is_said_so(founded, typed):
    words = ["admin", "organisation", "create", "Other", "--database"]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "goals.db")
        shutil.copyfile(founded, path)
        path.chmod(0o444)
        Path(folder).chmod(0o555)

        with ordinary_user():
            ran = typed(*words, f"sqlite:///{path}")

        Path(folder).chmod(0o755)

    assert ran.code == 4
    assert lines(ran)[-1] == f"  Database: sqlite:///{path}"


@contextmanager
def ordinary_user():
    """Be somebody for whom the modes of files mean something."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65_534)
    try:
        yield
    finally:
        os.seteuid(0)


def test_a_port_in_use_is_said(here, typed, start):
    with start("serve", "--port", "0", GOALS_DATABASE_URL=f"sqlite:///{here}/one.db") as server:
        port = server.stdout.readline().partition("127.0.0.1:")[2].partition("/")[0]

        ran = typed("serve", "--port", port, "--database", "sqlite:///two.db")

    assert (ran.code, "--port" in ran.err) == (1, True)
    assert not (here / "two.db").exists()


@pytest.mark.parametrize("size", ["0", "many", "1000"])
def test_a_pool_of_another_size_is_refused(here, typed, monkeypatch, size):
    monkeypatch.setenv("GOALS_POOL_SIZE", size)

    ran = typed("serve", "--port", "0")

    assert (ran.code, "GOALS_POOL_SIZE" in ran.err) == (2, True)


def test_a_schema_goes_where_it_is_told_or_says_why_not(here, typed):
    written = typed("schema", "--output", "here.graphql")
    refused = typed("schema", "--output", "no/such/folder/here.graphql")

    assert (written.code, (here / "here.graphql").read_text()) == (0, typed("schema").out)
    assert (refused.code, "no/such/folder" in refused.err) == (1, True)
