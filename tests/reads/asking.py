"""Asking: one document put to the compiler on every engine, and to the oracle."""

from collections.abc import Mapping
from random import Random
from typing import Any

from documents import Pools
from graphql import DocumentNode, get_variable_values, parse, validate
from oracle import Oracle, global_id
from toy_catalogue import toy_catalogue
from toy_model import MODEL
from toy_schema import toy_schema
from toy_world import TEXTS, World

from goals.reads.compiler import operation_of
from goals.reads.reader import Reader
from goals.reads.viewer import Viewer

SCHEMA = toy_schema()
CATALOGUE = toy_catalogue()
CATALOGUE.check_schema(SCHEMA)


class Toy:
    """The toy world with its readers."""

    def __init__(self, world: World, databases: list[Any]) -> None:
        self.world = world
        self.databases = databases
        self._documents: dict[str, DocumentNode] = {}
        self.readers = {db.dialect: Reader(SCHEMA, CATALOGUE, db.dialect) for db in databases}

    def viewer(self, role: str = "MANAGER", at: int = 0, teams: int = 1) -> Viewer:
        """Return the person at this place of the world, with the first so many teams."""
        person = self.world["person"][at]
        own = [row["id"] for row in self.world["team"] if row["org_id"] == person["org_id"]]
        return Viewer(person["org_id"], person["id"], role, tuple(own[:teams]))

    def oracle(self, viewer: Viewer) -> Oracle:
        """Return the oracle for a viewer."""
        return Oracle(SCHEMA, MODEL, self.world, viewer)

    async def ask(
        self, text: str, variables: Mapping[str, Any] | None = None, viewer: Viewer | None = None
    ) -> dict[str, str | None]:
        """Return the compiled answer of each engine."""
        return {
            db.dialect: await self.ask_one(db, text, variables, viewer) for db in self.databases
        }

    async def ask_one(
        self,
        database: Any,
        text: str,
        variables: Mapping[str, Any] | None = None,
        viewer: Viewer | None = None,
    ) -> str | None:
        """Return the compiled answer of one engine; it must have taken one statement."""
        document = self.parsed(text)
        operation = operation_of(document, None)
        assert operation is not None
        coerced = get_variable_values(
            SCHEMA, operation.variable_definitions or (), dict(variables or {})
        )
        assert not isinstance(coerced, list), coerced
        reader, before = self.readers[database.dialect], database.statements
        answer = await reader.answer(
            database, document, None, coerced.coerced, viewer or self.viewer()
        )
        took = database.statements - before
        if answer is not None and took != 1:
            role = (viewer or self.viewer()).role
            plan = reader.plan(document, None, coerced.coerced, role)
            assert database.dialect == "sqlite"
            assert plan is not None
            assert plan.deeper  # only what the engine cannot parse as one
        return answer

    def parsed(self, text: str) -> DocumentNode:
        """Return the document, the same object for the same text, as the web room keeps it."""
        if text not in self._documents:
            document = parse(text)
            assert not (errors := validate(SCHEMA, document)), errors
            self._documents[text] = document
        return self._documents[text]

    def expected(
        self, text: str, variables: Mapping[str, Any] | None = None, viewer: Viewer | None = None
    ) -> str:
        """Return the oracle's answer."""
        return self.oracle(viewer or self.viewer()).answer(parse(text), variables or {})[0]

    async def agree(
        self, text: str, variables: Mapping[str, Any] | None = None, viewer: Viewer | None = None
    ) -> str:
        """Assert that every engine answers like the oracle; return the answer."""
        expected = self.expected(text, variables, viewer)
        for engine, answer in (await self.ask(text, variables, viewer)).items():
            assert expected == answer, engine
        return expected

    def pools(self) -> Pools:
        """Return values that mean something in this world, foreign and malformed ones too."""
        ids = [
            global_id(type_name, row["id"])
            for type_name, table in MODEL.tables.items()
            if type_name != "Tag"
            for row in self.world[table]
        ]
        oracle = self.oracle(self.viewer())

        def cursor(draw: Random, node: str, order: list[dict[str, str]]) -> str | None:
            rows = oracle.rows(node)
            pairs = [(item["field"], item.get("direction") or "ASC") for item in order]
            return oracle.cursor(node, pairs, draw.choice(rows)) if rows else None

        days = [f"2026-01-{day:02d}" for day in range(1, 11)]
        return Pools(
            scalars={
                "ID": [*ids, "nonsense", "", "Q29tbWlzc2lvbjox"],
                "String": [*TEXTS, "anna", "ΣΟΔΟ", "_", "%", "straSSE"],
                "Int": [0, 1, 2, 3],
                "Boolean": [True, False],
                "Date": days,
                "DateTime": [f"{day}T08:00:00+00:00" for day in days],
            },
            named={"key": ["C-1", "C-7", "nothing"]},
            cursors=cursor,
            default_orders={
                "Query.commissions": [{"field": "CREATED_AT", "direction": "DESC"}],
                "Query.people": [{"field": "NAME"}],
                "Query.teams": [],
                "Team.commissions": [{"field": "DEADLINE"}],
                "Commission.revisions": [{"field": "NUMBER", "direction": "DESC"}],
                "Commission.contributions": [{"field": "CREATED_AT", "direction": "DESC"}],
            },
            leave_out={"Query.uncompiled", "CommissionBy.reference"},
        )
