"""Declaring acts: from an input to a request, to a service, to a payload.

An input mirrors a request of goals.services.requests field by field; ``translated`` copies it and
decodes ids. Refusals become data of the payload here, in one place for all acts.
"""

import dataclasses
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any, TypeAlias, TypeVar, dataclass_transform
from uuid import UUID

import strawberry
from strawberry import UNSET
from strawberry.types import Info
from strawberry.types.field import StrawberryField

from goals.api.enums import sentence
from goals.api.errors import UserError, user_errors
from goals.api.fields import argument, given
from goals.api.links import QueryLink
from goals.api.scoping import check_payload
from goals.domain.error_base import GoalsError
from goals.domain.identity import uuid_of
from goals.services.context import ActContext, ActResult

T = TypeVar("T", bound=type)
Service: TypeAlias = Callable[[ActContext, Any], Awaitable[ActResult]]
Make: TypeAlias = Callable[[Any], Any]

_ID_OF = "goals.id"
_NOWHERE = UUID(int=0)
"""Stands for what is no id where one may be left out: it is found nowhere."""
_BUILDS = "goals_builds"


@dataclass(slots=True)
class Outcome:
    """What a payload is made of: what the act touched, or why it was refused.

    ``reads``: whether the token may read at all.
    """

    result: ActResult | None = None
    errors: list[UserError] = field(default_factory=list)
    reads: bool = True


@strawberry.input(description="What every act takes.")
class ActInput:
    """What every act takes."""

    dry_run: bool = given(
        "Only say whether it would be possible: everything is checked, nothing is done.", False
    )


@dataclass_transform(kw_only_default=True, field_specifiers=(StrawberryField,))
def input_for(request: type) -> Callable[[T], T]:
    """Declare an input that is translated to ``request``; its docstring is its description."""

    def declare(kind: T) -> T:
        setattr(kind, _BUILDS, request)
        return strawberry.input(kind, description=sentence(kind))

    return declare


def reference(
    type_name: str,
    description: str,
    default: object = dataclasses.MISSING,
    default_factory: Any = dataclasses.MISSING,
) -> Any:
    """Declare an input field that takes ids of one type."""
    return strawberry.field(
        description=description,
        default=default,
        default_factory=default_factory,
        metadata={_ID_OF: type_name},
    )


def translated(value: Any) -> Any:
    """Translate an input, or a list of inputs, to what the services take."""
    if isinstance(value, list):
        return tuple(translated(item) for item in value)
    request = getattr(type(value), _BUILDS, None)
    if request is None:
        return value
    return request(**parts_of(value, {one.name for one in dataclasses.fields(request)}))


def parts_of(value: Any, names: set[str]) -> dict[str, Any]:
    """Translate the given fields of an input by name; fields left out keep their defaults."""
    parts = {}
    for declared in value.__strawberry_definition__.fields:
        name = declared.python_name
        held = getattr(value, name)
        if name not in names or held is UNSET:
            continue
        type_name = declared.metadata.get(_ID_OF)
        parts[name] = translated(held) if type_name is None else _decoded(held, type_name)
        if type_name is not None and held is not None and parts[name] is None:
            parts[name] = _NOWHERE if declared.default is UNSET else None
    return parts


def _decoded(held: Any, type_name: str) -> Any:
    if isinstance(held, list):
        return tuple(_decoded(item, type_name) for item in held)
    return uuid_of(held, type_name)


class ActField(StrawberryField):
    """A mutation: one input, one service, one payload."""

    service: Service
    make: Make = staticmethod(translated)

    @property
    def is_basic_field(self) -> bool:
        """Ask for the resolve info."""
        return False

    @property
    def is_async(self) -> bool:
        """Say that the result is awaited."""
        return True

    def get_result(
        self,
        source: Any,  # noqa: ARG002 - Strawberry's signature
        info: Info[Any, Any] | None,
        args: list[Any],  # noqa: ARG002
        kwargs: Any,
    ) -> Awaitable[Any] | Any:
        """Do the act."""
        if info is None:
            raise TypeError("an act needs its resolve info")
        return self._perform(info, kwargs["input"])

    async def _perform(self, info: Info[Any, Any], given_input: Any) -> Outcome:
        context = info.context.act(str(info.path.key), dry_run=given_input.dry_run)
        try:
            check_payload(info)
            return Outcome(await self.service(context, self.make(given_input)))
        except GoalsError as refusal:
            errors = user_errors(refusal, info.context.language)
            return Outcome(errors=errors, reads=info.context.reads)


def act(service: Service, takes: type, description: str, make: Make = translated) -> Any:
    """Declare a mutation; the payload is the annotation."""
    declared = ActField(description=description)
    declared.init = False
    declared.service = service
    declared.make = make
    declared.arguments = [argument("input", takes, "What the act takes.")]
    return declared


class PayloadField(StrawberryField):
    """A part of a payload, picked from the outcome of an act or fetched by the compiler."""

    pick: Callable[[Outcome], Any]
    type_name: str | None = None

    @property
    def is_basic_field(self) -> bool:
        """Ask for the resolve info."""
        return False

    def get_result(
        self,
        source: Any,
        info: Info[Any, Any] | None,
        args: list[Any],  # noqa: ARG002 - Strawberry's signature
        kwargs: Any,  # noqa: ARG002
    ) -> Awaitable[Any] | Any:
        """Pick a value, or fetch the entity of the id picked."""
        if info is None:
            raise TypeError("a part of a payload needs its resolve info")
        picked = self.pick(source)
        if self.type_name is None:
            return picked
        return info.context.fetch(info, self.type_name, picked)


def part(description: str, pick: Callable[[Outcome], Any], type_name: str | None = None) -> Any:
    """Declare a part of a payload; with ``type_name`` what is picked is the uuid of an entity."""
    declared = PayloadField(description=description)
    declared.init = False
    declared.pick = pick
    declared.type_name = type_name
    return declared


def subject(description: str, type_name: str) -> Any:
    """Declare the thing an act made or changed."""
    return part(description, _subject, type_name)


def commission_part(description: str = "The commission as it stands after the act.") -> Any:
    """Declare the commission an act was done to."""
    return part(description, _commission, "Commission")


def _subject(outcome: Outcome) -> UUID | None:
    return None if outcome.result is None else outcome.result.subject_id


def _commission(outcome: Outcome) -> UUID | None:
    return None if outcome.result is None else outcome.result.commission_id


def _errors(outcome: Outcome) -> list[UserError]:
    return outcome.errors


def _query(outcome: Outcome) -> dict[str, object] | None:
    return {} if outcome.reads else None


@strawberry.type(description="What every act gives.")
class Payload:
    """What every act gives."""

    errors: list[UserError] = part("Why the act was refused; empty when it was done.", _errors)
    query: QueryLink | None = part("Everything that can be read, as it is after the act.", _query)
