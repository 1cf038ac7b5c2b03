"""Names and documents are such that the public linters and compilers have nothing to say."""

from pathlib import Path

import pytest
from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLObjectType,
    NonNullTypeNode,
    OperationDefinitionNode,
    parse,
)

from goals.api.schema import contract

ROOT = Path(__file__).parents[2]
DOCUMENTS = sorted((ROOT / "graphql" / "operations").glob("*.graphql"))
TYPES = {name: kind for name, kind in contract().graphql.type_map.items() if name[:2] != "__"}
WITH_FIELDS = (GraphQLObjectType, GraphQLInterfaceType, GraphQLInputObjectType)


def as_people_sort(name):
    """Sort as a dictionary does: whatever the case, and words before longer words."""
    return name.replace("_", " ").casefold()


def members(kind):
    """The names below a type that stand in the contract in order."""
    if isinstance(kind, GraphQLEnumType):
        return [list(kind.values)]
    if isinstance(kind, WITH_FIELDS):
        arguments = [list(getattr(field, "args", {})) for field in kind.fields.values()]
        return [list(kind.fields), *arguments]
    return []


@pytest.mark.parametrize("name", [name for name, kind in TYPES.items() if members(kind)])
def test_names_stand_in_one_order_however_they_are_compared(name):
    for names in members(TYPES[name]):
        assert sorted(names) == sorted(names, key=as_people_sort)


def test_no_field_repeats_the_name_of_its_type():
    repeating = [
        f"{name}.{field}"
        for name, kind in TYPES.items()
        if isinstance(kind, (GraphQLObjectType, GraphQLInterfaceType))
        for field in kind.fields
        if field.casefold().startswith(name.casefold())
    ]

    assert repeating == []


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_a_variable_with_a_default_may_be_left_out(path):
    (operation,) = [
        each
        for each in parse(path.read_text("utf-8")).definitions
        if isinstance(each, OperationDefinitionNode)
    ]

    for variable in operation.variable_definitions or ():
        assert variable.default_value is None or not isinstance(variable.type, NonNullTypeNode)
