"""Dialect: what differs between SQLite and PostgreSQL, and nothing else.

The one rule: both give the same bytes, the same order and the same matches. Texts are ordered
by code point (``COLLATE "C"``), NULL counts as the largest value, and case is ignored after
full lower-casing, with the final sigma as a sigma and ß as ss.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from enum import Enum
from typing import Any

from goals.domain.issues import Issue
from goals.reads.errors import BadInput
from goals.reads.pieces import Lit, Part

Encoder = Callable[[Any], Any]


QUOTE = Lit('"')


def fold(value: str) -> str:
    """Forget the case of a text, as both engines do it for ``contains`` and ``startsWith``."""
    return value.lower().replace("ς", "σ").replace("ß", "ss")


def storable(value: Any) -> str:
    """Return a text that both engines take. Raises BadInput for NUL and lone surrogates."""
    text = value.name if isinstance(value, Enum) else str(value)
    if "\0" in text or not (text.isascii() or _encodes(text)):
        raise BadInput(Issue("UNSTORABLE"))
    return text


def _encodes(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


class Dialect(ABC):
    """One engine."""

    name: str
    encoders: dict[str, Encoder]

    @abstractmethod
    def placeholder(self, number: int, kind: str) -> str:
        """Return the text of the numbered parameter, typed where the engine needs it."""

    @abstractmethod
    def text(self, kind: str, sql: str) -> list[Part]:
        """Return the parts that give the JSON of a value that is not NULL."""

    @abstractmethod
    def among(self, sql: str, array: str) -> str:
        """Return the predicate that a value is one of an array parameter."""

    @abstractmethod
    def contains(self, folded: str, needle: str) -> str:
        """Return the predicate that a folded text contains another."""

    @abstractmethod
    def starts(self, folded: str, needle: str) -> str:
        """Return the predicate that a folded text starts with another."""

    @abstractmethod
    def folded(self, sql: str) -> str:
        """Return the SQL twin of ``fold``."""

    @abstractmethod
    def base64(self, sql: str) -> str:
        """Return URL-safe base64 without padding of any text."""

    @abstractmethod
    def global_id(self, type_name: str, sql: str) -> list[Part]:
        """Return the parts of a global id, quotes included."""

    @abstractmethod
    def sort_key(self, kind: str, sql: str) -> str:
        """Return the expression to order and compare by."""

    @abstractmethod
    def aggregate(self, item: str, order: str, only: str) -> str:
        """Join items with commas; ``order`` is an ORDER BY where rows may not come in order."""

    @abstractmethod
    def pairs(self, alias: str, kinds: str, ids: str) -> str:
        """Return a FROM item with columns kind, id and place of two arrays of equal length."""

    unlimited: str
    """What keeps the order of a sub-select without a limit of its own."""

    apart: str
    """What ends a sub-select that is a question about one row, never a way to find rows."""

    orders_in_aggregate: bool
    """Whether joins may disturb the order of rows, so that the aggregate must order again."""

    def encoder(self, kind: str) -> Encoder:
        """Return the function from coerced values to arguments; None stays None."""
        return self.encoders[kind]

    def value(self, kind: str, sql: str, *, nullable: bool) -> list[Part]:
        """Return the parts that give the JSON of a value."""
        parts = self.text(kind, sql)
        if not nullable:
            return parts
        return [f"COALESCE({self.concat(parts)}, 'null')"]

    def literal(self, text: str) -> str:
        """Quote a text of ours as an SQL literal."""
        return "'" + text.replace("'", "''") + "'"

    def concat(self, parts: Sequence[Part]) -> str:
        """Concatenate parts into one closed expression; NULL in any of them makes NULL."""
        chain = self.chain(parts)
        return f"({chain})" if " || " in chain else chain

    def chain(self, parts: Sequence[Part]) -> str:
        """Concatenate without parentheses, for places that a keyword or comma delimits.

        SQLite before 3.46 parses on a stack of 100, so every parenthesis of a nested selection
        counts. Neighbouring literals become one; long chains are balanced, because SQLite
        limits the depth of an expression to 1,000.
        """
        merged: list[str] = []
        pending = ""
        for part in parts:
            if isinstance(part, Lit):
                pending += part
                continue
            if pending:
                merged.append(self.literal(pending))
                pending = ""
            merged.append(str(part))
        if pending or not merged:
            merged.append(self.literal(pending))
        return _chain(merged)


def _chain(pieces: list[str]) -> str:
    if len(pieces) <= 200:
        return " || ".join(pieces)
    middle = len(pieces) // 2
    return f"({_chain(pieces[:middle])}) || ({_chain(pieces[middle:])})"


def array(encode: Encoder) -> Encoder:
    """Encode the items of a list, leaving out nulls."""

    def encode_all(values: Any) -> Any:
        return None if values is None else [encode(value) for value in values if value is not None]

    return encode_all


def optional(encode: Encoder) -> Encoder:
    """Leave None as it is."""
    return lambda value: None if value is None else encode(value)
