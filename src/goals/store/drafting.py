"""Drafting: what a new commission names, looked up in one statement."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from goals.store import standing
from goals.store.placeholders import marks
from goals.store.standing import Standing
from goals.store.transaction import Transaction


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Those of the named teams, people and commissions that are there for whoever drafts.

    ``teams`` maps each team to its contact: a lead, else any active member, else None.
    ``members`` are pairs of person and team, among those named.
    """

    teams: dict[UUID, UUID | None]
    people: frozenset[UUID]
    members: frozenset[tuple[UUID, UUID]]
    commissions: frozenset[UUID]


async def surroundings(
    tx: Transaction,
    org_id: UUID,
    by: Standing,
    *,
    teams: Sequence[UUID | None],
    people: Sequence[UUID | None],
    commissions: Sequence[UUID | None],
) -> Surroundings:
    """Look up what a draft names; ids of other organisations are not found."""
    named = [[one for one in group if one is not None] for group in (teams, people, commissions)]
    args: list[object] = [org_id, int(by.sees_all), *standing.arguments(by)]
    lists = []
    for group in named:
        lists.append(marks(len(group), len(args) + 1) or "NULL")
        args += group
    asked = standing.asked_as(lambda name: f"c.{name}", tx.dialect, 3, "$1")
    sql = _SURROUNDINGS.format(*lists, sees=standing.sees(asked), **_WORDS[tx.dialect])
    found = await tx.row(sql, args)
    team_pairs, person_ids, members, named_commissions = found or ("[]",) * 4
    return Surroundings(
        teams={UUID(team): UUID(lead) if lead else None for team, lead in json.loads(team_pairs)},
        people=frozenset(map(UUID, json.loads(person_ids))),
        members=frozenset((UUID(person), UUID(team)) for person, team in json.loads(members)),
        commissions=frozenset(map(UUID, json.loads(named_commissions))),
    )


_WORDS = {
    "sqlite": {"array": "json_group_array", "pair": "json_array", "text": ""},
    "postgres": {"array": "json_agg", "pair": "json_build_array", "text": "::text"},
}
_SURROUNDINGS = """
SELECT
    coalesce((SELECT {array}({pair}(t.id, (
            SELECT m.person_id FROM membership m
            JOIN person p ON p.org_id = m.org_id AND p.id = m.person_id
            WHERE m.org_id = t.org_id AND m.team_id = t.id AND p.active AND p.kind = 'HUMAN'
            ORDER BY m.lead DESC, m.created_at, m.person_id LIMIT 1
        ))){text} FROM team t
        WHERE t.org_id = $1 AND t.id IN ({0}) AND t.archived_at IS NULL), '[]'),
    coalesce((SELECT {array}(p.id){text} FROM person p
        WHERE p.org_id = $1 AND p.id IN ({1}) AND p.active AND p.kind = 'HUMAN'), '[]'),
    coalesce((SELECT {array}({pair}(m.person_id, m.team_id)){text} FROM membership m
        WHERE m.org_id = $1 AND m.team_id IN ({0}) AND m.person_id IN ({1})), '[]'),
    coalesce((SELECT {array}(c.id){text} FROM commission c
        WHERE c.org_id = $1 AND c.id IN ({2}) AND ($2 = 1 OR {sees})), '[]')
"""
