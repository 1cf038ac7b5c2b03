"""T506: the deadline is a weekend or a public holiday."""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from goals.smart.rule import Finding
from goals.smart.rules.time_rule import TimeRule, spoken
from goals.smart.spans import Field
from goals.smart.times import Grain, holiday_on
from goals.smart.words import classes as c

if TYPE_CHECKING:
    from goals.smart.checked import Checked

FIRST_DAYS = 14
"""So many days the calendar begins with; before them lies no working day to propose instead."""


class FreeDay(TimeRule):
    """Choose a working day.

    Why: nobody can hand anything over on a free day.
    Warum: An einem freien Tag nimmt niemand etwas ab.
    Bad (de): Die Halle bis 25.12.2026 räumen.
    Good (de): Die Halle bis 23.12.2026 räumen.
    Bad (en): Clear the hall by 25 December 2026.
    Good (en): Clear the hall by 23 December 2026.
    Leaves alone: weeks, months and other periods whose last day happens to be free.
    """

    code, name = "T506", "time-bound.free-day"
    needs = c.DUE_DAY
    severity = "advice"
    messages: ClassVar[Mapping[str, str]] = {
        "de": "{deadline} ist ein {day_de}.",
        "en": "{deadline} is a {day_en}.",
    }
    fixes: ClassVar[Mapping[str, str]] = {
        "de": "bis {before}",
        "en": "by {before}",
    }

    def check(self, checked: "Checked") -> Iterable[Finding]:
        region = checked.config.region
        field = checked.deadline_date
        if field is not None:
            if (names := _free(field, region)) is not None:
                yield self.on(Field.DEADLINE, **_named(field, names, region))
            return
        main = self.deadline(checked)
        if main is None or main[1].last is None:
            return
        last = main[1].last
        if main[1].grain is Grain.DAY and main[1].first == last:
            names = _free(last, region)
            if names is not None:
                yield self.point(*main, **_named(last, names, region))


def _free(day: dt.date, region: str | None) -> tuple[str, str] | None:
    """Why a day is free, in German and English; ``None`` for a working day."""
    if day.toordinal() <= FIRST_DAYS:
        return None
    holiday = holiday_on(day, region)
    if holiday is not None:
        return f"Feiertag ({holiday.de})", f"public holiday ({holiday.en})"
    if day.weekday() > 4:
        saturday = day.weekday() == 5
        return ("Samstag", "Saturday") if saturday else ("Sonntag", "Sunday")
    return None


def _named(day: dt.date, names: tuple[str, str], region: str | None) -> dict[str, Any]:
    """Parameters of the message, with the working day before; Christmas Eve is not one."""
    before = day - dt.timedelta(days=1)
    while _free(before, region) is not None or (before.month, before.day) == (12, 24):
        before -= dt.timedelta(days=1)
    return {
        "deadline": spoken(day),
        "day_de": names[0],
        "day_en": names[1],
        "before": spoken(before),
    }
