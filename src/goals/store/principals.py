"""Principals: the person behind a token or an identity, with role and teams, in one statement."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from goals.settings import Dialect
from goals.store import deputies
from goals.store.rows import read_uuid

_TEAMS: dict[Dialect, str] = {
    "sqlite": "group_concat(m.team_id, ',')",
    "postgres": "string_agg(m.team_id::text, ',')",
}
AMONG: dict[Dialect, str] = {
    "sqlite": "{column} IN (SELECT value FROM json_each($1))",
    "postgres": "{column} = ANY($1::uuid[])",
}


@dataclass(frozen=True, slots=True)
class Principal:
    """Who acts: a person with role, teams and whom they are deputy for, or a program."""

    org_id: UUID
    person_id: UUID
    role: str
    language: str
    active: bool
    kind: str
    team_ids: tuple[UUID, ...]
    deputy_for: list[tuple[UUID, tuple[UUID, ...]]]


def columns(dialect: Dialect, at: str) -> str:
    """What ``read`` takes, in order; ``p`` stands for the person, ``at`` for the time of now."""
    teams = _TEAMS[dialect]
    deputy_for = deputies.deputy_for(lambda name: f"p.{name}", at, dialect)
    return (
        "p.org_id, p.id, p.role, p.language, p.active, p.kind,"
        f" (SELECT {teams} FROM membership m WHERE m.org_id = p.org_id AND m.person_id = p.id),"
        f" {deputy_for}"
    )


def now() -> datetime:
    """The time to ask with."""
    return datetime.now(UTC)


def read(row: Sequence[Any]) -> Principal:
    """Make a principal of the values of ``columns``."""
    org_id, person_id, role, language, active, kind, teams, deputy_for = row
    return Principal(
        org_id=read_uuid(org_id),
        person_id=read_uuid(person_id),
        role=role,
        language=language,
        active=bool(active),
        kind=kind,
        team_ids=tuple(UUID(team) for team in (teams or "").split(",") if team),
        deputy_for=deputies.read_deputy_for(deputy_for),
    )
