"""The list of fields that no document of this room reaches is committed, and empty."""

from pathlib import Path

from graphql import GraphQLInterfaceType, GraphQLObjectType
from papers import Papers

from goals.api.schema import contract

UNTESTED = Path(__file__).with_name("untested.txt")


def test_every_field_of_the_contract_is_reached_by_a_document():
    papers = Papers(contract().graphql)
    papers.everything()

    fields = {
        f"{type_.name}.{name}"
        for type_ in papers.schema.type_map.values()
        if isinstance(type_, GraphQLObjectType | GraphQLInterfaceType)
        and not type_.name.startswith("__")
        for name in type_.fields
    }
    missing = sorted(fields - papers.touched)
    assert missing == UNTESTED.read_text("utf-8").split(), "a field is reached by no document"


def test_the_list_of_untested_fields_is_empty():
    assert UNTESTED.read_text("utf-8") == ""
