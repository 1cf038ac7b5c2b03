"""Errors: every refusal the software can give, under one name.

They are written in ``issues``, ``refusals`` and ``faults``; ``error_base`` makes the messages.
"""

from goals.domain.error_base import (
    GoalsError,
    Path,
)
from goals.domain.faults import (
    BadSetting,
    DatabaseDamaged,
    DatabaseUnavailable,
    DiskFull,
    IdempotencyMismatch,
    IdempotencyRunning,
    OutcomeUnknown,
    ReadOnlyDatabase,
    SchemaChanged,
    SchemaTooNew,
    SchemaTooOld,
    StorageError,
    Unauthenticated,
)
from goals.domain.issues import (
    Issue,
    Issues,
    ValidationFailed,
)
from goals.domain.refusals import (
    AlreadyExists,
    AmendmentPending,
    Forbidden,
    GuardFailed,
    LimitExceeded,
    NotFound,
    NothingThere,
    NotYourTurn,
    OpenQuestions,
    PlaybackUnconfirmed,
    SmartFailure,
    SmartGateClosed,
    StaleRevision,
    StaleVersion,
    TooEarly,
    WrongState,
)

__all__ = [
    "AlreadyExists",
    "AmendmentPending",
    "BadSetting",
    "DatabaseDamaged",
    "DatabaseUnavailable",
    "DiskFull",
    "Forbidden",
    "GoalsError",
    "GuardFailed",
    "IdempotencyMismatch",
    "IdempotencyRunning",
    "Issue",
    "Issues",
    "LimitExceeded",
    "NotFound",
    "NotYourTurn",
    "NothingThere",
    "OpenQuestions",
    "OutcomeUnknown",
    "Path",
    "PlaybackUnconfirmed",
    "ReadOnlyDatabase",
    "SchemaChanged",
    "SchemaTooNew",
    "SchemaTooOld",
    "SmartFailure",
    "SmartGateClosed",
    "StaleRevision",
    "StaleVersion",
    "StorageError",
    "TooEarly",
    "Unauthenticated",
    "ValidationFailed",
    "WrongState",
]
