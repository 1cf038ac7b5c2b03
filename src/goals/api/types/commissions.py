"""Commission: one promise between an internal customer and an internal supplier."""

from datetime import date, datetime

from goals.api import derived
from goals.api.connections import Connection, connection, input_link
from goals.api.fields import column, computed, many, one, values
from goals.api.links import (
    ActionLink,
    AssessmentLink,
    BenefitReviewLink,
    BlockerLink,
    CheckInLink,
    CommissionLink,
    CommissionShareLink,
    DeliveryLink,
    DeliveryReviewLink,
    EvaluationLink,
    EventLink,
    ExternalReferenceLink,
    FactorObservationLink,
    LessonLink,
    MeasurementLink,
    PersonLink,
    PlaybackLink,
    QuestionLink,
    RevisionLink,
    SignatureLink,
    SmartSuppressionLink,
    TeamLink,
)
from goals.api.node import Node, entity
from goals.api.visibility import COMMISSIONS, OF_COMMISSION
from goals.domain.enums import Act, Commitment, Health, Outcome, Side, State
from goals.reads.sources import Column


@entity("commission_dependency", OF_COMMISSION, id_column="depends_on_id")
class CommissionDependency:
    """That a commission can only be fulfilled after another one."""

    commission: CommissionLink | None = one(
        "The commission to be fulfilled first; null when it is not visible to the viewer.",
        "depends_on_id",
    )


