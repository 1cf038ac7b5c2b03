"""Tables, bars and paragraphs: what makes an answer readable in a terminal.

rich is imported only when stdout is a terminal; elsewhere columns are aligned with spaces.
"""

import textwrap
import unicodedata
from collections.abc import Sequence

from goals_cli import output


def table(
    headings: Sequence[str], rows: Sequence[Sequence[str]], *, wrapped: Sequence[int] | None = None
) -> None:
    """Print rows under headings; in a terminal the ``wrapped`` columns may take several lines.

    All but the first may where nothing is said; the last takes what room is left.
    """
    if output.as_json():
        return
    tidy = [[_one_line(output.clean(cell)) for cell in row] for row in rows]
    if output.terminal():
        _rich_table(headings, tidy, range(1, len(headings)) if wrapped is None else wrapped)
        return
    widths = [
        max(_columns(heading), *(_columns(row[index]) for row in tidy), 0)
        for index, heading in enumerate(headings)
    ]
    for row in [list(headings), *tidy]:
        cells = [
            cell + " " * (width - _columns(cell)) for cell, width in zip(row, widths, strict=True)
        ]
        output.line("  ".join(cells).rstrip())


def _rich_table(
    headings: Sequence[str], rows: Sequence[Sequence[str]], wrapped: Sequence[int]
) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console(width=output.width(), no_color=not output.coloured(), highlight=False)
    grid = Table(box=None, pad_edge=False, header_style="bold")
    for index, heading in enumerate(headings):
        last = index == len(headings) - 1 and index in wrapped
        grid.add_column(
            heading, overflow="fold", no_wrap=index not in wrapped, ratio=1 if last else None
        )
    for row in rows:
        grid.add_row(*(Text(cell) for cell in row))
    console.print(grid)


def title(text: str) -> None:
    """Print a heading: bold where that is possible."""
    clean = output.clean(text)
    if output.coloured() and not output.as_json():
        import click

        click.echo(click.style(clean, bold=True))
    else:
        output.line(clean)


def paragraph(text: str, *, indent: int = 2, first: str = "") -> None:
    """Print text wrapped to the width; ``first`` stands before its first line."""
    space = " " * indent
    for number, part in enumerate(output.clean(text).split("\n")):
        lead = first if number == 0 else ""
        lines = textwrap.wrap(
            part,
            output.width(),
            initial_indent=space + lead,
            subsequent_indent=space + " " * _columns(lead),
            break_long_words=False,
            break_on_hyphens=False,
        )
        for line in lines or [(space + lead).rstrip()]:
            output.line(line)


def bar(fraction: float, low: float, high: float, *, width: int = 40) -> str:
    """Draw a rate with its interval: filled up to the rate, shaded where the interval lies.

    All three are fractions from 0 to 1.
    """
    marks = []
    for step in range(width):
        place = (step + 0.5) / width
        within = low <= place <= high
        if place <= fraction:
            marks.append("▓" if within else "█")
        else:
            marks.append("░" if within else "·")
    return "".join(marks)


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _columns(text: str) -> int:
    wide = sum(unicodedata.east_asian_width(sign) in "WF" for sign in text)
    marks = sum(unicodedata.combining(sign) > 0 for sign in text)
    return len(text) + wide - marks
