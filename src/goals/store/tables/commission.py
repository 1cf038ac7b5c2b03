"""Commissions, and what hangs on them whatever the revision."""

from typing import ClassVar

from goals.store.columns import Count, Day, Flag, Identifier, Moment, Words
from goals.store.tables.base import RUNNING, Stored


class Commission(Stored, tablename="commission", db=RUNNING):
    """One promise between an internal customer and an internal supplier."""

    org_id = Identifier()
    id = Identifier(primary_key=True)
    number = Count()
    key = Words()
    title = Words()
    customer_team_id = Identifier()
    customer_id = Identifier()
    supplier_team_id = Identifier()
    supplier_id = Identifier()
    beneficiary = Words(null=True)
    commitment = Words()
    state = Words()
    initiator = Words()
    self_commission = Flag()
    version = Count()
    current_revision_id = Identifier()
    pending_revision_id = Identifier(null=True)
    deadline = Day(null=True)
    first_agreed_deadline = Day(null=True)
    contributes_to_id = Identifier(null=True)
    created_by_id = Identifier()
    created_at = Moment()
    updated_at = Moment()
    proposed_at = Moment(null=True)
    agreed_at = Moment(null=True)
    delivered_at = Moment(null=True)
    evaluating_at = Moment(null=True)
    closed_at = Moment(null=True)
    lapsed = Flag()
    ended_by = Words(null=True)
    end_reason = Words(null=True)
    last_check_in_at = Moment(null=True)
    last_health = Words(null=True)
    outcome = Words(null=True)


class CommissionTag(Stored, tablename="commission_tag", db=RUNNING):
    """A tag of a commission."""

    KEY: ClassVar[tuple[str, ...]] = ("org_id", "commission_id", "tag")

    org_id = Identifier()
    commission_id = Identifier()
    tag = Words(primary_key=True)


class CommissionDependency(Stored, tablename="commission_dependency", db=RUNNING):
    """A commission that waits for another one."""

    KEY: ClassVar[tuple[str, ...]] = ("org_id", "commission_id", "depends_on_id")

    org_id = Identifier()
    commission_id = Identifier()
    depends_on_id = Identifier(primary_key=True)


class ExternalReference(Stored, tablename="external_reference", db=RUNNING):
    """The same commission in another system."""

    org_id = Identifier()
    id = Identifier(primary_key=True)
    commission_id = Identifier()
    system = Words()
    key = Words()
    url = Words(null=True)
