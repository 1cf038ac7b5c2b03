"""`goals smart`: do SMART commissions achieve more often, and which letter matters?"""

from typing import Any

from goals_cli.command import declare
from goals_cli.figures import (
    DUE,
    FLOOR,
    NEWCOMBE,
    SIGNAL,
    WILSON,
    answer_title,
    is_empty,
    points_of,
    rate_of,
    told,
)
from goals_cli.labels import DIMENSION, GRADE, label
from goals_cli.language import Words, say
from goals_cli.questions import Question, questions
from goals_cli.reports import Column, Form, Grid, Points, Report, forms, points, show


@declare(
    "smart",
    Words(
        """Erreichen SMARTe Aufträge ihr Ziel öfter, und auf welchen Buchstaben kommt es an?

        Nach der Note bei der Unterschrift; was trotz Einwand unterschrieben wurde, steht für
        sich.""",
        """Do SMART commissions achieve their goal more often, and which letter matters?

        By the grade at the signature; what was signed against an objection stands apart.""",
    ),
    examples=("goals smart", "goals smart --period last-12-months --xlsx smart.xlsx"),
)
@questions
@forms
def command(question: Question, form: Form) -> None:
    """Read the effect and tell it."""
    found = question.ask("SmartEffect")
    show(_report(found, question), found, form)


_GRADES = (
    Column("grade", Words("Note", "Grade")),
    Column("achieved", Words("Erreicht", "Achieved"), "rate", drawn=True),
    Column("excluded", Words("Nicht gezählt", "Left out"), "count"),
)
_LETTERS = (
    Column("letter", Words("Buchstabe", "Letter")),
    Column("passed", Words("Erfüllt", "Passed"), "rate", brief=True),
    Column("weak", Words("Schwach", "Weak"), "rate", brief=True),
    Column("difference", Words("Unterschied", "Difference"), "points"),
    Column("corrected_p", Words("p (korrigiert)", "p (corrected)"), "number", filed=True),
    Column("signal", Words("Signal", "Signal")),
    Column("meaning", Words("Bedeutung", "Meaning"), filed=True),
)


def _report(found: dict[str, Any], question: Question) -> Report:
    grades = [
        (_grade(one["grade"]), rate_of(one["achieved"]), one["excluded"]) for one in found["grades"]
    ]
    apart = found["overridden"]
    over = say("trotz Einwand", "overridden")
    letters = [
        (
            label(DIMENSION, one["dimension"]),
            rate_of(one["passed"]),
            rate_of(one["weak"]),
            points_of(one["difference"]),
            one["correctedPvalue"],
            label(SIGNAL, one["note"]),
            one["sentence"],
        )
        for one in found["letters"]
    ]
    return Report(
        title=answer_title(Words("Was SMART ausmacht", "What SMART makes"), found),
        asked=question.asked(found["period"]),
        grids=[
            Grid(_GRADES, [*grades, (over, rate_of(apart["achieved"]), apart["excluded"])]),
            Grid(_LETTERS, letters, Words("Je Buchstabe", "By letter"), "letters"),
        ],
        meaning=[*told(found), _against(found["smartAgainstOthers"])],
        definitions=[str(words) for words in (DUE, WILSON, NEWCOMBE, FLOOR)],
        empty=is_empty(found),
    )


def _grade(name: str | None) -> str:
    return label(GRADE, name) if name else say("nicht geprüft", "not checked")


def _against(figure: dict[str, Any]) -> str:
    text = say("SMART gegen alle anderen: {} Punkte. {}", "SMART against all others: {} points. {}")
    return text.format(
        points(Points(figure["value"], figure["low"], figure["high"])), figure["sentence"]
    )
