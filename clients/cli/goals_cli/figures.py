"""Figures: what the answers of analysis have in common, as cells, titles and sentences.

The server says in words what may be said about a figure; nothing here judges anew.
"""

from typing import Any

from goals_cli.dates import day
from goals_cli.labels import COMMITMENT, label
from goals_cli.language import Words, say
from goals_cli.reports import Mean, Points, Rate

WILSON = Words(
    "Quoten in Klammern: 95-%-Bereich nach Wilson (1927). Unter fünf nur die Anzahl.",
    "Rates in brackets: 95 % interval after Wilson (1927). Below five only the count.",
)
NEWCOMBE = Words(
    "Unterschiede in Prozentpunkten: 95-%-Bereich nach Newcombe (1998), Methode 10.",
    "Differences in percentage points: 95 % interval after Newcombe (1998), method 10.",
)
DUE = Words(
    "Gezählt wird, was mit dem zuerst vereinbarten Termin in den Zeitraum fällt.",
    "Counted is what falls into the period by the deadline first agreed.",
)
FLOOR = Words(
    "Gruppen unter fünf Aufträgen oder drei Personen werden nicht gezeigt.",
    "Groups below five commissions or three people are not shown.",
)

SIGNAL = {
    "CHANGED": Words("verändert", "changed"),
    "ESTIMATED": Words("geschätzt", "estimated"),
    "FALLING": Words("fallend", "falling"),
    "HIGHER": Words("höher", "higher"),
    "HONEST": Words("ehrlich", "honest"),
    "LOWER": Words("niedriger", "lower"),
    "NOT_DISTINGUISHABLE": Words("kein Unterschied", "no difference"),
    "NOT_REACHED": Words("noch offen", "not reached"),
    "EMPTY": Words("keine Daten", "no data"),
    "OVERLAPPING": Words("überlappend", "overlapping"),
    "RISING": Words("steigend", "rising"),
    "SAME": Words("dasselbe", "the same"),
    "STEADY": Words("stetig", "steady"),
    "SUPPRESSED": Words("unterdrückt", "suppressed"),
    "TOO_CAUTIOUS": Words("zu vorsichtig", "too cautious"),
    "TOO_FEW": Words("zu wenige", "too few"),
    "TOO_SURE": Words("zu sicher", "too sure"),
}
"""What may be said of a figure, in a word; ``sentence`` says it in full."""


def rate_of(figure: dict[str, Any] | None) -> Rate | None:
    """So many of n, as one cell."""
    if figure is None:
        return None
    return Rate(figure["count"], figure["n"], figure["share"], figure["low"], figure["high"])


def points_of(figure: dict[str, Any] | None) -> Points | None:
    """A difference of rates, as one cell."""
    return None if figure is None else Points(figure["value"], figure["low"], figure["high"])


def mean_of(figure: dict[str, Any] | None) -> Mean | None:
    """A mean, as one cell."""
    if figure is None:
        return None
    return Mean(figure["n"], figure["mean"], figure["low"], figure["high"])


def answer_title(words: Words, found: dict[str, Any]) -> str:
    """What is answered, for which days and commitment."""
    span = found["period"]
    return say("{} {} bis {} ({})", "{} {} to {} ({})").format(
        words, day(span["from"]), day(span["to"]), label(COMMITMENT, found["commitment"])
    )


def told(found: dict[str, Any]) -> list[str]:
    """What the server says about the answer as a whole, unless it only says that it holds."""
    return [] if found["note"] == "ESTIMATED" else [str(found["sentence"])]


def is_empty(found: dict[str, Any]) -> bool:
    """Whether there is nothing to show but the server's sentence."""
    return found["note"] in ("EMPTY", "SUPPRESSED")
