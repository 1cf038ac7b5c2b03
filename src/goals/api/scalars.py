"""Scalars: the leaf values of the contract, with parsers of our own.

Strawberry's parsers take naive times, NaN and Infinity; these refuse them. Values that come from
the read compiler are already text and pass through unchanged.
"""

import re
from collections.abc import Mapping
from contextlib import suppress
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import NewType
from urllib.parse import urlsplit
from uuid import UUID

import strawberry
from graphql import GraphQLError
from strawberry.types.scalar import ScalarDefinition

Url = NewType("Url", str)

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_DATE_TIME = re.compile(
    r"\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}:\d{2}(\.\d{1,6})?([Zz]|[+-]\d{2}:\d{2})", re.ASCII
)
_DECIMAL = re.compile(r"-?\d{1,30}(\.\d{1,30})?", re.ASCII)
_UUID = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}", re.ASCII)
_URL_FORBIDDEN = re.compile(r"[\s\x00-\x1f\x7f<>\"{}|\\^`]")
_URL_LENGTH = 2000


def parse_date(value: object) -> date:
    """Read ``YYYY-MM-DD``; refuse days that do not exist."""
    if isinstance(value, str) and _DATE.fullmatch(value):
        with suppress(ValueError):
            return date.fromisoformat(value)
    raise GraphQLError("Date must be a day that exists, written YYYY-MM-DD, such as 2026-03-31.")


def parse_date_time(value: object) -> datetime:
    """Read RFC 3339 with an offset, at most microseconds; return it in UTC."""
    if isinstance(value, str) and _DATE_TIME.fullmatch(value):
        with suppress(ValueError, OverflowError):
            return datetime.fromisoformat(value.upper()).astimezone(UTC)
    raise GraphQLError(
        "DateTime must be written after RFC 3339 with an offset, such as 2026-03-31T09:00:00Z."
    )


def parse_decimal(value: object) -> Decimal:
    """Read a finite number in plain notation, as text or as a whole number."""
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) < 10**30:
        return Decimal(value)
    if isinstance(value, str) and _DECIMAL.fullmatch(value):
        return Decimal(value)
    raise GraphQLError(
        'Decimal must be a text in plain notation, at most 30 digits a part, such as "12.50".'
    )


def parse_uuid(value: object) -> UUID:
    """Read the hyphenated form of a UUID."""
    if isinstance(value, str) and _UUID.fullmatch(value):
        return UUID(value)
    raise GraphQLError("UUID must be 32 hexadecimal digits in the form 8-4-4-4-12.")


def parse_url(value: object) -> Url:
    """Read an absolute http or https address of at most 2,000 characters."""
    if isinstance(value, str) and len(value) <= _URL_LENGTH and not _URL_FORBIDDEN.search(value):
        try:
            parts = urlsplit(value)
            sound = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
        except ValueError:
            sound = False
        if sound:
            return Url(value)
    raise GraphQLError("URL must be an absolute http or https address of at most 2,000 characters.")


def _write_date_time(value: object) -> object:
    if isinstance(value, datetime):
        moment = value.astimezone(UTC).replace(tzinfo=None)
        return moment.isoformat(timespec="microseconds") + "Z"
    return value


def _write_date(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value


def _write_decimal(value: object) -> object:
    return format(value, "f") if isinstance(value, Decimal) else value


def _write_text(value: object) -> object:
    return str(value)


SCALARS: Mapping[object, ScalarDefinition] = {
    datetime: strawberry.scalar(
        name="DateTime",
        description="A moment after RFC 3339, with an offset. Answers are in UTC and always carry"
        " six digits of fraction, such as `2026-03-31T09:00:00.000000Z`.",
        specified_by_url="https://www.rfc-editor.org/rfc/rfc3339",
        serialize=_write_date_time,
        parse_value=parse_date_time,
    ),
    date: strawberry.scalar(
        name="Date",
        description="A day of the Gregorian calendar, written `YYYY-MM-DD`.",
        specified_by_url="https://www.rfc-editor.org/rfc/rfc3339#section-5.6",
        serialize=_write_date,
        parse_value=parse_date,
    ),
    Decimal: strawberry.scalar(
        name="Decimal",
        description='A finite decimal number as text in plain notation, such as `"12.50"`,'
        " so that no digit is lost on the way.",
        specified_by_url="https://www.rfc-editor.org/rfc/rfc8259#section-6",
        serialize=_write_decimal,
        parse_value=parse_decimal,
    ),
    UUID: strawberry.scalar(
        name="UUID",
        description="A universally unique identifier in its hyphenated form.",
        specified_by_url="https://www.rfc-editor.org/rfc/rfc9562",
        serialize=_write_text,
        parse_value=parse_uuid,
    ),
    Url: strawberry.scalar(
        name="URL",
        description="An absolute http or https address of at most 2,000 characters.",
        specified_by_url="https://www.rfc-editor.org/rfc/rfc3986",
        serialize=_write_text,
        parse_value=parse_url,
    ),
}
