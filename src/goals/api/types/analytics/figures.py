"""Figures: what every answer is made of."""

from goals.api.fields import picked
from goals.api.node import described
from goals.domain.enums import Reading


@described
class RateFigure:
    """So many of n, as a rate with its interval; counts only below five."""

    count: int = picked("How many of the n.")
    n: int = picked("Of how many.")
    share: float | None = picked("Count / n, from 0 to 1; null when n is below 5.")
    low: float | None = picked(
        "The lower end of the 95 % interval, from 0 to 1; null when n is below 5."
    )
    high: float | None = picked(
        "The upper end of the 95 % interval, from 0 to 1; null when n is below 5."
    )
    sufficient: bool = picked("Whether n is at least 5.")
    method: str = picked("How the interval is computed.")
    note: Reading = picked("What may be said about it.")
    sentence: str = picked("The note as a sentence in the viewer's language.")


@described
class DifferenceFigure:
    """The difference of two figures with its interval."""

    value: float | None = picked(
        "The first minus the second, from -1 to 1 for rates; null where it cannot be told."
    )
    low: float | None = picked("The lower end of the 95 % interval.")
    high: float | None = picked("The upper end of the 95 % interval.")
    distinguishable: bool | None = picked(
        "Whether the difference is more than chance; null where it cannot be told."
    )
    method: str = picked("How the interval is computed.")
    note: Reading = picked("What may be said about it.")
    sentence: str = picked("The note as a sentence in the viewer's language.")


@described
class MeanFigure:
    """The mean of n differences with its interval; null below five."""

    n: int = picked("How many values there are.")
    mean: float | None = picked("Their mean; null when n is below 5.")
    low: float | None = picked("The lower end of the 95 % interval; null when n is below 5.")
    high: float | None = picked("The upper end of the 95 % interval; null when n is below 5.")
    sufficient: bool = picked("Whether n is at least 5.")
    method: str = picked("How the interval is computed.")
    note: Reading = picked("What may be said about it: whether it is higher or lower than 0.")
    sentence: str = picked("The note as a sentence in the viewer's language.")
