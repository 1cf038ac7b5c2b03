"""Output: plain lines to stdout, notes to stderr, or one JSON value.

Texts of other people pass ``clean`` before they reach a terminal. Tables and bars for terminals
are in ``tables``; this module must stay cheap to import.
"""

import os
import sys
from typing import Any, TextIO

_json_wanted: list[bool] = [False]


def want_json(wanted: bool) -> None:
    """Print JSON from now on (``--json``)."""
    _json_wanted[0] = wanted


def as_json() -> bool:
    """Whether ``--json`` was given."""
    return _json_wanted[0]


def clean(text: str) -> str:
    """Take out what could steer a terminal: control and direction characters, lone surrogates.

    Line breaks and tabs stay.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(sign if _harmless(sign) else "�" for sign in text)


def _harmless(sign: str) -> bool:
    if sign in "\n\t":
        return True
    number = ord(sign)
    steers = 0x202A <= number <= 0x202E or 0x2066 <= number <= 0x2069 or number in (0x200E, 0x200F)
    control = number < 0x20 or 0x7F <= number < 0xA0 or 0xD800 <= number <= 0xDFFF
    return not (steers or control)


def line(text: str = "") -> None:
    """Write one line for a person to stdout; nothing when JSON is wanted."""
    if not as_json():
        _write(sys.stdout, clean(text))


def note(text: str) -> None:
    """Write one line to stderr: what is going on, or what went wrong."""
    _write(sys.stderr, clean(text))


def data(value: Any) -> None:
    """Write the answer as JSON to stdout when it is wanted; else nothing."""
    if as_json():
        import json

        _write(sys.stdout, json.dumps(value, ensure_ascii=False, indent=2))


def record(value: Any) -> None:
    """Write one of many answers as one line of JSON (NDJSON) when that is wanted."""
    if as_json():
        import json

        _write(sys.stdout, json.dumps(value, ensure_ascii=False, separators=(",", ":")))


def terminal() -> bool:
    """Whether stdout is a terminal."""
    return sys.stdout.isatty()


def interactive() -> bool:
    """Whether a person can be asked: stdin and stderr are terminals and no JSON is wanted."""
    return sys.stdin is not None and sys.stdin.isatty() and sys.stderr.isatty() and not as_json()


def coloured() -> bool:
    """Whether colours may be used: a terminal, no NO_COLOR, no dumb terminal."""
    return terminal() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def width() -> int:
    """Columns to write in: the terminal's, 80 when there is none; between 40 and 120."""
    if not terminal():
        return 80
    import shutil

    return max(40, min(120, shutil.get_terminal_size((80, 24)).columns))


def _write(stream: TextIO, text: str) -> None:
    try:
        stream.write(text + "\n")
    except UnicodeEncodeError:
        encoding = stream.encoding or "ascii"
        stream.write(text.encode(encoding, "replace").decode(encoding) + "\n")
    if stream is sys.stdout:
        stream.flush()
