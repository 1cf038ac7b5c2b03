"""The parser of the server's commands: argparse, speaking the language of whoever types.

argparse words its own help and complaints in English; here the few it uses are said in German
where that is read. What each command takes is declared in its own module.
"""

import argparse
import re
import sys
from typing import IO, Any, NoReturn

from goals.spoken import german, say

_GERMAN = (
    (r"\busage:", "Aufruf:"),
    (r"\bpositional arguments:", "Angaben:"),
    (r"\boptions:", "Optionen:"),
    (r"\bshow this help message and exit", "diese Hilfe zeigen"),
    (r"the following arguments are required: (.*)", r"es fehlt: \1"),
    (r"unrecognized arguments: (.*)", r"nicht verstanden: \1"),
    (
        r"argument (.*): invalid choice: (.*) \(choose from (.*)\)",
        r"\1: \2 gibt es nicht (möglich: \3)",
    ),
    (r"argument (.*): expected one argument", r"\1: die Angabe dazu fehlt"),
    (r"argument (.*): invalid \w+ value: (.*)", r"\1: \2 ist nicht zu lesen"),
    (r"argument (.*?): ", r"\1: "),
)


class _Help(argparse.HelpFormatter):
    """Help with room for the longest name of a command beside what it does."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=28)


class Parser(argparse.ArgumentParser):
    """A parser whose own words are German or English; its sub-parsers are of the same kind."""

    def __init__(self, **given: Any) -> None:
        super().__init__(**{"formatter_class": _Help, **given})

    def format_usage(self) -> str:
        """The line of usage."""
        return _said(super().format_usage())

    def format_help(self) -> str:
        """The whole help."""
        return _said(super().format_help())

    def print_usage(self, file: IO[str] | None = None) -> None:  # type: ignore[override]
        """Print the line of usage."""
        (file or sys.stdout).write(self.format_usage())

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the line, and where help is; ends with 2."""
        more = say(f"Hilfe: {self.prog} --help", f"Help: {self.prog} --help")
        wrong = say("Fehler", "error")
        self.exit(2, f"{self.format_usage()}{self.prog}: {wrong}: {_said(message)}\n{more}\n")


def _said(text: str) -> str:
    if not german():
        return text
    for english, said in _GERMAN:
        text = re.sub(english, said, text)
    return text
