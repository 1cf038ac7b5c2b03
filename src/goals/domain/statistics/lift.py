"""What goes with a condition: the rate with it against the rate without it."""

import math
from dataclasses import dataclass

from goals.domain.statistics.fisher import fisher
from goals.domain.statistics.intervals import Z_95, Estimate, Interval
from goals.domain.statistics.newcombe import difference


@dataclass(frozen=True, slots=True)
class Lift:
    """The difference (Newcombe) and the ratio (Katz) of two rates, and Fisher's p-value.

    ``ratio`` is None where one of the rates is 0: then no ratio can be told from nothing.
    """

    difference: Estimate
    ratio: Estimate | None
    p_value: float


def lift(successes: int, n: int, other_successes: int, other_n: int) -> Lift:
    """Compare the rate with a condition to that without. Raises ValueError where n is 0."""
    return Lift(
        difference(successes, n, other_successes, other_n),
        ratio(successes, n, other_successes, other_n),
        fisher(successes, n, other_successes, other_n),
    )


def ratio(successes: int, n: int, other_successes: int, other_n: int) -> Estimate | None:
    """The ratio of two proportions (Katz et al. 1978, Biometrics 34:469-474), or None at 0."""
    if successes == 0 or other_successes == 0:
        return None
    value = successes / n / (other_successes / other_n)
    error = math.sqrt(1 / successes - 1 / n + 1 / other_successes - 1 / other_n)
    reach = math.exp(Z_95 * error)
    return Estimate(value, Interval(value / reach, value * reach))
