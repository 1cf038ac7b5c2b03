"""`goals lint`: check goals in files, without a server."""

import datetime as dt
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from goals_cli import output
from goals_cli.command import argument, declare, option
from goals_cli.errors import Misused, Trouble
from goals_cli.language import Words, current, say

if TYPE_CHECKING:
    from goals.smart import Config
    from goals_cli.documents import Document
    from goals_cli.linting import Judged

FORMATS = ("text", "json", "ndjson", "sarif", "github")
FINDINGS = 5
UNUSABLE = 2
_LINES = (".ndjson", ".jsonl")


@declare(
    "lint",
    Words(
        """Ziele in Dateien auf SMART prüfen, ohne Server.

        Liest Markdown (mit Front Matter oder Überschriften), YAML und einfachen Text; „-“ ist die
        Standardeingabe. Mit --format ndjson ist jede Zeile ein Ziel. Code 0: kein Fehler, 5:
        Fehler gefunden, 2: etwas war nicht lesbar.""",
        """Check goals in files for SMART, without a server.

        Reads Markdown (with front matter or headings), YAML and plain text; “-” is stdin. With
        --format ndjson every line is a goal. Exit code 0: no errors, 5: errors found, 2:
        something could not be read.""",
    ),
    examples=(
        "goals lint goals.md",
        'echo "Support verbessern" | goals lint -',
        "goals lint --format sarif --today 2026-11-21 plan.yaml",
        "goals lint --diff old.md new.md",
    ),
)
@option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    words=Words("Form der Ausgabe.", "Form of the output."),
)
@option(
    "--today",
    metavar="DATE",
    words=Words("Tag, von dem aus gezählt wird (JJJJ-MM-TT).", "Day to count from (YYYY-MM-DD)."),
)
@option(
    "--config",
    metavar="FILE",
    words=Words("Einstellungen (TOML).", "Settings (TOML)."),
)
@option(
    "--diff",
    is_flag=True,
    words=Words("Zwei Fassungen vergleichen: ALT NEU.", "Compare two versions: OLD NEW."),
)
@argument(
    "files",
    nargs=-1,
    metavar="[FILE…]",
    words=Words("Dateien, oder - für die Standardeingabe.", "Files, or - for stdin."),
)
@click.pass_context
def command(
    ctx: click.Context,
    files: tuple[str, ...],
    form: str | None,
    today: str | None,
    config: str | None,
    diff: bool,
) -> int:
    """Read, check, write; the exit code says whether there were errors."""
    from goals_cli.linting import load_config

    form = form or ("json" if output.as_json() else "text")
    output.want_json(False)  # the forms below write by themselves
    files = files or _stdin_if_piped()
    day, settings = _day(today), load_config(config)
    language = current() if _language_said(ctx) else None
    if diff:
        return _compare(files, day, settings, form)
    lined = [name for name in files if name.endswith(_LINES) or (form == "ndjson" and name == "-")]
    if form == "ndjson" or lined:
        return _by_lines(files, day, settings, language, form)
    run = _Run(files, day, settings)
    _write(run, form, language)
    return run.exit_code


def _language_said(ctx: click.Context | None) -> bool:
    """Whether the language was asked for on the command line."""
    from click.core import ParameterSource

    while ctx is not None:
        if ctx.get_parameter_source("language") is ParameterSource.COMMANDLINE:
            return True
        ctx = ctx.parent
    return False


def _stdin_if_piped() -> tuple[str, ...]:
    if sys.stdin is None or sys.stdin.isatty():
        raise Misused(
            say("Welche Datei soll geprüft werden?", "Which file is to be checked?"),
            "goals lint goals.md",
        )
    return ("-",)


def _day(text: str | None) -> dt.date:
    if text is None:
        return dt.datetime.now().astimezone().date()
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise Misused(
            say("--today: {!r} ist kein Datum.", "--today: {!r} is no date.").format(text[:40]),
            say("Form: 2026-11-21", "Form: 2026-11-21"),
            path=("today",),
        ) from None


def _document(name: str) -> "Document":
    """A file as a document; raises Misused when it cannot be read."""
    from goals_cli.documents import decode, read_document
    from goals_cli.linting import unreadable

    try:
        content = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    except OSError as error:
        raise unreadable(name, error) from None
    return read_document(decode(content, name), name)


