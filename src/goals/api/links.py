"""Links: the names by which types of different files refer to each other.

Strawberry resolves them when the schema is built, so no file of ``types`` imports another in a
circle.
"""

from typing import TYPE_CHECKING, Annotated

from strawberry import lazy

if TYPE_CHECKING:
    from goals.api.queries import Query
    from goals.api.types.actions import Action
    from goals.api.types.assessments import Assessment, AssessmentJudgement
    from goals.api.types.attainment_overrides import AttainmentOverride
    from goals.api.types.benefit_reviews import BenefitReview
    from goals.api.types.blockers import Blocker
    from goals.api.types.check_ins import CheckIn
    from goals.api.types.commissions import Commission
    from goals.api.types.criteria import Criterion
    from goals.api.types.deliveries import Delivery, DeliveryClaim
    from goals.api.types.deputies import Deputy
    from goals.api.types.duties import Duty
    from goals.api.types.evaluations import Evaluation
    from goals.api.types.events import Event
    from goals.api.types.external_references import ExternalReference
    from goals.api.types.factors import Factor, FactorObservation
    from goals.api.types.lessons import Lesson
    from goals.api.types.measurements import Measurement
    from goals.api.types.organisations import Organisation
    from goals.api.types.parties import Party
    from goals.api.types.people import Person
    from goals.api.types.playbacks import Playback
    from goals.api.types.questions import Question
    from goals.api.types.resources import Resource
    from goals.api.types.reviews import DeliveryReview, ReviewJudgement
    from goals.api.types.revisions import Revision
    from goals.api.types.risks import Risk
    from goals.api.types.shares import CommissionShare
    from goals.api.types.signatures import Signature, SignatureReceipt
    from goals.api.types.smart_reports import SmartReport
    from goals.api.types.smart_suppressions import SmartSuppression
    from goals.api.types.teams import Membership, Team
    from goals.api.types.tokens import Token

_TYPES = "goals.api.types"

ActionLink = Annotated["Action", lazy(f"{_TYPES}.actions")]
AssessmentLink = Annotated["Assessment", lazy(f"{_TYPES}.assessments")]
AssessmentJudgementLink = Annotated["AssessmentJudgement", lazy(f"{_TYPES}.assessments")]
AttainmentOverrideLink = Annotated["AttainmentOverride", lazy(f"{_TYPES}.attainment_overrides")]
BenefitReviewLink = Annotated["BenefitReview", lazy(f"{_TYPES}.benefit_reviews")]
BlockerLink = Annotated["Blocker", lazy(f"{_TYPES}.blockers")]
CheckInLink = Annotated["CheckIn", lazy(f"{_TYPES}.check_ins")]
CommissionLink = Annotated["Commission", lazy(f"{_TYPES}.commissions")]
CommissionShareLink = Annotated["CommissionShare", lazy(f"{_TYPES}.shares")]
CriterionLink = Annotated["Criterion", lazy(f"{_TYPES}.criteria")]
DeliveryLink = Annotated["Delivery", lazy(f"{_TYPES}.deliveries")]
DeliveryClaimLink = Annotated["DeliveryClaim", lazy(f"{_TYPES}.deliveries")]
DeliveryReviewLink = Annotated["DeliveryReview", lazy(f"{_TYPES}.reviews")]
DeputyLink = Annotated["Deputy", lazy(f"{_TYPES}.deputies")]
DutyLink = Annotated["Duty", lazy(f"{_TYPES}.duties")]
EvaluationLink = Annotated["Evaluation", lazy(f"{_TYPES}.evaluations")]
EventLink = Annotated["Event", lazy(f"{_TYPES}.events")]
ExternalReferenceLink = Annotated["ExternalReference", lazy(f"{_TYPES}.external_references")]
FactorLink = Annotated["Factor", lazy(f"{_TYPES}.factors")]
FactorObservationLink = Annotated["FactorObservation", lazy(f"{_TYPES}.factors")]
LessonLink = Annotated["Lesson", lazy(f"{_TYPES}.lessons")]
MeasurementLink = Annotated["Measurement", lazy(f"{_TYPES}.measurements")]
MembershipLink = Annotated["Membership", lazy(f"{_TYPES}.teams")]
OrganisationLink = Annotated["Organisation", lazy(f"{_TYPES}.organisations")]
PartyLink = Annotated["Party", lazy(f"{_TYPES}.parties")]
PersonLink = Annotated["Person", lazy(f"{_TYPES}.people")]
PlaybackLink = Annotated["Playback", lazy(f"{_TYPES}.playbacks")]
QueryLink = Annotated["Query", lazy("goals.api.queries")]
QuestionLink = Annotated["Question", lazy(f"{_TYPES}.questions")]
ResourceLink = Annotated["Resource", lazy(f"{_TYPES}.resources")]
ReviewJudgementLink = Annotated["ReviewJudgement", lazy(f"{_TYPES}.reviews")]
RevisionLink = Annotated["Revision", lazy(f"{_TYPES}.revisions")]
RiskLink = Annotated["Risk", lazy(f"{_TYPES}.risks")]
SignatureLink = Annotated["Signature", lazy(f"{_TYPES}.signatures")]
SignatureReceiptLink = Annotated["SignatureReceipt", lazy(f"{_TYPES}.signatures")]
SmartReportLink = Annotated["SmartReport", lazy(f"{_TYPES}.smart_reports")]
SmartSuppressionLink = Annotated["SmartSuppression", lazy(f"{_TYPES}.smart_suppressions")]
TeamLink = Annotated["Team", lazy(f"{_TYPES}.teams")]
TokenLink = Annotated["Token", lazy(f"{_TYPES}.tokens")]
