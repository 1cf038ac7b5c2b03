"""Missing values: a non-null field without a value makes the next nullable one above it null.

The statement writes a mark in place of such a value, with the number of objects and lists that
must go with it (known while compiling). Marks are rare, because the contract says ``!`` only of
what is always there; an answer without them is handed out as it came.
"""

import json
from typing import Any

MARK = "\x04"


def mark(levels: int) -> str:
    """Return the mark that takes so many enclosing objects and lists with it."""
    return f'{{"{MARK}":{levels}}}'


def settle(text: str) -> str:
    """Put null where the marks of an answer want it."""
    answer, _ = _settled(json.loads(text.replace(MARK, "\\u0004")))
    return json.dumps(answer, ensure_ascii=False, separators=(",", ":"))


def _settled(value: Any) -> tuple[Any, int]:
    """Return the value and how many of the levels around it have to go."""
    if isinstance(value, dict):
        if MARK in value:
            return None, value[MARK]
        items: Any = value.items()
    elif isinstance(value, list):
        items = enumerate(value)
    else:
        return value, 0
    lost = 0
    for key, item in items:
        value[key], levels = _settled(item)
        lost = max(lost, levels)
    return (None, lost - 1) if lost else (value, 0)
