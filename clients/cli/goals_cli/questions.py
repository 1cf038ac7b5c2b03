"""Questions: the period and the conditions that every command about figures takes.

``questions`` adds ``--period`` and ``--where``; the command gets one ``Question``. Names of teams
become ids only when the server is asked.
"""

import re
from collections.abc import Callable
from typing import Any, NamedTuple, TypeVar

import click

from goals_cli.client import Client, connect
from goals_cli.command import option
from goals_cli.dates import day, today
from goals_cli.errors import Misused
from goals_cli.labels import COMMITMENT, GRADE, label
from goals_cli.language import Words, say
from goals_cli.parameters import Choice
from goals_cli.parties import team_id

Function = TypeVar("Function", bound=Callable[..., Any])

PERIOD = re.compile(
    r"\d{4}(-H[12]|-Q[1-4]|-(0[1-9]|1[0-2]))?\Z|last-\d{1,3}-months\Z"
    r"|\d{4}-\d\d-\d\d\.\.\d{4}-\d\d-\d\d\Z",
    re.ASCII,
)
PERIOD_WORDS = Words(
    "2026-Q3, 2026, 2026-07 oder last-12-months; sonst dieses Jahr.",
    "2026-Q3, 2026, 2026-07 or last-12-months; else this year.",
)
CONDITIONS = {
    "customerTeam": Words("kunde", "customer"),
    "supplierTeam": Words("lieferant", "supplier"),
    "team": Words("team", "team"),
    "tag": Words("schlagwort", "tag"),
    "smartGrade": Words("note", "grade"),
    "commitment": Words("verbindlichkeit", "commitment"),
}
LABELS = {
    "customerTeam": Words("Kunde", "Customer"),
    "supplierTeam": Words("Lieferant", "Supplier"),
    "team": Words("Team", "Team"),
    "tag": Words("Schlagwort", "Tag"),
    "smartGrade": Words("SMART-Note", "SMART grade"),
    "commitment": Words("Verbindlichkeit", "Commitment"),
}
CHOICES = {"commitment": COMMITMENT, "smartGrade": GRADE}
TEAMS = ("customerTeam", "supplierTeam", "team")
_BY_NAME = {spelling: name for name, words in CONDITIONS.items() for spelling in (*words, name)}


class Question(NamedTuple):
    """What is asked about: a period as people write it, and conditions by the server's names."""

    period: str
    where: dict[str, str]

    def ask(self, operation: str, **more: Any) -> dict[str, Any]:
        """Ask the server for the figures of this operation."""
        with connect() as client:
            return client.ask(
                operation, period={"text": self.period}, filter=self.filter(client), **more
            )

    def filter(self, client: Client) -> dict[str, str] | None:
        """The conditions as the server takes them, teams by their ids."""
        found = {
            name: team_id(client, value) if name in TEAMS else value
            for name, value in self.where.items()
        }
        return found or None

    def asked(self, span: dict[str, str] | None = None) -> list[tuple[str, str]]:
        """The question in words; ``span`` is the period as the server read it."""
        read = f" ({day(span['from'])} – {day(span['to'])})" if span else ""
        told = [(say("Zeitraum", "Period"), f"{self.period}{read}")]
        for name, value in self.where.items():
            shown = label(CHOICES[name], value) if name in CHOICES else value
            told.append((str(LABELS[name]), shown))
        return told


def questions(function: Function) -> Function:
    """Add ``--period`` and ``--where`` to a command; it gets them as one ``question``."""

    def gathered(period: str | None, where: tuple[str, ...], **given: Any) -> Any:
        question = Question(period_or_year(period), _conditions(where))
        return function(**given, question=question)

    gathered.__click_params__ = getattr(function, "__click_params__", [])  # type: ignore[attr-defined]
    gathered.__doc__ = function.__doc__
    added = option(
        "--where",
        multiple=True,
        metavar=say("NAME=WERT", "NAME=VALUE"),
        words=Words(
            "Nur, was so ist: kunde=…, lieferant=…, team=…, schlagwort=…, note=…,"
            " verbindlichkeit=… (mehrmals).",
            "Only what is so: customer=…, supplier=…, team=…, tag=…, grade=…, commitment=…"
            " (repeatable).",
        ),
    )(gathered)
    return option(  # type: ignore[return-value]
        "--period",
        metavar=say("ZEITRAUM", "PERIOD"),
        words=PERIOD_WORDS,
    )(added)


def period_or_year(text: str | None) -> str:
    """The period as given, or this year; raises Misused where it cannot be read."""
    found = text or str(today().year)
    if not PERIOD.match(found):
        raise Misused(
            say("Den Zeitraum {!r} kenne ich nicht.", "The period {!r} is unknown.").format(
                found[:60]
            ),
            "--period 2026-Q3",
            "2026, 2026-H1, 2026-Q3, 2026-07, last-12-months, 2026-01-15..2026-03-31",
            path=("period",),
        )
    return found


def _conditions(given: tuple[str, ...]) -> dict[str, str]:
    found: dict[str, str] = {}
    for text in given:
        name, equals, value = text.partition("=")
        known = _BY_NAME.get(name.strip().casefold()) or _BY_NAME.get(name.strip())
        if not equals or not value.strip() or known is None:
            raise Misused(
                say("--where {!r} verstehe ich nicht.", "--where {!r} is not understood.").format(
                    text[:60]
                ),
                *(f"--where {words}=…" for words in CONDITIONS.values()),
                path=("where",),
            )
        if known in found:
            raise Misused(
                say("--where {} steht zweimal.", "--where {} stands twice.").format(
                    CONDITIONS[known]
                ),
                path=("where",),
            )
        found[known] = chosen(known, value.strip(), "where")
    return found


def chosen(name: str, text: str, path: str) -> str:
    """The value of a condition as the server spells it; raises Misused for one it has not."""
    if name not in CHOICES:
        return text
    try:
        return Choice(CHOICES[name]).convert(text, None, None)
    except click.BadParameter as error:
        raise Misused(error.message, path=(path,)) from None
