"""Values: the one validator in front of both engines.

Each function takes a raw value, its path in the input and an ``Issues`` collector; it returns the
clean value, or notes an issue. Call ``issues.check()`` before using what came back: a faulty
required value comes back as a harmless stand-in, so that a form learns all its faults at once.
Texts come back trimmed, in NFC, with newlines as ``\\n``. Dates and zones are in ``moments``.
"""

import re
import unicodedata
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from urllib.parse import urlsplit

from goals.domain.error_base import Path
from goals.domain.issues import Issues

TITLE = 200
LINE = 500
TEXT = 10_000
TAG = 50
TAGS = 20
URL = 2_000
EMAIL = 254
DIGITS = 30
SMALLEST, LARGEST = -(2**63), 2**63 - 1
ZERO = Decimal(0)

# Controls but newline and tab, surrogates, and the marks that turn the direction of a text.
_BAD = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"
)
_BAD_IN_LINE = re.compile(_BAD.pattern + "|[\n\t\u2028\u2029]")
_EMAIL = re.compile(
    r"[^\s@<>()\[\],;:\\\"]{1,64}@(?:[^\W_](?:[\w-]*[^\W_])?\.)+[^\W\d_](?:[\w-]*[^\W_])?"
)
_MARKS = 30  # the Stream-Safe Text Format of UAX 15: more marks on one letter are no language


def text(
    value: object, path: Path, issues: Issues, *, limit: int = TEXT, one_line: bool = False
) -> str:
    """A required text of at most ``limit`` code points (and three bytes for each)."""
    clean = optional_text(value, path, issues, limit=limit, one_line=one_line, required=True)
    return clean or ""


def optional_text(
    value: object,
    path: Path,
    issues: Issues,
    *,
    limit: int = TEXT,
    one_line: bool = False,
    required: bool = False,
) -> str | None:
    """A text, or None when it is absent or has nothing visible in it."""
    if value is not None and not isinstance(value, str):
        issues.add("WRONG_TYPE", path, expected="text")
        return None
    clean = _clean(value or "", path, issues, limit, one_line)
    if clean is None:
        return None
    if not any(sign.isprintable() and not sign.isspace() for sign in clean):
        if required:
            issues.add("REQUIRED", path)
        return None
    return clean


def _clean(raw: str, path: Path, issues: Issues, limit: int, one_line: bool) -> str | None:
    raw = raw.replace("\r\n", "\n").replace("\r", "\n").strip()
    if len(raw) > 3 * limit:  # NFC makes at most three code points one: no need to look closer
        issues.add("TOO_LONG", path, actual=len(raw), limit=limit)
        return None
    bad = (_BAD_IN_LINE if one_line else _BAD).search(raw)
    if bad:
        issues.add("BAD_CHARACTER", path, character=f"U+{ord(bad.group()):04X}")
        return None
    if not raw.isascii():
        if _longest_run_of_marks(raw) > _MARKS:  # before NFC, which sorts them in quadratic time
            issues.add("TOO_MANY_MARKS", path, limit=_MARKS)
            return None
        raw = unicodedata.normalize("NFC", raw)
    if len(raw) > limit:
        issues.add("TOO_LONG", path, actual=len(raw), limit=limit)
        return None
    size = len(raw.encode())
    if size > 3 * limit:
        issues.add("TOO_MANY_BYTES", path, actual=size, limit=3 * limit)
        return None
    return raw


def _longest_run_of_marks(raw: str) -> int:
    longest = run = 0
    for sign in raw:
        run = run + 1 if unicodedata.combining(sign) else 0
        longest = max(longest, run)
    return longest


def decimal(
    value: object,
    path: Path,
    issues: Issues,
    *,
    low: Decimal | None = None,
    high: Decimal | None = None,
) -> Decimal:
    """A required, finite decimal of at most 30 digits, without trailing zeros."""
    if value is None:
        issues.add("REQUIRED", path)
        return ZERO
    number = optional_decimal(value, path, issues, low=low, high=high)
    return ZERO if number is None else number


