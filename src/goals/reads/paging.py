"""Paging: the four arguments of a connection, checked.

``first``/``after`` go forward, ``last``/``before`` backward; 20 when neither is given, at most
100. Both at once, negative sizes, and cursors of another order are BAD_USER_INPUT.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from goals.domain.issues import Issue
from goals.reads.context import Context
from goals.reads.cursors import SortKey, null_pattern, signature, values_of
from goals.reads.errors import BadInput
from goals.reads.parameters import Variables
from goals.reads.shapes import CursorSlot
from goals.reads.values import Leaf, plain

DEFAULT_SIZE = 20
LARGEST_SIZE = 100

Path = tuple[str | int, ...]


def _refused(path: Path) -> BadInput:
    return BadInput(Issue("CURSOR_OF_ELSEWHERE"), path)


@dataclass(frozen=True, slots=True)
class Cursor:
    """A cursor argument: where its text will be, and which of its values are null."""

    leaf: Leaf
    nulls: tuple[bool, ...]
    path: Path

    def places(self, context: Context, type_name: str, keys: Sequence[SortKey]) -> list[str | None]:
        """Return the placeholders of its sort values, None for NULL. Raises BadInput."""
        if len(self.nulls) != len(keys) or any(
            null and not key.nullable for null, key in zip(self.nulls, keys, strict=True)
        ):
            raise _refused(self.path)
        mark = signature(type_name, keys)
        kinds = tuple(key.kind for key in keys)
        return [
            None if null else self._place(context, mark, kinds, index)
            for index, null in enumerate(self.nulls)
        ]

    def _place(self, context: Context, mark: str, kinds: tuple[str, ...], index: int) -> str:
        encode = context.dialect.encoder(kinds[index])

        def take(variables: Variables) -> Any:
            values = values_of(self.leaf.get(variables), mark, kinds, self.nulls)
            if values is None:
                raise _refused(self.path)
            return encode(values[index])

        key = ("cursor", self.leaf.key, mark, index)
        return context.bound(key, kinds[index], take)


@dataclass(frozen=True, slots=True)
class Paging:
    """Which part of a connection: so many rows from the start or the end, between cursors."""

    size: int
    backward: bool
    after: Cursor | None
    before: Cursor | None

    def mark(self, type_name: str, keys: Sequence[SortKey]) -> str:
        """Return the signature its cursors carry."""
        return signature(type_name, keys)


def paging_of(given: Mapping[str, Any], path: Path) -> Paging:
    """Check the paging arguments of a connection. Raises BadInput."""
    first, last = plain(given.get("first")), plain(given.get("last"))
    if first is not None and last is not None:
        raise BadInput(Issue("NOT_BOTH", params={"one": "first", "other": "last"}), path)
    name, size = ("last", last) if last is not None else ("first", first)
    if size is None:
        size = DEFAULT_SIZE
    if not 0 <= size <= LARGEST_SIZE:
        params = {"actual": size, "low": 0, "high": LARGEST_SIZE}
        raise BadInput(Issue("OUT_OF_RANGE", (name,), params), path)
    return Paging(
        size,
        name == "last",
        _cursor(given.get("after"), path),
        _cursor(given.get("before"), path),
    )


def _cursor(leaf: Any, path: Path) -> Cursor | None:
    if leaf is None:
        return None
    nulls = leaf.nulls if isinstance(leaf, CursorSlot) else null_pattern(plain(leaf))
    if nulls is None:
        raise _refused(path)
    return Cursor(leaf, nulls, path)
