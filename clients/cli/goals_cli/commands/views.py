"""`goals views`: how far the supplier's own view and the customer's are apart."""

from typing import Any

from goals_cli.command import declare
from goals_cli.figures import (
    DUE,
    FLOOR,
    SIGNAL,
    WILSON,
    answer_title,
    is_empty,
    mean_of,
    rate_of,
    told,
)
from goals_cli.labels import ASPECT, label
from goals_cli.language import Words, say
from goals_cli.questions import Question, questions
from goals_cli.reports import Column, Form, Grid, Report, forms, show


@declare(
    "views",
    Words(
        "Wie weit liegen Selbst- und Fremdbild auseinander? Positiv heißt: der Lieferant sieht "
        "es besser als der Kunde.",
        "How far are self and other view apart? Positive means that the supplier sees it better "
        "than the customer.",
    ),
    examples=("goals views", "goals views --period 2026-Q3 --where supplier=IT"),
)
@questions
@forms
def command(question: Question, form: Form) -> None:
    """Read the differences and tell them."""
    found = question.ask("SelfOtherDifference")
    show(_report(found, question), found, form)


_ANSWERED = (
    Column("closed", Words("Beendet", "Closed"), "count"),
    Column("both", Words("Von beiden bewertet", "Assessed by both"), "rate"),
    Column("customer_only", Words("Nur Kunde", "Customer only"), "count"),
    Column("supplier_only", Words("Nur Lieferant", "Supplier only"), "count"),
    Column("neither", Words("Keiner", "Neither"), "count"),
)
_DIFFERENCES = (
    Column("aspect", Words("Worin", "Aspect")),
    Column("difference", Words("Selbst minus fremd", "Self minus other"), "mean"),
    Column("signal", Words("Signal", "Signal")),
    Column("meaning", Words("Bedeutung", "Meaning"), filed=True),
)


def _report(found: dict[str, Any], question: Question) -> Report:
    answered = (
        found["closed"],
        rate_of(found["both"]),
        found["customerOnly"],
        found["supplierOnly"],
        found["neither"],
    )
    rows = [(say("Erfüllung (Punkte)", "attainment (points)"), found["attainment"])]
    rows += [(label(ASPECT, one["aspect"]), one["difference"]) for one in found["aspects"]]
    differences = [
        (name, mean_of(figure), label(SIGNAL, figure["note"]), figure["sentence"])
        for name, figure in rows
    ]
    split = Column("split", Words("Uneins über ein Kriterium", "Split over a criterion"), "rate")
    return Report(
        title=answer_title(Words("Selbst- und Fremdbild", "Self and other view"), found),
        asked=question.asked(found["period"]),
        grids=[
            Grid(_ANSWERED, [answered], name="answered"),
            Grid(_DIFFERENCES, differences, name="differences"),
            Grid((split,), [(rate_of(found["split"]),)], name="split"),
        ],
        meaning=told(found),
        definitions=[
            str(DUE),
            say(
                "Zufriedenheit von 1 bis 7, Erfüllung in Prozentpunkten; 95 % nach Student (1908).",
                "Satisfaction from 1 to 7, attainment in points; 95 % after Student (1908).",
            ),
            str(WILSON),
            str(FLOOR),
        ],
        empty=is_empty(found),
    )
