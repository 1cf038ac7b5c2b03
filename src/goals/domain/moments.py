"""Moments: dates, times and zones of the calendar, and the day on which something happened.

A deadline is a day in a time zone; it has passed once that day is over there. The present always
comes in as an aware time. Reading a zone's rules is left to ``zoneinfo``.
"""

import re
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from goals.domain.error_base import Path
from goals.domain.issues import Issues

FIRST_YEAR, LAST_YEAR = 1900, 2200
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_ZONE = re.compile(r"[A-Za-z]+(/[A-Za-z0-9_+\-]+){1,2}", re.ASCII)
_AREAS = frozenset(
    [
        "Africa",
        "America",
        "Antarctica",
        "Arctic",
        "Asia",
        "Atlantic",
        "Australia",
        "Etc",
        "Europe",
        "Indian",
        "Pacific",
    ]
)


def day(value: object, path: Path, issues: Issues) -> date | None:
    """A real date between 1900 and 2200, from a date or ``2027-03-31``, or None."""
    if value is None:
        return None
    found = _date(value)
    if found is None:
        issues.add("NOT_A_DATE", path)
    elif not FIRST_YEAR <= found.year <= LAST_YEAR:
        issues.add("OUT_OF_RANGE", path, actual=found, low=FIRST_YEAR, high=LAST_YEAR)
        found = None
    return found


def _date(value: object) -> date | None:
    if isinstance(value, str) and _DATE.fullmatch(value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            return None
    is_day = isinstance(value, date) and not isinstance(value, datetime)
    return value if is_day and isinstance(value, date) else None


def moment(value: object, path: Path, issues: Issues) -> datetime | None:
    """An aware time between 1900 and 2200, in UTC, or None."""
    if value is None:
        return None
    if not isinstance(value, datetime) or value.utcoffset() is None:
        issues.add("NOT_A_TIME", path)
        return None
    if not FIRST_YEAR <= value.year <= LAST_YEAR:
        issues.add("OUT_OF_RANGE", path, actual=value.date(), low=FIRST_YEAR, high=LAST_YEAR)
        return None
    return value.astimezone(UTC)


def time_zone(value: object, path: Path, issues: Issues) -> str:
    """The name of a time zone such as ``Europe/Berlin`` or ``UTC``; UTC stands in for a fault."""
    if isinstance(value, str) and is_time_zone(value):
        return value
    issues.add("REQUIRED" if value is None or value == "" else "NOT_A_TIME_ZONE", path)
    return "UTC"


def is_time_zone(name: str) -> bool:
    """Whether this is a zone of the usual areas; names that mean local settings are not."""
    if name == "UTC":
        return True
    if len(name) > 64 or not _ZONE.fullmatch(name) or name.split("/")[0] not in _AREAS:
        return False
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return False
    return True


def local_day(at: datetime, zone: str) -> date:
    """The calendar day at this aware time in this zone."""
    if at.utcoffset() is None:
        raise ValueError("A time without a zone has no day.")
    return at.astimezone(UTC if zone == "UTC" else ZoneInfo(zone)).date()
