"""Revisions: what exactly is promised; the only thing that can be signed."""

from datetime import date, datetime

from goals.api.connections import Connection, connection
from goals.api.fields import column, many, one
from goals.api.links import (
    CommissionLink,
    CriterionLink,
    DutyLink,
    PartyLink,
    PersonLink,
    ResourceLink,
    RiskLink,
    SignatureLink,
    SmartReportLink,
)
from goals.api.node import Node, entity
from goals.api.visibility import OF_COMMISSION
from goals.domain.enums import Side


@entity("revision", OF_COMMISSION)
class Revision(Node):
    """An immutable, numbered text of what is promised.

    Only a revision can be signed; a new one makes earlier signatures stale.
    """

    number: int = column("Counts the revisions of the commission, from 1.")
    commission: CommissionLink = one("The commission this is a text of.", "commission_id")
    content_hash: str = column("SHA-256 over the canonical form of the content.", kind="plain")
    cause: str | None = column("Why it was written, for a change after agreement.")
    author: PersonLink = one("The person who wrote it.", "author_id")
    author_side: Side = column("The side for which it was written.")
    created_at: datetime = column("When it was written.")
    goal: str | None = column("What? The goal.")
    benefit: str | None = column("What for? The benefit.")
    background: str | None = column("What one must know to understand it.")
    in_scope: str | None = column("What belongs to it.")
    out_of_scope: str | None = column("What does not belong to it.")
    must_not_change: str | None = column("What must stay as it is.")
    deadline: date | None = column("By when? The day that still counts as in time.")
    deadline_time_zone: str = column("The time zone, by its IANA name, in which that day ends.")
    check_in_cadence_days: int | None = column(
        "How many days may lie between two check-ins; null when none are asked for."
    )
    criteria: list[CriterionLink] = many(
        "How will we recognise success? The criteria.", "revision_id", "position", total=True
    )
    resources: list[ResourceLink] = many("What is needed.", "revision_id", "position", total=True)
    duties: list[DutyLink] = many(
        "What each side owes the other.", "revision_id", "position", total=True
    )
    risks: list[RiskLink] = many("Risks and opportunities.", "revision_id", "position", total=True)
    parties: list[PartyLink] = many(
        "Who else has an interest.", "revision_id", "position", total=True
    )
    signatures: list[SignatureLink] = many("Who signed it.", "revision_id", "signed_at")
    smart_report: SmartReportLink | None = one(
        "The latest verdict of the SMART check on it.", "id", "revision_id", latest_by="checked_at"
    )
    smart_reports: Connection[SmartReportLink] = connection(
        "All verdicts of the SMART check on it, newest first.", "revision_id", "-checked_at"
    )
