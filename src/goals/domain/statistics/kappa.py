"""How far two judges agree, beyond what chance would give."""

import math
from collections.abc import Mapping

from goals.domain.statistics.intervals import Z_95, Estimate, Interval


def kappa(table: Mapping[tuple[str, str], int]) -> Estimate | None:
    """Cohen's kappa of two judges (Cohen 1960, Educ. Psychol. Meas. 20:37-46).

    Counts by (what the one said, what the other said). 1 is full agreement, 0 what chance gives.
    The interval is by the large-sample error of Fleiss, Cohen and Everitt (1969, Psychol. Bull.
    72:323-327). None where both always say the same one thing: then nothing can be told.
    """
    n = sum(table.values())
    words = sorted({word for pair in table for word in pair})
    if n == 0:
        return None
    share = {pair: count / n for pair, count in table.items()}
    first = {word: sum(share.get((word, other), 0.0) for other in words) for word in words}
    second = {word: sum(share.get((other, word), 0.0) for other in words) for word in words}
    agreed = sum(share.get((word, word), 0.0) for word in words)
    chance = sum(first[word] * second[word] for word in words)
    if math.isclose(chance, 1.0):
        return None
    value = (agreed - chance) / (1 - chance)
    rest = 1 - value
    variance = sum(
        share.get((word, word), 0.0) * (1 - (first[word] + second[word]) * rest) ** 2
        for word in words
    )
    variance += rest**2 * sum(
        part * (second[one] + first[two]) ** 2 for (one, two), part in share.items() if one != two
    )
    variance -= (value - chance * rest) ** 2
    error = math.sqrt(max(variance, 0.0) / n) / (1 - chance)
    return Estimate(
        value, Interval(max(value - Z_95 * error, -1.0), min(value + Z_95 * error, 1.0))
    )
