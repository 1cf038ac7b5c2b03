"""The mean of a few grades, and how sure it is."""

import math
from functools import lru_cache

from goals.domain.statistics.intervals import Estimate, Interval


def mean(n: int, total: float, squares: float) -> Estimate:
    """A mean with its 95 % interval (Student 1908, Biometrika 6:1-25).

    From the count, the sum and the sum of squares. Raises ValueError for fewer than two values.
    """
    if n < 2:
        raise ValueError("A spread needs at least two values.")
    value = total / n
    variance = max(squares - n * value * value, 0.0) / (n - 1)
    reach = quantile_975(n - 1) * math.sqrt(variance / n)
    return Estimate(value, Interval(value - reach, value + reach))


@lru_cache(maxsize=512)
def quantile_975(freedom: int) -> float:
    """The 97.5 % point of Student's distribution, by halving; right to nine digits."""
    low, high = 1.9, 12.8
    while high - low > 1e-11:
        middle = (low + high) / 2
        if beyond(middle, freedom) > 0.025:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def beyond(value: float, freedom: int) -> float:
    """The probability of more than ``value`` (from 0 on), by the incomplete beta function."""
    share = freedom / (freedom + value * value)
    return 0.5 * _beta(share, freedom / 2, 0.5)


def _beta(x: float, a: float, b: float) -> float:
    """The regularised incomplete beta function, by Lentz's continued fraction (1976)."""
    if x <= 0 or x >= 1:
        return float(x >= 1)
    if x > (a + 1) / (a + b + 2):
        return 1 - _beta(1 - x, b, a)
    front = math.exp(
        math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(x) + b * math.log1p(-x)
    )
    tiny = 1e-300
    c, d = 1.0, 1 / (1 - (a + b) * x / (a + 1) or tiny)
    found = d
    for m in range(1, 10_000):
        for part in (
            m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)),
            -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)),
        ):
            d = 1 / (1 + part * d or tiny)
            c = 1 + part / c or tiny
            found *= c * d
        if abs(c * d - 1) < 1e-15:
            break
    return front * found / a
