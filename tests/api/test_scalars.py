"""Leaf values: what the parsers take, and what they refuse."""

from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from uuid import UUID

import pytest
from graphql import GraphQLError
from hypothesis import given
from hypothesis import strategies as st

from goals.api import scalars
from goals.api.schema import contract

TYPES = contract().graphql.type_map


@pytest.mark.parametrize(
    "text",
    [
        "2026-03-31T09:00:00",
        "2026-03-31 09:00:00Z",
        "2026-02-30T09:00:00Z",
        "2026-03-31T24:00:00Z",
        "2026-03-31T23:59:60Z",
        "2026-03-31T09:00:00+25:00",
        "0001-01-01T00:00:00+14:00",
        "9999-12-31T23:59:59-14:00",
        "2026-03-31T09:00:00.1234567Z",
        "٢٠٢٦-03-31T09:00:00Z",
        "",
        None,
        True,
        1711875600,
        {},
    ],
)
def test_a_moment_without_offset_or_that_does_not_exist_is_refused(text):
    with pytest.raises(GraphQLError, match="RFC 3339"):
        scalars.parse_date_time(text)


@pytest.mark.parametrize(
    "text", ["2026-02-29", "2026-13-01", "2026-3-1", "20260301", "2026-03-01T00:00:00Z", "", 2026]
)
def test_a_day_that_does_not_exist_is_refused(text):
    with pytest.raises(GraphQLError, match="YYYY-MM-DD"):
        scalars.parse_date(text)


@pytest.mark.parametrize(
    "value",
    ["NaN", "Infinity", "-Infinity", "1e5", "1,5", " 1", "", "0x1", "٣", "9" * 31, 1.5, True, None],
)
def test_a_number_that_is_not_finite_and_plain_is_refused(value):
    with pytest.raises(GraphQLError, match="plain notation"):
        scalars.parse_decimal(value)


@pytest.mark.parametrize(
    "text",
    [
        "javascript:alert(1)",
        "ftp://example.org",
        "//example.org",
        "http://",
        "https:///path",
        "https://exa mple.org",
        "https://example.org/\n",
        "https://[::1",
        "https://example.org:99999/",
        "https://example.org/" + "a" * 2000,
        7,
    ],
)
def test_an_address_that_is_no_web_address_is_refused(text):
    with pytest.raises(GraphQLError, match="http or https"):
        scalars.parse_url(text)


@pytest.mark.parametrize("text", ["", "1", "{00000000-0000-7000-8000-000000000000}", "0" * 32, 0])
def test_a_uuid_has_its_hyphens(text):
    with pytest.raises(GraphQLError, match="8-4-4-4-12"):
        scalars.parse_uuid(text)


def test_what_is_right_is_read():
    assert scalars.parse_date("2028-02-29") == date(2028, 2, 29)
    assert scalars.parse_decimal("-12.50") == Decimal("-12.50")
    assert scalars.parse_decimal(12) == Decimal(12)
    assert (
        scalars.parse_url("https://example.org:8443/a?b=c#d") == "https://example.org:8443/a?b=c#d"
    )
    assert scalars.parse_uuid("019CADC6-9A80-72A7-8B9E-184234F24C81") == UUID(
        "019cadc6-9a80-72a7-8b9e-184234f24c81"
    )


@given(
    st.datetimes(
        min_value=datetime(1900, 1, 2),  # noqa: DTZ001 - the zone is drawn beside it
        max_value=datetime(2200, 1, 1),  # noqa: DTZ001
        timezones=st.integers(-14 * 60, 14 * 60).map(lambda m: timezone(timedelta(minutes=m))),
    )
)
def test_a_moment_survives_being_written_and_read(moment):
    written = TYPES["DateTime"].serialize(moment)

    assert scalars.parse_date_time(written) == moment
    assert scalars.parse_date_time(moment.isoformat()) == moment
    assert written == moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ").rjust(27, "0")


@given(
    st.decimals(
        allow_nan=False, allow_infinity=False, places=6, min_value=-(10**9), max_value=10**9
    )
)
def test_a_number_survives_being_written_and_read(number):
    written = TYPES["Decimal"].serialize(number)

    assert scalars.parse_decimal(written) == number
    assert "E" not in written


def test_text_that_is_already_written_passes_through():
    for name, text in (
        ("DateTime", "2026-03-31T09:00:00.000000Z"),
        ("Date", "2026-03-31"),
        ("Decimal", "12.50"),
        ("UUID", "019cadc6-9a80-72a7-8b9e-184234f24c81"),
        ("URL", "https://example.org"),
    ):
        assert TYPES[name].serialize(text) == text
