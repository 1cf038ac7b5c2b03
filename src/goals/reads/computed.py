"""Computed fields: Python functions over values the statement delivers.

The statement writes ``\\x01number:{values}\\x01`` where the answer belongs. A raw U+0001 cannot
occur in JSON, so the answer is split at it, and only plans with computed fields are split at
all. No path is walked and the rest of the text is not parsed.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Any

from graphql import GraphQLObjectType, get_named_type

from goals.reads.selection import Selected, Selections
from goals.reads.viewer import Viewer

Function = Callable[[dict[str, Any], Viewer], Any]
Projection = list[tuple[str, str, str | None, "Projection | None"]]
"""Per field of the answer: response key, field name, constant (type name), fields below."""


@dataclass(frozen=True, slots=True)
class Call:
    """One computed field of a plan."""

    function: Function
    projection: Projection | None


class Calls:
    """The computed fields met while compiling."""

    def __init__(self) -> None:
        self.calls: list[Call] = []

    def add(self, function: Function, selected: Selected, selections: Selections) -> int:
        """Note a computed field; return its number."""
        self.calls.append(Call(function, _projection(selected, selections)))
        return len(self.calls) - 1


def _projection(selected: Selected, selections: Selections) -> Projection | None:
    if selected.definition is None:
        return None
    type_ = get_named_type(selected.definition.type)
    if not isinstance(type_, GraphQLObjectType):
        return None
    return [
        (below.key, below.name, type_.name, None)
        if below.definition is None
        else (below.key, below.name, None, _projection(below, selections))
        for below in selections.fields(type_, selected.sets)
    ]


def _cut(value: Any, projection: Projection | None) -> Any:
    if projection is None or value is None:
        return value
    if isinstance(value, list | tuple):
        return [_cut(item, projection) for item in value]
    return {
        key: constant if constant is not None else _cut(value[name], below)
        for key, name, constant, below in projection
    }


def _json(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.name
    raise TypeError(f"{type(value).__name__} is not a JSON value")


def fill(text: str, calls: list[Call], viewer: Viewer) -> str:
    """Replace the marked values of an answer by what their functions make of them."""
    pieces = text.split("\x01")
    for at in range(1, len(pieces), 2):
        number, _, values = pieces[at].partition(":")
        call = calls[int(number)]
        answer = _cut(call.function(json.loads(values), viewer), call.projection)
        pieces[at] = json.dumps(answer, ensure_ascii=False, separators=(",", ":"), default=_json)
    return "".join(pieces)
