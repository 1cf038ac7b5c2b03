"""Many questions at once: p-values corrected so that few findings are false."""

from collections.abc import Sequence


def adjusted(p_values: Sequence[float]) -> list[float]:
    """The p-values, each raised for its family (Benjamini and Hochberg 1995, JRSS B 57:289-300).

    In the order given. Taking those up to q as findings keeps the expected share of false ones
    at or below q, and where nothing is true, the chance of any finding at all.
    """
    count = len(p_values)
    order = sorted(range(count), key=lambda at: p_values[at], reverse=True)
    found = [1.0] * count
    least = 1.0
    for passed, at in enumerate(order):
        least = min(least, p_values[at] * count / (count - passed))
        found[at] = least
    return found
