"""Logs: one line for one thing, for a machine or for a person.

The one rule: no value that anybody sent or stored gets in. Lines hold ids, counts and words of
our own; an exception is told by its types and places, never by its text; of what other libraries
say only the pattern is written, because its arguments may be anything.
"""

import asyncio
import json
import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import UTC, datetime
from types import TracebackType
from typing import Any, TextIO

Fact = str | int | float
OURS = "goals"
MOST_PLACES = 8
MOST_CAUSES = 4
LONGEST_PATTERN = 200
_LOG = logging.getLogger("goals.loop")


@dataclass(slots=True)
class Visit:
    """One request or socket: its id, and what its line will say."""

    request_id: str
    facts: dict[str, Fact] = field(default_factory=dict)


_VISIT: ContextVar[Visit | None] = ContextVar("goals_visit", default=None)


@contextmanager
def visit(request_id: str) -> Iterator[Visit]:
    """Let every line of the block, and of the tasks it starts, carry this request's id."""
    made = Visit(request_id)
    token = _VISIT.set(made)
    try:
        yield made
    finally:
        _VISIT.reset(token)


def current() -> Visit | None:
    """The visit that is served here and now."""
    return _VISIT.get()


def note(**facts: Fact) -> None:
    """Add ids, counts or words of our own to the line of this visit; outside of one, nothing."""
    found = _VISIT.get()
    if found is not None:
        found.facts.update(facts)


def configure(form: str, level: str, stream: TextIO | None = None) -> None:
    """Write the lines of the whole process in this form, from this level on, to stderr."""
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(JSONLines() if form == "json" else TextLines())
    root = logging.getLogger()
    for old in root.handlers[:]:
        root.removeHandler(old)
    root.addHandler(handler)
    root.setLevel("WARNING")
    logging.getLogger(OURS).setLevel(level.upper())


def of_loop(_: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    """Write what an event loop found, in the place of its own handler, which writes values."""
    _LOG.error("an error reached the event loop", exc_info=context.get("exception"))


class JSONLines(logging.Formatter):
    """Each record one JSON object."""

    def format(self, record: logging.LogRecord) -> str:
        """Write one line."""
        return json.dumps(facts_of(record), ensure_ascii=False, separators=(",", ":"))


class TextLines(logging.Formatter):
    """Each record one line of words, the facts as ``name=value``."""

    def format(self, record: logging.LogRecord) -> str:
        """Write one line."""
        facts = facts_of(record)
        head = f"{facts.pop('at')} {facts.pop('level'):7} {facts.pop('logger')}:"
        tail = [f"{name}={_in_text(value)}" for name, value in facts.items() if name != "message"]
        return " ".join([head, facts["message"], *tail])


def facts_of(record: logging.LogRecord) -> dict[str, Any]:
    """What may be written of a record, in the order it is read."""
    facts: dict[str, Any] = {
        "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
        "level": record.levelname.lower(),
        "logger": record.name,
        "message": _message(record),
    }
    found = _VISIT.get()
    if found is not None:
        facts["requestId"] = found.request_id
    facts.update(getattr(record, "facts", {}))
    error = record.exc_info[1] if record.exc_info else None
    if error is not None:
        facts["error"] = [_told(one) for one in _causes(error)]
    return facts


def _message(record: logging.LogRecord) -> str:
    if record.name == OURS or record.name.startswith(OURS + "."):
        return " ".join(record.getMessage().split())
    return " ".join(str(record.msg).split())[:LONGEST_PATTERN]


def _causes(error: BaseException) -> Iterator[BaseException]:
    found: BaseException | None = error
    for _ in range(MOST_CAUSES):
        if found is None:
            return
        yield found
        found = found.__cause__ or (None if found.__suppress_context__ else found.__context__)


def _told(error: BaseException) -> dict[str, Any]:
    kind = type(error)
    return {"type": f"{kind.__module__}.{kind.__qualname__}", "at": _places(error.__traceback__)}


def _places(trace: TracebackType | None) -> list[str]:
    """The innermost places of a traceback as module, line and function."""
    found = []
    while trace is not None:
        frame = trace.tb_frame
        module = frame.f_globals.get("__name__", "?")
        found.append(f"{module}:{trace.tb_lineno} {frame.f_code.co_name}")
        trace = trace.tb_next
    return found[-MOST_PLACES:]


def _in_text(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
