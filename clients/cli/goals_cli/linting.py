"""Checking documents: every commission of a file judged, every finding with its place in the file.

``judge`` is all that `goals lint` and the editor server share; forms of output are in
``lint_text``, ``lint_sarif`` and ``lint_data``. Needs no server and no network.
"""

import datetime as dt
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from goals.smart import DEFAULT, BadAnswer, BadConfig, Config, Draft, Finding, Report, check
from goals_cli.documents import Document, Sheet
from goals_cli.errors import Misused
from goals_cli.language import Words, say

LEVELS = {"error": 0, "warning": 1, "advice": 2}


@dataclass(frozen=True)
class Located:
    """A finding and where it stands in the document, as offsets in its text."""

    finding: Finding
    start: int
    end: int


@dataclass(frozen=True)
class Judged:
    """One commission of a document with its report and its findings, in the order of the text."""

    document: Document
    sheet: Sheet
    report: Report
    located: tuple[Located, ...]

    @property
    def name(self) -> str:
        """What to call it: its id, else the file and the line."""
        given = self.sheet.answers.get("id")
        line, _ = self.document.position(self.sheet.start)
        return str(given) if given else f"{self.document.name}:{line}"


def judge(document: Document, today: dt.date, config: Config) -> Iterator[Judged]:
    """Check every commission of a document."""
    for sheet in document.sheets:
        try:
            draft = Draft.from_mapping(sheet.answers)
        except TypeError as error:
            line, _ = document.position(sheet.start)
            place = f"{document.name}:{line}"
            raise Misused(f"{place}: {fault(error)}", code="BAD_FORM") from None
        report = check(draft, today=today, config=config)
        located = [_locate(finding, sheet) for finding in report.findings]
        located.sort(key=lambda one: (one.start, LEVELS[one.finding.severity], one.finding.code))
        yield Judged(document, sheet, report, tuple(located))


def _locate(finding: Finding, sheet: Sheet) -> Located:
    """Where a finding stands; on an answer that is missing it is the commission's first line."""
    name, index = str(finding.field), finding.index
    start = sheet.offset(name, index, finding.start)
    if start is None or (name, index) not in sheet.places:
        start = sheet.offset("goal", 0, 0)
        start = sheet.start if start is None else start
        return Located(finding, start, start)
    last = sheet.offset(name, index, max(finding.end - 1, finding.start))
    end = start if last is None or finding.end <= finding.start else last + 1
    return Located(finding, start, max(start, end))


_KINDS = {
    "dict": Words("ein Objekt", "an object"),
    "list": Words("eine Liste", "a list"),
    "bool": Words("ja oder nein", "a boolean"),
}


def fault(error: Exception) -> str:
    """What is wrong with the form of a goal, in the language in use."""
    if isinstance(error, BadAnswer):
        wanted = {
            "text": Words("Text", "text"),
            "texts": Words("eine Liste von Texten", "a list of texts"),
        }[error.wanted]
        given = _KINDS.get(error.given, error.given)
        return say("{} muss {} sein, nicht {}", "{} must be {}, not {}").format(
            error.name, wanted, given
        )
    if isinstance(error, json.JSONDecodeError):
        return say(
            "kein gültiges JSON, ab Zeichen {}", "no valid JSON from character {} on"
        ).format(error.pos + 1)
    if isinstance(error, UnicodeDecodeError):
        return say("kein UTF-8, ab Byte {}", "no UTF-8 from byte {} on").format(error.start + 1)
    if isinstance(error, RecursionError):
        return say("zu tief verschachtelt", "nested too deeply")
    return str(error)


def load_config(path: str | None) -> Config:
    """The settings in a TOML file; raises Misused when it cannot be read or names what is not."""
    if path is None:
        return DEFAULT
    import tomllib

    from goals.smart.catalogue import codes

    try:
        tables = tomllib.loads(Path(path).read_text(encoding="utf-8"))
        return Config.from_mapping(tables, codes())
    except OSError as error:
        raise unreadable(path, error) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise Misused(
            say("{} ist kein gültiges TOML: {}", "{} is no valid TOML: {}").format(path, error),
            code="BAD_CONFIG",
        ) from None
    except BadConfig as error:
        raise Misused(
            f"{path}: {error}",
            say("Regeln nennt: goals explain", "For the rules: goals explain"),
            code="BAD_CONFIG",
        ) from None


def unreadable(path: str, error: OSError) -> Misused:
    """The trouble to raise for a file that cannot be read."""
    reason = error.strerror or str(error)
    return Misused(
        say("{} lässt sich nicht lesen: {}.", "{} cannot be read: {}.").format(path, reason),
        code="UNREADABLE",
    )
