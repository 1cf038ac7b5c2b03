"""The README is true: its commands exist, its tables name what the code reads and gives."""

import inspect
import re

import pytest

from goals_cli import errors
from goals_cli.catalogue import COMMANDS
from goals_cli.run import INTERRUPTED

FIRST = (
    "python3 -m venv .venv && .venv/bin/pip install -q -c constraints.txt -e '.[server]'"
    " && .venv/bin/goals demo"
)
SECOND = (
    "python3 -m venv .venv && .venv/bin/pip install -q -c constraints.txt -e '.[server,test]'"
    " && .venv/bin/python -m pytest -n 2"
)
SETTING = re.compile(r"GOALS_[A-Z_]*[A-Z]")
FOR_MAKERS = {"GOALS_COMPLETE", "GOALS_DEBUG", "GOALS_TEST_POSTGRES"}
"""Names that nobody needs who only uses the program."""


def blocks(text):
    return [block.strip() for block in re.findall(r"^```sh\n(.*?)^```$", text, re.M | re.S)]


def table(text, heading):
    rows = text.split(f"| {heading} |", 1)[1].split("\n\n", 1)[0].splitlines()[2:]
    return [[cell.strip() for cell in row.strip("|").split("|")] for row in rows]


def test_it_opens_with_one_sentence_and_the_two_blocks(readme):
    title, sentence, *_ = readme.split("\n\n")

    assert title == "# goals"
    assert sentence.rstrip().endswith(".")
    assert blocks(readme)[:2] == [FIRST, SECOND]


def test_every_command_it_shows_exists(readme):
    shown = re.findall(r"(?:\.venv/bin/|`)goals ([a-z]+)", readme)

    assert shown
    assert set(shown) <= set(COMMANDS)


def test_its_settings_are_those_the_code_reads(readme, modules, root):
    listed = {
        name
        for row in table(readme, "setting | meaning | default")
        for name in SETTING.findall(row[0])
    }

    read = {
        name
        for path in modules
        if "tests" not in path.relative_to(root).parts
        for name in SETTING.findall(path.read_text(encoding="utf-8"))
    }

    assert read - FOR_MAKERS == listed


def test_its_exit_codes_are_those_the_program_gives(readme):
    listed = {int(row[0]) for row in table(readme, "exit code | means")}
    given = {
        kind.exit_code
        for _, kind in inspect.getmembers(errors, inspect.isclass)
        if issubclass(kind, errors.Trouble)
    }

    assert given | {0, 5} == listed - {INTERRUPTED}


def test_every_file_it_points_to_is_there(readme, root):
    targets = [target for target in re.findall(r"\]\(([^)]+)\)", readme) if "://" not in target]
    folders = re.findall(r"`((?:src|tests|clients|graphql)/[\w/.]+)`", readme)

    assert targets
    assert [name for name in targets + folders if not (root / name).exists()] == []


@pytest.mark.parametrize("target", ["check", "generate"])
def test_the_make_targets_it_names_are_there(readme, root, target):
    assert f"`make {target}`" in readme
    assert f"\n{target}:" in (root / "Makefile").read_text(encoding="utf-8")


def test_the_five_questions_are_those_of_the_trade(readme):
    rows = table(readme, "question | German")

    assert [row[0] for row in rows] == [
        "what?",
        "what for?",
        "for whom?",
        "how will success be recognised?",
        "by when?",
    ]
