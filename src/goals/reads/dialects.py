"""Dialects: the two engines, by name."""

from goals.reads.dialect import Dialect
from goals.reads.postgres import Postgres
from goals.reads.sqlite import SQLite

DIALECTS: dict[str, Dialect] = {"sqlite": SQLite(), "postgres": Postgres()}
