"""Queries: the root fields that only read.

The one rule: everything here is nullable, so that one part that fails leaves the others whole.
Entities are compiled; what needs arithmetic is in ``analytics``.
"""

# ruff: noqa: S608 - names in the SQL are ours; values are always parameters

from collections.abc import Mapping

import strawberry

from goals.api.analyses import Analyses
from goals.api.analytics import Analytics
from goals.api.auditing import Auditing
from goals.api.comparisons import Comparisons
from goals.api.connections import Connection, narrowing, paging
from goals.api.fields import argument, directions, given, root
from goals.api.filters.commissions import CommissionFilter, CommissionOrder
from goals.api.filters.factors import FactorFilter, FactorOrder
from goals.api.filters.people import PersonFilter, PersonOrder
from goals.api.filters.teams import TeamFilter, TeamOrder
from goals.api.node import Node, described_input, described_one_of
from goals.api.types.commissions import Commission
from goals.api.types.factors import Factor
from goals.api.types.people import Person, Viewer
from goals.api.types.teams import Team
from goals.reads.context import Context, Row
from goals.reads.sources import Lookup, RootConnection, RootNode, RootNodes, RootOne


@described_input
class ExternalReferenceInput:
    """The place of the same work in another system."""

    system: str = given("The name of the other system.")
    key: str = given("The key of the work there.")


@described_one_of
class CommissionByInput:
    """What names a commission: exactly one of these."""

    id: strawberry.ID | None = given("Its id.", strawberry.UNSET)
    key: str | None = given("Its readable key, such as `C-123`.", strawberry.UNSET)
    external_reference: ExternalReferenceInput | None = given(
        "A reference to it in another system.", strawberry.UNSET
    )


def _by_reference(row: Row, context: Context, places: Mapping[str, str]) -> str:
    x = context.alias()
    return (
        f"EXISTS (SELECT 1 FROM external_reference AS {x}"
        f" WHERE {x}.org_id = {row['org_id']} AND {x}.commission_id = {row['id']}"
        f" AND {x}.system = {places['system']} AND {x}.key = {places['key']})"
    )


def _human(row: Row, _context: Context) -> str:
    return f"{row['kind']} = 'HUMAN'"


def _program(row: Row, _context: Context) -> str:
    return f"{row['kind']} = 'SERVICE'"


def _upper(key: str) -> str:
    return key.upper()


@strawberry.type(description="Everything that can be read.")
class Query(Analytics, Analyses, Comparisons, Auditing):
    """Everything that can be read."""

    viewer: Viewer | None = root(
        "The person who asks, as the token says.", RootOne, viewer=(("id", "person_id"),)
    )
    node: Node | None = root(
        "Anything by its id; null when there is no such thing or the viewer may not see it.",
        RootNode,
        [argument("id", strawberry.ID, "The id.")],
    )
    nodes: list[Node | None] | None = root(
        "Many things by their ids, in the same order, with null for what is not to be seen.",
        RootNodes,
        [argument("ids", list[strawberry.ID], "The ids, at most 100.")],
    )
    commission: Commission | None = root(
        "One commission; null when there is none or the viewer may not see it.",
        RootOne,
        [argument("by", CommissionByInput, "What names it.")],
        lookups={
            "by.id": Lookup(),
            "by.key": Lookup("key", "plain", parse=_upper),
            "by.externalReference": Lookup(kind="text", sql=_by_reference),
        },
    )
    commissions: Connection[Commission] | None = root(
        "The commissions the viewer may see, newest first.",
        RootConnection,
        [*paging(), *narrowing(CommissionFilter, CommissionOrder)],
        order=directions(["-created_at"]),
    )
    teams: Connection[Team] | None = root(
        "The teams of the organisation, by name.",
        RootConnection,
        [*paging(), *narrowing(TeamFilter, TeamOrder)],
        order=directions(["name"]),
    )
    people: Connection[Person] | None = root(
        "The people of the organisation, by name.",
        RootConnection,
        [*paging(), *narrowing(PersonFilter, PersonOrder)],
        order=directions(["name"]),
        where=_human,
    )
    service_accounts: Connection[Person] | None = root(
        "The programs that read and measure in the organisation, by name.",
        RootConnection,
        [*paging(), *narrowing(PersonFilter, PersonOrder)],
        order=directions(["name"]),
        where=_program,
    )
    factors: Connection[Factor] | None = root(
        "The catalogue of factors, by key.",
        RootConnection,
        [*paging(), *narrowing(FactorFilter, FactorOrder)],
        order=directions(["key"]),
    )
