"""`goals trend`: are we improving, or is it only the weather?"""

from typing import Any

from goals_cli.command import declare, option
from goals_cli.figures import DUE, WILSON, answer_title, rate_of
from goals_cli.language import Words, say
from goals_cli.parameters import Choice
from goals_cli.questions import Question, questions
from goals_cli.reports import Column, Form, Grid, Report, forms, show

STEP = {
    "MONTH": Words("Monat", "month"),
    "QUARTER": Words("Quartal", "quarter"),
    "YEAR": Words("Jahr", "year"),
}


@declare(
    "trend",
    Words(
        """Werden wir besser?

        Monat für Monat die Quote, mit den Grenzen, in denen sie bliebe, wenn sich nichts ändert
        (Shewhart). Gemeldet wird nur, was eine Regel auslöst; alles andere ist Schwankung.""",
        """Are we improving?

        The rate month by month, with the limits in which it would stay if nothing changed
        (Shewhart). Only what fires a rule is reported; everything else is noise.""",
    ),
    examples=("goals trend", "goals trend --by quarter --period last-24-months"),
)
@option("--by", type=Choice(STEP), words=Words("Schritt; sonst Monat.", "Step; else month."))
@questions
@forms
def command(by: str | None, question: Question, form: Form) -> None:
    """Read the series and tell it."""
    found = question.ask("RateTrend", by=by or "MONTH")
    show(_report(found, question), found, form)


_COLUMNS = (
    Column("period", Words("Zeitraum", "Period")),
    Column("due", Words("Fällig", "Due"), "count"),
    Column("rate", Words("Quote", "Rate"), "rate", drawn=True),
    Column("limit_low", Words("Grenzen", "Limits"), "share"),
    Column("limit_high", Words("", ""), "share"),
    Column("signal", Words("Signal", "Signal")),
)


def _report(found: dict[str, Any], question: Question) -> Report:
    rows = [
        (
            one["label"],
            one["due"],
            None if one["suppressed"] else rate_of(one["rate"]),
            one["lowerLimit"],
            one["upperLimit"],
            _signal(one),
        )
        for one in found["points"]
    ]
    said = [str(found["sentence"])]
    if found["mean"] is not None:
        text = say("Gemeinsame Quote: {} %.", "Common rate: {} %.")
        said.append(text.format(round(found["mean"] * 100)))
    return Report(
        title=answer_title(
            Words("Zielerreichung im Lauf der Zeit", "Goals achieved over time"), found
        ),
        asked=question.asked(found["period"]),
        grids=[Grid(_COLUMNS, rows, name="points")],
        meaning=[" ".join(said)],
        definitions=[str(DUE), str(WILSON), str(found["rules"])],
    )


def _signal(point: dict[str, Any]) -> str:
    if not point["counted"]:
        return say("zu viel offen", "too much open") if point["pending"] else ""
    if point["beyond"]:
        return say("jenseits der Grenzen", "beyond the limits")
    return say("acht in Folge", "eight in a row") if point["inRun"] else ""
