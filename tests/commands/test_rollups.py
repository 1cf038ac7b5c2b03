"""`goals admin rollups`: recount the statistics, name what differs, replace it."""

import json
import sqlite3
from contextlib import closing

import pytest


@pytest.fixture
def founded(here, typed):
    """An organisation whose cells somebody has tampered with."""
    typed("admin", "organisation", "create", "Example")
    with closing(sqlite3.connect(here / "goals.db")) as connection:
        connection.execute(
            "INSERT INTO rollup SELECT id, 'day', 202703, 'COMMITTED', 0, '', '', '', 7"
            + ", 0" * 23
            + " FROM organisation"
        )
        connection.commit()
    return typed


def test_a_difference_is_named_and_the_exit_code_is_one(founded):
    ran = founded("admin", "rollups", "--check")

    assert ran.code == 1
    assert "cell day 202703 COMMITTED due: stored 7, counted 0" in ran.out
    assert "→ goals admin rollups --rebuild" in ran.out


def test_rebuilding_replaces_it(founded):
    rebuilt = founded("admin", "rollups", "--rebuild", "--json")
    checked = founded("admin", "rollups", "--check", "--json")

    assert (rebuilt.code, json.loads(rebuilt.out)) == (0, {"commissions": "0"})
    assert (checked.code, json.loads(checked.out)) == (0, {"differences": "0"})


def test_one_of_both_must_be_asked_for(founded):
    ran = founded("admin", "rollups")

    assert ran.code == 2
    assert "--check" in ran.err
