"""Errors of the read compiler: what the client got wrong, and what the catalogue got wrong.

``BadInput`` reaches the client as BAD_USER_INPUT with the path of the field; everything else is
a fault of ours and must never depend on what a client sends.
"""

from collections.abc import Sequence

from graphql import GraphQLError, Node


class BadInput(GraphQLError):  # noqa: N818 - named as the contract names its code
    """An argument that is well-typed but cannot be used (page size, cursor, depth)."""

    def __init__(
        self, message: str, path: Sequence[str | int] = (), nodes: Sequence[Node] | None = None
    ) -> None:
        super().__init__(
            message,
            nodes=list(nodes) if nodes else None,
            path=list(path) or None,
            extensions={"code": "BAD_USER_INPUT"},
        )


class TooDeep(BadInput):
    """A selection that the engine could not parse as one statement."""

    def __init__(self) -> None:
        super().__init__("This selection is nested too deeply; ask for less at once.")


class CatalogueError(Exception):
    """The catalogue contradicts itself or the schema; raised when the server starts."""


class NotCompilable(Exception):  # noqa: N818 - it is a signal inside this room, not a fault
    """A field without a source was selected: somebody else must execute this operation."""
