"""Spreadsheets: a report as an Excel file, one sheet a grid, and one that says what it is.

The last sheet holds the question with its filters, the date, and the definitions, so that a file
that is passed on still explains itself. Numbers stay numbers; texts are never formulas.
"""

import datetime as dt
from pathlib import Path
from typing import Any

from goals_cli import output
from goals_cli.csv_files import headings, values
from goals_cli.dates import moment
from goals_cli.errors import Misused
from goals_cli.language import Words, say
from goals_cli.reports import PARTS, Grid, Report
from goals_cli.version import version

WIDEST = 60
_TO_REPLACE = str.maketrans(dict.fromkeys("[]:*?/\\", " "))


def write(report: Report, name: str) -> None:
    """Write the report to a file; the file appears whole or not at all.

    Raises Misused when the place cannot be written to.
    """
    import xlsxwriter  # type: ignore[import-untyped]

    path = Path(name)
    unfinished = path.with_name(f"{path.name}.part")
    try:
        with xlsxwriter.Workbook(str(unfinished), {"strings_to_formulas": False}) as book:
            for number, grid in enumerate(report.grids):
                _grid(book, grid, number)
            _about(book, report)
        unfinished.replace(path)
    except (OSError, xlsxwriter.exceptions.FileCreateError) as error:
        unfinished.unlink(missing_ok=True)
        raise Misused(
            say("{} kann nicht geschrieben werden: {}", "{} cannot be written: {}").format(
                name, error
            ),
            path=("xlsx",),
        ) from None


def _grid(book: Any, grid: Grid, number: int) -> None:
    sheet = book.add_worksheet(_sheet_name(grid, number))
    bold = book.add_format({"bold": True, "bottom": 1})
    formats = [book.add_format({"num_format": kind}) for kind in _number_formats(grid)]
    names = list(headings(grid))
    for place, (name, heading) in enumerate(zip(names, _readable(grid), strict=True)):
        sheet.write_string(0, place, heading or name, bold)
    for line, row in enumerate(grid.rows, start=1):
        for place, value in enumerate(values(grid, row)):
            _write(sheet, line, place, value, formats[place])
    sheet.freeze_panes(1, 1)
    if grid.rows:
        sheet.autofilter(0, 0, len(grid.rows), len(names) - 1)
    sheet.autofit(WIDEST * 7)


def _write(sheet: Any, line: int, place: int, value: Any, format_: Any) -> None:
    if value is None:
        return
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        sheet.write_number(line, place, value, format_)
    else:
        sheet.write_string(line, place, output.clean(str(value)))


_FORMATS: dict[str, tuple[str, ...]] = {
    "rate": ("0", "0", "0.0%", "0.0%", "0.0%"),
    "points": ("+0.0%;-0.0%;0%",) * 3,
    "mean": ("0", "0.00", "0.00", "0.00"),
    "share": ("0.0%",),
    "number": ("0.000",),
    "count": ("0",),
}


def _number_formats(grid: Grid) -> list[str]:
    return [one for column in grid.columns for one in _FORMATS.get(column.kind, ("General",))]


def _readable(grid: Grid) -> list[str]:
    found: list[str] = []
    for column in grid.columns:
        parts = PARTS.get(column.kind)
        found += (
            [f"{column.words} – {_PARTS[part]}" for part in parts] if parts else [str(column.words)]
        )
    return found


_PARTS = {
    "achieved": Words("erreicht", "achieved"),
    "n": Words("n", "n"),
    "rate": Words("Quote", "rate"),
    "value": Words("Wert", "value"),
    "mean": Words("Mittel", "mean"),
    "low": Words("95 % von", "95 % from"),
    "high": Words("95 % bis", "95 % to"),
}


def _sheet_name(grid: Grid, number: int) -> str:
    text = str(grid.words) if grid.words is not None else say("Zahlen", "Figures")
    plain = " ".join(text.translate(_TO_REPLACE).split())[:27].strip("' ") or "Figures"
    return plain if number == 0 else f"{plain} {number + 1}"


def _about(book: Any, report: Report) -> None:
    sheet = book.add_worksheet(say("Erläuterung", "About"))
    bold = book.add_format({"bold": True})
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    sheet.set_column(0, 0, 24)
    sheet.set_column(1, 1, 90, wrapped)
    now = dt.datetime.now().astimezone().isoformat()
    lines = [
        (say("Auswertung", "Report"), report.title),
        *report.asked,
        (say("Stand", "As of"), f"{moment(now)}, goals {version()}"),
        *((say("Bedeutung", "Meaning"), text) for text in report.meaning),
        *((say("Definition", "Definition"), text) for text in report.definitions),
    ]
    before = None
    for line, (name, text) in enumerate(lines):
        sheet.write_string(line, 0, "" if name == before else name, bold)
        sheet.write_string(line, 1, output.clean(text), wrapped)
        before = name
