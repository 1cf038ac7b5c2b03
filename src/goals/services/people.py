"""People: add somebody to the organisation and to teams."""

from goals.domain.errors import NotFound
from goals.domain.identity import uuid7
from goals.services.administration import administer
from goals.services.context import ActContext, ActResult
from goals.services.forms import TITLE, Form
from goals.services.requests import CreatePersonRequest
from goals.store import records, teams
from goals.store.people import PersonRow
from goals.store.teams import MembershipRow
from goals.store.transaction import Transaction

MOST_TEAMS = 50


async def create_person(context: ActContext, request: CreatePersonRequest) -> ActResult:
    """Add a person. Raises AlreadyExists for a taken e-mail, NotFound for an unknown team."""
    form = Form()
    name = form.line(request.name, "name", TITLE)
    email = form.email(request.email, "email")
    wanted = dict.fromkeys((*request.team_ids, *request.lead_of_team_ids))
    if len(wanted) > MOST_TEAMS:
        form.fault("TOO_MANY", ("teamIds",), actual=len(wanted), limit=MOST_TEAMS)
    form.check()
    made = uuid7(context.now)

    async def work(tx: Transaction) -> dict[str, object]:
        memberships = []
        for team_id in wanted:
            if team_id is None or await teams.find(tx, context.org_id, team_id) is None:
                raise NotFound("Team", path=("teamIds",))
            memberships.append(
                MembershipRow(
                    org_id=context.org_id,
                    team_id=team_id,
                    person_id=made,
                    lead=team_id in request.lead_of_team_ids,
                    created_at=context.now,
                )
            )
        person = PersonRow(
            org_id=context.org_id,
            id=made,
            name=name,
            email=email,
            language=request.language.lower(),
            role=request.role,
            active=True,
            created_at=context.now,
            updated_at=context.now,
        )
        await records.insert(tx, person, *memberships)
        return {"role": request.role, "teams": [str(team_id) for team_id in wanted]}

    return await administer(context, "person.added", ("Person", made), work)
