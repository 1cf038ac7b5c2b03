"""Open duties: loaded facts as the list of what somebody would leave behind.

What is owed is decided by goals.domain.decide, as for the inbox.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from goals.domain.enums import Expectation, OpenDutyKind, Side
from goals.domain.open_duties import OpenDuty
from goals.services import inbox
from goals.store.inbox import OpenCommission


@dataclass(frozen=True, slots=True)
class Contact:
    """A commission somebody is a contact of: what handing it over has to know."""

    id: UUID
    key: str
    teams: Mapping[Side, UUID]
    names: Mapping[Side, str]
    contacts: Mapping[Side, UUID]
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class Owed:
    """What somebody would leave behind: the commissions to hand over, and every single duty."""

    contacts: tuple[Contact, ...]
    duties: tuple[OpenDuty, ...]


def owed(found: Mapping[str, Any], person_id: UUID, now: datetime) -> Owed:
    """Read the JSON of goals.store.open_duties; the oldest commission first, things at the end."""
    commissions = sorted(found["commissions"], key=lambda each: int(each["number"]))
    contacts = tuple(_contact(each, person_id) for each in commissions)
    actions = {thing[4] for thing in found["actions"]}
    duties: list[OpenDuty] = []
    for each, contact in zip(commissions, contacts, strict=True):
        place = (contact.id, contact.key, each["title"])
        due = _day(each["deadline"])
        duties += [OpenDuty(OpenDutyKind.CONTACT, *place, side, due=due) for side in contact.sides]
        duties += [
            OpenDuty(
                OpenDutyKind.EXPECTATION, *place, one.side, one.expectation, one.subject_id, due=due
            )
            for one in inbox.items(_commission(each), person_id, now)
            if one.expectation is not Expectation.COMPLETE_ACTION
            or str(one.subject_id) not in actions
        ]
    for name, kind in _THINGS.items():
        things = sorted(found[name], key=lambda thing: (thing[0], thing[4]))
        duties += [_thing(kind, *thing[1:]) for thing in things]
    return Owed(contacts, tuple(duties))


_THINGS = {
    "actions": OpenDutyKind.ACTION,
    "risks": OpenDutyKind.RISK,
    "blockers": OpenDutyKind.BLOCKER,
}


def _thing(
    kind: OpenDutyKind, commission: str, key: str, title: str, id_: str, text: str, due: str | None
) -> OpenDuty:
    return OpenDuty(
        kind, UUID(commission), key, title, subject_id=UUID(id_), text=text, due=_day(due)
    )


def _contact(found: Mapping[str, Any], person_id: UUID) -> Contact:
    contacts = {side: UUID(found[f"{side.lower()}_id"]) for side in Side}
    return Contact(
        id=UUID(found["id"]),
        key=found["key"],
        teams={side: UUID(found[f"{side.lower()}_team_id"]) for side in Side},
        names={side: found[f"{side.lower()}_team"] for side in Side},
        contacts=contacts,
        sides=tuple(side for side in Side if contacts[side] == person_id),
    )


def _commission(found: Mapping[str, Any]) -> OpenCommission:
    pending = found["pending_revision_id"]
    moments = ("proposed_at", "agreed_at", "delivered_at", "evaluating_at", "last_check_in_at")
    return OpenCommission(
        id=UUID(found["id"]),
        state=found["state"],
        initiator=found["initiator"],
        self_commission=bool(found["self_commission"]),
        customer_id=UUID(found["customer_id"]),
        supplier_id=UUID(found["supplier_id"]),
        pending_revision_id=None if pending is None else UUID(pending),
        deadline=_day(found["deadline"]),
        updated_at=datetime.fromisoformat(found["updated_at"]),
        facts=found["facts"],
        time_zone=found["time_zone"],
        as_customer=None,
        as_supplier=None,
        **{name: _moment(found[name]) for name in moments},
    )


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def _moment(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text)
