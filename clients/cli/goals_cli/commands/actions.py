"""`goals actions`: did an action change anything?"""

from typing import Any

from goals_cli.command import declare
from goals_cli.figures import NEWCOMBE, SIGNAL, WILSON, answer_title, points_of, rate_of
from goals_cli.labels import ACTION, label
from goals_cli.language import Words, say
from goals_cli.questions import Question, questions
from goals_cli.reports import Column, Form, Grid, Report, forms, show


@declare(
    "actions",
    Words(
        """Hat eine Maßnahme etwas verändert?

        Die Quote des Teams davor und danach, und was davon über die Veränderung aller anderen
        hinausgeht.""",
        """Did an action change anything?

        The team's rate before and after, and what of it goes beyond the change of everybody
        else.""",
    ),
    examples=("goals actions", "goals actions --period 2025 --where supplier=IT"),
)
@questions
@forms
def command(question: Question, form: Form) -> None:
    """Read the effects and tell them."""
    found = question.ask("ActionEffects", first=50)
    show(_report(found, question), found, form)


_COLUMNS = (
    Column("action", Words("Maßnahme", "Action")),
    Column("kind", Words("Art", "Kind")),
    Column("team", Words("Team", "Team")),
    Column("done", Words("Erledigt", "Done"), "day"),
    Column("before", Words("Davor", "Before"), "rate", brief=True),
    Column("after", Words("Danach", "After"), "rate", brief=True),
    Column("change", Words("Änderung", "Change"), "points", filed=True),
    Column("beyond", Words("Mehr als andere", "Beyond others"), "points"),
    Column("signal", Words("Signal", "Signal"), filed=True),
    Column("meaning", Words("Bedeutung", "Meaning"), filed=True),
)


def _report(found: dict[str, Any], question: Question) -> Report:
    rows = [
        (
            one["action"]["text"] if one["action"] else "–",
            label(ACTION, one["kind"]),
            one["team"]["name"] if one["team"] else "–",
            one["doneOn"],
            rate_of(one["before"]),
            rate_of(one["after"]),
            points_of(one["change"]),
            points_of(one["beyondOthers"]),
            label(SIGNAL, one["note"]),
            one["sentence"],
        )
        for one in found["actions"]
    ]
    said = say("{} erledigt, {} noch offen.", "{} done, {} still open.").format(
        found["done"], found["stillOpen"]
    )
    return Report(
        title=answer_title(Words("Was Maßnahmen änderten", "What actions changed"), found),
        asked=question.asked(found["period"]),
        grids=[Grid(_COLUMNS, rows, name="actions")],
        meaning=[said],
        definitions=[
            str(WILSON),
            str(NEWCOMBE),
            say(
                "Mehr als andere: Unterschied der Unterschiede, gegen alle in denselben Monaten.",
                "Beyond others: difference in differences, against all others in the same months.",
            ),
        ],
    )
