"""A page: the select that gives the rows of a connection's page, and what lies beyond it.

What is asked of the rows is written first (pages.py); only then is it known which columns the
select needs, whether rows must be numbered, and whether joins disturb their order.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from goals.reads.context import Row
from goals.reads.cursors import SortKey, beyond, cursor_sql
from goals.reads.lists import columns
from goals.reads.ordering import order_by, sort_keys
from goals.reads.paging import Paging
from goals.reads.sources import Order

if TYPE_CHECKING:
    from goals.reads.emission import Emitter


@dataclass(frozen=True, slots=True)
class Connection:
    """One connection being compiled: which rows, in which order, which part of them."""

    emitter: "Emitter"
    type_name: str
    order: Order
    paging: Paging
    predicates: Callable[[Row], list[str]]

    def keys(self, row: Row) -> list[SortKey]:
        """Return the sort keys over a row."""
        return sort_keys(row, self.order, self.emitter.context)


MARK = "\x02"
"""Stands for an aggregate's ORDER BY until it is known whether joins disturb the rows."""


class Page:
    """The select that gives the rows of a page, and what can be said about them."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.emitter = connection.emitter
        self.dialect = connection.emitter.dialect
        self.paging = connection.paging
        self.row = self.emitter.context.table(connection.type_name)
        self.read = False
        """Whether anything is aggregated over the rows; if not, they must not be selected."""
        self.overflow = False
        self.numbered = self.paging.backward

    def only(self) -> str:
        """Return the condition that leaves the row beyond the page out of an aggregate."""
        return f"{self.row.alias}.page_row <= {self.paging.size}" if self.overflow else ""

    def order(self) -> str:
        """Return the order an aggregate must make again, "" when rows come in order.

        Final only when every member is written, because each may join further tables.
        """
        disturbed = bool(self.row.joins) or self.paging.backward
        if not (self.dialect.orders_in_aggregate and disturbed):
            return ""
        self.numbered = True
        return f"{self.row.alias}.page_row{' DESC' if self.paging.backward else ''}"

    def cursor(self) -> str:
        """Return the SQL of a row's cursor."""
        return cursor_sql(
            self.dialect, self.paging.mark(self.connection.type_name, self.keys), self.keys
        )

    @property
    def keys(self) -> list[SortKey]:
        """The sort keys over the rows of the page."""
        return self.connection.keys(self.row)

    def end_cursor(self, *, last: bool) -> str:
        """Return the cursor of the page's first or last row, NULL for an empty page."""
        if self.paging.size == 0:
            return "NULL"
        self.read = self.numbered = True
        alias, size = self.row.alias, self.paging.size
        at = "1"
        if last != self.paging.backward:
            at = f"CASE WHEN {alias}.page_size > {size} THEN {size} ELSE {alias}.page_size END"
        return f"max(CASE WHEN {alias}.page_row = {at} THEN {self.cursor()} END)"

    def more(self, *, after: bool) -> str:
        """Return the condition that rows lie beyond this end of the page."""
        conditions = []
        if after != self.paging.backward:
            self.read = True
            conditions.append(f"count(*) > {self.paging.size}")
        cursor = self.paging.before if after else self.paging.after
        if cursor is not None:
            row = self.emitter.context.table(self.connection.type_name)
            keys = self.connection.keys(row)
            places = cursor.places(self.emitter.context, self.connection.type_name, keys)
            there = beyond(keys, places, backward=not after, inclusive=True)
            where = " AND ".join([*self.connection.predicates(row), there])
            conditions.append(
                f"EXISTS (SELECT 1 FROM {row.source.table} AS {row.alias} WHERE {where})"
            )
        return " OR ".join(conditions) or "FALSE"

    def source(self) -> str:
        """Return the FROM clause; called last, when it is known what is used of the rows."""
        context = self.emitter.context
        inner = context.table(self.connection.type_name)
        keys = self.connection.keys(inner)
        where = self.connection.predicates(inner)
        for cursor, backward in ((self.paging.after, False), (self.paging.before, True)):
            if cursor is not None:
                places = cursor.places(context, self.connection.type_name, keys)
                where.append(beyond(keys, places, backward=backward))
        select = (
            f"SELECT {columns(inner, self.row)} FROM {inner.source.table} AS {inner.alias}"
            f" WHERE {' AND '.join(where)}"
            f" ORDER BY {order_by(keys, backward=self.paging.backward)}"
            f" LIMIT {self.paging.size + self.overflow}"
        )
        if self.numbered or self.overflow:
            alias = context.alias()
            select = (
                f"SELECT {alias}.*, row_number() OVER () AS page_row, count(*) OVER () AS page_size"
                f" FROM ({select}) AS {alias}"
            )
        if self.paging.backward and not self.dialect.orders_in_aggregate:
            alias = context.alias()
            select = f"SELECT {alias}.* FROM ({select}) AS {alias} ORDER BY page_row DESC LIMIT -1"
        return f" FROM ({select}) AS {self.row.alias}{''.join(self.row.joins)}"
