"""Calibration: whether confidences are honest."""

from goals.api.fields import picked
from goals.api.node import described
from goals.api.types.analytics.answers import Answer
from goals.domain.enums import ConfidenceMoment, Reading, Side


@described
class CalibrationBin:
    """Confidences that were about the same, and what came of them; bins are of equal count."""

    lowest: float = picked("The lowest confidence in it, from 0 to 1.")
    highest: float = picked("The highest confidence in it, from 0 to 1.")
    said: float = picked("The mean confidence, from 0 to 1.")
    achieved: int = picked("How many achieved their goal by the deadline.")
    n: int = picked("How many there are.")
    share: float = picked("The share that achieved it, from 0 to 1.")
    band_low: float = picked(
        "The lower end of where the share lies in 95 of 100 cases if what was said is right."
    )
    band_high: float = picked("The upper end of it.")
    inside: bool = picked("Whether the share lies inside that band.")


@described
class ConfidenceCalibration:
    """One side's first or last confidences against what came."""

    side: Side = picked("Whose confidences they are.")
    moment: ConfidenceMoment = picked("Which of them.")
    n: int = picked("How many there are: of commissions that are evaluated and assessable.")
    achieved: int = picked(
        "How many achieved their goal by the deadline: that first agreed for first confidences,"
        " the current one for last."
    )
    said: float | None = picked("The mean confidence, from 0 to 1; null below five.")
    share: float | None = picked("The share that came true, from 0 to 1; null below five.")
    low: float | None = picked("The lower end of the 95 % interval of the share (Wilson).")
    high: float | None = picked("The upper end of the 95 % interval of the share (Wilson).")
    brier: float | None = picked(
        "The Brier score: the mean squared distance of what was said to what came. 0 is perfect,"
        " 0.25 is what saying 50 % every time gets."
    )
    reliability: float | None = picked("Murphy's first part: how far what was said is off.")
    resolution: float | None = picked("Murphy's second part: how well cases are told apart.")
    uncertainty: float | None = picked("Murphy's third part: how uncertain the cases were.")
    bins: list[CalibrationBin] = picked("Confidences in up to five groups of equal count.")
    sufficient: bool = picked("Whether there are at least 5.")
    note: Reading = picked("Whether they are honest, too sure or too cautious.")
    sentence: str = picked("The note as a sentence in the viewer's language.")


@described
class Calibration(Answer):
    """Whether the confidences that both sides gave are honest."""

    series: list[ConfidenceCalibration] = picked("By side, first and last.")
