"""Resolving: how Strawberry gets at values that were fetched or made elsewhere.

The one rule: no field computes anything. A value lies under its response key in what the compiler
fetched, under its name in what a service made (``ByName``), or one call fetches it whole.
"""

from collections.abc import Awaitable, Callable
from typing import Any

from strawberry.types import Info
from strawberry.types.field import StrawberryField


class ByName(dict[str, Any]):
    """A made object, keyed by the names of fields instead of response keys."""


class PickedField(StrawberryField):
    """A field whose value lies in its source under the response key."""

    read: Callable[[Any], Any] | None = None
    """Turns what was fetched into what Strawberry takes, where the two differ."""

    @property
    def is_basic_field(self) -> bool:
        """Ask for the resolve info: without it aliases cannot be told apart."""
        return False

    def get_result(
        self,
        source: Any,
        info: Info[Any, Any] | None,
        args: list[Any],  # noqa: ARG002
        kwargs: Any,  # noqa: ARG002
    ) -> Awaitable[Any] | Any:
        """Pick the fetched value."""
        if info is None:
            raise TypeError("a picked field needs its resolve info")
        value = source[info.field_name if isinstance(source, ByName) else info.path.key]
        return value if self.read is None or value is None else self.read(value)


def picking(field: PickedField, name: str) -> Callable[..., Any]:
    """What a field of this name does, called by graphql-core without Strawberry in between.

    An answer has thousands of such fields, and none needs arguments or an info made for it.
    """
    read = field.read

    def pick(source: Any, info: Any) -> Any:
        value = source[name if isinstance(source, ByName) else info.path.key]
        return value if read is None or value is None else read(value)

    return pick


class RootField(StrawberryField):
    """A root field of the query type, fetched by the compiler as a whole."""

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
        kwargs: Any,  # noqa: ARG002
    ) -> Awaitable[Any] | Any:
        """Fetch the whole selection below this field in one statement."""
        if info is None:
            raise TypeError("a root field needs its resolve info")
        return info.context.fetch_root(info)


class ResolvedField(StrawberryField):
    """A root field with a resolver of its own."""

    call: Callable[..., Awaitable[Any]]

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
        """Call the resolver with the arguments given."""
        return self.call(info, **kwargs)


class EntityField(PickedField):
    """A link from a made object to an entity: the object holds its uuid."""

    type_name: str

    def get_result(
        self,
        source: Any,
        info: Info[Any, Any] | None,
        args: list[Any],  # noqa: ARG002
        kwargs: Any,  # noqa: ARG002
    ) -> Awaitable[Any] | Any:
        """Fetch the entity with what is selected below it."""
        if info is None:
            raise TypeError("an entity needs its resolve info")
        return info.context.fetch(info, self.type_name, source[info.field_name])