def optional_decimal(
    value: object,
    path: Path,
    issues: Issues,
    *,
    low: Decimal | None = None,
    high: Decimal | None = None,
) -> Decimal | None:
    """A decimal or None; takes Decimal, int and text, never float, which has lost digits."""
    if value is None:
        return None
    number = _number(value)
    if number is None:
        issues.add("NOT_A_NUMBER", path)
        return None
    if _digits(number) > DIGITS:
        issues.add("TOO_MANY_DIGITS", path, limit=DIGITS)
        return None
    if (low is not None and number < low) or (high is not None and number > high):
        low_text, high_text = ("…" if edge is None else f"{edge:f}" for edge in (low, high))
        issues.add("OUT_OF_RANGE", path, actual=f"{number:f}", low=low_text, high=high_text)
        return None
    return Decimal(canonical_decimal(number))


def _number(value: object) -> Decimal | None:
    if isinstance(value, bool) or not isinstance(value, (Decimal, int, str)):
        return None
    if isinstance(value, str) and (len(value) > 100 or not value.isascii() or "_" in value):
        return None
    if isinstance(value, int) and value.bit_length() > 200:
        return Decimal("1E+60")  # surely too many digits, and cheap to say so
    try:
        number = Decimal(value)
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def _digits(number: Decimal) -> int:
    """How many digits the number takes without an exponent, leading and trailing zeros aside."""
    if not number:
        return 1
    sign_free = number.as_tuple()
    exponent = int(sign_free.exponent)
    digits = len(sign_free.digits)
    while digits > 1 and sign_free.digits[digits - 1] == 0 and exponent < 0:
        digits, exponent = digits - 1, exponent + 1
    return digits + exponent if exponent >= 0 else max(digits, -exponent)


def canonical_decimal(number: Decimal) -> str:
    """Write a finite decimal without exponent, trailing zeros, or a minus before zero."""
    written = f"{number:f}"
    if "." in written:
        written = written.rstrip("0").rstrip(".")
    return "0" if written in {"-0", ""} else written


def integer(
    value: object, path: Path, issues: Issues, *, low: int = SMALLEST, high: int = LARGEST
) -> int:
    """A required whole number between ``low`` and ``high``, at most 64 bits."""
    if value is None:
        issues.add("REQUIRED", path)
        return low
    number = optional_integer(value, path, issues, low=low, high=high)
    return low if number is None else number


def optional_integer(
    value: object, path: Path, issues: Issues, *, low: int = SMALLEST, high: int = LARGEST
) -> int | None:
    """A whole number or None; booleans are no numbers."""
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int):
        issues.add("NOT_AN_INTEGER", path)
        return None
    if not low <= value <= high:
        shown = value if SMALLEST <= value <= LARGEST else "…"
        issues.add("OUT_OF_RANGE", path, actual=shown, low=low, high=high)
        return None
    return value


def percent(value: object, path: Path, issues: Issues) -> int | None:
    """A whole percentage from 0 to 100, or None."""
    return optional_integer(value, path, issues, low=0, high=100)


def likert(value: object, path: Path, issues: Issues) -> int | None:
    """A grade from 1 to 7, or None."""
    return optional_integer(value, path, issues, low=1, high=7)


def email(value: object, path: Path, issues: Issues) -> str:
    """A required e-mail address, in lower case, so that it is unique however it is typed."""
    clean = text(value, path, issues, limit=EMAIL, one_line=True)
    if clean and not _EMAIL.fullmatch(clean):
        issues.add("NOT_AN_EMAIL", path)
        return ""
    return clean.lower()


def url(value: object, path: Path, issues: Issues) -> str | None:
    """An address of http or https with a host and without credentials, or None."""
    clean = optional_text(value, path, issues, limit=URL, one_line=True)
    if clean is None:
        return None
    if not _is_web_address(clean):
        issues.add("NOT_A_URL", path)
        return None
    return clean


def _is_web_address(clean: str) -> bool:
    if any(sign.isspace() or sign in '<>"\\^`{|}' for sign in clean):
        return False
    try:
        parts = urlsplit(clean)
        port_is_right = parts.port is None or parts.port > 0
    except ValueError:
        return False
    has_host = bool(parts.hostname) and parts.username is None and parts.password is None
    return parts.scheme in {"http", "https"} and has_host and port_is_right


def tags(values: Iterable[object] | None, path: Path, issues: Issues) -> tuple[str, ...]:
    """At most 20 tags of at most 50 code points, in order, each kept once."""
    given = tuple(values or ())
    if len(given) > TAGS:
        issues.add("TOO_MANY", path, actual=len(given), limit=TAGS)
        return ()
    clean = (
        text(tag, (*path, index), issues, limit=TAG, one_line=True)
        for index, tag in enumerate(given)
    )
    return tuple(dict.fromkeys(tag for tag in clean if tag))
