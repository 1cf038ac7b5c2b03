"""Rosters: what is known of the teams and people a list names, and very many changes at once.

The one rule: the number of requests does not depend on the number of lines.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from goals.store import bulk, records
from goals.store.people import PersonRow
from goals.store.rows import read_uuid
from goals.store.teams import MembershipRow, TeamRow
from goals.store.transaction import Transaction

_AMONG = {
    "sqlite": "IN (SELECT value FROM json_each($2))",
    "postgres": "= ANY($2::text[])",
}
_PATIENCE = ("statement_timeout = '60s'", "idle_in_transaction_session_timeout = '60s'")


@dataclass(frozen=True, slots=True)
class Known:
    """All teams by name, the people with these e-mails, and their memberships with the lead.

    ``admins`` are the ids of all active admins.
    """

    language: str
    teams: dict[str, TeamRow]
    people: dict[str, PersonRow]
    memberships: dict[tuple[UUID, UUID], bool]
    admins: frozenset[UUID]


@dataclass(slots=True)
class Changes:
    """Rows to insert and to change; a changed row is given as it will be."""

    new_teams: list[TeamRow] = field(default_factory=list)
    teams: list[TeamRow] = field(default_factory=list)
    new_people: list[PersonRow] = field(default_factory=list)
    people: list[PersonRow] = field(default_factory=list)
    new_memberships: list[MembershipRow] = field(default_factory=list)
    memberships: list[MembershipRow] = field(default_factory=list)


async def patience(tx: Transaction) -> None:
    """Let a transaction on very many rows think for longer than others."""
    if tx.dialect == "postgres":
        for setting in _PATIENCE:
            await tx.execute(f"SET LOCAL {setting}")


async def known(tx: Transaction, org_id: UUID, emails: Sequence[str]) -> Known:
    """Look up what a list names; five requests."""
    among, args = _AMONG[tx.dialect], [org_id, list(emails)]
    columns = ", ".join(f"p.{name}" for name in records.shape(PersonRow).columns)
    teams = await records.find(tx, TeamRow, org_id=org_id)
    people = await tx.rows(
        f"SELECT {columns} FROM person p WHERE p.org_id = $1 AND p.email {among}", args
    )
    memberships = await tx.rows(
        "SELECT m.team_id, m.person_id, m.lead FROM membership m "
        "JOIN person p ON p.org_id = m.org_id AND p.id = m.person_id "
        f"WHERE p.org_id = $1 AND p.email {among}",
        args,
    )
    admins = await tx.rows(
        "SELECT id FROM person "
        "WHERE org_id = $1 AND role = 'ADMIN' AND active = $2 AND kind = 'HUMAN'",
        [org_id, True],
    )
    rows = [records.decoded(PersonRow, row) for row in people]
    return Known(
        language=await tx.value("SELECT language FROM organisation WHERE id = $1", [org_id]),
        teams={team.name: team for team in teams},
        people={person.email: person for person in rows},
        memberships={
            (read_uuid(team), read_uuid(who)): bool(lead) for team, who, lead in memberships
        },
        admins=frozenset(read_uuid(row[0]) for row in admins),
    )


async def write(tx: Transaction, org_id: UUID, now: datetime, changes: Changes) -> None:
    """Insert and change; at most one request for each kind. Parents come first in new teams."""
    await bulk.insert(tx, TeamRow, changes.new_teams)
    await _each(
        tx,
        "UPDATE team SET parent_id = $3, updated_at = $4 WHERE org_id = $1 AND id = $2",
        [(org_id, team.id, team.parent_id, now) for team in changes.teams],
    )
    await bulk.insert(tx, PersonRow, changes.new_people)
    await _each(
        tx,
        "UPDATE person SET name = $3, role = $4, language = $5, updated_at = $6 "
        "WHERE org_id = $1 AND id = $2",
        [(org_id, who.id, who.name, who.role, who.language, now) for who in changes.people],
    )
    await bulk.insert(tx, MembershipRow, changes.new_memberships)
    await _each(
        tx,
        "UPDATE membership SET lead = $4 WHERE org_id = $1 AND team_id = $2 AND person_id = $3",
        [(org_id, each.team_id, each.person_id, each.lead) for each in changes.memberships],
    )


async def _each(tx: Transaction, sql: str, rows: Sequence[Sequence[object]]) -> None:
    if rows:
        await tx.execute_many(sql, rows)
