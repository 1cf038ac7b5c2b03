"""Inputs: what an act takes, made from its type, so that a new act is tried at once.

Ids are those of one owner's rows, found by the type that the declaration names.
"""

from collections.abc import Callable
from typing import Any

from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    get_named_type,
    is_list_type,
    is_non_null_type,
    is_required_input_field,
)

BACKREF = "strawberry-definition"
ID_OF = "goals.id"
Pick = Callable[[str, str], str]
"""From the name of a type and of a field to an id."""

GIVEN: dict[str, Any] = {
    "dryRun": True,
    "expectedRevision": 1,
    "confidence": 80,
    "reason": "No money left.",
    "alternative": None,
    "noAlternative": True,
    "note": "Clear.",
    "overrideReason": "Known to both.",
    "rule": "M201",
    "field": "goal",
    "factor": "trust",
    "email": "new@example.org",
    "name": "Something new",
    "timeZone": "Europe/Berlin",
    "likelihood": 2,
    "impact": 3,
    "attainment": None,
    "endsAt": "2026-03-20T00:00:00Z",
    "expiresAt": "2099-01-01T00:00:00Z",
    "csv": "team,name,email,role,language,lead\nSales,New One,new@example.org,MEMBER,en,no\n",
}
"""What makes sense under its name; None leaves it to the type."""
WANTED = {"note", "overrideReason", "confidence", "noAlternative", "endsAt", "dryRun", "factors"}
"""Optional fields without which most acts are refused for another reason."""
SOME: dict[str, Any] = {
    "String": "Because of the market.",
    "Int": 3,
    "Boolean": True,
    "Date": "2026-06-30",
    "DateTime": "2026-03-10T00:00:00Z",
    "Decimal": "1",
    "UUID": "00000000-0000-7000-8000-000000000000",
    "URL": "https://example.org/",
}
CHOICES = {"ReviewDecision": "ACCEPTED"}


def input_for(type_: GraphQLInputObjectType, pick: Pick) -> dict[str, Any]:
    """Make an input: what is required, and what is wanted."""
    return {
        name: value_of(each, name, pick)
        for name, each in type_.fields.items()
        if is_required_input_field(each) or name in WANTED or id_type(each) == "Person"
    }


def value_of(each: Any, name: str, pick: Pick) -> Any:
    """Make the value of one field of an input."""
    if GIVEN.get(name) is not None and not is_enum(each.type):
        return GIVEN[name]
    named = id_type(each)
    if named is not None:
        found = pick(named, name)
        return [found] if is_list_type(_bare(each.type)) else found
    return _value(each.type, pick)


def _value(type_: Any, pick: Pick) -> Any:
    bare = _bare(type_)
    if is_list_type(bare):
        return [_value(bare.of_type, pick)]
    if isinstance(bare, GraphQLEnumType):
        return CHOICES.get(bare.name, next(iter(bare.values)))
    if isinstance(bare, GraphQLInputObjectType):
        return input_for(bare, pick)
    return SOME[bare.name]


def _bare(type_: Any) -> Any:
    return type_.of_type if is_non_null_type(type_) else type_


def is_enum(type_: Any) -> bool:
    """Whether a value is chosen from an enumeration."""
    return isinstance(get_named_type(type_), GraphQLEnumType)


def id_type(each: Any) -> str | None:
    """The type whose id a field of an input takes, or None."""
    declared = each.extensions.get(BACKREF)
    return None if declared is None else declared.metadata.get(ID_OF)


def owned_ids(type_: GraphQLInputObjectType) -> set[str]:
    """The types whose ids an input takes, at any depth."""
    found = set()
    for each in type_.fields.values():
        named, inner = id_type(each), get_named_type(each.type)
        if named is not None and is_required_input_field(each):
            found.add(named)
        if isinstance(inner, GraphQLInputObjectType) and is_required_input_field(each):
            found |= owned_ids(inner)
    return found
