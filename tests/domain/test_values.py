"""Values: what gets in comes out clean, and all faults of a form come out at once."""

import time
import unicodedata
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goals.domain import moments, values
from goals.domain.errors import Issues

PATH = ("field",)
FORBIDDEN = "\x00\x07\x0b\x1f\x7f\x85\ud800\udfff\u061c\u200e\u200f\u202a\u202e\u2066\u2069"


def codes(check, *args, **options):
    """The codes of the issues that a check finds."""
    issues = Issues()
    check(*args, PATH, issues, **options)
    return [issue.code for issue in issues]


def clean(check, *args, **options):
    """What a check makes of a right value."""
    issues = Issues()
    found = check(*args, PATH, issues, **options)
    issues.check()
    return found


def test_a_text_is_trimmed_composed_and_has_plain_newlines():
    assert clean(values.text, "  Gru\u0308n\r\nund\rgut\t ") == "Grün\nund\ngut"


@given(st.text(max_size=60))
def test_cleaning_a_text_twice_changes_nothing_more(raw):
    issues = Issues()

    once = values.optional_text(raw, PATH, issues)

    if once is not None:
        assert clean(values.text, once) == once
        assert unicodedata.is_normalized("NFC", once)
        assert not set(once) & set(FORBIDDEN)
        assert once.encode()


@given(st.text(max_size=30), st.sampled_from(FORBIDDEN), st.text(max_size=30))
def test_a_forbidden_character_never_gets_in(before, character, after):
    assert codes(values.optional_text, f"x{before}{character}{after}x") in (
        ["BAD_CHARACTER"],
        ["TOO_MANY_MARKS"],
    )


@pytest.mark.parametrize("character", ["\n", "\t", "\u2028"])
def test_a_line_holds_no_line_break(character):
    line = f"two{character}lines"

    assert codes(values.text, line, one_line=True) == ["BAD_CHARACTER"]
    assert clean(values.text, line) == line


@pytest.mark.parametrize("nothing", [None, "", "  \n ", "\u200b", "\ufeff \u2060"])
def test_a_text_with_nothing_to_see_is_missing(nothing):
    assert codes(values.text, nothing) == ["REQUIRED"]
    assert clean(values.optional_text, nothing) is None


def test_a_text_is_limited_in_code_points_and_what_fits_is_kept_whole():
    assert clean(values.text, "ä" * 10, limit=10) == "ä" * 10
    assert clean(values.text, "a\u0308" * 10, limit=10) == "ä" * 10
    assert codes(values.text, "ä" * 11, limit=10) == ["TOO_LONG"]
    assert codes(values.text, "\U0001f9e9" * 10, limit=10) == ["TOO_MANY_BYTES"]


def test_a_text_of_a_megabyte_is_refused_at_once():
    began = time.process_time()

    assert codes(values.text, "a\u0316\u0301" * 350_000) == ["TOO_LONG"]
    assert codes(values.text, "x" + "\u0316\u0301" * 14_000) == ["TOO_MANY_MARKS"]

    assert time.process_time() - began < 0.5


@pytest.mark.parametrize("value", [7, 7.5, True, b"text", ["text"], {"text": 1}])
def test_what_is_no_text_is_no_text(value):
    assert codes(values.text, value) == ["WRONG_TYPE"]


@given(
    st.decimals(
        allow_nan=False, allow_infinity=False, places=8, min_value=-(10**20), max_value=10**20
    )
)
def test_a_decimal_keeps_its_value_and_has_one_way_to_be_written(number):
    found = clean(values.decimal, number)

    assert found == number
    written = values.canonical_decimal(found)
    assert Decimal(written) == number
    assert "E" not in written
    assert written == values.canonical_decimal(
        Decimal(written + "0" if "." in written else written)
    )


def test_thirty_digits_are_kept_and_thirty_one_refused():
    longest = "123456789012345678901234.567891"

    assert values.canonical_decimal(clean(values.decimal, longest)) == longest
    assert clean(values.decimal, longest + "000") == Decimal(longest)
    for too_long in ("1" + longest, "1E+30", "1E-31", "1E+999999999", "-1E-999999999", 10**400):
        assert codes(values.decimal, too_long) == ["TOO_MANY_DIGITS"]
    assert clean(values.decimal, "1E+29") == Decimal(10) ** 29


@pytest.mark.parametrize(
    "value", ["NaN", "-Infinity", "sNaN", "1_000", "١٢", "1,5", "", "0x10", 1.5, True, "9" * 101]
)
def test_what_is_no_finite_decimal_is_refused(value):
    assert codes(values.decimal, value) == ["NOT_A_NUMBER"]


def test_zero_has_one_form():
    for zero in ("0", "-0", "0.000", "-0.0", 0, Decimal("0E+5"), "0E-40"):
        assert values.canonical_decimal(clean(values.decimal, zero)) == "0"


def test_a_decimal_stays_in_its_range():
    options = {"low": Decimal(0), "high": Decimal(10)}

    assert codes(values.decimal, "-0.1", **options) == ["OUT_OF_RANGE"]
    assert codes(values.decimal, "10.1", **options) == ["OUT_OF_RANGE"]
    assert clean(values.decimal, "10.0", **options) == Decimal(10)
    assert codes(values.decimal, None) == ["REQUIRED"]
    assert clean(values.optional_decimal, None) is None


@given(st.integers(min_value=-(2**63), max_value=2**63 - 1))
def test_integers_of_64_bits_pass(number):
    assert clean(values.integer, number) == number


