"""Memberships: who belongs to which team, and who leads it.

A contact person stays one after leaving the team: what was promised goes on until it is handed
over.
"""

from goals.domain.errors import NotFound
from goals.services.administration import administer
from goals.services.context import ActContext, ActResult
from goals.services.people import active_person, known_person, named_person
from goals.services.requests import AddMembershipRequest, RemoveMembershipRequest, SetLeadRequest
from goals.services.teams import known_team, team_in_use
from goals.store import records, teams
from goals.store.teams import MembershipRow
from goals.store.transaction import Transaction


async def add_membership(context: ActContext, request: AddMembershipRequest) -> ActResult:
    """Put a person into a team. Raises AlreadyExists where the person is in it."""
    person_id = named_person(request.person_id)

    async def work(tx: Transaction) -> dict[str, object]:
        person = await active_person(tx, context, person_id)
        team = await team_in_use(tx, context, request.team_id)
        row = MembershipRow(
            org_id=context.org_id,
            team_id=team.id,
            person_id=person.id,
            lead=request.lead,
            created_at=context.now,
        )
        await records.insert(tx, row)
        return {"team": team.id, "lead": request.lead}

    return await administer(context, "membership.added", ("Person", person_id), work)


async def remove_membership(context: ActContext, request: RemoveMembershipRequest) -> ActResult:
    """Take a person out of a team. Raises NotFound where the person is not in it."""
    person_id = named_person(request.person_id)

    async def work(tx: Transaction) -> dict[str, object]:
        await known_person(tx, context, person_id)
        team = await known_team(tx, context, request.team_id)
        if not await teams.leave(tx, context.org_id, team.id, person_id):
            raise NotFound("Membership", path=("teamId",))
        return {"team": team.id}

    return await administer(context, "membership.removed", ("Person", person_id), work)


async def set_lead(context: ActContext, request: SetLeadRequest) -> ActResult:
    """Say whether a member leads the team; several may. Raises NotFound for no member."""
    person_id = named_person(request.person_id)

    async def work(tx: Transaction) -> dict[str, object]:
        await known_person(tx, context, person_id)
        team = await known_team(tx, context, request.team_id)
        if not await teams.set_lead(tx, context.org_id, team.id, person_id, lead=request.lead):
            raise NotFound("Membership", path=("teamId",))
        return {"team": team.id, "lead": request.lead}

    return await administer(context, "membership.lead_set", ("Person", person_id), work)
