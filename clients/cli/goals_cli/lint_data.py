"""Lint output for programs: JSON, NDJSON line by line, and GitHub's annotations.

NDJSON is streamed: one goal in, one report out, nothing kept.
"""

import datetime as dt
import gc
import json
import sys
from collections.abc import Iterable
from typing import Any, BinaryIO

from goals.smart import Config, Draft, check
from goals_cli import output
from goals_cli.language import say
from goals_cli.linting import Judged, fault

_LEVEL = {"error": "error", "warning": "warning", "advice": "notice"}


def as_object(judged: Judged, language: str | None) -> dict[str, Any]:
    """The report of a commission, with the lines and columns (from 1) of its findings."""
    document = judged.document
    plain = judged.report.as_dict(language)
    order = {id(one.finding): one for one in judged.located}
    for finding, written in zip(judged.report.findings, plain["findings"], strict=True):
        one = order[id(finding)]
        line, column = document.position(one.start)
        end_line, end_column = document.position(one.end)
        written.update(line=line, column=column, endLine=end_line, endColumn=end_column)
    line, _ = document.position(judged.sheet.start)
    return {"id": judged.name, "file": document.name, "line": line, **plain}


def write_json(found: Iterable[Judged], language: str | None) -> None:
    """One JSON list of all reports."""
    objects = [as_object(one, language) for one in found]
    _write(json.dumps(objects, ensure_ascii=False, indent=2))


def write_lines(found: Iterable[Judged], language: str | None) -> None:
    """One report a line, of documents."""
    for one in found:
        _write(_dumped(as_object(one, language)))


def stream(
    lines: BinaryIO, name: str, today: dt.date, config: Config, language: str | None
) -> tuple[bool, bool]:
    """Check goals line by line; whether there were errors among the goals, and bad lines."""
    errors = bad = False
    gc.freeze()  # what is loaded stays; collecting it again and again would cost a fifth
    for number, raw in enumerate(lines, 1):
        if not raw.strip():
            continue
        try:
            found = json.loads(raw.decode("utf-8-sig" if number == 1 else "utf-8"))
            draft = Draft.from_mapping(_object(found))
        except (ValueError, TypeError, RecursionError) as error:
            bad = True
            place = say("{} Zeile {}: {}", "{} line {}: {}").format(name, number, fault(error))
            output.note(say("Fehler: ", "Error: ") + place)
            continue
        report = check(draft, today=today, config=config)
        errors = errors or report.has_errors()
        _write(_dumped({"id": found.get("id"), **report.as_dict(language)}))
    return errors, bad


def _object(found: Any) -> dict[str, Any]:
    if not isinstance(found, dict):
        raise TypeError(say("kein Objekt", "no object"))
    return found


def write_github(found: Iterable[Judged], language: str) -> None:
    """Workflow commands that GitHub shows beside the lines."""
    for judged in found:
        document = judged.document
        for one in judged.located:
            line, column = document.position(one.start)
            end_line, end_column = document.position(one.end)
            places = f"file={_property(document.name)},line={line},endLine={end_line},col={column}"
            if end_line == line:
                places += f",endColumn={max(end_column, column)}"
            finding = one.finding
            message = f"{finding.message(language)} → {finding.fix(language)}"
            _write(f"::{_LEVEL[finding.severity]} {places},title={finding.code}::{_data(message)}")


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


_dumped = json.JSONEncoder(ensure_ascii=False, check_circular=False).encode


def _write(text: str) -> None:
    """One line of UTF-8; lone surrogates are written as JSON escapes."""
    try:
        content = text.encode()
    except UnicodeEncodeError:
        content = "".join(
            sign if not 0xD800 <= ord(sign) <= 0xDFFF else f"\\u{ord(sign):04x}" for sign in text
        ).encode()
    stdout = getattr(sys.stdout, "buffer", None)
    if stdout is None:
        sys.stdout.write(content.decode() + "\n")
    else:
        sys.stdout.flush()
        stdout.write(content + b"\n")
        stdout.flush()
