"""Inputs: how large the values may be that a client sends, counted before they are looked at.

The one rule: no recursion, so that nesting cannot break the counting itself. A filter becomes a
condition of the statement; SQLite takes expressions of a thousand levels at the most.
"""

from typing import Any

from graphql import ListValueNode, ObjectValueNode

MOST_DEPTH = 20
MOST_CONDITIONS = 200
MOST_PARTS = 25_000
"""Entries of lists and objects in one value, whatever they are: about 0.05 seconds of coercing."""


def too_large(value: Any, name: str, *, is_filter: bool) -> str | None:
    """Say what is too large about a value as JSON has it, or as a literal of the document."""
    conditions = entries = 0
    level = [value]
    for _ in range(MOST_DEPTH):
        below: list[Any] = []
        for one in level:
            parts, named, held = _parts(one)
            conditions += named
            entries += held
            below.extend(parts)
        if entries > MOST_PARTS:
            return f"`{name}` holds more than {MOST_PARTS:,} entries."
        if is_filter and conditions > MOST_CONDITIONS:
            return f"`{name}` holds more than {MOST_CONDITIONS} conditions."
        if not below:
            return None
        level = below
    return f"`{name}` is nested more than {MOST_DEPTH} deep."


def _parts(value: Any) -> tuple[list[Any], int, int]:
    """Return what a value holds that may hold more, how many named parts, and how many in all."""
    if isinstance(value, dict):
        parts = [part for part in value.values() if isinstance(part, dict | list)]
        return parts, len(value), len(value)
    if isinstance(value, list):
        return [part for part in value if isinstance(part, dict | list)], 0, len(value)
    if isinstance(value, ObjectValueNode):
        return [field.value for field in value.fields], len(value.fields), len(value.fields)
    if isinstance(value, ListValueNode):
        return list(value.values), 0, len(value.values)
    return [], 0, 0
