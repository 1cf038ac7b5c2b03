"""Errors as data: why an act was refused, each kind with what is needed to go on.

The one rule: a refusal by the rules of the trade is data in a payload; faults of client or server
(storage, sign-in, idempotency) are top-level errors and pass through here unchanged.
"""

from typing import Any

import strawberry

from goals.api.node import described
from goals.domain.enums import Act, Dimension, Language, Side, State
from goals.domain.error_base import GoalsError
from goals.domain.errors import (
    AlreadyExists,
    Forbidden,
    GuardFailed,
    LimitExceeded,
    NotFound,
    NotYourTurn,
    SmartGateClosed,
    StaleRevision,
    StaleVersion,
    ValidationFailed,
    WrongState,
)


@strawberry.interface(description="Why an act was refused, for the person who tried it.")
class UserError:
    """Why an act was refused."""

    code: str = strawberry.field(description="A stable code, by which clients decide.")
    message: str = strawberry.field(
        description="What happened, where, and how to mend it, in the viewer's language."
    )
    path: list[str] = strawberry.field(
        description="Where in the input the fault lies; empty for the act as a whole."
    )


@described
class ValidationError(UserError):
    """A value of the input cannot be taken."""


@described
class NotFoundError(UserError):
    """There is no such thing, or the viewer may not see it."""


@described
class ForbiddenError(UserError):
    """The viewer may not do this at all."""


@described
class NotYourTurnError(UserError):
    """The act is up to the other side."""

    side: Side = strawberry.field(description="The side that may do it.")


@described
class WrongStateError(UserError):
    """The act cannot be done in the state the commission is in."""

    state: State | None = strawberry.field(description="Where the commission stands.")
    allowed_actions: list[Act] = strawberry.field(description="What the viewer may do instead.")


@described
class StaleRevisionError(UserError):
    """The revision is no longer current. Read it again, then repeat."""

    expected: int = strawberry.field(description="The number that was expected.")
    actual: int = strawberry.field(description="The number that is current.")


@described
class SmartGateFinding:
    """A failure of the SMART check that keeps the gate of acceptance closed."""

    dimension: Dimension = strawberry.field(description="The letter of SMART that fails.")
    rule: str | None = strawberry.field(description="The code of the rule, such as `M204`.")
    field: str | None = strawberry.field(description="The field it is about.")
    message: str = strawberry.field(description="What is wrong, in the viewer's language.")


@described
class SmartGateError(UserError):
    """The SMART check fails. Revise, or accept with a reason for the exception."""

    findings: list[SmartGateFinding] = strawberry.field(description="What fails.")


@described
class LimitError(UserError):
    """More was asked for than one request may."""

    limit: int = strawberry.field(description="The most that is allowed.")


@described
class ConflictError(UserError):
    """The facts stand against it: something is open, taken, or has changed meanwhile."""


ALL_ERRORS: tuple[type, ...] = (
    ConflictError,
    ForbiddenError,
    LimitError,
    NotFoundError,
    NotYourTurnError,
    SmartGateError,
    StaleRevisionError,
    ValidationError,
    WrongStateError,
)


def user_errors(refusal: GoalsError, language: Language) -> list[UserError]:
    """Turn a refusal into the errors of a payload; raise it again when it is no refusal."""
    if isinstance(refusal, ValidationFailed):
        return [
            ValidationError(
                code=issue.code, message=issue.message(language), path=_path(issue.path)
            )
            for issue in refusal.issues
        ]
    common: dict[str, Any] = {
        "code": refusal.code,
        "message": refusal.message(language),
        "path": _path(refusal.path),
    }
    return [_one(refusal, common, language)]


def _one(refusal: GoalsError, common: dict[str, Any], language: Language) -> UserError:
    made: UserError
    match refusal:
        case NotFound():
            made = NotFoundError(**common)
        case Forbidden():
            made = ForbiddenError(**common)
        case NotYourTurn():
            made = NotYourTurnError(**common, side=refusal.side)
        case WrongState():
            made = WrongStateError(
                **common, state=refusal.state, allowed_actions=list(refusal.allowed_actions)
            )
        case StaleRevision():
            made = StaleRevisionError(**common, expected=refusal.expected, actual=refusal.actual)
        case SmartGateClosed():
            made = SmartGateError(**common, findings=_findings(refusal, language))
        case LimitExceeded():
            made = LimitError(**common, limit=refusal.limit)
        case GuardFailed() | AlreadyExists() | StaleVersion():
            made = ConflictError(**common)
        case _:
            raise refusal
    return made


def _findings(refusal: SmartGateClosed, language: Language) -> list[SmartGateFinding]:
    return [
        SmartGateFinding(
            dimension=failure.dimension,
            rule=failure.rule or None,
            field=failure.field or None,
            message=failure.message(language),
        )
        for failure in refusal.findings
    ]


def _path(path: tuple[str | int, ...]) -> list[str]:
    return [str(step) for step in path]
