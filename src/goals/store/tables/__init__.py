"""The tables, one noun a file, as the steps in goals.store.migrations make them.

``ALL`` holds every one of them, parents before children; a revision before its commission: the
other way round SQLite searches the whole table for commissions that wait for this revision.
"""

from goals.store.tables.action import Action
from goals.store.tables.assessment import Assessment, AssessmentJudgement
from goals.store.tables.benefit_review import BenefitReview
from goals.store.tables.blocker import Blocker
from goals.store.tables.check_in import CheckIn
from goals.store.tables.checkpoint import Checkpoint
from goals.store.tables.commission import (
    Commission,
    CommissionDependency,
    CommissionTag,
    ExternalReference,
)
from goals.store.tables.criterion import Criterion
from goals.store.tables.delivery import Delivery, DeliveryClaim
from goals.store.tables.deputy import Deputy
from goals.store.tables.duty import Duty, DutyFulfilment
from goals.store.tables.erasure import Erasure
from goals.store.tables.evaluation import Evaluation
from goals.store.tables.event import Event, EventBody
from goals.store.tables.fact import Fact, Rollup, RollupBuilt
from goals.store.tables.factor import Factor, FactorObservation
from goals.store.tables.idempotency import Idempotency
from goals.store.tables.identity import Identity
from goals.store.tables.lesson import Lesson
from goals.store.tables.measurement import AttainmentOverride, Measurement
from goals.store.tables.organisation import Organisation, OrganisationHead
from goals.store.tables.outbox import Outbox
from goals.store.tables.party import Party
from goals.store.tables.person import Person
from goals.store.tables.playback import Playback
from goals.store.tables.question import Question
from goals.store.tables.resource import Resource
from goals.store.tables.review import Review, ReviewJudgement
from goals.store.tables.revision import Revision
from goals.store.tables.risk import Risk
from goals.store.tables.share import CommissionShare
from goals.store.tables.signature import Signature
from goals.store.tables.smart_report import SmartReport, SmartSuppression
from goals.store.tables.team import Membership, Team
from goals.store.tables.token import Token

ALL = (
    Organisation,
    OrganisationHead,
    Team,
    Person,
    Membership,
    Token,
    Deputy,
    Identity,
    Revision,
    Commission,
    CommissionTag,
    CommissionDependency,
    ExternalReference,
    CommissionShare,
    Criterion,
    Resource,
    Duty,
    DutyFulfilment,
    Risk,
    Party,
    Question,
    Playback,
    Signature,
    SmartReport,
    SmartSuppression,
    CheckIn,
    Measurement,
    AttainmentOverride,
    BenefitReview,
    Blocker,
    Delivery,
    DeliveryClaim,
    Review,
    ReviewJudgement,
    Assessment,
    AssessmentJudgement,
    Factor,
    FactorObservation,
    Evaluation,
    Lesson,
    Action,
    Event,
    EventBody,
    Erasure,
    Checkpoint,
    Outbox,
    Idempotency,
    Fact,
    Rollup,
    RollupBuilt,
)

__all__ = [
    "ALL",
    "Action",
    "Assessment",
    "AssessmentJudgement",
    "AttainmentOverride",
    "BenefitReview",
    "Blocker",
    "CheckIn",
    "Checkpoint",
    "Commission",
    "CommissionDependency",
    "CommissionShare",
    "CommissionTag",
    "Criterion",
    "Delivery",
    "DeliveryClaim",
    "Deputy",
    "Duty",
    "DutyFulfilment",
    "Erasure",
    "Evaluation",
    "Event",
    "EventBody",
    "ExternalReference",
    "Fact",
    "Factor",
    "FactorObservation",
    "Idempotency",
    "Identity",
    "Lesson",
    "Measurement",
    "Membership",
    "Organisation",
    "OrganisationHead",
    "Outbox",
    "Party",
    "Person",
    "Playback",
    "Question",
    "Resource",
    "Review",
    "ReviewJudgement",
    "Revision",
    "Risk",
    "Rollup",
    "RollupBuilt",
    "Signature",
    "SmartReport",
    "SmartSuppression",
    "Team",
    "Token",
]
