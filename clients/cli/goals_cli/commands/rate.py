"""`goals rate`: how many commissions due in a period achieved their goal."""

from typing import Any

from goals_cli.command import declare, option
from goals_cli.dates import day
from goals_cli.estimates import definitions, meaning, rate_of
from goals_cli.labels import COMMITMENT, GROUPING, label
from goals_cli.language import Words, say
from goals_cli.parameters import Choice
from goals_cli.questions import Question, questions
from goals_cli.reports import Column, Form, Grid, Report, forms, show


@declare(
    "rate",
    Words(
        """Wie viele Aufträge, die in einem Zeitraum fällig waren, haben ihr Ziel erreicht?

        Fällig heißt: mit dem zuerst vereinbarten Termin in diesem Zeitraum. Gezeigt werden
        Anzahl, Quote und ihr 95-%-Bereich (Wilson); unter fünf nur die Anzahl.""",
        """How many commissions due in a period achieved their goal?

        Due means: with the first-agreed deadline in the period. You see the count, the rate and
        its 95 % interval (Wilson); below five only the count.""",
    ),
    examples=(
        "goals rate",
        "goals rate --by supplier --period 2026-Q3",
        "goals rate --period last-12-months --where customer=Sales --xlsx rates.xlsx",
    ),
)
@option(
    "--by",
    type=Choice(GROUPING),
    words=Words("Auch je Gruppe.", "Also by group."),
)
@questions
@forms
def command(by: str | None, question: Question, form: Form) -> None:
    """Read the rate and tell it."""
    found = question.ask("AchievementRate", by=by)
    show(_report(found, question, by), found, form)


def _report(found: dict[str, Any], question: Question, by: str | None) -> Report:
    span, total = found["period"], found["total"]
    asked = question.asked(span)
    grids = [Grid((*_COUNTS, _RATE), [(*_counts(total), rate_of(total))], name="total")]
    if by is not None:
        kind = Words(GROUPING[by].de, GROUPING[by].en.capitalize())
        heading = Column("group", kind)
        rows = [
            (group["label"] or group["key"], rate_of(group["estimate"]))
            for group in found["groups"]
        ]
        asked.append((say("Gruppen", "Groups"), label(GROUPING, by)))
        words = Words(f"Je {GROUPING[by].de}", f"By {GROUPING[by].en}")
        grids.append(Grid((heading, _RATE), rows, words, "groups"))
    return Report(
        title=say("Zielerreichung {} bis {} ({})", "Goals achieved {} to {} ({})").format(
            day(span["from"]), day(span["to"]), label(COMMITMENT, found["commitment"])
        ),
        asked=asked,
        grids=grids,
        meaning=[meaning(total), *_besides(found)],
        definitions=definitions(),
    )


def _besides(found: dict[str, Any]) -> list[str]:
    """What the groups do not show, and what is counted nowhere else."""
    said = []
    if found["withheld"]:
        text = say(
            "{} stehen in keiner Gruppe: zu wenige Aufträge oder Personen, oder ein angebrochener"
            " Monat.",
            "{} stand in no group: too few commissions or people, or part of a month.",
        )
        said.append(text.format(found["withheld"]))
    if found["groupsLeftOut"]:
        text = say("{} weitere Gruppen fehlen.", "{} more groups are left out.")
        said.append(text.format(found["groupsLeftOut"]))
    alone = found["selfCommissions"]
    if alone is not None and alone["due"]:
        text = say(
            "Für sich: {} Aufträge an sich selbst, {} davon erreicht.",
            "Apart: {} commissions with oneself, {} of them achieved.",
        )
        said.append(text.format(alone["due"], alone["achieved"]))
    return said


_RATE = Column("rate", Words("Quote", "Rate"), "rate", drawn=True)
_COUNTS = (
    Column("due", Words("Fällig", "Due"), "count"),
    Column("settled", Words("Ausgewertet", "Settled"), "count"),
    Column("on_time", Words("Pünktlich", "On time"), "count"),
    Column("on_time_now", Words("(geänderter Termin)", "(amended deadline)"), "count"),
)


def _counts(estimate: dict[str, Any]) -> tuple[int, ...]:
    names = ("due", "settled", "onTime", "onTimeByCurrentDeadline")
    return tuple(estimate[name] for name in names)
