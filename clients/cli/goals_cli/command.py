"""Commands: click's, with help in two languages.

``declare``, ``option`` and ``argument`` are decorators as click has them, but take ``Words``.
Every command gets ``--json``, ``--language`` and ``--help``. Nothing heavy is imported here.
"""

import re
import textwrap
from collections.abc import Callable
from typing import Any, TypeVar

import click

from goals_cli import output
from goals_cli.language import LANGUAGES, Words, choose, say

Function = TypeVar("Function", bound=Callable[..., Any])

ALWAYS = ("json", "language", "help", "_click_default_help")  # they come last in every help
_OPTIONAL_MARK = re.compile(r"\[OPTIONS\]")


class Option(click.Option):
    """An option whose help is picked when it is shown."""

    def __init__(self, *args: Any, words: Words | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.words = words

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """The line of this option in the help."""
        if self.words is not None:
            self.help = f"{self.words}{_choices(self.type)}"
        return super().get_help_record(ctx)


class Argument(click.Argument):
    """An argument that can be explained."""

    def __init__(self, *args: Any, words: Words, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.words = words

    def get_help_record(self, ctx: click.Context) -> tuple[str, str]:
        """The line of this argument in the help."""
        return self.make_metavar(ctx), f"{self.words}{_choices(self.type)}"


class Command(click.Command):
    """A command with one sentence, an explanation and examples in both languages."""

    def __init__(
        self, *args: Any, words: Words, examples: tuple[str, ...] = (), **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.words = words
        self.examples = examples

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the line that says how the command is put together."""
        write_usage(self, ctx, formatter)

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write usage, explanation, examples, arguments and options."""
        self.format_usage(ctx, formatter)
        write_text(formatter, str(self.words))
        if self.examples:
            with formatter.section(say("Beispiele", "Examples")):
                formatter.write("".join(f"{_folded(one)}\n" for one in self.examples))
        write_parameters(self, ctx, formatter)

    def get_short_help_str(self, limit: int = 45) -> str:  # noqa: ARG002
        """The first sentence."""
        return str(self.words).split("\n", 1)[0]


class Group(Command, click.Group):
    """A command that holds commands; its help lists them."""

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what a command writes, then the list of the commands inside."""
        super().format_help(ctx, formatter)
        rows = []
        for name in self.list_commands(ctx):
            inner = self.get_command(ctx, name)
            if inner is not None:
                rows.append((name, inner.get_short_help_str()))
        with formatter.section(say("Befehle", "Commands")):
            formatter.write_dl(rows)


def write_usage(command: click.Command, ctx: click.Context, formatter: click.HelpFormatter) -> None:
    """Write the usage line in the language in use."""
    pieces = " ".join(command.collect_usage_pieces(ctx))
    pieces = _OPTIONAL_MARK.sub(say("[OPTIONEN]", "[OPTIONS]"), pieces)
    pieces = pieces.replace("COMMAND [ARGS]", say("BEFEHL [ANGABEN]", "COMMAND [ARGS]"))
    formatter.write_usage(ctx.command_path, pieces, say("Aufruf: ", "Usage: "))


def write_text(formatter: click.HelpFormatter, text: str) -> None:
    """Write paragraphs, wrapped to the width of the help."""
    for paragraph in textwrap.dedent(text).strip().split("\n\n"):
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(" ".join(paragraph.split()))


def write_parameters(
    command: click.Command, ctx: click.Context, formatter: click.HelpFormatter
) -> None:
    """Write arguments and options with their explanations."""
    arguments: list[tuple[str, str]] = []
    options: list[tuple[str, str]] = []
    for parameter in sorted(command.get_params(ctx), key=lambda one: one.name in ALWAYS):
        if isinstance(parameter, Argument):
            arguments.append(parameter.get_help_record(ctx))
            continue
        row = parameter.get_help_record(ctx)
        if row is not None:
            names, text = row
            options.append((names, _help_of_help(parameter.name, text)))
    for title, rows in (
        (say("Angaben", "Arguments"), arguments),
        (say("Optionen", "Options"), options),
    ):
        if rows:
            with formatter.section(title):
                formatter.write_dl(rows)


def _choices(kind: object) -> str:
    """The words an option or argument takes, if it takes only some."""
    spoken = getattr(kind, "words_to_type", None)
    return f" ({', '.join(spoken())})" if callable(spoken) else ""


def _folded(example: str, width: int = 78) -> str:
    """Break a long example before an option, as a shell reads it."""
    lines = ["  "]
    for number, part in enumerate(example.split(" --")):
        piece = part if number == 0 else f" --{part}"
        if len(lines[-1]) + len(piece) + 2 > width:
            lines[-1] += " \\"
            lines.append("   ")
        lines[-1] += piece
    return "\n".join(lines)


def _help_of_help(name: str | None, text: str) -> str:
    if text == "Show this message and exit." or name == "help":
        return say("Diese Hilfe zeigen.", "Show this help.")
    return text


def declare(
    name: str, words: Words, *, examples: tuple[str, ...] = (), **settings: Any
) -> Callable[[Callable[..., Any]], Command]:
    """Make a command out of a function; adds ``--json`` and ``--language``."""

    def decorate(function: Callable[..., Any]) -> Command:
        for add in (language_option, json_option):
            function = add(function)
        return click.command(name, cls=Command, words=words, examples=examples, **settings)(
            function
        )

    return decorate


def option(*names: str, words: Words, **settings: Any) -> Callable[[Function], Function]:
    """Add an option explained in both languages."""
    return click.option(*names, cls=Option, words=words, **settings)


def argument(name: str, words: Words, **settings: Any) -> Callable[[Function], Function]:
    """Add an argument explained in both languages."""
    return click.argument(name, cls=Argument, words=words, **settings)


def _take_json(_ctx: click.Context, _param: click.Parameter, value: bool) -> None:
    if value:
        output.want_json(True)


def _take_language(_ctx: click.Context, _param: click.Parameter, value: str | None) -> None:
    if value == "de":
        choose("de")
    elif value == "en":
        choose("en")


json_option = option(
    "--json",
    is_flag=True,
    expose_value=False,
    callback=_take_json,
    words=Words("Antwort des Servers als JSON ausgeben.", "Print the server's answer as JSON."),
)
language_option = option(
    "--language",
    type=click.Choice(LANGUAGES),
    expose_value=False,
    callback=_take_language,
    words=Words("Sprache der Ausgabe.", "Language of the output."),
)
