"""Help: every command explains itself in both languages, and the overview is quick."""

import os
import re
import shlex
import subprocess
import sys
import time
from pathlib import Path

import click
import pytest

from goals_cli.answers import read_answers
from goals_cli.catalogue import COMMANDS, SECTIONS
from goals_cli.command import Argument, Command, Option
from goals_cli.language import Words
from goals_cli.tree import commands

OWN = [name for name, entry in COMMANDS.items() if entry.module != "handover"]
SLOW = ("httpx", "truststore", "rich", "yaml", "goals.smart")
HEAVY = ("click", "httpx", "rich", "yaml", "truststore", "goals", "goals_cli.commands")


@pytest.fixture(params=OWN)
def command(request):
    return commands.get_command(click.Context(commands), request.param)


def test_every_command_has_a_section_and_a_line_in_both_languages():
    for entry in COMMANDS.values():
        assert entry.section in SECTIONS
        assert all(text.endswith(".") for text in entry.help)
        assert len(set(entry.help)) == 2


def test_a_command_its_options_and_arguments_are_explained_in_both_languages(command):
    assert isinstance(command, Command)
    explained = [command.words]
    for parameter in command.params:
        assert isinstance(parameter, Option | Argument)
        explained.append(parameter.words)
    for words in explained:
        assert isinstance(words, Words)
        assert words.de.strip().endswith((".", "?"))
        assert words.en.strip().endswith((".", "?"))
    assert command.examples


@pytest.mark.parametrize("language", ["de", "en"])
def test_help_fits_the_width_and_speaks_the_language(command, goals, language):
    outcome = goals(command.name, "--help", language=language)

    assert outcome.code == 0
    assert outcome.out.startswith({"de": "Aufruf: goals ", "en": "Usage: goals "}[language])
    assert {"de": "Diese Hilfe zeigen.", "en": "Show this help."}[language] in outcome.out
    assert max(map(len, outcome.out.split("\n"))) <= 80
    foreign = {"de": ("Options:", "Arguments:"), "en": ("Optionen:", "Angaben:")}[language]
    assert not any(word in outcome.out for word in foreign)


def test_the_examples_can_be_typed(command):
    for example in command.examples:
        words = shlex.split(example.split(" | ")[-1])
        assert words[:2] == ["goals", command.name]
        command.make_context(command.name, words[2:], resilient_parsing=False).close()


@pytest.mark.parametrize("arguments", [["--help"], ["-h"], ["--help", "--language", "de"]])
def test_the_overview_lists_every_command(arguments, goals):
    outcome = goals(*arguments)

    for name, entry in COMMANDS.items():
        words = entry.help.de if "de" in arguments else entry.help.en
        assert any(
            line.split()[:1] == [name] and line.endswith(words) for line in outcome.out.split("\n")
        )
    assert max(map(len, outcome.out.split("\n"))) <= 80


def test_the_overview_imports_nothing_heavy():
    code = (
        "import sys; sys.argv = ['goals', '--help']\n"
        "from goals_cli.main import main\n"
        f"main(); print(*[name for name in {HEAVY} if name in sys.modules], file=sys.stderr)"
    )

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)

    assert done.stderr.strip() == ""


def test_the_help_of_a_command_imports_nothing_slow(command):
    code = (
        "import sys\n"
        "from goals_cli.main import main\n"
        f"main([{command.name!r}, '--help'])\n"
        f"print(*[name for name in {SLOW} if name in sys.modules], file=sys.stderr)"
    )

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)

    assert done.stderr.strip() == ""


def test_the_overview_takes_at_most_five_times_as_long_as_python_itself():
    def quickest(*arguments):
        times = []
        for _ in range(7):
            start = time.perf_counter()
            subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL)
            times.append(time.perf_counter() - start)
        return min(times)

    assert quickest("-m", "goals_cli", "--help") <= 5 * quickest("-c", "pass")


@pytest.mark.parametrize("name", ["goals", "list", "schema"])
def test_without_the_server_package_the_admin_commands_say_what_to_install(
    name, goals, monkeypatch
):
    monkeypatch.setattr("goals_cli.commands.handover.NEEDED", ("no_such_package",))

    outcome = goals("serve" if name == "goals" else "migrate")

    assert outcome.code == 2
    assert "→ pip install 'goals[server]'" in outcome.err


def test_an_admin_command_hands_everything_to_the_server_program(goals, monkeypatch):
    called = []
    monkeypatch.setattr("goals_cli.commands.handover.find_spec", lambda _name: True)
    monkeypatch.setattr("os.execv", lambda _program, arguments: called.append(arguments))

    goals("admin", "token", "create", "anna@example.org", "--language", "de", "--help")

    expected = ["goals", "admin", "token", "create", "anna@example.org", "--help"]
    assert called == [[sys.executable, "-m", *expected]]
    assert os.environ["GOALS_LANGUAGE"] == "de"


def test_the_readme_tells_the_json_of_every_command():
    readme = Path(__file__).parents[2] / "clients" / "cli" / "README.md"
    told = {
        name
        for line in readme.read_text(encoding="utf-8").split("\n")
        if line.startswith("| `")
        for name in re.findall(r"`(\w+)`", line.split("|")[1])
    }

    assert told == set(OWN) - {"lsp"}


def test_the_file_in_the_readme_is_understood():
    readme = Path(__file__).parents[2] / "clients" / "cli" / "README.md"
    example = readme.read_text(encoding="utf-8").split("```markdown\n")[1].split("```")[0]

    assert read_answers(example, "note.md") == {
        "customer": "Sales",
        "supplier": "IT",
        "deadline": "end of Q1 2027",
        "title": "Pilot training",
        "goal": "Train 20 pilot users in Sales.",
        "benefit": "The pilot can start in April.",
        "criteria": ["Users trained: >= 20", "Manual approved by Sales"],
    }
