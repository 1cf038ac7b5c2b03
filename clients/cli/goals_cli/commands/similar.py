"""`goals similar`: how comparable commissions went, and whether a deadline is realistic."""

from pathlib import Path
from typing import Any

import click

from goals_cli.answers import read_answers
from goals_cli.client import Client, connect
from goals_cli.command import argument, declare
from goals_cli.content import content_of
from goals_cli.dates import day
from goals_cli.documents import decode
from goals_cli.errors import Misused
from goals_cli.figures import rate_of
from goals_cli.labels import COMMITMENT, label
from goals_cli.language import Words, say
from goals_cli.parameters import KEY, Choice
from goals_cli.parties import team_id
from goals_cli.refusals import not_found
from goals_cli.reports import Column, Form, Grid, Report, forms, show

LIKENESS = {
    "PAIR_AND_TAG": Words("gleiche Teams, gleiches Schlagwort", "same teams, same tag"),
    "PAIR": Words("gleiche Teams", "same teams"),
    "SUPPLIER_AND_TAG": Words("gleicher Lieferant und Schlagwort", "same supplier and tag"),
    "SUPPLIER": Words("gleicher Lieferant", "same supplier"),
    "TAG": Words("gleiches Schlagwort", "same tag"),
    "ORGANISATION": Words("ganze Organisation", "whole organisation"),
}
VERDICT = {
    "PASS": Words("machbar", "realistic"),
    "WARN": Words("knapp", "tight"),
    "FAIL": Words("zu früh", "too early"),
    "UNKNOWN": Words("nicht zu sagen", "cannot be told"),
}


@declare(
    "similar",
    Words(
        """Ist dieser Termin realistisch? Wie lief es bei vergleichbaren Aufträgen?

        Nimmt einen Entwurf in einer Datei (wie goals new -F) oder einen Auftrag. Die Zeiten
        kommen aus einer Kaplan–Meier-Schätzung: offene Aufträge zählen mit, solange sie liefen.""",
        """Is this deadline realistic? How did comparable commissions go?

        Takes a draft in a file (as goals new -F does) or a commission. The times are a
        Kaplan-Meier estimate: open commissions count for as long as they have run.""",
    ),
    examples=("goals similar note.md", "goals similar C-12"),
)
@argument("what", Words("Datei mit einem Entwurf, oder C-12.", "A file with a draft, or C-12."))
@forms
def command(what: str, form: Form) -> None:
    """Read the reference class and tell it."""
    with connect() as client:
        of, asked = _reference(client, what)
        found = client.read("ReferenceClass", of=of)
    if found is None:
        raise not_found(what)
    show(_report(found, asked), found, form)


def _reference(client: Client, what: str) -> tuple[dict[str, Any], list[tuple[str, str]]]:
    path = Path(what)
    if not path.is_file():
        try:
            key = KEY.convert(what, None, None)
        except click.BadParameter:
            raise Misused(
                say(
                    "{!r} ist keine Datei und kein Auftrag.", "{!r} is no file and no commission."
                ).format(what[:60]),
                "goals similar note.md",
                path=("what",),
            ) from None
        found = client.commission(key)
        return {"commission": found["id"]}, [(say("Auftrag", "Commission"), key)]
    answers = read_answers(decode(path.read_bytes(), path.name), path.name)
    if not answers.get("supplier"):
        raise Misused(
            say("In {} fehlt der Lieferant.", "{} names no supplier.").format(path.name),
            say("lieferant: IT", "supplier: IT"),
            path=("supplier",),
        )
    draft = {
        "supplierTeam": team_id(client, str(answers["supplier"])),
        "customerTeam": team_id(client, str(answers["customer"]))
        if answers.get("customer")
        else None,
        "tags": [str(tag) for tag in answers.get("tags") or ()],
        "deadline": content_of(answers).get("deadline"),
        "commitment": _commitment(answers.get("commitment")),
    }
    given = {name: value for name, value in draft.items() if value}
    return {"draft": given}, [(say("Entwurf", "Draft"), path.name)]


def _commitment(text: object) -> str | None:
    if not text:
        return None
    try:
        return Choice(COMMITMENT).convert(text, None, None)
    except click.BadParameter as error:
        raise Misused(error.message, path=("commitment",)) from None


_COLUMNS = (
    Column("done", Words("Geliefert in", "Delivered in")),
    Column("days", Words("Tagen", "Days"), "count"),
    Column("low", Words("von", "from"), "count"),
    Column("high", Words("bis", "to"), "count"),
)


def _report(found: dict[str, Any], asked: list[tuple[str, str]]) -> Report:
    times = [
        (words, figure["day"], figure["low"], figure["high"])
        for words, figure in (
            (say("die Hälfte", "half"), found["half"]),
            (say("vier von fünf", "four of five"), found["most"]),
        )
        if figure is not None
    ]
    base = Column("base_rate", Words("Ziel erreicht", "Goal achieved"), "rate", drawn=True)
    return Report(
        title=say("Vergleichbar: {} Aufträge ({})", "Comparable: {} commissions ({})").format(
            found["n"], label(LIKENESS, found["likeness"])
        ),
        asked=asked,
        grids=[
            Grid(_COLUMNS, times, name="times"),
            Grid((base,), [(rate_of(found["baseRate"]),)], name="base_rate"),
        ],
        meaning=[_verdict(found), _class(found)],
        definitions=[
            say(
                "Zeiten ab der Einigung, nach Kaplan und Meier (1958); von und bis: 95 %.",
                "Times from the agreement, after Kaplan and Meier (1958); from and to: 95 %.",
            )
        ],
    )


def _verdict(found: dict[str, Any]) -> str:
    said = [str(found["sentence"])]
    if found["days"] is not None and found["days"] >= 0:
        part = found["byDeadline"]
        done = (
            ""
            if part is None
            else say(" ({} waren bis dahin geliefert)", " ({} were delivered by then)").format(
                _share(part)
            )
        )
        said.insert(
            0,
            say("Termin in {} Tagen: {}{}.", "Deadline in {} days: {}{}.").format(
                found["days"], label(VERDICT, found["verdict"]), done
            ),
        )
    return " ".join(said)


def _share(part: dict[str, Any]) -> str:
    low, high = round(part["low"] * 100), round(part["high"] * 100)
    return f"{round(part['share'] * 100)} % [{low}–{high}]"


def _class(found: dict[str, Any]) -> str:
    tried = ", ".join(f"{label(LIKENESS, one['likeness'])} {one['n']}" for one in found["tried"])
    return say(
        "Davon {} geliefert, {} offen oder ohne Lieferung beendet; fällig seit {}. Gesucht: {}.",
        "{} of them delivered, {} open or ended without; due since {}. Looked at: {}.",
    ).format(found["delivered"], found["censored"], day(found["since"]), tried)
