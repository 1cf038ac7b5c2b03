"""Inbox: what somebody owes the others now, as contact person or as the deputy of one.

What is owed is decided by goals.domain.decide; here it is only looked up and put in order.
"""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from goals.domain.decide import expected_of
from goals.domain.enums import Act, Expectation, Side, State
from goals.domain.situation import Situation
from goals.reads.viewer import Viewer
from goals.services.context import standing_of
from goals.services.situations import situation_from
from goals.store import inbox
from goals.store.database import Database
from goals.store.inbox import OpenCommission

ACTS = {
    Expectation.ANSWER: Act.ANSWER,
    Expectation.CONFIRM_PLAYBACK: Act.CONFIRM_PLAYBACK,
    Expectation.PLAY_BACK: Act.PLAY_BACK,
    Expectation.SIGN: Act.ACCEPT,
    Expectation.ACKNOWLEDGE: Act.ACKNOWLEDGE,
    Expectation.CHECK_IN: Act.CHECK_IN,
    Expectation.FULFIL_DUTY: Act.FULFIL_DUTY,
    Expectation.DELIVER: Act.DELIVER,
    Expectation.REVIEW: Act.REVIEW_ACCEPT,
    Expectation.ASSESS: Act.ASSESS,
    Expectation.COMPLETE_ACTION: Act.COMPLETE_ACTION,
}


@dataclass(frozen=True, slots=True)
class InboxItem:
    """One thing owed: what, on which commission and side, by which act.

    ``subject_id`` names the question, check-in, duty or action, where it is one; ``since`` is
    when the commission last changed, ``due`` its deadline; ``on_behalf_of`` the contact person
    whose deputy owes it, None where it is owed by oneself.
    """

    expectation: Expectation
    act: Act
    commission_id: UUID
    side: Side
    subject_id: UUID | None
    since: datetime
    due: date | None
    on_behalf_of: UUID | None


async def owed(database: Database, viewer: Viewer) -> list[InboxItem]:
    """Everything this person owes now, the most urgent deadline first; one statement."""
    me = UUID(viewer.person_id)
    people = frozenset({me, *(UUID(each.person_id) for each in viewer.deputy_for)})
    found = await inbox.open_commissions(
        database, UUID(viewer.org_id), tuple(people), standing_of(viewer)
    )
    return [item for commission in found for item in items(commission, me, viewer.now, people)]


def items(
    commission: OpenCommission, me: UUID, now: datetime, people: frozenset[UUID] = frozenset()
) -> list[InboxItem]:
    """What this person owes on one commission at this time, as contact or for these people."""
    situation = situation_from(
        commission.facts,
        state=State(commission.state),
        initiator=Side(commission.initiator),
        self_commission=commission.self_commission,
        amendment_pending=commission.pending_revision_id is not None,
        today=now.astimezone(ZoneInfo(commission.time_zone)).date(),
        deadline=commission.deadline,
        proposed_at=commission.proposed_at,
        agreed_at=commission.agreed_at,
        delivered_at=commission.delivered_at,
        evaluating_at=commission.evaluating_at,
        last_check_in_at=commission.last_check_in_at,
    )
    contacts = {
        Side.CUSTOMER: (commission.customer_id, commission.as_customer),
        Side.SUPPLIER: (commission.supplier_id, commission.as_supplier),
    }
    return [
        InboxItem(
            expectation=expectation,
            act=ACTS[expectation],
            commission_id=commission.id,
            side=side,
            subject_id=None if subject is None else UUID(subject),
            since=commission.updated_at,
            due=commission.deadline,
            on_behalf_of=None if contact == me else contact,
        )
        for side, (contact, way) in contacts.items()
        if contact == me or (contact in people and way is not None)
        for expectation in expected_of(situation, side)
        for subject in _subjects(expectation, situation, side)
    ]


def _subjects(
    expectation: Expectation, situation: Situation, side: Side
) -> tuple[str, ...] | tuple[None]:
    """The things an expectation is about, one line each; or just one line."""
    match expectation:
        case Expectation.ANSWER:
            return tuple(each.id for each in situation.open_questions if each.side is not side)
        case Expectation.ACKNOWLEDGE:
            return situation.unacknowledged_check_ins
        case Expectation.FULFIL_DUTY:
            return tuple(each.id for each in situation.open_duties if each.side is side)
        case Expectation.COMPLETE_ACTION:
            return tuple(each.id for each in situation.open_actions if each.side is side)
        case _:
            return (None,)
