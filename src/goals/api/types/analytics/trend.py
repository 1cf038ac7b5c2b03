"""Trend: rates by month, quarter or year, and whether they change."""

from goals.api.enums import published
from goals.api.fields import picked
from goals.api.node import described
from goals.api.types.analytics.figures import RateFigure
from goals.api.types.rates import Period
from goals.domain.enums import Commitment, Reading, TrendRule
from goals.domain.words import Word


@published
class TrendStep(Word):
    """By which spans of time a series goes."""

    MONTH = "MONTH", "By calendar month."
    QUARTER = "QUARTER", "By calendar quarter."
    YEAR = "YEAR", "By calendar year."


@described
class TrendPoint:
    """One month, quarter or year."""

    label: str = picked("Its name, such as `2026-03` or `2026-Q1`.")
    due: int = picked("How many were due.")
    pending: int = picked("How many of those are not evaluated yet.")
    rate: RateFigure = picked("How many of those evaluated and assessable achieved their goal.")
    counted: bool = picked(
        "Whether it counts for the rules: at least 80 % of those due are evaluated or ended."
    )
    suppressed: bool = picked("Whether its figures are withheld, since the group is too small.")
    lower_limit: float | None = picked(
        "The lower limit of the rate if nothing changes, from 0 to 1; null where not counted."
    )
    upper_limit: float | None = picked("The upper limit of the rate if nothing changes.")
    beyond: bool = picked("Whether the rate lies beyond the limits.")
    in_run: bool = picked("Whether it is one of eight in a row on one side of the mean.")


@described
class RateTrend:
    """Rates in the order of time, and whether they change more than chance would have it."""

    period: Period = picked("The period.")
    commitment: Commitment = picked("How firmly what is counted was promised.")
    points: list[TrendPoint] = picked("The months, quarters or years that the period touches.")
    mean: float | None = picked("The common rate of those counted, from 0 to 1; null below five.")
    fired: list[TrendRule] = picked("The rules that give a signal; empty where none does.")
    pvalue: float | None = picked("The p-value of a steady rise or fall (Cochran-Armitage).")
    rules: str = picked("The rules in words.")
    sufficient: bool = picked("Whether there are at least two points and five cases.")
    note: Reading = picked("What may be said about the series.")
    sentence: str = picked("The note as a sentence in the viewer's language.")
