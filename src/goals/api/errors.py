"""Errors as data: why an act was refused, each kind with what is needed to go on.

The one rule: a refusal by the rules of the trade is data in a payload; faults of client or server
(storage, sign-in, idempotency) are top-level errors and pass through here unchanged.
"""

from collections.abc import Callable
from typing import Any, TypeAlias

import strawberry

from goals.api.node import described
from goals.api.resolving import ByName
from goals.api.types.open_duties import OpenDuty, open_duty
from goals.domain.enums import Act, Dimension, Language, Scope, Side, State
from goals.domain.error_base import GoalsError
from goals.domain.errors import (
    AlreadyExists,
    Forbidden,
    GuardFailed,
    LimitExceeded,
    NotFound,
    NotYourTurn,
    OpenDutiesLeft,
    RosterRefused,
    ScopeMissing,
    SmartGateClosed,
    StaleRevision,
    StaleVersion,
    TeamCycle,
    TeamInUse,
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
    """The viewer may not do this at all, or not with this token."""

    scope: Scope | None = strawberry.field(
        description="The scope the token lacks; null where it is the viewer who may not."
    )


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
class TeamCycleError(UserError):
    """The teams would form a circle."""

    teams: list[str] = strawberry.field(
        description="The names along the circle, each a part of the next one."
    )


@described
class TeamInUseError(UserError):
    """Something open still hangs on the team."""

    commissions: list[str] = strawberry.field(description="The keys of its open commissions.")
    teams: list[str] = strawberry.field(description="The names of the teams below it.")


@described
class OpenDutiesError(UserError):
    """The person would leave something behind. Name a successor for each commission."""

    duties: list[OpenDuty] = strawberry.field(description="What has no successor yet.")


@described
class PeopleImportError(UserError):
    """A line of the imported list cannot be taken."""

    line: int = strawberry.field(
        description="The line of the file, from 1; the first one names the columns."
    )
    column: str | None = strawberry.field(
        description="The heading of the column as the file has it; null for the whole line."
    )


@described
class ConflictError(UserError):
    """The facts stand against it: something is open, taken, or has changed meanwhile."""


ALL_ERRORS: tuple[type, ...] = (
    ConflictError,
    ForbiddenError,
    LimitError,
    NotFoundError,
    NotYourTurnError,
    OpenDutiesError,
    PeopleImportError,
    SmartGateError,
    StaleRevisionError,
    TeamCycleError,
    TeamInUseError,
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
    if isinstance(refusal, RosterRefused):
        return [
            PeopleImportError(
                code=fault.issue.code,
                message=fault.message(language),
                path=_path(refusal.path),
                line=fault.line,
                column=fault.column,
            )
            for fault in refusal.faults
        ]
    for kind, error, more in _KINDS:
        if isinstance(refusal, kind):
            return [
                error(
                    code=refusal.code,
                    message=refusal.message(language),
                    path=_path(refusal.path),
                    **more(refusal, language),
                )
            ]
    raise refusal


def _duties(refusal: OpenDutiesLeft) -> list[Any]:
    return [ByName(open_duty(duty)) for duty in refusal.duties]


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


def _nothing(_refusal: Any, _language: Language) -> dict[str, Any]:
    return {}


More: TypeAlias = Callable[[Any, Language], dict[str, Any]]
_KINDS: tuple[tuple[type[GoalsError], type[UserError], More], ...] = (
    (NotFound, NotFoundError, _nothing),
    (Forbidden, ForbiddenError, lambda _, __: {"scope": None}),
    (ScopeMissing, ForbiddenError, lambda refusal, _: {"scope": refusal.scope}),
    (NotYourTurn, NotYourTurnError, lambda refusal, _: {"side": refusal.side}),
    (
        WrongState,
        WrongStateError,
        lambda refusal, _: {
            "state": refusal.state,
            "allowed_actions": list(refusal.allowed_actions),
        },
    ),
    (
        StaleRevision,
        StaleRevisionError,
        lambda refusal, _: {"expected": refusal.expected, "actual": refusal.actual},
    ),
    (
        SmartGateClosed,
        SmartGateError,
        lambda refusal, language: {"findings": _findings(refusal, language)},
    ),
    (LimitExceeded, LimitError, lambda refusal, _: {"limit": refusal.limit}),
    (OpenDutiesLeft, OpenDutiesError, lambda refusal, _: {"duties": _duties(refusal)}),
    (TeamCycle, TeamCycleError, lambda refusal, _: {"teams": list(refusal.teams)}),
    (
        TeamInUse,
        TeamInUseError,
        lambda refusal, _: {
            "commissions": list(refusal.commissions),
            "teams": list(refusal.teams),
        },
    ),
    (GuardFailed, ConflictError, _nothing),
    (AlreadyExists, ConflictError, _nothing),
    (StaleVersion, ConflictError, _nothing),
)
"""What each refusal becomes, the special before the general, and the data it carries."""
