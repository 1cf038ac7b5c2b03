"""Standing: who sees a commission and for which side somebody acts, said once, as SQL.

Every compiled read and every write asks here and nowhere else, so they cannot disagree.

- A side is one's own as its contact person or as a member of its team.
- A deputy has the side of whoever they stand in for, but none where they stand on the other side
  themselves, and never both sides, unless the person is the contact of both.
- Members see the commissions of their sides and of those they are deputies for, and those shared
  with them or their teams; a draft only who acts for the side that writes it. Managers and
  admins see all.
- Drafting, and having belonged to a team once, give no standing.
"""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from goals.domain.parties import Side
from goals.settings import Dialect

OWN, DEPUTY = "OWN", "DEPUTY"


@dataclass(frozen=True, slots=True)
class Standing:
    """What somebody stands by: ``own`` are their person and teams, ``represented`` those of the
    people they are deputy for now. Ids are unique over people and teams.
    """

    own: tuple[UUID, ...] = ()
    represented: tuple[UUID, ...] = ()
    sees_all: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """A row of commission in a statement, and who asks.

    ``column`` writes a column of the row; ``own`` and ``either`` write that an SQL value is among
    what the viewer stands by, himself or also as a deputy; ``represented`` only as a deputy.
    ``organisation`` is the viewer's, as a parameter: so what is shared is looked up only once.
    """

    organisation: str
    column: Callable[[str], str]
    own: Callable[[str], str]
    represented: Callable[[str], str]
    either: Callable[[str], str]


def sees(asked: Asked) -> str:
    """Write the condition under which a member sees the commission."""
    column = asked.column
    customer, supplier = (_on(side, column, asked.either) for side in Side)
    is_open = f"{column('state')} <> 'DRAFT'"
    shared = _shared(asked, *_with_whom(asked))
    mine, theirs = (
        f"{column('initiator')} = '{side}' AND {acts(side, asked)}"
        for side in (Side.CUSTOMER, Side.SUPPLIER)
    )
    return (
        f"({customer} AND ({is_open} OR ({mine})))"
        f" OR ({supplier} AND ({is_open} OR ({theirs})))"
        f" OR ({is_open} AND {column('id')} IN ({shared}))"
    )


def _shared(asked: Asked, *terms: str) -> str:
    return (
        "SELECT share.commission_id FROM commission_share AS share"
        f" WHERE share.org_id = {asked.organisation} AND ({' OR '.join(terms)})"
    )


@dataclass(frozen=True, slots=True)
class Ways:
    """How a member comes to see what is no draft: one of these holds.

    ``by_team`` and ``in_person`` are conditions, ``shared`` selects ids of commissions.
    """

    by_team: tuple[str, ...]
    in_person: tuple[str, ...]
    shared: tuple[str, ...]


def ways(asked: Asked) -> Ways:
    """Write what ``sees`` says of what is no draft one by one, so that each has its index."""
    by_team, in_person = (
        tuple(asked.either(asked.column(f"{side.lower()}{what}_id")) for side in Side)
        for what in ("_team", "")
    )
    shared = (_shared(asked, term) for term in _with_whom(asked))
    return Ways(by_team, in_person, tuple(shared))


def _with_whom(asked: Asked) -> tuple[str, str]:
    return asked.own("share.person_id"), asked.own("share.team_id")


def acts(side: Side, asked: Asked) -> str:
    """Write the condition under which somebody acts for this side, and sees what it seals."""
    own, as_deputy = _ways(side, asked)
    return f"({own} OR {as_deputy})"


def way(side: Side, asked: Asked) -> str:
    """Write how somebody comes to act for this side: ``OWN``, ``DEPUTY``, else NULL."""
    own, as_deputy = _ways(side, asked)
    return f"CASE WHEN {own} THEN '{OWN}' WHEN {as_deputy} THEN '{DEPUTY}' END"


def _ways(side: Side, asked: Asked) -> tuple[str, str]:
    column = asked.column
    own, represented = (_on(side, column, among) for among in (asked.own, asked.represented))
    other_own, other_represented = (
        _on(side.other, column, among) for among in (asked.own, asked.represented)
    )
    customer = column("customer_id")
    alone = f"({customer} = {column('supplier_id')} AND {asked.represented(customer)})"
    return own, (f"({represented} AND NOT {other_own} AND (NOT {other_represented} OR {alone}))")


def _on(side: Side, column: Callable[[str], str], among: Callable[[str], str]) -> str:
    name = side.lower()
    return f"({among(column(f'{name}_team_id'))} OR {among(column(f'{name}_id'))})"


def asked_as(
    column: Callable[[str], str], dialect: Dialect, first: int, organisation: str
) -> Asked:
    """Ask in a statement with ``$n``: the two ``arguments`` stand there from ``$first`` on.

    ``organisation`` is the placeholder of the viewer's organisation.
    """
    return Asked(
        organisation,
        column,
        own=among(dialect, first),
        represented=among(dialect, first + 1),
        either=among(dialect, first, first + 1),
    )


def among(dialect: Dialect, *places: int) -> Callable[[str], str]:
    """Write that an SQL value is in one of the lists of ids at these places of a statement."""
    listed = _AND[dialect].join(_LIST[dialect].format(place) for place in places)
    return lambda sql: _AMONG[dialect].format(sql, listed)


_LIST: dict[Dialect, str] = {
    "sqlite": "SELECT value FROM json_each(${})",
    "postgres": "${}::uuid[]",
}
_AND: dict[Dialect, str] = {"sqlite": " UNION ALL ", "postgres": " || "}
_AMONG: dict[Dialect, str] = {"sqlite": "{} IN ({})", "postgres": "{} = ANY({})"}


def arguments(standing: Standing) -> list[object]:
    """Give the arguments of a statement in which ``asked_as`` asks."""
    return [[*standing.own], [*standing.represented]]
