"""Pieces: JSON text in the making, as literals and SQL expressions to be concatenated."""


class Lit(str):
    """A piece of JSON text that is the same for every row; any other piece is SQL."""

    __slots__ = ()


Part = str
"""A ``Lit`` or an SQL expression of type text."""
