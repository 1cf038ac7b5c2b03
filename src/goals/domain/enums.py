"""Enums: every enumeration of the domain under one name, for those who need many of them.

``ENUMS`` lists them all; the labels, the API and the checks of the tables go through it.
"""

from goals.domain.acts import Act, Expectation
from goals.domain.analysis.confidences import ConfidenceMoment
from goals.domain.analysis.factor_effects import Naming
from goals.domain.analysis.reading import Reading
from goals.domain.analysis.reference_classes import Likeness
from goals.domain.analysis.stages import Stage
from goals.domain.analysis.trending import TrendRule
from goals.domain.clarifying import (
    AmendmentStatus,
    Dimension,
    PlaybackStatus,
    QuestionField,
    QuestionStatus,
    SignatureDecision,
    Verdict,
)
from goals.domain.conditions import (
    BlockerKind,
    Involvement,
    ResourceKind,
    ResourceStatus,
    RiskNature,
)
from goals.domain.criteria import CriterionKind, Direction, MeasurementSource, Origin, Priority
from goals.domain.evaluating import (
    ActionKind,
    BenefitVerdict,
    CheckInHealth,
    ComplaintStatus,
    FactorLevel,
    Health,
    Locus,
    Outcome,
    Polarity,
    ReviewDecision,
    SatisfactionAspect,
    Timeliness,
)
from goals.domain.open_duties import OpenDutyKind
from goals.domain.parties import Channel, Language, Machine, Role, Side
from goals.domain.rates import Exclusion, RateNote
from goals.domain.scopes import PersonKind, Scope
from goals.domain.states import Commitment, State
from goals.domain.words import Word

ENUMS: tuple[type[Word], ...] = (
    Act,
    ActionKind,
    AmendmentStatus,
    BenefitVerdict,
    BlockerKind,
    Channel,
    CheckInHealth,
    Commitment,
    ComplaintStatus,
    ConfidenceMoment,
    CriterionKind,
    Dimension,
    Direction,
    Exclusion,
    Expectation,
    FactorLevel,
    Health,
    Involvement,
    Language,
    Likeness,
    Locus,
    Machine,
    MeasurementSource,
    Naming,
    OpenDutyKind,
    Origin,
    Outcome,
    PersonKind,
    PlaybackStatus,
    Polarity,
    Priority,
    QuestionField,
    QuestionStatus,
    RateNote,
    Reading,
    ResourceKind,
    ResourceStatus,
    ReviewDecision,
    RiskNature,
    Role,
    SatisfactionAspect,
    Scope,
    Side,
    SignatureDecision,
    Stage,
    State,
    Timeliness,
    TrendRule,
    Verdict,
)

__all__ = [
    "ENUMS",
    "Act",
    "ActionKind",
    "AmendmentStatus",
    "BenefitVerdict",
    "BlockerKind",
    "Channel",
    "CheckInHealth",
    "Commitment",
    "ComplaintStatus",
    "ConfidenceMoment",
    "CriterionKind",
    "Dimension",
    "Direction",
    "Exclusion",
    "Expectation",
    "FactorLevel",
    "Health",
    "Involvement",
    "Language",
    "Likeness",
    "Locus",
    "Machine",
    "MeasurementSource",
    "Naming",
    "OpenDutyKind",
    "Origin",
    "Outcome",
    "PersonKind",
    "PlaybackStatus",
    "Polarity",
    "Priority",
    "QuestionField",
    "QuestionStatus",
    "RateNote",
    "Reading",
    "ResourceKind",
    "ResourceStatus",
    "ReviewDecision",
    "RiskNature",
    "Role",
    "SatisfactionAspect",
    "Scope",
    "Side",
    "SignatureDecision",
    "Stage",
    "State",
    "Timeliness",
    "TrendRule",
    "Verdict",
    "Word",
]
