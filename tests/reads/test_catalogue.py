"""A catalogue that contradicts itself or the schema is refused at start."""

from typing import Any

import pytest
from asking import CATALOGUE, SCHEMA

from goals.reads.catalogue import Catalogue
from goals.reads.errors import CatalogueError
from goals.reads.rules import Everyone, Through
from goals.reads.sources import (
    Column,
    Embedded,
    Many,
    NodeReference,
    One,
    RootConnection,
    TypeSource,
)

ID = Column("id", "id")


def source(**changes: Any) -> TypeSource:
    return TypeSource(
        **{"name": "Team", "table": "team", "fields": {}, "rule": Everyone(), **changes}
    )


@pytest.mark.parametrize(
    ("types", "message"),
    [
        ([source(rule=None)], "no rule"),
        ([source(table="team; DROP")], "not a table name"),
        ([source(fields={"id": Column("id'--", "id")})], "not a column name"),
        ([source(rule=Through("Nowhere", (("a", "id"),)))], "leads to Nowhere"),
        ([source(fields={"a": One("Nowhere", (("a", "id"),))})], "leads to Nowhere"),
        ([source(fields={"a": One("Team", ())})], "joins nothing"),
        (
            [source(fields={"a": Many("Team", (("id", "parent_id"),), (("SIZE", "ASC"),))})],
            "unknown SIZE",
        ),
        ([source(fields={"a": Embedded("Team")})], "embeds a type with a table"),
        ([source(fields={"a": NodeReference("k", "i", {"X": "Nowhere"})})], "leads to Nowhere"),
        ([source(orders={"COST": Column("cost", "decimal")})], "cannot be ordered by COST"),
    ],
)  # fmt: skip
def test_contradictions_are_named(types: list[TypeSource], message: str) -> None:
    with pytest.raises(CatalogueError, match=message):
        Catalogue(types, {})


def test_a_root_of_an_unknown_type_is_refused() -> None:
    with pytest.raises(CatalogueError, match=r"Query\.teams leads to Team"):
        Catalogue([], {"teams": RootConnection("Team")})


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"fields": {"nome": Column("name")}}, r"Team\.nome is not in the schema"),
        ({"fields": {"parent": One("Person", (("a", "id"),))}}, "is a Team, not Person"),
        ({"fields": {"name": Column("name", nullable=True)}}, "can be null"),
        ({"name": "Node"}, "is not an object type"),
    ],
)
def test_contradictions_to_the_schema_are_named(changes: dict[str, Any], message: str) -> None:
    people = TypeSource("Person", "person", {}, rule=Everyone())

    with pytest.raises(CatalogueError, match=message):
        Catalogue([source(**changes), people], {}).check_schema(SCHEMA)


def test_the_toys_catalogue_fits_its_schema() -> None:
    CATALOGUE.check_schema(SCHEMA)
