"""Texts: taken from the command line, from stdin, or asked for in a terminal.

stdin is read as UTF-8, at most 4 MB; anything else is refused with what to do.
"""

import sys
from pathlib import Path

import click

from goals_cli import output
from goals_cli.errors import Misused
from goals_cli.language import Words, say

LARGEST_INPUT = 4 * 1024 * 1024  # bytes


def given_or_asked(value: str | None, question: Words, *, name: str) -> str:
    """The text of an argument; ``-`` or nothing means stdin, or a question in a terminal.

    Raises Misused when there is none.
    """
    if value is not None and value != "-":
        text = value
    elif value is None and output.interactive():
        text = ask(str(question))
    else:
        text = read_stdin()
    if not text.strip():
        raise Misused(
            say("Es fehlt {}.", "Missing {}.").format(name),
            say("Auch über die Standardeingabe möglich.", "It may also come from stdin."),
            path=(name,),
        )
    return text.strip()


def read_stdin() -> str:
    """All of stdin as text; nothing when a terminal is attached."""
    if sys.stdin is None or sys.stdin.isatty():
        return ""
    return decoded(sys.stdin.buffer.read(LARGEST_INPUT + 1), "stdin")


def read_file(path: str) -> str:
    """The text of a file, ``-`` for stdin; raises Misused when it cannot be read."""
    if path == "-":
        return read_stdin()
    try:
        with Path(path).open("rb") as stream:
            return decoded(stream.read(LARGEST_INPUT + 1), path)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise Misused(
            say("{} ist nicht lesbar: {}.", "{} cannot be read: {}.").format(path, reason)
        ) from None


def decoded(content: bytes, name: str) -> str:
    """Bytes as text; raises Misused when they are no UTF-8, or too many."""
    if len(content) > LARGEST_INPUT:
        raise Misused(
            say("{} ist größer als 4 MB.", "{} is larger than 4 MB.").format(name),
            say("Den Text kürzen.", "Shorten the text."),
        )
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Misused(
            say(
                "{} ist kein UTF-8 (Byte {}).",
                "{} is not UTF-8 (byte {}).",
            ).format(name, error.start + 1),
            say("Den Text als UTF-8 speichern.", "Save the text as UTF-8."),
            code="NOT_UTF8",
        ) from None


def ask(question: str, *, default: str = "") -> str:
    """Ask for one line in the terminal; an empty answer gives the default."""
    answer: str = click.prompt(
        question, default=default, show_default=bool(default), err=True, prompt_suffix=" "
    )
    return answer.strip()


def agreed(question: str) -> bool:
    """Ask for yes or no in the terminal, in the language in use; anything unclear is no."""
    answer = ask(f"{question} {say('[j/N]', '[y/N]')}")
    return answer.casefold() in ("j", "ja", "y", "yes")
