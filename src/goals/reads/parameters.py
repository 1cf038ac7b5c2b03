"""Parameters: numbered places of a statement and how each is filled at bind time.

Equal parameters share one place. Nothing a client or viewer sends ever becomes SQL text.
"""

import re
from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import Any

from goals.reads.dialect import Dialect
from goals.reads.viewer import Viewer

_MENTIONED = re.compile(r"[$?](\d+)")

Variables = Mapping[str, Any]
Binder = Callable[[Variables, Viewer, Any], Any]
"""Takes coerced variables, the viewer and the key of the selection; gives the argument."""


class Parameters:
    """The places of one statement, in order of first use."""

    def __init__(self, dialect: Dialect) -> None:
        self._dialect = dialect
        self._places: dict[Hashable, int] = {}
        self.binders: list[Binder] = []
        self.placeholders: list[str] = []

    def place(self, key: Hashable, kind: str, binder: Binder) -> str:
        """Return the placeholder for ``key``; ``kind`` ends in [] for an array."""
        number = self._places.get((key, kind))
        if number is None:
            self.binders.append(binder)
            number = self._places[key, kind] = len(self.binders)
            self.placeholders.append(self._dialect.placeholder(number, kind))
        return self.placeholders[number - 1]

    def unused(self, sql: str) -> list[str]:
        """Return the placeholders a statement does not mention; both engines want every one.

        A rule or an expression may ask for a value and then not use it.
        """
        mentioned = set(_MENTIONED.findall(sql))
        return [
            placeholder
            for number, placeholder in enumerate(self.placeholders, 1)
            if str(number) not in mentioned
        ]

    def key(self, kind: str) -> str:
        """Return the placeholder of the key (or keys) a selection is bound to."""
        encode = self._dialect.encoder(kind)

        def bind(_variables: Variables, _viewer: Viewer, key: Any) -> Any:
            return encode(key)

        return self.place(("key",), kind, bind)

    def viewer(self, attribute: str, kind: str) -> str:
        """Return the placeholder for an attribute of the viewer."""
        encode = self._dialect.encoder(kind)

        def bind(_variables: Variables, viewer: Viewer, _key: Any) -> Any:
            return encode(getattr(viewer, attribute))

        return self.place(("viewer", attribute), kind, bind)


def bind_all(
    binders: Sequence[Binder], variables: Variables, viewer: Viewer, key: Any
) -> list[Any]:
    """Fill every place. Raises BadInput for values that cannot be used (cursors, texts)."""
    return [binder(variables, viewer, key) for binder in binders]
