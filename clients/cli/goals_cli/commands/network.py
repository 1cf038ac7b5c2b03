"""`goals network`: who owes whom."""

from typing import Any

from goals_cli.command import declare
from goals_cli.figures import DUE, FLOOR, WILSON, answer_title, rate_of
from goals_cli.language import Words, say
from goals_cli.questions import Question, questions
from goals_cli.reports import Column, Form, Grid, Report, forms, show


@declare(
    "network",
    Words(
        "Wer schuldet wem was: je Kunde und Lieferant, wie viel fällig war, was noch offen ist "
        "und wie oft das Ziel erreicht wurde.",
        "Who owes whom: for each customer and supplier, how much was due, what is still open and "
        "how often the goal was achieved.",
    ),
    examples=("goals network", "goals network --period last-12-months --xlsx network.xlsx"),
)
@questions
@forms
def command(question: Question, form: Form) -> None:
    """Read the pairs and list them."""
    found = question.ask("Network")
    show(_report(found, question), found, form)


_COLUMNS = (
    Column("supplier", Words("Lieferant", "Supplier")),
    Column("customer", Words("schuldet Kunde", "owes customer")),
    Column("due", Words("Fällig", "Due"), "count"),
    Column("open", Words("Offen", "Open"), "count"),
    Column("rate", Words("Erreicht", "Achieved"), "rate"),
    Column("other_way", Words("Umgekehrt", "Other way"), "count"),
)


def _report(found: dict[str, Any], question: Question) -> Report:
    rows = [
        (
            _name(one["supplierTeam"]),
            _name(one["customerTeam"]),
            one["due"],
            one["stillOpen"],
            rate_of(one["rate"]),
            one["dueTheOtherWay"],
        )
        for one in found["pairs"]
        if not one["suppressed"]
    ]
    said = say("{} waren fällig.", "{} were due.").format(found["due"])
    if found["withheld"]:
        text = say(
            "{} davon zwischen Paaren, die zu klein sind, um gezeigt zu werden.",
            "{} of them between pairs too small to be shown.",
        )
        said = f"{said} {text.format(found['withheld'])}"
    if found["leftOut"]:
        text = say("{} weitere Paare fehlen.", "{} more pairs are left out.")
        said = f"{said} {text.format(found['leftOut'])}"
    return Report(
        title=answer_title(Words("Wer schuldet wem", "Who owes whom"), found),
        asked=question.asked(found["period"]),
        grids=[Grid(_COLUMNS, rows, name="pairs")],
        meaning=[said],
        definitions=[str(words) for words in (DUE, WILSON, FLOOR)],
        empty=not rows,
    )


def _name(team: dict[str, Any] | None) -> str:
    return "–" if team is None else str(team["name"])
