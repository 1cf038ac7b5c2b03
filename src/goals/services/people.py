"""People: add somebody to the organisation and to teams, and change what is known of them."""

from collections.abc import Collection, Iterable
from uuid import UUID

from goals.domain.enums import PersonKind, Role
from goals.domain.error_base import Path
from goals.domain.errors import LastAdmin, NotFound, PersonErased, PersonInactive
from goals.domain.identity import uuid7
from goals.services.administration import administer
from goals.services.context import ActContext, ActResult
from goals.services.forms import TITLE, Form
from goals.services.requests import CreatePersonRequest, UpdatePersonRequest
from goals.services.teams import team_in_use
from goals.store import erasures, people, records
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
    check_number_of_teams(form, wanted)
    form.check()
    made = uuid7(context.now)

    async def work(tx: Transaction) -> dict[str, object]:
        leads = request.lead_of_team_ids
        memberships = await first_memberships(tx, context, made, wanted, leads)
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


def check_number_of_teams(form: Form, wanted: Collection[UUID | None]) -> None:
    """Note a fault where somebody new would be in too many teams."""
    if len(wanted) > MOST_TEAMS:
        form.fault("TOO_MANY", ("teamIds",), actual=len(wanted), limit=MOST_TEAMS)


async def first_memberships(
    tx: Transaction,
    context: ActContext,
    person_id: UUID,
    wanted: Iterable[UUID | None],
    leads: Collection[UUID | None] = (),
) -> list[MembershipRow]:
    """The memberships of somebody new, not yet inserted. Raises NotFound, TeamArchived."""
    teams = [await team_in_use(tx, context, team_id, ("teamIds",)) for team_id in wanted]
    return [
        MembershipRow(
            org_id=context.org_id,
            team_id=team.id,
            person_id=person_id,
            lead=team.id in leads,
            created_at=context.now,
        )
        for team in teams
    ]


async def update_person(context: ActContext, request: UpdatePersonRequest) -> ActResult:
    """Change name, e-mail, language or role; history keeps which, and the roles.

    Raises AlreadyExists for a taken e-mail, LastAdmin where nobody would be left to administer,
    ValidationFailed for the role of a program, PersonErased for somebody forgotten.
    """
    person_id = named_person(request.person_id)
    form = Form()
    wanted: dict[str, object] = {}
    if request.name is not None:
        wanted["name"] = form.line(request.name, "name", TITLE)
    if request.email is not None:
        wanted["email"] = form.email(request.email, "email")
    if request.language is not None:
        wanted["language"] = request.language.lower()
    if request.role is not None:
        wanted["role"] = request.role
    form.check()

    async def work(tx: Transaction) -> dict[str, object]:
        person = await known_person(tx, context, person_id)
        await not_erased(tx, person)
        changed = {name: new for name, new in wanted.items() if getattr(person, name) != new}
        body: dict[str, object] = {"changed": sorted(changed)}
        if "role" in changed:
            _check_human(person)
            if request.role is not Role.ADMIN:
                await spare_an_admin(tx, person, ("role",))
            body |= {"role": request.role, "before": person.role}
        if changed:
            await people.update(tx, context.org_id, person_id, **changed, updated_at=context.now)
        return body

    return await administer(context, "person.updated", ("Person", person_id), work)


def _check_human(person: PersonRow) -> None:
    """Raise ValidationFailed for a program, whose role is given when it is made and stays."""
    form = Form()
    if person.kind != PersonKind.HUMAN:
        form.fault("ROLE_OF_PROGRAM", ("role",), program=person.name)
    form.check()


async def not_erased(tx: Transaction, person: PersonRow) -> None:
    """Raise PersonErased for somebody who was forgotten: that is for ever."""
    if await erasures.find(tx, person.org_id, "Person", person.id) is not None:
        raise PersonErased(person.name)


async def spare_an_admin(tx: Transaction, person: PersonRow, path: Path = ("personId",)) -> None:
    """Raise LastAdmin where nobody else active could administer the organisation."""
    last = person.active and person.role == Role.ADMIN
    if last and await people.other_admins(tx, person.org_id, person.id) == 0:
        raise LastAdmin(path)


async def known_person(
    tx: Transaction, context: ActContext, person_id: UUID | None, path: Path = ("personId",)
) -> PersonRow:
    """A person of the organisation. Raises NotFound."""
    found = None if person_id is None else await people.find(tx, context.org_id, person_id)
    if found is None:
        raise NotFound("Person", path=path)
    return found


async def active_person(
    tx: Transaction, context: ActContext, person_id: UUID | None, path: Path = ("personId",)
) -> PersonRow:
    """A person who takes part. Raises NotFound, PersonInactive."""
    found = await known_person(tx, context, person_id, path)
    if not found.active:
        raise PersonInactive(found.name, path)
    return found


def named_person(person_id: UUID | None) -> UUID:
    """The id given. Raises NotFound for none."""
    if person_id is None:
        raise NotFound("Person", path=("personId",))
    return person_id
