"""Documents with goals: Markdown with front matter, YAML, plain text, each answer with its place.

``read_document`` finds the commissions in a file and remembers for every answer where in the file
its letters stand, so that a finding can be shown on its line. What a goal must be is in
``goals.smart``; answers for the server are read by ``answers``, whose names of fields hold here.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain
from typing import Any

from goals_cli.answers import NAMES
from goals_cli.errors import Misused
from goals_cli.language import say

FIELDS = ("goal", "benefit", "customer", "criteria", "deadline", "resources")
LISTS = frozenset({"criteria", "resources"})
_MORE = {
    "language": "language",
    "sprache": "language",
    "kind": "kind",
    "art": "kind",
    "id": "id",
    "key": "id",
    "text": "text",
    "owner": "owner",
    "verantwortlich": "owner",
    **dict.fromkeys(NAMES["supplier"], "owner"),
}
_NAMED = {spelling: name for name in FIELDS for spelling in NAMES[name]} | _MORE
# Every repetition is bounded or followed by what it cannot match: linear on any line.
_HEADING = re.compile(r"(#{1,6})[ \t]+(\S.*)")
_LABELLED = re.compile(r"[-*+ \t]{0,12}([^:*#\n]{2,30})\*{0,3}:\*{0,3}[ \t]{1,40}(?=\S)")
_BULLET = re.compile(r"[ \t]*(?:[-*+•]|\d{1,3}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?(?=\S)")
_FENCE = ("```", "~~~")


@dataclass
class Sheet:
    """One commission of a document; ``places`` maps (field, index) to document offsets.

    A place is the offset of the first letter, or one offset per letter where the file spells the
    answer differently (quotes, folded lines). ``start`` and ``end`` enclose the commission.
    """

    start: int
    end: int
    answers: dict[str, Any] = field(default_factory=dict)
    places: dict[tuple[str, int], int | list[int]] = field(default_factory=dict)

    def offset(self, name: str, index: int, at: int) -> int | None:
        """Where in the document letter ``at`` of an answer stands; None when it is not there."""
        place = self.places.get((name, index))
        if place is None:
            return None
        if isinstance(place, int):
            return place + at
        return place[min(at, len(place) - 1)] if place else None

    def put(self, name: str, text: str, place: int | list[int]) -> None:
        """Add an answer, or an item of a list of answers."""
        if name in LISTS:
            items = self.answers.setdefault(name, [])
            self.places[name, len(items)] = place
            items.append(text)
        else:
            self.answers[name] = text
            self.places[name, 0] = place


@dataclass
class Document:
    """A file as read: its name, its text, the commissions in it."""

    name: str
    text: str
    sheets: list[Sheet]

    def __post_init__(self) -> None:
        self._starts = [0, *(match.end() for match in re.finditer(r"\n", self.text))]

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, both from 1, in code points."""
        offset = max(0, min(offset, len(self.text)))
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def offset(self, line: int, column: int) -> int:
        """The offset of a line and column, both from 0."""
        start = self._starts[min(line, len(self._starts) - 1)]
        return min(start + column, len(self.text))

    def line(self, number: int) -> str:
        """The text of a line, numbered from 1."""
        start = self._starts[number - 1]
        end = self._starts[number] if number < len(self._starts) else len(self.text)
        return self.text[start:end].rstrip("\r\n")


