"""Rates: how much may be asked for in a while, as leaky buckets in this process.

The one rule: a bucket fills with what was asked for and leaks at a steady rate; what would make it
overflow is refused, with the seconds after which there is room. What is counted is bounded: of
too many buckets those not used for longest are forgotten. Each process counts for itself.
"""

import math
import time
from collections import OrderedDict
from collections.abc import Callable

from goals.domain.errors import RateLimited

MOST_BUCKETS = 10_000
POLICY = "points"
FINE = 50
SIGNS_A_POINT = 20
"""What cannot be executed costs 50 points, and one for every 20 signs that were read in vain."""


class Rates:
    """The buckets of one kind, all of one size and one leak; a leak of 0: nothing is counted."""

    def __init__(
        self,
        at_once: float,
        a_second: float,
        *,
        most: int = MOST_BUCKETS,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.at_once = at_once
        self.a_second = a_second
        self._most = most
        self._clock = clock
        self._buckets: OrderedDict[str, tuple[float, float]] = OrderedDict()
        self.policy = ""
        if a_second:
            self.policy = f'"{POLICY}";q={at_once:.0f};w={math.ceil(at_once / a_second)}'

    @property
    def counted(self) -> int:
        """How many buckets are remembered."""
        return len(self._buckets)

    def meter(self, name: str) -> "Meter":
        """Make the meter by which one request is charged."""
        return Meter(self, name)

    def level(self, name: str) -> float:
        """How full a bucket is now."""
        level, at = self._buckets.get(name, (0.0, 0.0))
        return max(0.0, level - (self._clock() - at) * self.a_second) if level else 0.0

    def pour(self, name: str, points: float) -> None:
        """Put points into a bucket; it holds no more than it does."""
        level = min(self.at_once, self.level(name) + points)
        self._buckets[name] = (level, self._clock())
        self._buckets.move_to_end(name)
        if len(self._buckets) > self._most:
            self._buckets.popitem(last=False)


class Meter:
    """One bucket, as one request sees it; ``refusal`` is what it was last refused with."""

    __slots__ = ("_name", "_rates", "refusal")

    def __init__(self, rates: Rates, name: str) -> None:
        self._rates = rates
        self._name = name
        self.refusal: RateLimited | None = None

    def charge(self, points: float) -> None:
        """Take points, at least one. Raises RateLimited where there are not so many left."""
        rates = self._rates
        if not rates.a_second:
            return
        points = max(1.0, points)
        excess = rates.level(self._name) + points - rates.at_once
        if excess > 0:
            self.refusal = RateLimited(math.ceil(excess / rates.a_second))
            raise self.refusal
        rates.pour(self._name, points)

    def fine(self, points: float) -> None:
        """Take points for what was of no use; what is missing is missing to the next request."""
        if self._rates.a_second:
            self._rates.pour(self._name, points)

    def check(self) -> None:
        """Raise RateLimited where not a single point is left."""
        rates = self._rates
        excess = rates.level(self._name) + 1 - rates.at_once
        if rates.a_second and excess > 0:
            raise RateLimited(math.ceil(excess / rates.a_second))

    @property
    def left(self) -> int:
        """How many points are left."""
        return int(self._rates.at_once - self._rates.level(self._name))

    def headers(self) -> dict[str, str]:
        """The policy and what is left of it (draft-ietf-httpapi-ratelimit-headers-10)."""
        rates = self._rates
        if not rates.a_second:
            return {}
        until_full = math.ceil(rates.level(self._name) / rates.a_second)
        return {
            "RateLimit-Policy": rates.policy,
            "RateLimit": f'"{POLICY}";r={self.left};t={until_full}',
        }
