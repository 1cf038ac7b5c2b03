"""`goals calibration`: are our confidences honest?"""

from typing import Any

from goals_cli.command import declare
from goals_cli.figures import DUE, FLOOR, SIGNAL, answer_title, is_empty, told
from goals_cli.labels import SIDE, label
from goals_cli.language import Words, say
from goals_cli.questions import Question, questions
from goals_cli.reports import Column, Form, Grid, Rate, Report, forms, show

MOMENT = {
    "FIRST": Words("zuerst", "first"),
    "LAST": Words("zuletzt", "last"),
}


@declare(
    "calibration",
    Words(
        """Sind unsere Zuversichten ehrlich?

        Wer 80 % sagt, sollte in acht von zehn Fällen recht behalten. Gezeigt werden der
        Brier-Wert (0 ist vollkommen, 0,25 wie ein Münzwurf) und Gruppen gleicher Größe: was
        gesagt wurde, was eintrat, und ob das noch Zufall sein kann.""",
        """Are our confidences honest?

        Who says 80 % should be right in eight of ten cases. You see the Brier score (0 is
        perfect, 0.25 a coin toss) and groups of equal size: what was said, what came true, and
        whether that can still be chance.""",
    ),
    examples=("goals calibration", "goals calibration --period 2026 --where supplier=IT"),
)
@questions
@forms
def command(question: Question, form: Form) -> None:
    """Read the calibration and tell it."""
    found = question.ask("Calibration")
    show(_report(found, question), found, form)


_SERIES = (
    Column("side", Words("Wer", "Who")),
    Column("moment", Words("Wann", "When")),
    Column("said", Words("Gesagt", "Said"), "share"),
    Column("came", Words("Eingetreten", "Came true"), "rate", drawn=True),
    Column("brier", Words("Brier", "Brier"), "number"),
    Column("signal", Words("Signal", "Signal")),
    Column("meaning", Words("Bedeutung", "Meaning"), filed=True),
)
_BINS = (
    Column("side", Words("Wer", "Who")),
    Column("moment", Words("Wann", "When")),
    Column("from", Words("Gesagt von", "Said from"), "share"),
    Column("to", Words("bis", "to"), "share"),
    Column("came", Words("Eingetreten", "Came true"), "rate"),
    Column("band_low", Words("Zufall von", "Chance from"), "share"),
    Column("band_high", Words("bis", "to"), "share"),
    Column("honest", Words("Passt", "Fits")),
)


def _report(found: dict[str, Any], question: Question) -> Report:
    series = [(one, *_who(one)) for one in found["series"]]
    return Report(
        title=answer_title(Words("Ehrliche Zuversicht", "Honest confidence"), found),
        asked=question.asked(found["period"]),
        grids=[
            Grid(
                _SERIES,
                [
                    (
                        side,
                        moment,
                        one["said"],
                        _came(one),
                        one["brier"],
                        label(SIGNAL, one["note"]),
                        one["sentence"],
                    )
                    for one, side, moment in series
                ],
                name="series",
            ),
            Grid(
                _BINS,
                [_bin(part, side, moment) for one, side, moment in series for part in one["bins"]],
                Words("In Gruppen gleicher Größe", "In groups of equal size"),
                "bins",
            ),
        ],
        meaning=told(found),
        definitions=[
            str(DUE),
            say(
                "Brier (1950): mittlerer quadrierter Abstand von Gesagtem und Eingetretenem.",
                "Brier (1950): mean squared difference between what was said and what came.",
            ),
            say(
                "Zufall: worin 95 von 100 ehrliche Gruppen liegen (Binomialverteilung).",
                "Chance: where 95 of 100 honest groups lie (binomial distribution).",
            ),
            str(FLOOR),
        ],
        empty=is_empty(found),
    )


def _who(one: dict[str, Any]) -> tuple[str, str]:
    return label(SIDE, one["side"]), label(MOMENT, one["moment"])


def _came(one: dict[str, Any]) -> Rate:
    return Rate(one["achieved"], one["n"], one["share"], one["low"], one["high"])


def _bin(part: dict[str, Any], side: str, moment: str) -> tuple[Any, ...]:
    fits = say("ja", "yes") if part["inside"] else say("nein", "no")
    return (
        side,
        moment,
        part["lowest"],
        part["highest"],
        Rate(part["achieved"], part["n"], part["share"]),
        part["bandLow"],
        part["bandHigh"],
        fits,
    )
