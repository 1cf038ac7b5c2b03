"""Rules: which rows of a table a viewer may see.

``Everyone`` and ``Where`` stand on their own, ``Through`` hangs a row on its parent. A check
is left out only where the path itself proves it: the row was reached from the visible parent
over the join that the rule names. ``extra`` of a type is never left out.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from goals.reads.errors import CatalogueError
from goals.reads.sources import Join, TypeSource

if TYPE_CHECKING:
    from goals.reads.context import Context, Row


@dataclass(frozen=True, slots=True)
class Everyone:
    """Everybody of the organisation sees the row."""


@dataclass(frozen=True, slots=True)
class Where:
    """The row is seen where ``sql(row, context)`` holds; None means no restriction for this role.

    The role is known while compiling (``context.role``); everything else of the viewer is a
    parameter (``context.person``, ``context.in_teams(...)``).
    """

    sql: "Callable[[Row, Context], str | None]"


@dataclass(frozen=True, slots=True)
class Through:
    """The row is seen exactly when its parent is; ``join`` pairs (own column, parent's column)."""

    type: str
    join: Join


Rule = Everyone | Where | Through


def visible(row: "Row", context: "Context", *, implied: bool = False) -> list[str]:
    """Return the predicates that make ``row`` visible; all must hold (none: no restriction)."""
    source = row.source
    if source.rule is None:
        raise CatalogueError(f"{source.name} has no rule, so it cannot be read")
    predicates = [] if implied else _own(row, source, context)
    own = None if source.extra is None else source.extra(row, context)  # noqa: S610
    if own is not None:
        predicates.append(f"({own})")
    return predicates


def _own(row: "Row", source: TypeSource, context: "Context") -> list[str]:
    rule = source.rule
    if isinstance(rule, Where):
        sql = rule.sql(row, context)
        return [] if sql is None else [f"({sql})"]
    if isinstance(rule, Through):
        parent = context.table(rule.type)
        predicates = visible(parent, context)
        if not predicates:
            return []  # a foreign key holds the parent, and nothing restricts it
        on = [f"{parent[theirs]} = {row[own]}" for own, theirs in rule.join]
        inner = " AND ".join([context.same_organisation(parent), *on, *predicates])
        apart = context.dialect.apart
        return [
            f"EXISTS (SELECT 1 FROM {parent.source.table} AS {parent.alias} WHERE {inner}{apart})"
        ]
    return []


def proves(origin: TypeSource, target: TypeSource, join: Join) -> bool:
    """Say whether reaching ``target`` from a visible row of ``origin`` over ``join`` is proof.

    True downwards (the target's rule names this very join) and upwards (the origin is visible
    only because this very row is).
    """
    down = target.rule
    if isinstance(down, Through) and down.type == origin.name:
        return sorted(down.join) == sorted((theirs, own) for own, theirs in join)
    up = origin.rule
    return isinstance(up, Through) and up.type == target.name and sorted(up.join) == sorted(join)
