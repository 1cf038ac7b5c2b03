"""Answers: what all answers of analysis say of themselves."""

from goals.api.fields import picked
from goals.api.node import described
from goals.api.types.rates import Period
from goals.domain.enums import Commitment, Reading


@described
class Answer:
    """What all answers say of themselves."""

    period: Period = picked("The period asked for.")
    covered: list[Period] = picked(
        "The days counted of it. Of a part of the organisation only whole months are shown, of a"
        " small one only whole quarters or years; and where the days at the edges would take too"
        " long to count, the period is rounded to whole months."
    )
    commitment: Commitment = picked(
        "How firmly what is counted was promised; the three are never mixed."
    )
    suppressed: bool = picked(
        "Whether all figures are withheld, because fewer than 5 commissions or 3 people stand"
        " behind them; then all of them are null or 0."
    )
    sufficient: bool = picked("Whether the answer rests on at least 5 cases.")
    note: Reading = picked("What may be said about the answer as a whole.")
    sentence: str = picked("The note as a sentence in the viewer's language.")
