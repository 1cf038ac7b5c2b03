"""Asking: documents put to the engine, or straight to the compiler where pages are large."""

import json
from typing import Any, ClassVar

from canaries import Canaries
from graphql import DocumentNode, parse, validate

from goals.api.context import Context
from goals.reads.errors import TooDeep
from goals.reads.viewer import Viewer
from goals.store.database import Database


class Asker:
    """Asks for one world; documents are parsed and validated once."""

    known: ClassVar[dict[str, DocumentNode]] = {}
    """Shared by all, so that every engine makes one plan for them all."""
    too_deep: ClassVar[set[tuple[str, str]]] = set()

    def __init__(self, canaries: Canaries, database: Database | None = None) -> None:
        self.canaries = canaries
        self.database = database or canaries.world.database
        self.engine = canaries.world.engine

    def viewer(self, who: str) -> Viewer:
        return self.canaries.viewers[who]

    async def read(self, who: str, text: str, variables: dict[str, Any] | None = None) -> Any:
        """Read what the compiler answers; what it cannot compile is executed."""
        document = self.known.get(text)
        if document is None:
            document = self.known[text] = parse(text)
            faults = validate(self.engine.contract.graphql, document)
            assert faults == [], (text, faults)
        answer = await self.engine.reader.answer(
            self.database, document, None, variables or {}, self.viewer(who)
        )
        return await self.ask(who, text, variables) if answer is None else json.loads(answer)

    async def nodes(self, who: str, ids: list[str], selection: str) -> list[Any]:
        """Read nodes, all at once or, where that nests too deeply, one by one."""
        key = (self.database.dialect, selection)
        if key not in self.too_deep:
            try:
                return await self._at_once(who, ids, selection)
            except TooDeep:
                self.too_deep.add(key)
        text = f"query N($id: ID!) {{ node(id: $id) {{ {selection} }} }}"
        return [(await self.read(who, text, {"id": each}))["node"] for each in ids]

    async def _at_once(self, who: str, ids: list[str], selection: str) -> list[Any]:
        text = f"query N($ids: [ID!]!) {{ nodes(ids: $ids) {{ {selection} }} }}"
        found: list[Any] = []
        for at in range(0, len(ids), 100):
            found += (await self.read(who, text, {"ids": ids[at : at + 100]}))["nodes"]
        return found

    async def ask(
        self, who: str, text: str, variables: dict[str, Any] | None = None, **options: Any
    ) -> Any:
        """Execute as a client would; the errors are part of what is given back."""
        viewer = self.viewer(who)
        context = Context(self.database, viewer, request_id="r-1", now=viewer.now, **options)
        result = await self.engine.execute(text, variables, None, context)
        return json.loads(result.body())
