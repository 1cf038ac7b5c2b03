"""Handovers: the commissions and actions of one person become those of successors.

Signed revisions stay untouched: only the contact person changes, with an event on each
commission. A successor belongs to the side's team and never stands on the other side too.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from goals.domain.enums import OpenDutyKind, PersonKind, Side
from goals.domain.error_base import Path
from goals.domain.errors import NotFound, OpenDutiesLeft
from goals.domain.open_duties import OpenDuty
from goals.services.acting import new_event
from goals.services.context import ActContext
from goals.services.forms import Form
from goals.services.open_duties import Contact, Owed
from goals.services.people import active_person
from goals.services.requests import DeactivatePersonRequest
from goals.store import actions, commissions, events, teams
from goals.store.events import Head
from goals.store.people import PersonRow
from goals.store.transaction import Transaction

MOST_PARTS = 1_000


@dataclass(frozen=True, slots=True)
class Handover:
    """What goes to whom on one commission: the contact on these sides, and these actions."""

    commission_id: UUID
    successor_id: UUID
    contact: Contact | None
    actions: tuple[UUID, ...]


async def plan(
    tx: Transaction,
    context: ActContext,
    person: PersonRow,
    owed: Owed,
    request: DeactivatePersonRequest,
) -> list[Handover]:
    """Say who takes over what, oldest commission first; nothing is written.

    Raises OpenDutiesLeft for what has no successor, ValidationFailed for one who does not fit,
    NotFound and PersonInactive for one who is not there.
    """
    successors = await _successors(tx, context, owed, request)
    general = None
    if request.has_successor:
        general = await _human(tx, context, request.successor_id, ("successorId",))
    handed = [duty for duty in owed.duties if duty.kind.is_handed_over]
    left = tuple(duty for duty in handed if (successors.get(duty.commission_id) or general) is None)
    if left:
        raise OpenDutiesLeft(person.name, left)
    chosen = {duty.commission_id: successors.get(duty.commission_id) or general for duty in handed}
    contacts = {contact.id: contact for contact in owed.contacts}
    made, form, checks = [], Form(), _Checks(tx, context.org_id, person.id)
    for commission, successor in chosen.items():
        if successor is None:
            continue
        path = ("handOver",) if commission in successors else ("successorId",)
        contact = contacts.get(commission)
        await checks.note(form, successor, contact, path)
        made.append(Handover(commission, successor.id, contact, _actions(handed, commission)))
    form.check()
    return made


async def _successors(
    tx: Transaction, context: ActContext, owed: Owed, request: DeactivatePersonRequest
) -> dict[UUID, PersonRow]:
    """The successor named for each commission."""
    form = Form()
    if len(request.hand_over) > MOST_PARTS:
        form.fault("TOO_MANY", ("handOver",), actual=len(request.hand_over), limit=MOST_PARTS)
    form.check()
    known = {duty.commission_id for duty in owed.duties if duty.kind.is_handed_over}
    people: dict[UUID | None, PersonRow] = {}
    found: dict[UUID, PersonRow] = {}
    for at, each in enumerate(request.hand_over):
        if each.commission_id is None or each.commission_id not in known:
            raise NotFound("Commission", path=("handOver", at, "commissionId"))
        if each.commission_id in found:
            form.fault("DUPLICATE", ("handOver", at, "commissionId"))
        named = each.successor_id
        if named not in people:
            path = ("handOver", at, "successorId")
            people[named] = await _human(tx, context, named, path)
        found[each.commission_id] = people[named]
    form.check()
    return found


async def _human(
    tx: Transaction, context: ActContext, person_id: UUID | None, path: Path
) -> PersonRow:
    """Somebody who takes part; a program is the contact of nothing."""
    found = await active_person(tx, context, person_id, path)
    if found.kind != PersonKind.HUMAN:
        raise NotFound("Person", path=path)
    return found


class _Checks:
    """Why somebody cannot take over: asks for the teams of each successor once."""

    def __init__(self, tx: Transaction, org_id: UUID, leaving: UUID) -> None:
        self._tx, self._org_id, self._leaving = tx, org_id, leaving
        self._teams: dict[UUID, frozenset[UUID]] = {}

    async def note(
        self, form: Form, successor: PersonRow, contact: Contact | None, path: Path
    ) -> None:
        """Note what is wrong with a successor on one commission."""
        if successor.id == self._leaving:
            form.fault("SUCCESSOR_LEAVES", path, person=successor.name)
            return
        if contact is None:
            return
        named = {"person": successor.name, "commission": contact.key}
        if successor.id not in self._teams:
            teams_of = await teams.of_person(self._tx, self._org_id, successor.id)
            self._teams[successor.id] = teams_of
        for side in contact.sides:
            team = contact.teams[side]
            if team not in self._teams[successor.id]:
                form.fault("SUCCESSOR_NOT_OF_TEAM", path, **named, team=contact.names[side])
        others = {contact.contacts[side] for side in Side if side not in contact.sides}
        if successor.id in others:
            form.fault("SUCCESSOR_ON_OTHER_SIDE", path, **named)


def _actions(duties: Iterable[OpenDuty], commission: UUID) -> tuple[UUID, ...]:
    return tuple(
        duty.subject_id
        for duty in duties
        if duty.kind is OpenDutyKind.ACTION
        and duty.commission_id == commission
        and duty.subject_id is not None
    )


async def write(
    tx: Transaction, context: ActContext, head: Head, person_id: UUID, handovers: list[Handover]
) -> Head:
    """Change contacts and owners, one event a commission; return the head for the next event."""
    for each in handovers:
        sides = () if each.contact is None else each.contact.sides
        state, version = await commissions.standing(tx, context.org_id, each.commission_id)
        changes: dict[str, object] = {f"{side.lower()}_id": each.successor_id for side in sides}
        await commissions.swap(
            tx,
            context.org_id,
            each.commission_id,
            version,
            **changes,
            updated_at=context.now,
        )
        await actions.hand_over(tx, context.org_id, each.actions, each.successor_id)
        body = {
            "state": state,
            "sides": list(sides),
            "from": person_id,
            "to": each.successor_id,
            "actions": list(each.actions),
        }
        subject = ("Commission", each.commission_id)
        new = new_event(
            context, "commission.handed_over", subject, body=body, commission_id=each.commission_id
        )
        await events.append(tx, head, new)
        head = await events.lock(tx, context.org_id)
    return head
