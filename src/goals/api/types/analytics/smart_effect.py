"""SMART effect: whether commissions that pass the check achieve more often."""

from goals.api.enums import SmartGrade
from goals.api.fields import picked
from goals.api.node import described
from goals.api.types.analytics.answers import Answer
from goals.api.types.analytics.figures import DifferenceFigure, RateFigure
from goals.domain.enums import Dimension, Reading


@described
class GradeRate:
    """The commissions of one grade at agreement."""

    grade: SmartGrade | None = picked("The grade; null where nothing was checked.")
    achieved: RateFigure = picked("How many of those evaluated and assessable achieved their goal.")
    excluded: int = picked("How many are left out: cancelled, revoked or not assessable.")


@described
class LetterEffect:
    """One letter of SMART: those that passed against those with a weakness or a failure."""

    dimension: Dimension = picked("The letter.")
    passed: RateFigure = picked("How many of those that passed achieved their goal.")
    weak: RateFigure = picked("How many of those with a weakness or a failure did.")
    difference: DifferenceFigure = picked("The first rate minus the second.")
    pvalue: float | None = picked("Fisher's exact p-value, two-sided; null where not tested.")
    corrected_pvalue: float | None = picked(
        "The p-value corrected for the five letters by Benjamini and Hochberg."
    )
    note: Reading = picked("Whether the letter goes with achievement, after the correction.")
    sentence: str = picked("The note as a sentence in the viewer's language.")


@described
class SmartEffect(Answer):
    """Whether commissions that were SMART at agreement achieve more often, and by which letter."""

    grades: list[GradeRate] = picked("The rate of each grade; overridden ones are not in it.")
    overridden: GradeRate = picked("Those whose failure in the check was signed away, apart.")
    smart_against_others: DifferenceFigure = picked(
        "The rate of SMART ones minus that of all others that were checked."
    )
    letters: list[LetterEffect] = picked("Each letter by itself, without overridden ones.")
