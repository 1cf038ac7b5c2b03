"""Connections: pages of a list after Relay's rules.

The one rule: every list that can grow is a connection with keyset cursors; short lists that belong
to one object as a whole are plain lists.
"""

from typing import Annotated, Any, Generic, TypeVar

import strawberry
from strawberry.types.arguments import StrawberryArgument

from goals.api.fields import FromMany, argument, directions, picked

NodeT = TypeVar("NodeT")


@strawberry.type(description="Where a page lies in its list.")
class PageInfo:
    """Where a page lies in its list."""

    has_next_page: bool = picked("Whether there are more entries after this page.")
    has_previous_page: bool = picked("Whether there are more entries before this page.")
    start_cursor: str | None = picked("The cursor of the first entry; null when the page is empty.")
    end_cursor: str | None = picked("The cursor of the last entry; null when the page is empty.")


@strawberry.type(description="One entry of a page, with its place in the list.")
class Edge(Generic[NodeT]):
    """One entry of a page."""

    node: NodeT = picked("The entry itself.")
    cursor: str = picked("The place of the entry, for `after` and `before` of the same order.")


@strawberry.type(description="One page of a list.")
class Connection(Generic[NodeT]):
    """One page of a list."""

    edges: list[Edge[NodeT]] = picked("The entries of the page with their cursors.")
    nodes: list[NodeT] = picked("The entries of the page without their cursors.")
    page_info: PageInfo = picked("Where the page lies in its list.")
    total_count: int = picked("How many entries the whole list has; counted only when asked for.")


def paging() -> list[StrawberryArgument]:
    """Make the four arguments every connection has."""
    return [
        argument(
            "first",
            int | None,
            "How many entries from the start, 0 to 100; 20 when neither first nor last is given.",
        ),
        argument("after", str | None, "Only entries after this cursor of the same order."),
        argument("last", int | None, "How many entries from the end, 0 to 100."),
        argument("before", str | None, "Only entries before this cursor of the same order."),
    ]


def narrowing(filter_: object | None, order: object | None) -> list[StrawberryArgument]:
    """Make the arguments ``filter`` and ``orderBy`` for the inputs given."""
    made: list[StrawberryArgument] = []
    if filter_ is not None:
        made.append(argument("filter", _maybe(filter_), "Only entries that meet this condition."))
    if order is not None:
        made.append(
            argument(
                "order_by",
                _maybe(list[order]),  # type: ignore[valid-type]
                "By what to sort, most important first; the id always decides last.",
            )
        )
    return made


def connection(
    description: str,
    key: str,
    *order: str,
    filter_: object | None = None,
    order_by: object | None = None,
    local: str = "id",
) -> Any:
    """Declare a connection over the rows whose column ``key`` holds this row's id."""
    source = FromMany(((local, key),), directions(order), connection=True)
    return picked(description, source, [*paging(), *narrowing(filter_, order_by)])


def input_link(name: str, module: str) -> Any:
    """Refer to an input of another module of ``filters``."""
    return Annotated[name, strawberry.lazy(f"goals.api.filters.{module}")]


def _maybe(kind: Any) -> Any:
    return kind | None
