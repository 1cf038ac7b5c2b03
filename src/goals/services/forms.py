"""Forms: the texts and numbers of a request, cleaned by goals.domain.values, all faults at once."""

from datetime import date, datetime, timedelta
from decimal import Decimal

from goals.domain import moments, values
from goals.domain.error_base import Path
from goals.domain.issues import Issues

LONG = values.TEXT
SHORT = values.LINE
TITLE = values.TITLE
_CLOCK_SLACK = timedelta(minutes=5)


class Form:
    """Collects clean values and faults; call ``check`` before using what it gave."""

    def __init__(self) -> None:
        self.issues = Issues()

    def check(self) -> None:
        """Raise ValidationFailed with every fault, if there is one."""
        self.issues.check()

    def fault(self, code: str, path: Path, **params: object) -> None:
        """Note a fault of another kind."""
        self.issues.add(code, path, **params)

    def text(self, value: object, path: str | Path, limit: int) -> str:
        """A required text."""
        return values.text(value, _path(path), self.issues, limit=limit)

    def line(self, value: object, path: str | Path, limit: int = SHORT) -> str:
        """A required text of one line."""
        return values.text(value, _path(path), self.issues, limit=limit, one_line=True)

    def optional(self, value: object, path: str | Path, limit: int) -> str | None:
        """A text, or None where there is nothing in it."""
        return values.optional_text(value, _path(path), self.issues, limit=limit)

    def optional_line(self, value: object, path: str | Path, limit: int = SHORT) -> str | None:
        """A text of one line, or None."""
        return values.optional_text(value, _path(path), self.issues, limit=limit, one_line=True)

    def decimal(
        self, value: object, path: Path, low: Decimal | None = None, high: Decimal | None = None
    ) -> Decimal:
        """A required decimal."""
        return values.decimal(value, path, self.issues, low=low, high=high)

    def optional_decimal(
        self, value: object, path: Path, low: Decimal | None = None
    ) -> Decimal | None:
        """A decimal, or None."""
        return values.optional_decimal(value, path, self.issues, low=low)

    def integer(self, value: object, path: str | Path, low: int, high: int) -> int:
        """A required whole number in a range."""
        return values.integer(value, _path(path), self.issues, low=low, high=high)

    def optional_integer(self, value: object, path: str | Path, low: int, high: int) -> int | None:
        """A whole number in a range, or None."""
        return values.optional_integer(value, _path(path), self.issues, low=low, high=high)

    def optional_percent(self, value: object, path: str | Path) -> int | None:
        """A whole percentage from 0 to 100, or None."""
        return values.percent(value, _path(path), self.issues)

    def grade(self, value: object, path: Path) -> int | None:
        """A grade of satisfaction from 1 to 7, or None."""
        return values.likert(value, path, self.issues)

    def email(self, value: object, path: str) -> str:
        """A required e-mail address in lower case."""
        return values.email(value, _path(path), self.issues)

    def optional_url(self, value: object, path: str | Path) -> str | None:
        """A web address, or None."""
        return values.url(value, _path(path), self.issues)

    def tags(self, value: tuple[str, ...], path: str) -> tuple[str, ...]:
        """Tags, each once."""
        return values.tags(value, _path(path), self.issues)

    def optional_date(self, value: object, path: str | Path) -> date | None:
        """A real calendar date, or None."""
        return moments.day(value, _path(path), self.issues)

    def time_zone(self, value: object, path: str | Path) -> str:
        """The name of a time zone."""
        return moments.time_zone(value, _path(path), self.issues)

    def moment_not_after(self, value: object, now: datetime, path: Path) -> datetime | None:
        """An aware time that is not in the future (five minutes of clock skew are let pass)."""
        found = moments.moment(value, path, self.issues)
        if found is not None and found > now + _CLOCK_SLACK:
            self.issues.add("IN_THE_FUTURE", path)
            return None
        return found


def _path(path: str | Path) -> Path:
    return (path,) if isinstance(path, str) else path
