"""Filters and orders of commissions."""

from strawberry import UNSET

from goals.api import derived
from goals.api.enums import OrderDirection, published
from goals.api.fields import given
from goals.api.filters.comparators import (
    BooleanFilter,
    DateFilter,
    DateTimeFilter,
    EnumFilter,
    IDFilter,
    StringFilter,
)
from goals.api.filters.people import PersonFilter
from goals.api.filters.registry import (
    by_any,
    by_column,
    by_expression,
    by_one,
    by_value_of,
    filter_of,
)
from goals.api.filters.teams import TeamFilter
from goals.api.node import described_input
from goals.domain.enums import Commitment, Outcome, Side, State
from goals.domain.words import Word


@filter_of("Revision")
class RevisionFilter:
    """Conditions on a revision. All fields given must hold."""

    goal: StringFilter | None = by_column("By the goal.")
    benefit: StringFilter | None = by_column("By the benefit.")


@filter_of("ExternalReference")
class ExternalReferenceFilter:
    """Conditions on a reference to another system. All fields given must hold."""

    system: StringFilter | None = by_column("By the name of the other system.")
    key: StringFilter | None = by_column("By the key there.")


@filter_of("Commission")
class CommissionFilter:
    """Conditions on a commission. All fields given must hold."""

    id: IDFilter | None = by_column("By id.")
    key: StringFilter | None = by_column("By readable key.")
    title: StringFilter | None = by_column("By title.")
    revision: RevisionFilter | None = by_one(
        "By the revision in force.", "Revision", "current_revision_id"
    )
    state: EnumFilter[State] | None = by_column("By where it stands.")
    commitment: EnumFilter[Commitment] | None = by_column("By how firmly it is promised.")
    initiator: EnumFilter[Side] | None = by_column("By the side that drafted it.")
    outcome: EnumFilter[Outcome] | None = by_column("By whether it achieved its goal.")
    customer_team: TeamFilter | None = by_one(
        "By the team of the customer.", "Team", "customer_team_id"
    )
    supplier_team: TeamFilter | None = by_one(
        "By the team of the supplier.", "Team", "supplier_team_id"
    )
    customer: PersonFilter | None = by_one(
        "By the contact person of the customer.", "Person", "customer_id"
    )
    supplier: PersonFilter | None = by_one(
        "By the contact person of the supplier.", "Person", "supplier_id"
    )
    tag: StringFilter | None = by_value_of(
        "By any of its tags.", "CommissionTag", ("id", "commission_id"), "tag"
    )
    external_reference: ExternalReferenceFilter | None = by_any(
        "By any of its references to other systems.", "ExternalReference", "commission_id"
    )
    mine: BooleanFilter | None = by_expression(
        "By whether the viewer acts for one of its sides: as a contact, by a team, or as a deputy.",
        derived.mine,
        "boolean",
    )
    overdue: BooleanFilter | None = by_expression(
        "By whether it is agreed, not delivered, and its deadline has passed in its time zone.",
        derived.past_deadline,
        "boolean",
    )
    stale: BooleanFilter | None = by_expression(
        "By whether it is agreed, not overdue, and longer without a check-in than its cadence"
        " allows; 30 days where none was agreed.",
        derived.stale,
        "boolean",
    )
    self_commission: BooleanFilter | None = by_column("By whether somebody is on both sides.")
    lapsed: BooleanFilter | None = by_column("By whether the review never came.")
    contributes_to: IDFilter | None = by_expression(
        "By the id of the commission it contributes to, if the viewer may see that.",
        derived.visible_contribution,
        "id",
        "Commission",
    )
    deadline: DateFilter | None = by_column("By the deadline in force.")
    first_agreed_deadline: DateFilter | None = by_column("By the deadline first agreed.")
    created_at: DateTimeFilter | None = by_column("By when it was drafted.")
    updated_at: DateTimeFilter | None = by_column(
        "By when anything about it last changed: the door for synchronising."
    )
    proposed_at: DateTimeFilter | None = by_column("By when it was proposed.")
    agreed_at: DateTimeFilter | None = by_column("By when it was agreed.")
    delivered_at: DateTimeFilter | None = by_column("By when it was delivered.")
    closed_at: DateTimeFilter | None = by_column("By when it ended.")
    and_: list["CommissionFilter"] | None = given("All of these hold.", UNSET, name="and")
    or_: list["CommissionFilter"] | None = given("At least one of these holds.", UNSET, name="or")
    not_: "CommissionFilter | None" = given("This does not hold.", UNSET, name="not")


@published
class CommissionOrderField(Word):
    """By what commissions can be sorted."""

    CREATED_AT = "CREATED_AT", "By when it was drafted."
    UPDATED_AT = "UPDATED_AT", "By when anything about it last changed."
    DEADLINE = "DEADLINE", "By the deadline in force; those without one count as the latest."
    FIRST_AGREED_DEADLINE = (
        "FIRST_AGREED_DEADLINE",
        "By the deadline first agreed; those without one count as the latest.",
    )
    NUMBER = "NUMBER", "By the number in the key."
    TITLE = "TITLE", "By title, after the code points of its letters."
    STATE = "STATE", "By the name of the state."


@described_input
class CommissionOrder:
    """One way to sort commissions."""

    field: CommissionOrderField = given("By what to sort.")
    direction: OrderDirection = given("Which end comes first.", OrderDirection.ASC)
