"""The types of the contract, one noun a file.

The one rule: a type says what its fields mean and where they come from, and computes nothing
itself; what is derived is in ``goals.api.derived``.
"""

from goals.api.types.actions import Action
from goals.api.types.assessments import Assessment, AssessmentJudgement
from goals.api.types.attainment_overrides import AttainmentOverride
from goals.api.types.benefit_reviews import BenefitReview
from goals.api.types.blockers import Blocker
from goals.api.types.check_ins import CheckIn
from goals.api.types.checkpoints import AuditCheckpoint
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
from goals.api.types.signatures import Signature
from goals.api.types.smart_reports import SmartReport
from goals.api.types.smart_suppressions import SmartSuppression
from goals.api.types.teams import Team
from goals.api.types.tokens import Token

ALL: tuple[type, ...] = (
    Action,
    Assessment,
    AssessmentJudgement,
    AttainmentOverride,
    AuditCheckpoint,
    BenefitReview,
    Blocker,
    CheckIn,
    Commission,
    CommissionShare,
    Criterion,
    Delivery,
    DeliveryClaim,
    DeliveryReview,
    Deputy,
    Duty,
    Evaluation,
    Event,
    ExternalReference,
    Factor,
    FactorObservation,
    Lesson,
    Measurement,
    Organisation,
    Party,
    Person,
    Playback,
    Question,
    Resource,
    Revision,
    ReviewJudgement,
    Risk,
    Signature,
    SmartReport,
    SmartSuppression,
    Team,
    Token,
)
"""Every type with an id; they are in the schema even where only ``node`` leads to them."""
