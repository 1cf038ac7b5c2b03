"""CSV: the grids of a report, plain (RFC 4180) or as a German Excel reads it.

The German dialect has semicolons, decimal commas, and a mark of UTF-8 at the beginning; rates
become columns of their own. A text that a spreadsheet would run as a formula gets an apostrophe.
"""

import csv
import io
import sys
from collections.abc import Iterator
from typing import Any

from goals_cli import output
from goals_cli.reports import PARTS, Grid, Report

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def print_grids(report: Report, *, german: bool) -> None:
    """Print every grid that has rows, an empty line between two."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", newline="")
    sys.stdout.write(text_of(report, german=german))
    sys.stdout.flush()


def text_of(report: Report, *, german: bool) -> str:
    """The grids as CSV; lines end as RFC 4180 says."""
    written = io.StringIO()
    writer = csv.writer(written, delimiter=";" if german else ",", lineterminator="\r\n")
    grids = [grid for grid in report.grids if grid.rows or len(report.grids) == 1]
    for number, grid in enumerate(grids):
        if number:
            writer.writerow([])
        writer.writerow(list(headings(grid)))
        for row in grid.rows:
            writer.writerow([_written(value, german) for value in values(grid, row)])
    return ("\ufeff" if german else "") + written.getvalue()


def headings(grid: Grid) -> Iterator[str]:
    """The names of the columns for programs; a rate has five."""
    for column in grid.columns:
        parts = PARTS.get(column.kind)
        yield from (f"{column.name}_{part}" for part in parts) if parts else (column.name,)


def values(grid: Grid, row: tuple[Any, ...]) -> Iterator[Any]:
    """The values under these names."""
    for column, value in zip(grid.columns, row, strict=True):
        parts = PARTS.get(column.kind)
        yield from (value or (None,) * len(parts)) if parts else (value,)


def harmless(text: str) -> str:
    """The text, with an apostrophe before what a spreadsheet would take for a formula."""
    tidy = output.clean(text)
    return f"'{tidy}" if tidy.startswith(_FORMULA) else tidy


def _written(value: Any, german: bool) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        text = f"{value:.6f}".rstrip("0").rstrip(".")
        return text.replace(".", ",") if german else text
    return harmless(value) if isinstance(value, str) else str(value)
