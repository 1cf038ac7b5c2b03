"""How good forecasts were: the mean squared distance of what was said to what came."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Brier:
    """The score (0 is perfect, 0.25 is what a constant 50 % gets) and its three parts.

    score = reliability - resolution + uncertainty. Reliability is the distance of what was said
    to what came of it; resolution how far apart the cases were told; uncertainty what the best
    constant forecast would have got.
    """

    n: int
    score: float
    reliability: float
    resolution: float
    uncertainty: float


def brier(forecasts: Mapping[float, tuple[int, int]]) -> Brier:
    """Score forecasts (Brier 1950, Monthly Weather Review 78:1-3; its half, for two categories).

    (came true, n) by the probability said, from 0 to 1. Split by Murphy (1973, J. Appl. Meteorol.
    12:595-600), exactly, since each probability said is a group of its own. Raises ValueError
    without a case.
    """
    n = sum(count for _, count in forecasts.values())
    if n == 0:
        raise ValueError("A score needs at least one forecast.")
    base = sum(came for came, _ in forecasts.values()) / n
    score = reliability = resolution = 0.0
    for said, (came, count) in forecasts.items():
        if count == 0:
            continue
        share = came / count
        score += came * (said - 1) ** 2 + (count - came) * said**2
        reliability += count * (said - share) ** 2
        resolution += count * (share - base) ** 2
    return Brier(n, score / n, reliability / n, resolution / n, base * (1 - base))
