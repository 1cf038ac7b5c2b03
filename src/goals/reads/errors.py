"""Errors of the read compiler: what the client got wrong, and what the catalogue got wrong.

``BadInput`` reaches the client as BAD_USER_INPUT with the path of the field; everything else is
a fault of ours and must never depend on what a client sends.
"""

from collections.abc import Sequence

from graphql import GraphQLError

from goals.domain.issues import Issue


class BadInput(GraphQLError):  # noqa: N818 - named as the contract names its code
    """An argument that is well-typed but cannot be used (page size, cursor, depth).

    ``issue`` says what is wrong with it, in either language; ``path`` is that of the field asked.
    """

    def __init__(self, issue: Issue, path: Sequence[str | int] = ()) -> None:
        self.issue = issue
        super().__init__(
            issue.message(), path=list(path) or None, extensions={"code": "BAD_USER_INPUT"}
        )


class TooDeep(BadInput):
    """A selection that the engine could not parse as one statement."""

    def __init__(self) -> None:
        super().__init__(Issue("NESTED_TOO_DEEPLY"))


class CatalogueError(Exception):
    """The catalogue contradicts itself or the schema; raised when the server starts."""


class NotCompilable(Exception):  # noqa: N818 - it is a signal inside this room, not a fault
    """A field without a source was selected: somebody else must execute this operation."""
