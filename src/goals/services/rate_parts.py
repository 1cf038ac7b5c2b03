"""Parts of a period: its spans and months that may be shown, and how finely they are read."""

from datetime import timedelta

from goals.domain.facts import month_of
from goals.domain.floors import spans_of
from goals.domain.periods import Period, months_of


class Part:
    """The period of a question, or a part of it: its whole spans, and all months it touches."""

    def __init__(self, period: Period) -> None:
        split = months_of(period)
        self.period = period
        self.spans = spans_of(split.whole)
        self.touched = {*split.whole, *(month_of(edge.first) for edge in split.edges)}


def grain_of(period: Period) -> int:
    """The most months in one: whole years or quarters are shown as such, whatever is in them."""
    after = period.last + timedelta(days=1)
    for grain in (12, 3):
        if all(day.day == 1 and day.month % grain == 1 for day in (period.first, after)):
            return grain
    return 1
