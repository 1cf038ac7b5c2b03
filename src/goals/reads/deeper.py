"""Deeper: what SQLite cannot parse in one statement is read in a second one.

SQLite before 3.46 parses on a small stack (room.py). Where a selection nests too deeply, its
innermost fields are left out of the statement, which writes ``\\x03number:id\\x03`` in their place;
one more statement per such field then fetches it for all those rows at once. Every other read
is one statement.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from graphql import FieldNode

MARK = "\x03"
BETWEEN = "\x02"
"""Separates the answers for several rows; like the mark it cannot occur raw in JSON."""

Fetch = Callable[[int, list[str]], Awaitable[str]]


@dataclass(frozen=True, slots=True)
class Deferred:
    """A field of a type, left for a further statement."""

    type_name: str
    key: str
    nodes: tuple[FieldNode, ...]
    up: int
    """What goes with a missing value (missing.py), counted from the object of the field."""


async def fill_deeper(text: str, fetch: Fetch, keys: list[str]) -> str:
    """Replace the marks of an answer; ``fetch`` gives the objects of a field's rows.

    Each object holds only the field, under its response key; ``keys`` are those of the fields.
    """
    pieces = text.split(MARK)
    wanted: dict[int, dict[str, list[int]]] = {}
    for at in range(1, len(pieces), 2):
        number, _, row = pieces[at].partition(":")
        wanted.setdefault(int(number), {}).setdefault(row, []).append(at)
    for field, rows in wanted.items():
        answers = (await fetch(field, list(rows))).split(BETWEEN)
        start = f'{{"{keys[field]}":'
        for places, answer in zip(rows.values(), answers, strict=True):
            # A row that has gone meanwhile leaves no object.
            value = answer[len(start) : -1] if answer.startswith(start) else "null"
            for place in places:
                pieces[place] = value
    return "".join(pieces)