def test_other_integers_do_not():
    assert codes(values.integer, 2**63) == ["OUT_OF_RANGE"]
    assert codes(values.integer, -(2**63) - 1) == ["OUT_OF_RANGE"]
    assert codes(values.integer, 10**5000) == ["OUT_OF_RANGE"]
    assert codes(values.integer, True) == ["NOT_AN_INTEGER"]
    assert codes(values.integer, 1.0) == ["NOT_AN_INTEGER"]
    assert codes(values.integer, None) == ["REQUIRED"]


def test_percentages_and_grades_have_their_edges():
    assert [clean(values.percent, n) for n in (None, 0, 100)] == [None, 0, 100]
    assert [clean(values.likert, n) for n in (None, 1, 7)] == [None, 1, 7]
    for check, wrong in ((values.percent, (-1, 101)), (values.likert, (0, 8))):
        assert [codes(check, n) for n in wrong] == [["OUT_OF_RANGE"]] * 2


@pytest.mark.parametrize(
    "address", ["anna@example.org", "A.B+c@Sub.Example.ORG", "ü@bücher.example"]
)
def test_an_email_address_is_kept_in_lower_case(address):
    assert clean(values.email, f" {address} ") == address.lower()


@pytest.mark.parametrize(
    "address",
    [
        "anna",
        "@example.org",
        "anna@",
        "anna@example",
        "a b@example.org",
        "a@b@example.org",
        "anna@-x.org",
        "anna@example..org",
        "<anna@example.org>",
        "anna@example.org\nBcc: x@y.org",
    ],
)
def test_what_is_no_email_address_is_refused(address):
    assert codes(values.email, address) in (["NOT_AN_EMAIL"], ["BAD_CHARACTER"])


@pytest.mark.parametrize(
    "address", ["https://example.org", "http://example.org:8080/a?b=c#d", "https://[::1]/x"]
)
def test_a_web_address_is_kept_as_it_is(address):
    assert clean(values.url, address) == address


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "ftp://example.org",
        "//example.org",
        "https://",
        "https://u:p@x.org",
        "https://x.org/<script>",
        "https://x.org:99999/",
        "https://x.org:0/",
        "https://[::1",
        "http://a b",
    ],
)
def test_what_is_no_safe_web_address_is_refused(address):
    assert codes(values.url, address) == ["NOT_A_URL"]


def test_tags_keep_their_order_and_come_once():
    assert clean(values.tags, [" b ", "a", "b", "a"]) == ("b", "a")
    assert clean(values.tags, None) == ()


def test_each_faulty_tag_is_named_by_its_place():
    issues = Issues()

    values.tags(["fine", "", "x" * 51, 7], PATH, issues)

    found = [(issue.code, issue.path[-1]) for issue in issues]
    assert found == [("REQUIRED", 1), ("TOO_LONG", 2), ("WRONG_TYPE", 3)]
    assert codes(values.tags, ["t"] * 21) == ["TOO_MANY"]


def test_a_form_learns_all_its_faults_at_once():
    issues = Issues()

    values.text("", ("goal",), issues)
    values.decimal("x", ("target",), issues)
    moments.day("2027-02-29", ("deadline",), issues)

    assert [issue.path for issue in issues] == [("goal",), ("target",), ("deadline",)]


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2200, 12, 31)))
def test_a_date_survives_being_written(day):
    assert clean(moments.day, day.isoformat()) == clean(moments.day, day) == day


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("2027-02-29", "NOT_A_DATE"),
        ("2027-13-01", "NOT_A_DATE"),
        ("2027-1-1", "NOT_A_DATE"),
        ("20270101", "NOT_A_DATE"),
        ("2027-01-01T00:00:00Z", "NOT_A_DATE"),
        ("٢٠٢٧-٠١-٠١", "NOT_A_DATE"),
        (datetime(2027, 1, 1, tzinfo=UTC), "NOT_A_DATE"),
        (20270101, "NOT_A_DATE"),
        ("1899-12-31", "OUT_OF_RANGE"),
        ("2201-01-01", "OUT_OF_RANGE"),
    ],
)
def test_what_is_no_real_date_is_refused(value, code):
    assert codes(moments.day, value) == [code]


def test_a_time_needs_an_offset_and_comes_back_in_utc():
    cet = timezone(timedelta(hours=1))

    found = clean(moments.moment, datetime(2027, 1, 1, 0, 30, tzinfo=cet))

    assert found == datetime(2026, 12, 31, 23, 30, tzinfo=UTC)
    assert found.utcoffset() == timedelta(0)
    assert codes(moments.moment, datetime(2027, 1, 1)) == ["NOT_A_TIME"]  # noqa: DTZ001
    assert codes(moments.moment, "2027-01-01T00:00:00Z") == ["NOT_A_TIME"]
    assert codes(moments.moment, datetime(1, 1, 1, tzinfo=cet)) == ["OUT_OF_RANGE"]


@pytest.mark.parametrize("zone", ["UTC", "Europe/Berlin", "America/Argentina/Buenos_Aires"])
def test_a_time_zone_has_the_name_of_a_place(zone):
    assert clean(moments.time_zone, zone) == zone


@pytest.mark.parametrize(
    "zone",
    [
        "Europe/Atlantis",
        "localtime",
        "../../etc/passwd",
        "Europe/../Berlin",
        "Europe",
        "posix/UTC",
        "Europe/Berlin\x00",
        "europe/berlin",
        7,
        ["UTC"],
    ],
)
def test_what_is_no_time_zone_is_refused(zone):
    assert codes(moments.time_zone, zone) == ["NOT_A_TIME_ZONE"]


def test_the_day_depends_on_where_one_is():
    late = datetime(2027, 3, 31, 22, 30, tzinfo=UTC)

    assert moments.local_day(late, "UTC") == date(2027, 3, 31)
    assert moments.local_day(late, "Europe/Berlin") == date(2027, 4, 1)
