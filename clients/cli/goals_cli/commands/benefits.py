"""`goals benefits`: did the benefit arrive?"""

from typing import Any

from goals_cli.command import declare
from goals_cli.figures import (
    DUE,
    FLOOR,
    NEWCOMBE,
    WILSON,
    answer_title,
    is_empty,
    points_of,
    rate_of,
    told,
)
from goals_cli.labels import label
from goals_cli.language import Words, say
from goals_cli.questions import Question, questions
from goals_cli.reports import Column, Form, Grid, Report, forms, points, show

VERDICT = {
    "REALISED": Words("eingetreten", "realised"),
    "PARTLY": Words("teilweise", "partly"),
    "NOT": Words("nicht", "not"),
    "TOO_EARLY": Words("zu früh", "too early"),
}


@declare(
    "benefits",
    Words(
        "Ist der Nutzen eingetreten? Auch dort, wo das Ziel erreicht wurde?",
        "Did the benefit arrive? Also where the goal was achieved?",
    ),
    examples=("goals benefits", "goals benefits --period 2025"),
)
@questions
@forms
def command(question: Question, form: Form) -> None:
    """Read the benefits and tell them."""
    found = question.ask("BenefitsRealised")
    show(_report(found, question), found, form)


_RATES = (
    Column("of", Words("Wovon", "Of what")),
    Column("realised", Words("Nutzen eingetreten", "Benefit realised"), "rate", drawn=True),
)
_COUNTS = (
    Column("verdict", Words("Urteil", "Verdict")),
    Column("count", Words("Anzahl", "Count"), "count"),
)


def _report(found: dict[str, Any], question: Question) -> Report:
    rows = [
        (say("alle", "all"), rate_of(found["realised"])),
        (say("Ziel erreicht", "goal achieved"), rate_of(found["whenAchieved"])),
        (say("Ziel verfehlt", "goal missed"), rate_of(found["whenNotAchieved"])),
    ]
    counts = [(label(VERDICT, one["verdict"]), one["count"]) for one in found["verdicts"]]
    difference = points_of(found["difference"])
    said = [*told(found)]
    said.append(
        say(
            "{} beendet, {} ohne Urteil. Unterschied: {} Punkte.",
            "{} closed, {} without a verdict. Difference: {} points.",
        ).format(found["closed"], found["unreviewed"], points(difference) if difference else "–")
    )
    return Report(
        title=answer_title(Words("Ob der Nutzen eintrat", "Whether the benefit arrived"), found),
        asked=question.asked(found["period"]),
        grids=[Grid(_RATES, rows, name="rates"), Grid(_COUNTS, counts, name="verdicts")],
        meaning=said,
        definitions=[str(words) for words in (DUE, WILSON, NEWCOMBE, FLOOR)],
        empty=is_empty(found),
    )
