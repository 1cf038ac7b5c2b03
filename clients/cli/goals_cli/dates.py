"""Dates: read as people type them, written in the language in use.

Words such as "end of Q3 2027" are understood by the checker ``goals.smart``; everything is a
calendar day without a time zone, and times of the server are shown in the local zone.
"""

import datetime as dt
import re

from goals_cli.language import current, say

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})\Z", re.ASCII)
_DOTTED = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2})\Z", re.ASCII)
_LEADING = frozenset({"am", "bis", "by", "in", "innerhalb", "the", "until", "von", "within", "zum"})
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def today() -> dt.date:
    """The day in the local time zone."""
    return dt.datetime.now().astimezone().date()


def read_day(text: str, *, now: dt.date | None = None) -> dt.date | None:
    """Read a day, or give None where the text names none, or one that does not exist."""
    plain = text.strip()
    iso, dotted = _ISO.match(plain), _DOTTED.match(plain)
    try:
        if iso:
            return dt.date(int(iso[1]), int(iso[2]), int(iso[3]))
        if dotted:
            year = int(dotted[3]) + (2000 if len(dotted[3]) == 2 else 0)
            return dt.date(year, int(dotted[2]), int(dotted[1]))
    except ValueError:
        return None
    return _understood(plain, now or today()) if plain and len(plain) <= 100 else None


def _understood(text: str, now: dt.date) -> dt.date | None:
    """Ask the checker; only a reading of the whole text counts, for a wrong date is worse.

    It reads deadlines in sentences, so a preposition is put in front where there is none.
    """
    from goals.smart import check_text

    for sentence in (text, f"bis {text}", f"by {text}"):
        report = check_text(sentence, today=now)
        spans = [one for one in report.evidence if one.kind == "deadline"]
        if len(spans) != 1 or not isinstance(report.deadline, dt.date):
            continue
        before, after = sentence[: spans[0].start], sentence[spans[0].end :]
        if not after.strip(" .") and set(before.casefold().split()) <= _LEADING:
            return report.deadline
    return None


def day(value: object) -> str:
    """Write a date of the server: 31.03.2027 or 31 Mar 2027; nothing for none."""
    if not isinstance(value, str):
        return ""
    try:
        found = dt.date.fromisoformat(value[:10])
    except ValueError:
        return value
    if current() == "de":
        return f"{found:%d.%m.%Y}"
    return f"{found.day} {_MONTHS[found.month - 1]} {found.year}"


def moment(value: object) -> str:
    """Write a time of the server in the local time zone, to the minute."""
    if not isinstance(value, str):
        return ""
    try:
        found = dt.datetime.fromisoformat(value).astimezone()
    except (ValueError, OverflowError):
        return value
    return f"{day(found.date().isoformat())} {found:%H:%M}"


def distance(value: object, *, now: dt.date | None = None) -> str:
    """Say how far a day is away: in 12 days, today, 3 days ago."""
    try:
        days = (dt.date.fromisoformat(str(value)[:10]) - (now or today())).days
    except ValueError:
        return ""
    if days == 0:
        return say("heute", "today")
    count = abs(days)
    if days > 0:
        return say(
            f"in {count} {'Tag' if count == 1 else 'Tagen'}",
            f"in {count} {'day' if count == 1 else 'days'}",
        )
    return say(
        f"vor {count} {'Tag' if count == 1 else 'Tagen'}",
        f"{count} {'day' if count == 1 else 'days'} ago",
    )
