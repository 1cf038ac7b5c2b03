"""Courses: what becomes of commissions made in bulk, from draft to close, as acts would have it.

The one rule: an act comes first, its rows after it, with the values goals.services would write.
How a course is kept is in ``course``, what follows agreement in ``fulfilment``, words in
``repertoire``, the order of time in ``many``.
"""

from datetime import timedelta
from typing import Any

from goals.demo.course import Course, Present
from goals.demo.fulfilment import CUSTOMER, GOOD, SUPPLIER, fulfil
from goals.domain.enums import Act, Side, State
from goals.services.clock import EXPIRED
from goals.store.commissions import CommissionTagRow
from goals.store.questions import QuestionRow
from goals.store.records import Record
from goals.store.revisions import CriterionRow, ResourceRow, RevisionRow
from goals.store.smart_reports import SmartReportRow

FATES: dict[str, int] = {
    "achieved": 42,
    "exceeded": 7,
    "partly": 11,
    "missed": 8,
    "undelivered": 4,
    "lapsed": 4,
    "one_sided": 4,
    "cancelled": 5,
    "revoked": 3,
    "declined": 5,
    "withdrawn": 3,
    "expired": 2,
    "shelved": 2,
}
COMMITMENTS = (*["COMMITTED"] * 17, *["STRETCH"] * 2, "LEARNING")
_FATES, _WEIGHTS = tuple(FATES), tuple(FATES.values())


def told(course: Course) -> list[Record]:
    """Let a commission go its way up to the present; its rows, without events and signatures."""
    fate = course.dice.choices(_FATES, _WEIGHTS)[0]
    try:
        _draft(course)
        if fate != "shelved" and _is_agreed(course, fate):
            fulfil(course, fate)
    except Present:
        return course.finish()
    return course.finish()


def _draft(course: Course) -> None:
    content, at, side = course.spoken.content, course.at, course.initiator
    course.act(
        Act.DRAFT,
        side,
        State.DRAFT,
        hashed=True,
        key=f"C-{course.number}",
        title=course.spoken.theme.title,
        revision=1,
    )
    course.changes |= {"created_at": at, "commitment": course.dice.choice(COMMITMENTS)}
    revision = course.own(
        RevisionRow,
        number=1,
        content_hash=course.hash,
        author_id=course.people[side].id,
        author_side=side.value,
        created_at=at,
        goal=content.goal,
        benefit=content.benefit,
        deadline=course.deadline,
        deadline_time_zone=content.deadline_time_zone,
        check_in_cadence_days=content.check_in_cadence_days,
    )
    revision["id"] = course.revision_id
    for position, (own, part) in enumerate(
        zip(course.spoken.criteria, course.criteria, strict=True), 1
    ):
        row = course.row(CriterionRow, revision_id=course.revision_id, position=position, **own)
        row["id"] = row["lineage_id"] = part
    for own in course.spoken.resources:
        course.row(ResourceRow, revision_id=course.revision_id, position=1, **own)
    for tag in course.spoken.theme.tags:
        tagged = course.own(CommissionTagRow, tag=tag)
        del tagged["id"]
    _report(course, course.spoken.drafted)


def _report(course: Course, verdict: dict[str, Any]) -> None:
    course.own(SmartReportRow, revision_id=course.revision_id, checked_at=course.at, **verdict)


def _is_agreed(course: Course, fate: str) -> bool:
    """Propose and clarify; whether both signed."""
    dice = course.dice
    course.wait(1, 30)
    course.act(Act.PROPOSE, course.initiator, State.CLARIFYING, revision=1)
    course.changes["proposed_at"] = course.at
    if fate == "expired":
        course.at += timedelta(days=91)
        course.act(Act.EXPIRE, None, State.EXPIRED)
        course.changes |= {"closed_at": course.at, "end_reason": EXPIRED}
        return False
    if dice.random() < 0.2:
        _ask(course)
    course.wait(2, 48)
    if fate == "withdrawn":
        reason = "Der Bedarf ist entfallen." if course.german else "It is no longer needed."
        course.act(Act.WITHDRAW, course.initiator, State.WITHDRAWN)
        course.end(course.initiator, reason)
        return False
    if fate == "declined":
        _decline(course)
        return False
    likely = dice.randint(55, 95) if fate in GOOD else dice.randint(35, 85)
    note = "Klar, so machen wir es." if course.german else "Clear, we do that."
    _accept(course, SUPPLIER, State.CLARIFYING, likely, note)
    course.wait(1, 30)
    _accept(course, CUSTOMER, State.AGREED, min(likely + dice.randint(-10, 15), 100), None)
    course.changes |= {"agreed_at": course.at, "first_agreed_deadline": course.deadline}
    _report(course, course.spoken.signed)
    return True


def _ask(course: Course) -> None:
    course.wait(2, 40)
    question = course.new()
    about = ("Question", question)
    course.act(Act.ASK, SUPPLIER, State.CLARIFYING, about, field="SUCCESS_CRITERIA")
    row = course.own(
        QuestionRow,
        revision_id=course.revision_id,
        field="SUCCESS_CRITERIA",
        text="Ab welchem Tag wird gezählt?" if course.german else "From which day do we count?",
        status="OPEN",
        asked_side=SUPPLIER.value,
        asked_by_id=course.people[SUPPLIER].id,
        asked_at=course.at,
    )
    row["id"] = question
    course.wait(1, 60)
    course.act(Act.ANSWER, CUSTOMER, State.CLARIFYING, about)
    row |= {
        "status": "ANSWERED",
        "answer": "Ab dem Ersten des Monats." if course.german else "From the first of the month.",
        "answered_by_id": course.people[CUSTOMER].id,
        "answered_at": course.at,
    }


def _signature(course: Course, side: Side, decision: str, **said: Any) -> dict[str, Any]:
    """A row but for the number of its event."""
    return {
        "org_id": course.ground.org_id,
        "id": course.new(),
        "commission_id": course.id,
        "revision_id": course.revision_id,
        "revision_hash": course.hash,
        "side": side.value,
        "person_id": course.people[side].id,
        "decision": decision,
        "signed_at": course.at,
        **said,
    }


def _decline(course: Course) -> None:
    german = course.german
    reason = "Bis dahin ist niemand frei." if german else "Nobody is free until then."
    other = "Ein Quartal später ginge es." if german else "A quarter later it would work."
    made = _signature(course, SUPPLIER, "DECLINE", reason=reason, alternative=other)
    course.act(
        Act.DECLINE,
        SUPPLIER,
        State.DECLINED,
        ("Signature", made["id"]),
        signature=made,
        hashed=True,
        revision=1,
        decision="DECLINE",
    )
    course.end(SUPPLIER, reason)


def _accept(course: Course, side: Side, state: State, likely: int, note: str | None) -> None:
    override = None
    if course.spoken.needs_override:
        override = "Eilt; wir schärfen nach." if course.german else "Urgent; we sharpen it later."
    said = {"confidence": likely, "note": note, "override_reason": override}
    made = _signature(course, side, "ACCEPT", **said)
    course.act(
        Act.ACCEPT,
        side,
        state,
        ("Signature", made["id"]),
        signature=made,
        hashed=True,
        revision=1,
        decision="ACCEPT",
        confidence=likely,
        override=override is not None,
    )