def decode(content: bytes, name: str) -> str:
    """The text of a file; raises Misused when it is not UTF-8."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Misused(
            say("{} ist kein UTF-8-Text (Byte {}).", "{} is no UTF-8 text (byte {}).").format(
                name, error.start
            ),
            say("Als UTF-8 speichern.", "Save it as UTF-8."),
            code="NOT_UTF8",
        ) from None


def read_document(text: str, name: str) -> Document:
    """Find the commissions in a text; the ending of the name tells YAML from Markdown.

    Raises Misused when YAML is broken or holds no goal.
    """
    if name.endswith((".yaml", ".yml")):
        from goals_cli.yaml_places import read_yaml

        return Document(name, text, read_yaml(text, 0, name))
    return Document(name, text, _read_prose(text, name))


def field_named(spelling: str) -> str | None:
    """The field a heading, label or key stands for: "Ziel", "Goal – what?", "Bis wann"."""
    short = spelling[:100].replace("_", " ").strip().strip("*_:?# ")
    plain = " ".join(short.casefold().split())
    if plain in _NAMED:
        return _NAMED[plain]
    first = re.split(r"\s+[–—-]\s+|\s*[(:]", plain)[0].strip()
    return _NAMED.get(first)


def _read_prose(text: str, name: str) -> list[Sheet]:
    body = 0
    front: list[Sheet] = []
    bounds = _front_matter(text)
    if bounds is not None:
        from goals_cli.yaml_places import read_front_matter

        front = [read_front_matter(text[bounds[0] : bounds[1]], bounds[0], name)]
        body = bounds[2]
    sheets = _sections(text, body, front)
    if sheets:
        return sheets
    loose = list(_loose_goals(text, body))
    if not front:
        return loose
    if loose and "goal" not in front[0].answers:
        first = loose[0]
        front[0].put("goal", first.answers["text"], first.places["goal", 0])
    return front


def _front_matter(text: str) -> tuple[int, int, int] | None:
    """Start and end of the YAML between two lines of "---", and where the body begins."""
    opening = re.match(r"---[ \t]*\r?\n", text)
    if opening is None:
        return None
    closing = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.MULTILINE).search(
        text, opening.end()
    )
    if closing is None:
        return None
    return opening.end(), closing.start(), closing.end()


def _lines(text: str, start: int) -> Iterator[tuple[int, str]]:
    """Lines with their offsets; what stands in code fences is left out."""
    fenced = ""
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        line = text[start:end].rstrip("\r")
        mark = line.lstrip()[:3]
        if mark in _FENCE and (not fenced or mark == fenced):
            fenced = "" if fenced else mark
        elif not fenced:
            yield start, line
        start = end + 1


def _sections(text: str, start: int, front: list[Sheet]) -> list[Sheet]:
    """Answers under headings and behind labels; none when the text has neither."""
    sheets = list(front)
    current: str | None = None
    begun, known = False, bool(front)
    pieces: list[tuple[int, str]] = []

    def close() -> None:
        if current is not None and sheets:
            _fill(sheets[-1], current, pieces, text)
        pieces.clear()

    for offset, line in _lines(text, start):
        heading, label = _HEADING.match(line), _LABELLED.match(line)
        title = heading[2] if heading else label[1] if label else ""
        named = field_named(title)
        if heading is None and named is None:
            pieces.append((offset, line))
            continue
        close()
        if (named in {"goal", "text"} and (not sheets or "goal" in sheets[-1].answers)) or (
            named is not None and not sheets
        ):
            sheets.append(Sheet(offset, offset))
        begun = begun or named is not None
        current = "goal" if named == "text" else named
        if label is not None and heading is None:
            pieces.append((offset + label.end(), line[label.end() :]))
    close()
    return sheets if begun or (known and "goal" in sheets[0].answers) else []


def _fill(sheet: Sheet, name: str, pieces: list[tuple[int, str]], text: str) -> None:
    """Put the lines of a section into a field, or into the items of a list."""
    lines = [(offset, line) for offset, line in pieces if line.strip()]
    if not lines:
        return
    sheet.end = lines[-1][0] + len(lines[-1][1])
    if name not in LISTS:
        first, last = lines[0], lines[-1]
        bullet = _BULLET.match(first[1])
        start = first[0] + (bullet.end() if bullet else len(first[1]) - len(first[1].lstrip()))
        end = last[0] + len(last[1].rstrip())
        if name not in sheet.answers:
            sheet.put(name, text[start:end], start)
        return
    for start, end in _items(lines):
        sheet.put(name, text[start:end], start)


def _items(lines: list[tuple[int, str]]) -> Iterator[tuple[int, int]]:
    """Start and end of the items of a list; indented lines go on with the item before."""
    open_item: tuple[int, int] | None = None
    for offset, line in lines:
        bullet = _BULLET.match(line)
        end = offset + len(line.rstrip())
        if bullet is None and open_item is not None and line[:1] in " \t":
            open_item = (open_item[0], end)
            continue
        if open_item is not None:
            yield open_item
        indent = bullet.end() if bullet else len(line) - len(line.lstrip())
        open_item = (offset + indent, end)
    if open_item is not None:
        yield open_item


def _loose_goals(text: str, start: int) -> Iterator[Sheet]:
    """Without headings and labels: every paragraph and every list item is a goal of its own."""
    paragraph: list[tuple[int, str]] = []
    for offset, line in chain(_lines(text, start), [(len(text), "")]):
        bullet = _BULLET.match(line)
        heading = _HEADING.match(line)
        if paragraph and (not line.strip() or bullet or heading):
            first, last = paragraph[0], paragraph[-1]
            marker = _BULLET.match(first[1])
            begin = first[0] + (marker.end() if marker else len(first[1]) - len(first[1].lstrip()))
            end = last[0] + len(last[1].rstrip())
            sheet = Sheet(begin, end, {"text": text[begin:end]}, {("goal", 0): begin})
            yield sheet
            paragraph = []
        if line.strip() and not heading and line.strip() not in {"---", "***", "___"}:
            paragraph.append((offset, line))
