"""Service accounts: programs with a name, that read and measure and are no people.

One is a row of person of the kind SERVICE: what it may see follows from role and teams as for
everybody, what it may do from its scopes. Its channel is INTEGRATION, and it stands on no side.
"""

from uuid import UUID

from goals.domain.enums import PersonKind, Role
from goals.domain.errors import NotFound
from goals.domain.identity import uuid7
from goals.services.administration import administer
from goals.services.context import ActContext, ActResult
from goals.services.forms import TITLE, Form
from goals.services.people import check_number_of_teams, first_memberships
from goals.services.requests import CreateServiceAccountRequest
from goals.store import organisations, records
from goals.store.people import PersonRow
from goals.store.transaction import Transaction

ROLES = (Role.MEMBER, Role.MANAGER)


async def create_service_account(
    context: ActContext, request: CreateServiceAccountRequest
) -> ActResult:
    """Add a service account to some teams. Raises NotFound for an unknown team."""
    form = Form()
    name = form.line(request.name, "name", TITLE)
    wanted = dict.fromkeys(request.team_ids)
    check_number_of_teams(form, wanted)
    if request.role not in ROLES:
        form.fault("NOT_A_CHOICE", ("role",), choices=", ".join(ROLES))
    form.check()
    made = uuid7(context.now)

    async def work(tx: Transaction) -> dict[str, object]:
        organisation = await organisations.find(tx, context.org_id)
        if organisation is None:
            raise NotFound("Organisation", path=())
        memberships = await first_memberships(tx, context, made, wanted)
        account = PersonRow(
            org_id=context.org_id,
            id=made,
            name=name,
            email=address(made),
            language=organisation.language,
            role=request.role,
            active=True,
            created_at=context.now,
            updated_at=context.now,
            kind=PersonKind.SERVICE,
        )
        await records.insert(tx, account, *memberships)
        return {"role": request.role, "teams": [str(team_id) for team_id in wanted]}

    return await administer(context, "service_account.added", ("Person", made), work)


def address(account: UUID | None) -> str:
    """What stands in the place of an e-mail: the address of nobody (RFC 2606)."""
    return f"{account}@service.invalid"
