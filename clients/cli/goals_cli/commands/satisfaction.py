"""`goals satisfaction`: what was perceived against what was expected, and who did not answer."""

from typing import Any

from goals_cli.command import declare, option
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
from goals_cli.labels import ASPECT, SIDE, label
from goals_cli.language import Words, say
from goals_cli.parameters import Choice
from goals_cli.questions import Question, questions
from goals_cli.reports import Column, Form, Grid, Report, forms, show


@declare(
    "satisfaction",
    Words(
        """Wie zufrieden, gemessen an dem, was erwartet war – und wer hat nicht geantwortet?

        Die Lücke ist Wahrgenommenes minus Erwartetes, je von 1 bis 7. Schweigen zählt nicht als
        Zufriedenheit: zuerst auf die Antwortquote sehen.""",
        """How satisfied, against what was expected - and who did not answer?

        The gap is what was perceived minus what was expected, each from 1 to 7. Silence is not
        satisfaction: look at the response rate first.""",
    ),
    examples=(
        "goals satisfaction",
        "goals satisfaction --side supplier --period 2026-Q3",
        "goals satisfaction --where supplier=IT --csv",
    ),
)
@option("--side", type=Choice(SIDE), words=Words("Wessen; sonst Kunde.", "Whose; else customer."))
@questions
@forms
def command(side: str | None, question: Question, form: Form) -> None:
    """Read the satisfaction and tell it."""
    found = question.ask("Satisfaction", side=side or "CUSTOMER")
    show(_report(found, question), found, form)


def _report(found: dict[str, Any], question: Question) -> Report:
    side = label(SIDE, found["side"])
    response = Grid(
        (
            Column("closed", Words("Beendet", "Closed"), "count"),
            Column("response", Words("Geantwortet", "Answered"), "rate", drawn=True),
            Column("unanswered", Words("Ohne Antwort", "Unanswered"), "count"),
            Column("lapsed", Words("Nie abgenommen", "Never reviewed"), "count"),
        ),
        [(found["closed"], rate_of(found["response"]), found["unanswered"], found["lapsed"])],
        name="response",
    )
    gaps = Grid(
        (
            Column("aspect", Words("Worin", "Aspect")),
            Column("gap", Words("Lücke", "Gap"), "mean"),
            Column("perceived", Words("Wahrgenommen (1–7)", "Perceived (1–7)"), "number"),
            Column("signal", Words("Signal", "Signal")),
            Column("meaning", Words("Bedeutung", "Meaning"), filed=True),
        ),
        [
            (
                label(ASPECT, one["aspect"]),
                mean_of(gap),
                None if one["perceived"] is None else round(one["perceived"], 1),
                label(SIGNAL, gap["note"]),
                gap["sentence"],
            )
            for one in found["gaps"]
            for gap in (one["gap"],)
        ],
        Words("Wahrgenommen minus erwartet", "Perceived minus expected"),
        "gaps",
    )
    return Report(
        title=answer_title(Words("Zufriedenheit", "Satisfaction"), found),
        asked=[*question.asked(found["period"]), (say("Seite", "Side"), side)],
        grids=[response, gaps],
        meaning=told(found),
        definitions=[
            str(DUE),
            say(
                "Lücke: wahrgenommen minus erwartet, je 1 bis 7; 95-%-Bereich nach Student (1908).",
                "Gap: perceived minus expected, each 1 to 7; 95 % interval after Student (1908).",
            ),
            str(WILSON),
            str(FLOOR),
        ],
        empty=is_empty(found),
    )
