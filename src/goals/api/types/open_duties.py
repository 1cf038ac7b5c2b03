"""Open duties: what somebody would leave behind."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from strawberry import ID

from goals.api.fields import picked
from goals.api.node import described
from goals.domain.enums import Expectation, OpenDutyKind, Side
from goals.domain.identity import global_id
from goals.domain.open_duties import OpenDuty as Duty
from goals.reads.context import Context, Row
from goals.reads.viewer import Viewer
from goals.services.open_duties import owed
from goals.store.open_duties import open_duties_json


@described
class OpenDuty:
    """One thing somebody would leave behind when deactivated now."""

    kind: OpenDutyKind = picked("Why it would be left behind.")
    commission_id: ID = picked("The id of the commission it is about.")
    commission_key: str = picked("The key of the commission, such as `C-123`.")
    commission_title: str = picked("The title of the commission.")
    side: Side | None = picked("The side for which the person is the contact, if it is that.")
    expectation: Expectation | None = picked("What the other side waits for, if it does.")
    subject_id: ID | None = picked(
        "The id of the question, check-in, duty, action, risk or blocker, if it is one."
    )
    text: str | None = picked("What the action, risk or blocker says.")
    due: date | None = picked("By when: of an action its own date, else the deadline.")
    handed_over: bool = picked(
        "Whether a successor takes it over; what only names the person in a text stays as it is."
    )


_SUBJECTS: dict[Expectation | OpenDutyKind | None, str] = {
    Expectation.ANSWER: "Question",
    Expectation.ACKNOWLEDGE: "CheckIn",
    Expectation.FULFIL_DUTY: "Duty",
    Expectation.COMPLETE_ACTION: "Action",
    OpenDutyKind.ACTION: "Action",
    OpenDutyKind.RISK: "Risk",
    OpenDutyKind.BLOCKER: "Blocker",
}


def open_duties_sql(row: Row, context: Context) -> str:
    """Write the facts of all open duties; for managers and admins only."""
    if context.role == "MEMBER":
        return "NULL"
    return open_duties_json(
        lambda name: row[name], "sqlite" if context.dialect.name == "sqlite" else "postgres"
    )


def open_duties(values: dict[str, Any], viewer: Viewer) -> list[dict[str, Any]] | None:
    """List what a person would leave behind; None for who may not know."""
    found = values["found"]
    if found is None:
        return None
    now: datetime = viewer.now
    return [
        open_duty(duty) | {"due": None if duty.due is None else duty.due.isoformat()}
        for duty in owed(found, UUID(values["id"]), now).duties
    ]


def open_duty(duty: Duty) -> dict[str, Any]:
    """Name the parts of one open duty as the contract does."""
    subject = None
    if duty.subject_id is not None:
        subject = global_id(_SUBJECTS[duty.expectation or duty.kind], duty.subject_id)
    return {
        "kind": duty.kind,
        "commissionId": global_id("Commission", duty.commission_id),
        "commissionKey": duty.commission_key,
        "commissionTitle": duty.commission_title,
        "side": duty.side,
        "expectation": duty.expectation,
        "subjectId": subject,
        "text": duty.text,
        "due": duty.due,
        "handedOver": duty.kind.is_handed_over,
    }
