"""`goals compare`: is one group different from another, or is that chance?"""

from typing import Any

from goals_cli.client import Client, connect
from goals_cli.command import argument, declare, option
from goals_cli.errors import Misused
from goals_cli.estimates import definitions, meaning, rate_of
from goals_cli.figures import NEWCOMBE
from goals_cli.labels import COMMITMENT, label
from goals_cli.language import Words, say
from goals_cli.parameters import Choice
from goals_cli.parties import team_id
from goals_cli.questions import (
    CONDITIONS,
    PERIOD,
    PERIOD_WORDS,
    TEAMS,
    chosen,
    period_or_year,
)
from goals_cli.reports import Column, Form, Grid, Points, Report, forms, points, show

NAMES = {name: words for name, words in CONDITIONS.items() if name != "commitment"}
_BY_NAME = {spelling: name for name, words in NAMES.items() for spelling in (*words, name)}


@declare(
    "compare",
    Words(
        """Erreicht A sein Ziel öfter als B, oder ist das Zufall?

        A und B sind je ein Team, ein Zeitraum oder Bedingungen mit Komma: IT, 2026-Q1,
        lieferant=IT,schlagwort=portal. Der Unterschied kommt mit seinem 95-%-Bereich (Newcombe);
        liegt die 0 darin, sind beide nicht zu unterscheiden.""",
        """Does A achieve its goals more often than B, or is that chance?

        A and B are each a team, a period, or conditions with commas: IT, 2026-Q1,
        supplier=IT,tag=portal. The difference comes with its 95 % interval (Newcombe); where that
        holds 0, the two cannot be told apart.""",
    ),
    examples=(
        "goals compare IT Logistics",
        "goals compare 2026-Q1 2026-Q2",
        "goals compare supplier=IT,2025 supplier=IT,2026",
        "goals compare grade=smart grade=not-smart --period last-12-months",
    ),
)
@argument("a", Words("Die erste Gruppe.", "The first group."))
@argument("b", Words("Die zweite Gruppe.", "The second group."))
@option("--period", words=PERIOD_WORDS)
@option(
    "--commitment",
    type=Choice(COMMITMENT),
    words=Words("Verbindlichkeit; sonst verbindlich.", "Commitment; committed unless said."),
)
@forms
def command(a: str, b: str, period: str | None, commitment: str | None, form: Form) -> None:
    """Read both rates and their difference, and tell them."""
    common = period_or_year(period)
    with connect() as client:
        found = client.ask(
            "CompareRates",
            a=_cohort(client, a, common),
            b=_cohort(client, b, common),
            commitment=commitment or "COMMITTED",
        )
    show(_report(found, a, b, common), found, form)


def _cohort(client: Client, text: str, period: str) -> dict[str, Any]:
    cohort: dict[str, Any] = {"period": {"text": period}}
    for part in text.split(","):
        name, equals, value = (piece.strip() for piece in part.partition("="))
        if not equals and PERIOD.match(name):
            cohort["period"] = {"text": name}
        elif not equals and name:
            cohort["team"] = team_id(client, name)
        else:
            cohort |= _condition(client, name, value, text)
    return cohort


def _condition(client: Client, name: str, value: str, text: str) -> dict[str, str]:
    known = _BY_NAME.get(name.casefold()) or _BY_NAME.get(name)
    if known is None or not value:
        raise Misused(
            say("{!r} verstehe ich nicht.", "{!r} is not understood.").format(text[:60]),
            *(f"{words}=…" for words in NAMES.values()),
            "2026-Q1",
            path=("a",),
        )
    return {known: team_id(client, value) if known in TEAMS else chosen(known, value, "a")}


_COLUMNS = (
    Column("group", Words("Gruppe", "Group")),
    Column("due", Words("Fällig", "Due"), "count"),
    Column("rate", Words("Quote", "Rate"), "rate", drawn=True),
)


def _report(found: dict[str, Any], a: str, b: str, period: str) -> Report:
    first, second, difference = found["a"], found["b"], found["difference"]
    sentence = str(found["sentence"])
    if difference["value"] is not None:
        said = points(Points(difference["value"], difference["low"], difference["high"]))
        told = say("Unterschied: {} Punkte. {}", "Difference: {} points. {}")
        sentence = told.format(said, sentence)
    if found["shared"]:
        shared = say("{} Aufträge gehören zu beiden.", "{} commissions belong to both.")
        sentence = f"{sentence} {shared.format(found['shared'])}"
    return Report(
        title=say("{} gegen {} ({})", "{} against {} ({})").format(
            a, b, label(COMMITMENT, found["commitment"])
        ),
        asked=[("A", a), ("B", b), (say("Zeitraum, sonst", "Period, else"), period)],
        grids=[
            Grid(
                _COLUMNS,
                [(a, first["due"], rate_of(first)), (b, second["due"], rate_of(second))],
            )
        ],
        meaning=[sentence, f"A: {meaning(first)}", f"B: {meaning(second)}"],
        definitions=[*definitions(), str(NEWCOMBE)],
    )
