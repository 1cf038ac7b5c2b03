"""Deactivations: somebody takes part no longer, leaves nothing behind, and may come back."""

from goals.domain.errors import PersonActive
from goals.domain.scopes import Scope
from goals.services import handovers
from goals.services.acting import new_event, run
from goals.services.administration import administer, permit
from goals.services.context import ActContext, ActResult
from goals.services.open_duties import owed
from goals.services.people import (
    active_person,
    known_person,
    named_person,
    not_erased,
    spare_an_admin,
)
from goals.services.requests import DeactivatePersonRequest, ReactivatePersonRequest
from goals.store import deputies, events, open_duties, people, tokens
from goals.store.transaction import Transaction


async def deactivate_person(context: ActContext, request: DeactivatePersonRequest) -> ActResult:
    """Hand over what is open, end tokens and deputies, and let the person take part no longer.

    Raises OpenDutiesLeft with the list of what has no successor; LastAdmin; PersonInactive.
    """
    permit(context, "person.deactivated")
    person_id = named_person(request.person_id)

    async def once(tx: Transaction) -> ActResult:
        head = await events.lock(tx, context.org_id)
        person = await active_person(tx, context, person_id)
        await spare_an_admin(tx, person)
        found = await open_duties.find(tx, context.org_id, person_id)
        open_ = owed(found, person_id, context.now)
        handed = await handovers.plan(tx, context, person, open_, request)
        head = await handovers.write(tx, context, head, person_id, handed)
        ended = await tokens.revoke_all(tx, context.org_id, person_id, context.now)
        over = await deputies.end_all(tx, context.org_id, person_id, context.now)
        await people.update(tx, context.org_id, person_id, active=False, updated_at=context.now)
        body = {"handedOver": len(handed), "tokens": ended, "deputies": over}
        subject = ("Person", person_id)
        new = new_event(context, "person.deactivated", subject, body=body)
        event = await events.append(tx, head, new)
        return ActResult(None, person_id, event.seq)

    return await run(context, once, Scope.ADMIN)


async def reactivate_person(context: ActContext, request: ReactivatePersonRequest) -> ActResult:
    """Let a person take part again; tokens that were ended stay so.

    Raises PersonActive, PersonErased.
    """
    person_id = named_person(request.person_id)

    async def work(tx: Transaction) -> dict[str, object]:
        person = await known_person(tx, context, person_id)
        if person.active:
            raise PersonActive(person.name)
        await not_erased(tx, person)
        await people.update(tx, context.org_id, person_id, active=True, updated_at=context.now)
        return {}

    return await administer(context, "person.reactivated", ("Person", person_id), work)
