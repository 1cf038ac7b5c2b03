"""Pieces: JSON text in the making, as literals and SQL expressions to be concatenated."""

from dataclasses import dataclass


class Lit(str):
    """A piece of JSON text that is the same for every row; any other piece is SQL."""

    __slots__ = ()


Part = str
"""A ``Lit`` or an SQL expression of type text."""


@dataclass(frozen=True, slots=True)
class Value:
    """The parts of a JSON text, and whether their sum can be NULL.

    NULL stands for "this non-null value could not be had"; it rises through ``||`` to the next
    nullable field, as the GraphQL specification wants it.
    """

    parts: list[Part]
    fallible: bool = False
