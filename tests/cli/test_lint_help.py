"""Help of the commands that need no server, in both languages."""

import shlex

import click
import pytest

from goals_cli.tree import commands

OFFLINE = ("lint", "explain", "lsp")


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("name", OFFLINE)
def test_help_fits_the_width_and_speaks_the_language(name, language, goals):
    outcome = goals(name, "--help", language=language)

    assert outcome.code == 0
    assert outcome.out.startswith({"de": "Aufruf: goals ", "en": "Usage: goals "}[language])
    assert max(map(len, outcome.out.split("\n"))) <= 80
    foreign = {"de": ("Options:", "Arguments:"), "en": ("Optionen:", "Angaben:")}[language]
    assert not any(word in outcome.out for word in foreign)


@pytest.mark.parametrize("name", OFFLINE)
def test_the_examples_can_be_typed(name):
    command = commands.get_command(click.Context(commands), name)

    for example in command.examples:
        words = shlex.split(example.split(" | ")[-1])
        assert words[:2] == ["goals", name]
        command.make_context(name, words[2:], resilient_parsing=False).close()
