"""Contents: what a revision says, as input."""

from datetime import date
from decimal import Decimal
from uuid import UUID

from strawberry import UNSET

from goals.api.acts.declaring import input_for
from goals.api.fields import given
from goals.api.scalars import Url
from goals.domain.enums import (
    CriterionKind,
    Direction,
    Involvement,
    Origin,
    Priority,
    ResourceKind,
    ResourceStatus,
    RiskNature,
    Side,
)
from goals.services.requests import (
    CriterionPart,
    DutyPart,
    ExternalReferencePart,
    PartyPart,
    ResourcePart,
    RevisionContent,
    RiskPart,
)


@input_for(CriterionPart)
class CriterionInput:
    """One success criterion of a revision."""

    text: str = given("What must be the case.")
    kind: CriterionKind = given("How it is judged.", CriterionKind.BINARY)
    direction: Direction | None = given("Which values are good; for a metric.", UNSET)
    baseline: Decimal | None = given("The value at the start, in the unit given.", UNSET)
    target: Decimal | None = given("The value to reach, in the unit given.", UNSET)
    stretch: Decimal | None = given("The value that would exceed the goal.", UNSET)
    band: Decimal | None = given(
        "For WITHIN: how far the value may lie from the target to either side.", UNSET
    )
    unit: str | None = given("The unit of the values, such as `%` or `days`.", UNSET)
    method: str | None = given("How it is measured.", UNSET)
    source: str | None = given("Where the values come from.", UNSET)
    observer: str | None = given("Who looks.", UNSET)
    weight: int = given("How much it counts against the others, 1 to 100.", 1)
    priority: Priority = given("How much it counts for the outcome.", Priority.MUST)
    origin: Origin = given("Where the demand comes from.", Origin.CUSTOMER)
    lineage_id: UUID | None = given(
        "The lineage of the criterion of the revision before that this one continues.", UNSET
    )


@input_for(ResourcePart)
class ResourceInput:
    """Something that is needed, and the side that provides it."""

    kind: ResourceKind = given("What sort of thing it is.")
    text: str = given("What is needed.")
    side: Side = given("The side that provides it.")
    amount: Decimal | None = given("How much of it, in the unit given.", UNSET)
    unit: str | None = given("The unit of the amount, such as `days` or `EUR`.", UNSET)
    status: ResourceStatus = given("Whether it can be counted on.", ResourceStatus.NEEDED)


@input_for(DutyPart)
class DutyInput:
    """Something one side owes the other: an input, an access, a decision."""

    side: Side = given("The side that owes it.")
    text: str = given("What is owed.")
    due: date | None = given("By when it is owed.", UNSET)
    lineage_id: UUID | None = given(
        "The lineage of the duty of the revision before that this one continues.", UNSET
    )


@input_for(RiskPart)
class RiskInput:
    """Something uncertain that would hinder or help."""

    nature: RiskNature = given("Whether it would do harm or good.", RiskNature.RISK)
    text: str = given("What may happen.")
    likelihood: int = given("How likely it is, from 1 (hardly) to 5 (almost certain).")
    impact: int = given("How much it would matter, from 1 (little) to 5 (decisive).")
    treatment: str | None = given("What is done about it.", UNSET)
    owner: str | None = given("Who keeps an eye on it.", UNSET)


@input_for(PartyPart)
class PartyInput:
    """Somebody besides the two sides who has an interest."""

    who: str = given("Who it is.")
    interest: str | None = given("What the interest is.", UNSET)
    involvement: Involvement = given("How the party takes part.")


@input_for(RevisionContent)
class RevisionContentInput:
    """The whole content of a revision; what is left out is empty.

    The five questions are goal, benefit, criteria and deadline, and for whom: the customer, who is
    part of the commission itself.
    """

    goal: str | None = given("What? The goal.", UNSET)
    benefit: str | None = given("What for? The benefit.", UNSET)
    background: str | None = given("What one must know to understand it.", UNSET)
    in_scope: str | None = given("What belongs to it.", UNSET)
    out_of_scope: str | None = given("What does not belong to it.", UNSET)
    must_not_change: str | None = given("What must stay as it is.", UNSET)
    deadline: date | None = given("By when? The day that still counts as in time.", UNSET)
    deadline_time_zone: str | None = given(
        "The time zone, by its IANA name, in which that day ends; the organisation's when left"
        " out.",
        UNSET,
    )
    check_in_cadence_days: int | None = given("How many days may lie between two check-ins.", UNSET)
    criteria: list[CriterionInput] = given(
        "How will we recognise success? The criteria.", default_factory=list
    )
    resources: list[ResourceInput] = given("What is needed.", default_factory=list)
    duties: list[DutyInput] = given("What each side owes the other.", default_factory=list)
    risks: list[RiskInput] = given("Risks and opportunities.", default_factory=list)
    parties: list[PartyInput] = given("Who else has an interest.", default_factory=list)


@input_for(ExternalReferencePart)
class ExternalReferenceContentInput:
    """Where the same work lies in another system."""

    system: str = given("The name of the other system.")
    key: str = given("The key of the work there, unique per system.")
    url: Url | None = given("Where to look at it.", UNSET)
