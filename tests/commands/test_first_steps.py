"""First steps: what the README shows for a team of one's own works as typed, on both engines."""

import json
import re
import shlex
from pathlib import Path

import httpx
import pytest

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
STEPS = [
    shlex.split(line.partition("#")[0])[1:]
    for line in README.partition("## For a team of your own")[2].split("```")[1].splitlines()
    if "goals admin" in line
]


@pytest.fixture
def place(here, empty_place, monkeypatch):
    """An empty database on either engine, chosen by the environment."""
    monkeypatch.setenv("GOALS_DATABASE_URL", empty_place)
    return empty_place


def test_the_readme_shows_every_kind_of_thing():
    assert [step[1] for step in STEPS] == ["organisation", "team", "team", "person", "token"]


def test_the_steps_of_the_readme_lead_to_a_token_that_signs_in(place, typed, start):
    prepared = typed("migrate")
    ran = [typed(*step) for step in STEPS]
    secret = ran[-1].out.splitlines()[0]

    assert prepared.code == 0
    assert [each.code for each in ran] == [0] * len(STEPS)
    assert [each.err for each in ran] == [""] * len(STEPS)
    with start("serve", "--port", "0", GOALS_DATABASE_URL=place) as server:
        url = re.search(r"http://\S+/graphql", server.stdout.readline())[0]
        answer = httpx.post(
            url,
            json={"query": "{ viewer { person { name } } }"},
            headers={"Authorization": f"Bearer {secret}"},
            trust_env=False,
        )
    assert answer.json()["data"]["viewer"]["person"]["name"] == "Anna Brandt"


def test_each_step_says_what_comes_next(place, typed):
    typed("migrate")

    ran = [typed(*step) for step in STEPS]

    nexts = [each.out.splitlines()[-1].strip() for each in ran]
    assert nexts == [
        "→ goals admin team create NAME",
        "→ goals admin person create NAME EMAIL --team Sales",
        "→ goals admin person create NAME EMAIL --team IT",
        "→ goals admin token create anna@example.org",
        "→ goals login --url http://127.0.0.1:8000/graphql",
    ]
    assert "never shown again" in ran[-1].out


def test_for_programs_there_is_json(place, typed):
    typed("migrate")

    facts = [json.loads(typed(*step, "--json").out) for step in STEPS]

    assert [sorted(fact) for fact in facts] == [
        ["organisation"],
        ["team"],
        ["team"],
        ["person"],
        ["secret", "token"],
    ]


def test_a_token_can_be_ended_by_what_was_printed(place, typed):
    typed("migrate")
    made = [typed(*step) for step in STEPS][-1]
    line = next(line for line in made.out.splitlines() if "token revoke" in line)

    first = typed(*shlex.split(line)[1:])
    again = typed(*shlex.split(line)[1:])

    assert (first.code, "no longer valid" in first.out) == (0, True)
    assert (again.code, "still valid" in again.err) == (1, True)


def test_a_program_gets_a_token_that_reads_and_measures(place, typed):
    typed("migrate")
    for step in STEPS:
        typed(*step)

    made = typed("admin", "service", "create", "ERP")
    words = made.out.rsplit("→ goals ", 1)[1].split()
    narrow = typed(*words, "--scope", "measure")
    wide = typed(*words, "--scope", "ACT")

    assert (made.code, narrow.code, wide.code) == (0, 0, 1)
    assert "goals_" in narrow.out
    assert "MEASURE, READ" in wide.err


def test_migrating_twice_changes_nothing(place, typed):
    first, again = typed("migrate"), typed("migrate")

    assert first.out.startswith("Applied: ")
    assert again.out == "The database is up to date.\n"
