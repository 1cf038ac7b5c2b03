"""Columns: the few kinds of value a table may hold, as Piccolo columns.

The one rule: ``kind`` says how a value is read back (goals.store.rows), and a test holds the
tables against the migrated schema of both engines. Defaults do not exist: who writes a row says
every value.
"""

from typing import Any, ClassVar

from piccolo.columns import UUID, BigInt, Boolean, Date, Integer, Text, Timestamptz


class Identifier(UUID):
    """A UUID; text on SQLite."""

    kind: ClassVar[str] = "uuid"

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"default": None, **options})


class Words(Text):
    """Text: free, or one of a few words that the schema checks."""

    kind: ClassVar[str] = "text"

    def __init__(self, **options: Any) -> None:
        super().__init__(default=None, **options)


class Count(Integer):
    """A whole number of 32 bits."""

    kind: ClassVar[str] = "integer"

    def __init__(self, **options: Any) -> None:
        super().__init__(default=None, **options)


class Sequence(BigInt):
    """A whole number of 64 bits."""

    kind: ClassVar[str] = "integer"

    def __init__(self, **options: Any) -> None:
        super().__init__(default=None, **options)


class Flag(Boolean):
    """True or false; 1 or 0 on SQLite."""

    kind: ClassVar[str] = "bool"

    def __init__(self, **options: Any) -> None:
        super().__init__(default=None, **options)


class Moment(Timestamptz):
    """A point in time, aware, UTC; text of fixed width on SQLite."""

    kind: ClassVar[str] = "time"

    def __init__(self, **options: Any) -> None:
        super().__init__(default=None, **options)


class Day(Date):
    """A calendar date; text on SQLite."""

    kind: ClassVar[str] = "date"

    def __init__(self, **options: Any) -> None:
        super().__init__(default=None, **options)


class Exact(Text):
    """A decimal, canonical text on both engines: no digit is lost."""

    kind: ClassVar[str] = "decimal"

    def __init__(self, **options: Any) -> None:
        super().__init__(default=None, **options)


class Document(Text):
    """JSON, text on both engines: what was stored comes back byte for byte."""

    kind: ClassVar[str] = "json"

    def __init__(self, **options: Any) -> None:
        super().__init__(default=None, **options)
