"""Mapping: from the groups of an identity provider to role and teams.

Where an issuer maps no group to a role, roles are given here and stay. Teams that no group maps
to are never touched. Whoever is in no mapped group is a member, and in none of the mapped teams:
a group that is lost takes away what it gave.
"""

from typing import Any, TypedDict
from uuid import UUID

from goals.domain.enums import Role
from goals.services.context import ActContext
from goals.services.people import spare_an_admin
from goals.settings import Issuer
from goals.store import people, records, teams
from goals.store.people import PersonRow
from goals.store.teams import MembershipRow, TeamRow
from goals.store.transaction import Transaction


class Wanted(TypedDict):
    """What groups give: a role, None where none is mapped, and teams by name."""

    role: str | None
    teams: list[str]


def wanted(issuer: Issuer, groups: frozenset[str]) -> Wanted:
    """What these groups give by the rules of the issuer; of several roles the highest."""
    given = {Role.MEMBER, *(Role(role) for group, role in issuer.roles.items() if group in groups)}
    role = max(given, key=list(Role).index) if issuer.roles else None
    named = {team for group, team in issuer.teams.items() if group in groups}
    return {"role": role and role.value, "teams": sorted(named)}


async def give_role(
    tx: Transaction, context: ActContext, person: PersonRow, given: Wanted
) -> dict[str, Any]:
    """Change the role where it differs; what history keeps. Raises LastAdmin."""
    role = given["role"]
    if role is None or role == person.role:
        return {}
    if role != Role.ADMIN:
        await spare_an_admin(tx, person)
    await people.update(tx, context.org_id, person.id, role=role, updated_at=context.now)
    return {"role": role, "before": person.role}


async def give_teams(
    tx: Transaction,
    context: ActContext,
    person: UUID,
    issuer: Issuer,
    given: Wanted,
    before: Wanted | None,
) -> dict[str, Any]:
    """Join and leave the mapped teams; what history keeps."""
    managed = {*issuer.teams.values(), *(before["teams"] if before else ())}
    if not managed:
        return {}
    found = await records.find(
        tx, TeamRow, org_id=context.org_id, name=sorted(managed), archived_at=None
    )
    own = await records.find(tx, MembershipRow, org_id=context.org_id, person_id=person)
    member_of = {membership.team_id for membership in own}
    joined = [team for team in found if team.name in given["teams"] and team.id not in member_of]
    left = [team for team in found if team.name not in given["teams"] and team.id in member_of]
    rows = [
        MembershipRow(
            org_id=context.org_id,
            team_id=team.id,
            person_id=person,
            lead=False,
            created_at=context.now,
        )
        for team in joined
    ]
    await records.insert(tx, *rows)
    for team in left:
        await teams.leave(tx, context.org_id, team.id, person)
    named = {"joined": joined, "left": left}
    return {what: [str(team.id) for team in which] for what, which in named.items() if which}