@entity("commission", COMMISSIONS, orders={"NUMBER": Column("number", "integer")})
class Commission(Node):
    """One promise between an internal customer and an internal supplier.

    The supplier may declare the work delivered; only the customer may declare it satisfactory.
    What is promised lies in revisions; signatures, check-ins and everything after hang on it.
    """

    key: str = column(
        "The readable key, such as `C-123`, unique in the organisation.", kind="plain"
    )
    title: str = column("A short title.")
    state: State = column("Where the commission stands.")
    commitment: Commitment = column("How firmly the result is promised.")
    initiator: Side = column("The side that drafted it: a request by the customer or an offer.")
    self_commission: bool = column(
        "Whether somebody stands on both sides; such a commission is left out of rates."
    )
    beneficiary: str | None = column("For whom it is in the end, such as an external customer.")
    tags: list[str] = values(
        "Free words to find it by, in alphabetical order.", "CommissionTag", "commission_id", "tag"
    )
    customer_team: TeamLink = one("The team that asks for the result.", "customer_team_id")
    customer: PersonLink = one("The contact person of the customer.", "customer_id")
    supplier_team: TeamLink = one("The team that promises the result.", "supplier_team_id")
    supplier: PersonLink = one("The contact person of the supplier.", "supplier_id")
    version: int = column("Counts every change, from 1.")
    current_revision: RevisionLink = one(
        "The revision in force: the one both sides signed, or before that the one on the table.",
        "current_revision_id",
        implied=True,
    )
    pending_revision: RevisionLink | None = one(
        "A change proposed after agreement that both sides have yet to sign.",
        "pending_revision_id",
        implied=True,
    )
    revisions: Connection[RevisionLink] = connection(
        "All revisions, the newest first.", "commission_id", "-number"
    )
    deadline: date | None = column("By when, after the revision in force.")
    first_agreed_deadline: date | None = column(
        "The deadline first agreed by both sides; never changes afterwards. Rates go by it."
    )
    created_at: datetime = column("When it was drafted.")
    updated_at: datetime = column("When anything about it last changed.")
    proposed_at: datetime | None = column("When it was put before the other side.")
    agreed_at: datetime | None = column("When both sides had signed for the first time.")
    delivered_at: datetime | None = column("When the work was last declared delivered.")
    evaluating_at: datetime | None = column("When its evaluation began.")
    closed_at: datetime | None = column("When it came to its end, whichever that was.")
    created_by: PersonLink = one("The person who drafted it.", "created_by_id")
    overdue: bool = computed(
        "Whether it is agreed, its deadline has passed and nothing was delivered.",
        derived.overdue,
        **derived.DEADLINE_VALUES,
    )
    health: Health = computed(
        "How it fares, derived: closed before overdue before stale (no check-in within the"
        " cadence) before the last check-in before pending. Silence is never green.",
        derived.health,
        **derived.HEALTH_VALUES,
    )
    lapsed: bool = column(
        "Whether the review never came, so that it went on without; never counted as satisfaction."
    )
    ended_by: Side | None = column("The side that ended it early.")
    ended_because: str | None = column(
        "Why it was declined, withdrawn, cancelled or revoked.", "end_reason"
    )
    outcome: Outcome | None = column("Whether it achieved its goal; null until evaluated.")
    evaluation: EvaluationLink | None = one(
        "The evaluation, once both assessments are in or their time is over.", "id", "commission_id"
    )
    questions: Connection[QuestionLink] = connection(
        "The questions of the clarification, in the order asked.",
        "commission_id",
        "asked_at",
        filter_=input_link("QuestionFilter", "questions"),
    )
    playbacks: Connection[PlaybackLink] = connection(
        "The supplier's restatements, newest first.", "commission_id", "-created_at"
    )
    signatures: Connection[SignatureLink] = connection(
        "Who signed which revision, newest first.", "commission_id", "-signed_at"
    )
    check_ins: Connection[CheckInLink] = connection(
        "The reports on the way, newest first.",
        "commission_id",
        "-created_at",
        filter_=input_link("CheckInFilter", "check_ins"),
    )
    measurements: Connection[MeasurementLink] = connection(
        "The measured values of all criteria, newest first.",
        "commission_id",
        "-observed_at",
        filter_=input_link("MeasurementFilter", "measurements"),
    )
    blockers: Connection[BlockerLink] = connection(
        "What stood or stands in the way, newest first.", "commission_id", "-opened_at"
    )
    deliveries: Connection[DeliveryLink] = connection(
        "The declarations that the work is done, newest first.", "commission_id", "-number"
    )
    reviews: Connection[DeliveryReviewLink] = connection(
        "What the customer said to the deliveries, newest first.", "commission_id", "-reviewed_at"
    )
    assessments: list[AssessmentLink] = many(
        "The assessments of the two sides. Until both are in, only that of the viewer's own side"
        " is here.",
        "commission_id",
        "side",
    )
    factor_observations: Connection[FactorObservationLink] = connection(
        "What helped, hindered or was missing, in the order observed. Sealed ones of the other"
        " side are not here.",
        "commission_id",
        "observed_at",
    )
    lessons: Connection[LessonLink] = connection(
        "What was learnt, newest first.", "commission_id", "-created_at"
    )
    actions: Connection[ActionLink] = connection(
        "The consequences drawn, newest first.", "commission_id", "-created_at"
    )
    benefit_reviews: Connection[BenefitReviewLink] = connection(
        "Whether the benefit arrived, in the customer's words, newest first.",
        "commission_id",
        "-created_at",
    )
    smart_suppressions: list[SmartSuppressionLink] = many(
        "The findings of the SMART check that somebody silenced, with reasons.",
        "commission_id",
        "created_at",
    )
    shared_with: list[CommissionShareLink] = many(
        "Who may read it besides the two sides.", "commission_id", "shared_at"
    )
    history: Connection[EventLink] = connection(
        "Every act in order, each one event in the organisation's hash chain.",
        "commission_id",
        "seq",
        filter_=input_link("EventFilter", "events"),
    )
    contributes_to: CommissionLink | None = one(
        "The commission this one contributes to; null when there is none or it is not visible.",
        "contributes_to_id",
    )
    contributions: Connection[CommissionLink] = connection(
        "The commissions that contribute to this one, newest first.",
        "contributes_to_id",
        "-created_at",
        filter_=input_link("CommissionFilter", "commissions"),
        order_by=input_link("CommissionOrder", "commissions"),
    )
    depends_on: list[CommissionDependency] = many(
        "What must be fulfilled before this one can be.", "commission_id"
    )
    external_references: list[ExternalReferenceLink] = many(
        "The same work in other systems.", "commission_id", "system", "key"
    )
    allowed_actions: list[Act] = computed(
        "What the viewer may do with it now.", derived.allowed_actions, **derived.ACT_VALUES
    )
    my_sides: list[Side] = computed(
        "For which sides the viewer acts, himself or as a deputy; empty for somebody who only"
        " reads.",
        derived.my_sides,
        **derived.SIDE_VALUES,
    )
