"""Plans: a compiled selection, ready to be bound, run and handed out.

A plan holds no value of any request; it can be kept as long as its document and shape come back
(reader.py).
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from goals.reads.computed import Call, fill
from goals.reads.deeper import fill_deeper
from goals.reads.missing import MARK, settle
from goals.reads.parameters import Binder, Variables, bind_all
from goals.reads.viewer import Viewer


class Reads(Protocol):
    """What a plan needs of goals.store.database."""

    async def read_value(self, sql: str, args: Sequence[object], *, quick: bool = False) -> object:
        """Return the first column of the first row."""


@dataclass(frozen=True, slots=True)
class Plan:
    """One statement; its only value is the JSON text of the answer's ``data``."""

    sql: str
    binders: tuple[Binder, ...]
    calls: list[Call] = field(default_factory=list)
    deeper: "tuple[tuple[str, Plan], ...]" = ()
    """Response keys and plans of fields too deep for the statement (deeper.py)."""

    def bind(self, variables: Variables, viewer: Viewer, key: Any = None) -> list[Any]:
        """Return the arguments. Raises BadInput (cursors of another order, unusable texts)."""
        return bind_all(self.binders, variables, viewer, key)


async def read(
    database: Reads, plan: Plan, variables: Variables, viewer: Viewer, key: Any = None
) -> str:
    """Run a plan; return the JSON text of ``data`` ("null" where nothing could be had)."""
    text = await _run(database, plan, variables, viewer, key)
    return settle(text) if MARK in text else text


async def _run(database: Reads, plan: Plan, variables: Variables, viewer: Viewer, key: Any) -> str:
    args = [binder(variables, viewer, key) for binder in plan.binders]
    text = await database.read_value(plan.sql, args, quick=True)
    if not isinstance(text, str):
        return "null"
    if plan.calls:
        text = fill(text, plan.calls, viewer)
    return await _deepened(database, plan, text, variables, viewer) if plan.deeper else text


async def _deepened(
    database: Reads, plan: Plan, text: str, variables: Variables, viewer: Viewer
) -> str:
    async def fetch(number: int, rows: list[str]) -> str:
        return await _run(database, plan.deeper[number][1], variables, viewer, rows)

    return await fill_deeper(text, fetch, [key for key, _ in plan.deeper])


async def read_entity(
    database: Reads, plan: Plan, variables: Variables, viewer: Viewer, key: str
) -> dict[str, Any] | None:
    """Run the plan of an entity's selection; return it keyed by response names.

    ``key`` is the entity's uuid. None when the viewer may not see it.
    """
    found = json.loads(await read(database, plan, variables, viewer, key))
    return found if isinstance(found, dict) else None
