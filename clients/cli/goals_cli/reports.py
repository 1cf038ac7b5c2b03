"""Reports: figures in grids, with what was asked and what the words mean.

A command makes one ``Report``; ``show`` prints it for people, as JSON or as CSV, or writes a
spreadsheet. No figure is bare: a rate is a cell of its own with count and interval.
CSV is in ``csv_files``, spreadsheets are in ``spreadsheets``.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple, TypeVar

import click

from goals_cli import output
from goals_cli.command import option
from goals_cli.dates import day
from goals_cli.errors import Misused
from goals_cli.language import Words, current, say
from goals_cli.tables import bar, paragraph, table, title

Function = TypeVar("Function", bound=Callable[..., Any])
Kind = Literal["text", "count", "number", "share", "rate", "points", "mean", "day"]


class Rate(NamedTuple):
    """A part of a whole: ``achieved`` of ``n``; the others are fractions of one, or unknown."""

    achieved: int | None
    n: int
    rate: float | None = None
    low: float | None = None
    high: float | None = None


class Points(NamedTuple):
    """A difference of two rates with its interval, as fractions of one."""

    value: float | None
    low: float | None = None
    high: float | None = None


class Mean(NamedTuple):
    """A mean of ``n`` values with its interval."""

    n: int
    mean: float | None = None
    low: float | None = None
    high: float | None = None


SHORT = 16  # a text up to here stays on one line of a table

PARTS: dict[Kind, tuple[str, ...]] = {
    "rate": Rate._fields,
    "points": Points._fields,
    "mean": Mean._fields,
}
"""The kinds whose cells are several values, and the names of these."""


@dataclass(frozen=True)
class Column:
    """A column: its name for programs, its heading, and what its cells are.

    ``share`` and the parts of ``rate`` and ``points`` are fractions of one; ``day`` is an ISO
    date. In a terminal ``drawn`` puts a bar beside a rate, ``brief`` leaves its interval out, and
    a ``filed`` column is left out: it stands in files only.
    """

    name: str
    words: Words
    kind: Kind = "text"
    drawn: bool = False
    brief: bool = False
    filed: bool = False


@dataclass(frozen=True)
class Grid:
    """Rows of values under columns; ``words`` is the heading of the whole grid."""

    columns: tuple[Column, ...]
    rows: list[tuple[Any, ...]]
    words: Words | None = None
    name: str = "figures"


@dataclass(frozen=True)
class Report:
    """An answer: what was asked, the figures, what they mean, and how they are defined.

    Of an ``empty`` one a person sees only what it means.
    """

    title: str
    asked: list[tuple[str, str]]
    grids: list[Grid]
    meaning: list[str] = field(default_factory=list)
    definitions: list[str] = field(default_factory=list)
    empty: bool = False


class Form(NamedTuple):
    """How a person wants to have a report."""

    csv: bool
    csv_de: bool
    xlsx: str | None


def forms(function: Function) -> Function:
    """Add ``--csv``, ``--csv-de`` and ``--xlsx FILE``; the command gets them as one ``form``."""

    def gathered(**given: Any) -> Any:
        form = Form(*(given.pop(name) for name in Form._fields))
        if sum(map(bool, (*form, output.as_json()))) > 1:
            raise Misused(
                say(
                    "Nur eines von --json, --csv, --csv-de und --xlsx geht.",
                    "Only one of --json, --csv, --csv-de and --xlsx is possible.",
                )
            )
        return function(**given, form=form)

    # click keeps the options of a function on it, and its text is the help
    gathered.__click_params__ = getattr(function, "__click_params__", [])  # type: ignore[attr-defined]
    gathered.__doc__ = function.__doc__
    for add in (
        option(
            "--xlsx",
            metavar=say("DATEI", "FILE"),
            type=click.Path(dir_okay=False),
            words=Words(
                "Als Excel-Datei schreiben, mit Filtern und Definitionen.",
                "Write an Excel file, with filters and definitions.",
            ),
        ),
        option(
            "--csv-de",
            is_flag=True,
            words=Words("Als CSV für deutsches Excel.", "As CSV for a German Excel."),
        ),
        option("--csv", is_flag=True, words=Words("Als CSV ausgeben.", "Print CSV.")),
    ):
        gathered = add(gathered)
    return gathered  # type: ignore[return-value]


def show(report: Report, answer: Any, form: Form) -> None:
    """Print or write the report as it is wanted; ``answer`` is what the server said."""
    if form.xlsx is not None:
        from goals_cli.spreadsheets import write

        write(report, form.xlsx)
        output.note(say("Geschrieben: {}", "Written: {}").format(form.xlsx))
    elif form.csv or form.csv_de:
        from goals_cli.csv_files import print_grids

        print_grids(report, german=form.csv_de)
    elif output.as_json():
        output.data(answer)
    else:
        _print(report)


def _print(report: Report) -> None:
    title(report.title)
    for sentence in report.meaning[:1]:
        paragraph(sentence)
    if report.empty:
        return
    for grid in report.grids:
        if not grid.rows:
            continue
        output.line()
        if grid.words is not None:
            title(str(grid.words))
        print_grid(grid)
    if report.meaning[1:]:
        output.line()
    for sentence in report.meaning[1:]:
        paragraph(sentence)


def print_grid(grid: Grid) -> None:
    """Print one grid; a drawn rate is followed by its interval as a bar."""
    headings: list[str] = []
    texts: list[int] = []
    for column in grid.columns:
        if column.filed:
            continue
        if column.kind == "text" and _widest(grid, column) > SHORT:
            texts.append(len(headings))
        headings += [str(column.words), ""] if column.drawn else [str(column.words)]
    table(headings, [_cells(grid.columns, row) for row in grid.rows], wrapped=texts)


def _widest(grid: Grid, column: Column) -> int:
    place = grid.columns.index(column)
    return max((len(str(row[place])) for row in grid.rows), default=0)


def _cells(columns: Sequence[Column], row: Sequence[Any]) -> list[str]:
    cells: list[str] = []
    for column, value in zip(columns, row, strict=True):
        if column.filed:
            continue
        written = cell(value, column.kind)
        cells.append(written.partition(" [")[0] if column.brief else written)
        if column.drawn:
            cells.append(small_bar(value))
    return cells


def cell(value: Any, kind: Kind) -> str:
    """Write one value for a person."""
    if value is None:
        return "–"
    return _WRITTEN.get(kind, str)(value)


def points(value: Points) -> str:
    """``+12 [−3, +27]`` in percentage points; a dash where it cannot be told."""
    if value.value is None or value.low is None or value.high is None:
        return "–"
    return f"{_signed(value.value * 100)} [{_signed(value.low * 100)}, {_signed(value.high * 100)}]"


def mean(value: Mean) -> str:
    """``+0.4 [+0.1, +0.7]``; only the count when there is too little for a mean."""
    if value.mean is None or value.low is None or value.high is None:
        return f"– (n = {value.n})"
    low, high = _signed(value.low, 1), _signed(value.high, 1)
    return f"{_signed(value.mean, 1)} [{low}, {high}] (n = {value.n})"


def _signed(value: float, digits: int = 0) -> str:
    text = f"{value:+.{digits}f}"
    return _decimal(text.replace("-", "−") if float(text) else text.lstrip("+-"))


def number(value: float) -> str:
    """A number with the decimal sign of the language in use, at most three digits after it."""
    text = f"{value:.3f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)
    return _decimal(text)


def _decimal(text: str) -> str:
    return text.replace(".", ",") if current() == "de" else text


def short(rate: Rate) -> str:
    """``17/20 85 % [64–95]``; only the count when there is too little for a rate."""
    if rate.achieved is None:
        return say("unterdrückt", "suppressed")
    text = f"{rate.achieved}/{rate.n}"
    if rate.rate is None:
        return f"{text} –"
    if rate.low is None or rate.high is None:
        return f"{text} {round(rate.rate * 100)} %"
    return f"{text} {round(rate.rate * 100)} % [{round(rate.low * 100)}–{round(rate.high * 100)}]"


def small_bar(rate: Rate | None) -> str:
    """Draw a rate with its interval; nothing where there is none."""
    if rate is None or rate.rate is None or rate.low is None or rate.high is None:
        return ""
    return bar(rate.rate, rate.low, rate.high, width=20 if output.width() > 90 else 14)


_WRITTEN: dict[Kind, Callable[[Any], str]] = {
    "rate": short,
    "points": points,
    "mean": mean,
    "number": number,
    "share": lambda value: f"{round(value * 100)} %",
    "day": day,
}