class _Run:
    """All documents of a run, one after the other; remembers what the exit code needs."""

    def __init__(self, files: Iterable[str], day: dt.date, settings: "Config") -> None:
        self.files, self.day, self.settings = files, day, settings
        self.errors = self.unusable = False

    def __iter__(self) -> "Iterator[Judged]":
        from goals_cli.linting import judge

        for name in self.files:
            try:
                for judged in judge(_document(name), self.day, self.settings):
                    self.errors = self.errors or judged.report.has_errors()
                    yield judged
            except Trouble as trouble:
                self.unusable = True
                _complain(trouble)

    @property
    def exit_code(self) -> int:
        """Unreadable input first, then findings."""
        return UNUSABLE if self.unusable else FINDINGS if self.errors else 0


def _complain(trouble: Trouble) -> None:
    output.note(say("Fehler: ", "Error: ") + trouble.message)
    for step in trouble.next_steps:
        output.note(f"  → {step}")


def _write(run: _Run, form: str, language: str | None) -> None:
    if form == "text":
        from goals_cli.lint_text import write_text

        write_text(run)
    elif form == "sarif":
        import json

        from goals_cli.lint_sarif import sarif

        text = json.dumps(sarif(run, current()), ensure_ascii=True, indent=2)
        sys.stdout.write(text + "\n")
    elif form == "github":
        from goals_cli.lint_data import write_github

        write_github(run, current())
    else:
        from goals_cli.lint_data import write_json, write_lines

        (write_json if form == "json" else write_lines)(run, language)


def _by_lines(
    files: tuple[str, ...], day: dt.date, settings: "Config", language: str | None, form: str
) -> int:
    """Goals line by line; documents among the files are written in the same form."""
    from goals_cli.lint_data import stream
    from goals_cli.linting import unreadable

    if form not in {"ndjson", "text", "json"}:
        raise Misused(
            say(
                "Zeilenweise Ziele gibt es nur mit --format ndjson.",
                "Goals line by line come with --format ndjson only.",
            ),
            "goals lint --format ndjson goals.ndjson",
        )
    errors = unusable = False
    for name in files:
        if name != "-" and not name.endswith(_LINES):
            run = _Run((name,), day, settings)
            _write(run, "ndjson", language)
            errors, unusable = errors or run.errors, unusable or run.unusable
            continue
        try:
            if name == "-":
                found, bad = stream(sys.stdin.buffer, name, day, settings, language)
            else:
                with Path(name).open("rb") as lines:
                    found, bad = stream(lines, name, day, settings, language)
        except OSError as error:
            _complain(unreadable(name, error))
            found, bad = False, True
        errors, unusable = errors or found, unusable or bad
    return UNUSABLE if unusable else FINDINGS if errors else 0


def _compare(files: tuple[str, ...], day: dt.date, settings: "Config", form: str) -> int:
    """Which findings did the edit mend, which are new, which remain?"""
    from goals_cli.linting import judge

    if len(files) != 2:
        raise Misused(
            say("--diff braucht zwei Dateien.", "--diff needs two files."),
            "goals lint --diff old.md new.md",
        )
    old, new = ([*judge(_document(name), day, settings)] for name in files)
    before, after = _counted(old), _counted(new)
    groups = (
        ("mended", Words("behoben", "mended"), before - after),
        ("new", Words("neu", "new"), after - before),
        ("remaining", Words("geblieben", "remaining"), before & after),
    )
    if form == "json":
        import json

        plain = {
            key: [
                {"goal": goal, "rule": code, "field": place, "count": count}
                for (goal, code, place), count in sorted(found.items())
            ]
            for key, _, found in groups
        }
        sys.stdout.write(json.dumps(plain, ensure_ascii=False, indent=2) + "\n")
    else:
        for _, words, found in groups:
            listed = [code for (_, code, _), count in sorted(found.items()) for _ in range(count)]
            output.line(f"{words}: {', '.join(listed) or '–'}")
        for left, right in zip(old, new, strict=False):
            output.line(f"{right.name}: {left.report.grade} → {right.report.grade}")
    return FINDINGS if any(judged.report.has_errors() for judged in new) else 0


def _counted(found: "list[Judged]") -> Counter[tuple[int, str, str]]:
    """Findings by the commission's position, rule and field."""
    return Counter(
        (number, finding.code, str(finding.field))
        for number, judged in enumerate(found, 1)
        for finding in judged.report.findings
    )
