"""Over the real schema, compiled answers are what Strawberry answers when it assembles them."""

from datetime import UTC, datetime
from random import Random
from typing import Any

import pytest
from documents import Maker, Pools
from graphql import GraphQLObjectType, GraphQLSchema, parse, validate

from goals.api.context import Context
from goals.api.execute import Engine
from goals.demo.stage import fill
from goals.domain.identity import global_id
from goals.reads.catalogue import Catalogue
from goals.reads.viewer import Viewer
from goals.store.database import Database

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
CLIENTS_FAULTS = {"BAD_USER_INPUT", "GRAPHQL_VALIDATION_FAILED", "LIMIT_EXCEEDED"}


def unsourced(schema: GraphQLSchema, catalogue: Catalogue) -> set[str]:
    """The fields only Strawberry can answer."""
    assert schema.query_type is not None
    found = {f"Query.{name}" for name in schema.query_type.fields if name not in catalogue.roots}
    for name, source in catalogue.types.items():
        type_ = schema.get_type(name)
        if isinstance(type_, GraphQLObjectType):
            found |= {f"{name}.{field}" for field in type_.fields if field not in source.fields}
    return found


async def pools(database: Database, engine: Engine) -> Pools:
    """Values that occur in the database, and some that do not."""
    schema, catalogue = engine.contract.graphql, engine.contract.catalogue
    ids = ["nonsense"]
    for name, source in catalogue.types.items():
        type_ = schema.get_type(name)
        if isinstance(type_, GraphQLObjectType) and "Node" in {i.name for i in type_.interfaces}:
            rows = await database.read_rows(
                f"SELECT {source.id_column} FROM {source.table} LIMIT 10", ()
            )
            ids += [global_id(name, row[0]) for row in rows]
    titles = [row[0] for row in await database.read_rows("SELECT title FROM commission", ())]
    return Pools(
        scalars={
            "ID": ids,
            "String": [*titles, *" ".join(titles).split(), "e", "%", "Ü"],
            "Int": [0, 1, 2, 3, 5],
            "Boolean": [True, False],
            "Date": ["2026-01-15", "2026-06-01", "2025-12-31"],
            "DateTime": ["2026-03-01T10:00:00+01:00", "2025-12-31T23:00:00Z"],
        },
        named={"key": ["C-1", "C-2", "c-3", "x"]},
        cursors=lambda *_: None,
        default_orders=_Nothing(),
        leave_out=unsourced(schema, catalogue),
    )


class _Nothing(dict[str, Any]):
    def __missing__(self, key: str) -> Any:
        return []


async def viewers(database: Database) -> list[Viewer]:
    """A manager, an admin and some members with their teams."""
    people = await database.read_rows("SELECT org_id, id, role FROM person ORDER BY role, id", ())
    teams = await database.read_rows("SELECT person_id, team_id FROM membership", ())
    return [
        Viewer(
            str(org), str(own), role, tuple(str(team) for person, team in teams if person == own)
        )
        for org, own, role in people
    ]


@pytest.mark.timeout(240)
async def test_generated_queries_get_the_same_bytes_compiled_and_assembled(
    database: Database,
) -> None:
    await fill(database, 8)
    engine = Engine(database.dialect)
    given, people = await pools(database, engine), await viewers(database)
    answered = 0

    for seed in range(90):
        draw = Random(seed)
        document = Maker(engine.contract.graphql, given, draw, size=14).make()
        assert not validate(engine.contract.graphql, parse(document.text)), document
        context = Context(database, draw.choice(people), request_id="r", now=NOW)
        compiled = await engine.execute(
            document.text, document.variables, None, context, force="compiled"
        )
        if compiled.code in CLIENTS_FAULTS:
            continue
        assembled = await engine.execute(
            document.text, document.variables, None, context, force="strawberry"
        )
        answered += 1

        assert compiled.errors == [], document
        assert assembled.errors == [], document
        assert assembled.data == compiled.data, document

    assert answered > 40
