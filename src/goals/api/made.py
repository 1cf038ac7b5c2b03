"""Made objects: the dataclasses of a service, keyed by the names of the contract."""

import dataclasses
from functools import cache
from typing import Any

from goals.api.resolving import ByName

_RENAMED = {"first": "from", "last": "to"}
"""A period's days have other names in the contract."""


def by_name(made: Any) -> Any:
    """Turn the dataclasses of an answer into objects keyed by the names of the contract."""
    if dataclasses.is_dataclass(made) and not isinstance(made, type):
        return ByName({to: by_name(getattr(made, name)) for name, to in _names(type(made))})
    return [by_name(one) for one in made] if isinstance(made, list | tuple) else made


@cache
def _names(kind: Any) -> tuple[tuple[str, str], ...]:
    return tuple((part.name, _camel(part.name)) for part in dataclasses.fields(kind))


def _camel(name: str) -> str:
    first, *rest = _RENAMED.get(name, name).split("_")
    return first + "".join(part.capitalize() for part in rest)
