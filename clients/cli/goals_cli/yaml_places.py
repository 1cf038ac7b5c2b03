"""YAML with places: the answers of a commission and where in the file each letter stands.

Only the tree is composed, nothing is constructed: aliases cannot explode, dates stay text. Used
by ``documents`` for YAML files and front matter.
"""

from typing import Any

import yaml

from goals_cli.documents import LISTS, Sheet, field_named
from goals_cli.errors import Misused
from goals_cli.language import say

_SEVERAL = frozenset({"goals", "ziele", "commissions", "aufträge", "auftraege"})
_NUMBERS = frozenset({"baseline", "target"})
_PARTS = frozenset(
    {"text", "kind", "direction", "baseline", "target", "unit", "method", "observer"}
)
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_yaml(text: str, base: int, name: str) -> list[Sheet]:
    """The commissions of a YAML file: a mapping, a list, several documents, or a plain text."""
    reader = _Reader(text, base, name)
    sheets: list[Sheet] = []
    for node in reader.compose():
        sheets.extend(reader.sheets(node))
    return sheets


def read_front_matter(text: str, base: int, name: str) -> Sheet:
    """The answers in front matter; a goal may still come from the text below."""
    reader = _Reader(text, base, name)
    nodes = reader.compose()
    if not nodes:
        return Sheet(base, base)
    if not isinstance(nodes[0], yaml.MappingNode):
        raise reader.unclear(nodes[0])
    return reader.sheet(nodes[0])


class _Reader:
    """One YAML text: its lines, to turn marks into offsets."""

    def __init__(self, text: str, base: int, name: str) -> None:
        self.text, self.base, self.name = text, base, name
        self.starts = [0]
        for number, sign in enumerate(text):
            if sign == "\n":
                self.starts.append(number + 1)

    def compose(self) -> list[Any]:
        try:
            return [
                node for node in yaml.compose_all(self.text, Loader=_LOADER) if node is not None
            ]
        except (yaml.YAMLError, ValueError, RecursionError) as error:
            mark = getattr(error, "problem_mark", None)
            line = mark.line + 1 + self._lines_before() if mark is not None else 1
            raise Misused(
                say("{}:{} ist kein gültiges YAML.", "{}:{} is no valid YAML.").format(
                    self.name, line
                ),
                say(
                    "Text mit Doppelpunkt in Anführungszeichen setzen.",
                    "Put text that holds a colon in quotes.",
                ),
                code="NOT_YAML",
            ) from None

    def _lines_before(self) -> int:
        return 1 if self.base else 0  # front matter begins behind its opening line

    def sheets(self, node: Any) -> list[Sheet]:
        """The commissions in a top node."""
        if isinstance(node, yaml.SequenceNode):
            return [found for item in node.value for found in self.sheets(item)]
        if isinstance(node, yaml.ScalarNode):
            return [self._plain(node)] if str(node.value).strip() else []
        for key, value in node.value:
            several = isinstance(value, yaml.SequenceNode)
            if several and str(key.value).strip().casefold() in _SEVERAL:
                return [found for item in value.value for found in self.sheets(item)]
        sheet = self.sheet(node)
        if "goal" not in sheet.answers and "text" not in sheet.answers:
            raise self.unclear(node)
        return [sheet]

    def sheet(self, node: Any) -> Sheet:
        """The answers of one mapping; keys that are no answers are left alone."""
        sheet = Sheet(self.offset(node.start_mark), self.offset(node.end_mark))
        for key, value in node.value:
            name = field_named(str(key.value)) if isinstance(key, yaml.ScalarNode) else None
            if name is None:
                continue
            if name in LISTS:
                self._list(sheet, name, value)
            elif isinstance(value, yaml.ScalarNode):
                text = "" if value.tag.endswith(":null") else str(value.value)
                sheet.put(name, text, self.places(value))
            else:
                raise self.unclear(value)
        if "text" in sheet.answers:
            sheet.places["goal", 0] = sheet.places.pop(("text", 0))
        return sheet

    def _plain(self, node: Any) -> Sheet:
        sheet = Sheet(self.offset(node.start_mark), self.offset(node.end_mark))
        sheet.answers["text"] = str(node.value)
        sheet.places["goal", 0] = self.places(node)
        return sheet

    def _list(self, sheet: Sheet, name: str, node: Any) -> None:
        items = node.value if isinstance(node, yaml.SequenceNode) else [node]
        sheet.answers.setdefault(name, [])
        for item in items:
            if isinstance(item, yaml.ScalarNode):
                if not item.tag.endswith(":null"):
                    sheet.put(name, str(item.value), self.places(item))
            elif isinstance(item, yaml.MappingNode) and name == "criteria":
                self._criterion(sheet, item)
            elif isinstance(item, yaml.MappingNode):
                words = [
                    str(part.value) for _, part in item.value if not part.tag.endswith(":null")
                ]
                sheet.put(name, " ".join(words), self.offset(item.start_mark))
            else:
                raise self.unclear(item)

    def _criterion(self, sheet: Sheet, node: Any) -> None:
        row: dict[str, Any] = {"text": ""}
        place: int | list[int] = self.offset(node.start_mark)
        for key, value in node.value:
            name = str(key.value)
            if name not in _PARTS or not isinstance(value, yaml.ScalarNode):
                continue
            if name == "text":
                place = self.places(value)
            row[name] = _number(value.value) if name in _NUMBERS else str(value.value)
        items = sheet.answers["criteria"]
        sheet.places["criteria", len(items)] = place
        items.append(row)

    def offset(self, mark: Any) -> int:
        """The document offset of a mark."""
        line = min(int(mark.line), len(self.starts) - 1)
        column = int(mark.column)
        return min(self.base + self.starts[line] + column, self.base + len(self.text))

    def places(self, node: Any) -> int | list[int]:
        """Where the letters of a scalar stand: one offset if it is spelled as it reads."""
        start = self.offset(node.start_mark) - self.base
        end = self.offset(node.end_mark) - self.base
        value = str(node.value)
        if node.style in {"'", '"'}:
            start += 1
        if self.text.startswith(value, start):
            return self.base + start
        return [self.base + offset for offset in _align(value, self.text, start, end)]

    def unclear(self, node: Any) -> Misused:
        """The trouble to raise at a node that is no commission."""
        line = node.start_mark.line + 1 + self._lines_before()
        return Misused(
            say("{}:{}: Hier steht kein Ziel.", "{}:{}: there is no goal here.").format(
                self.name, line
            ),
            "goal: …",
            code="NO_GOAL",
        )


def _align(value: str, source: str, start: int, end: int) -> list[int]:
    """For every letter of a value the place in its source: spaces are folded, signs escaped."""
    places: list[int] = []
    at = start
    for sign in value:
        if sign.isspace():
            places.append(min(at, end))
            while at < end and source[at].isspace():
                at += 1
            continue
        found = source.find(sign, at, min(end, at + 400))
        if found >= 0:
            at = found
        places.append(min(at, end))
        at += found >= 0
    places.append(min(at, end))
    return places


def _number(text: str) -> float | None:
    try:
        return float(text.replace(",", "."))
    except ValueError:
        return None
