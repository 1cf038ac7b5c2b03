"""`goals stages`: where a commission waits, and for whom."""

from typing import Any

from goals_cli.command import declare
from goals_cli.figures import DUE, FLOOR, SIGNAL, answer_title, is_empty, told
from goals_cli.labels import SIDE, label
from goals_cli.language import Words, say
from goals_cli.questions import Question, questions
from goals_cli.reports import Column, Form, Grid, Report, forms, show

STAGE = {
    "CLARIFYING": Words("Klären", "clarifying"),
    "QUESTION": Words("Rückfrage", "question"),
    "PLAYBACK": Words("Wiedergabe", "playback"),
    "WORK": Words("Arbeit", "work"),
    "REVIEW": Words("Abnahme", "review"),
    "ASSESSMENT": Words("Bewertung", "assessment"),
}


@declare(
    "stages",
    Words(
        """Wo bleibt es liegen, und bei wem?

        Je Abschnitt und Wartezeit: die Tage, in denen die Hälfte und vier von fünf erledigt waren
        (Kaplan–Meier; Offenes zählt mit, solange es dauert).""",
        """Where does it stall, and with whom?

        For each stage and wait: the days in which half and four of five were done (Kaplan-Meier;
        what is open counts for as long as it has lasted).""",
    ),
    examples=("goals stages", "goals stages --where supplier=IT --period last-12-months"),
)
@questions
@forms
def command(question: Question, form: Form) -> None:
    """Read the times and tell them."""
    found = question.ask("StageTimes")
    show(_report(found, question), found, form)


_COLUMNS = (
    Column("stage", Words("Abschnitt", "Stage")),
    Column("waiting_for", Words("Wartet auf", "Waits for")),
    Column("n", Words("Fälle", "Cases"), "count"),
    Column("half", Words("Hälfte", "Half"), "count"),
    Column("half_low", Words("von", "from"), "count", filed=True),
    Column("half_high", Words("bis", "to"), "count", filed=True),
    Column("most", Words("4 von 5", "4 of 5"), "count"),
    Column("most_low", Words("von", "from"), "count", filed=True),
    Column("most_high", Words("bis", "to"), "count", filed=True),
    Column("open", Words("Offen", "Open"), "count"),
    Column("signal", Words("Signal", "Signal")),
)


def _report(found: dict[str, Any], question: Question) -> Report:
    rows = [
        (
            label(STAGE, one["stage"]),
            label(SIDE, one["waitingFor"]) if one["waitingFor"] else "",
            one["n"],
            *_days(one["half"]),
            *_days(one["most"]),
            one["stillOpen"],
            label(SIGNAL, one["note"]),
        )
        for one in found["stages"]
    ]
    return Report(
        title=answer_title(
            Words("Wie lange es dauert, in Tagen", "How long it takes, in days"), found
        ),
        asked=question.asked(found["period"]),
        grids=[Grid(_COLUMNS, rows, name="stages")],
        meaning=[*told(found), *_sample(found)],
        definitions=[
            str(DUE),
            say(
                "Tage nach Kaplan und Meier (1958); von, bis: 95 %, Brookmeyer, Crowley (1982).",
                "Days after Kaplan and Meier (1958); from, to: 95 %, Brookmeyer, Crowley (1982).",
            ),
            str(FLOOR),
        ],
        empty=is_empty(found),
    )


def _sample(found: dict[str, Any]) -> list[str]:
    if found["every"] == 1:
        return []
    text = say(
        "Es sind sehr viele Aufträge: Angesehen ist einer von {}, nach seiner Nummer gelost.",
        "There are very many commissions: one in {} is looked at, drawn by its number.",
    )
    return [text.format(found["every"])]


def _days(figure: dict[str, Any] | None) -> tuple[int | None, int | None, int | None]:
    return (None,) * 3 if figure is None else (figure["day"], figure["low"], figure["high"])
