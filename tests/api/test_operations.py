"""The operations that clients send, against the contract; the contract against itself."""

from pathlib import Path

import pytest
from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLNamedType,
    GraphQLObjectType,
    GraphQLScalarType,
    build_schema,
    get_named_type,
    is_list_type,
    is_non_null_type,
    parse,
    validate,
)

from goals.api.export import sdl
from goals.api.schema import contract

ROOT = Path(__file__).parents[2]
OPERATIONS = sorted((ROOT / "graphql" / "operations").glob("*.graphql"))
SCHEMA = contract().graphql
OWN = [type_ for name, type_ in SCHEMA.type_map.items() if not name.startswith("__")]
BUILT_IN = {"Boolean", "Float", "ID", "Int", "String"}


def described() -> list[tuple[str, str | None]]:
    found: list[tuple[str, str | None]] = []
    for type_ in OWN:
        if type_.name in BUILT_IN:
            continue
        found.append((type_.name, type_.description))
        for name, part in getattr(type_, "fields", {}).items():
            found.append((f"{type_.name}.{name}", part.description))
            for key, argument in getattr(part, "args", {}).items():
                found.append((f"{type_.name}.{name}({key})", argument.description))
        for name, value in getattr(type_, "values", {}).items():
            found.append((f"{type_.name}.{name}", value.description))
    return found


def test_the_committed_schema_is_what_the_code_says():
    assert (ROOT / "graphql" / "schema.graphql").read_text() == sdl()


def test_everything_is_described_in_full_sentences():
    faulty = [
        place
        for place, text in described()
        if not text or (not text[0].isupper() and not text[0].isdigit()) or text.rstrip()[-1] != "."
    ]

    assert faulty == []


def test_the_exported_schema_can_be_read_and_says_the_same():
    read = build_schema(sdl())

    assert set(read.type_map) - set(SCHEMA.type_map) == set()
    assert read.type_map["CommissionByInput"].is_one_of


def test_each_act_takes_one_input_of_its_own_and_gives_a_nullable_payload_with_errors():
    mutation = SCHEMA.mutation_type
    assert mutation is not None

    for name, field in mutation.fields.items():
        stem = name[0].upper() + name[1:]
        assert list(field.args) == ["input"]
        assert str(field.args["input"].type) == f"{stem}Input!"
        assert str(field.type) == f"{stem}Payload"
        assert str(get_named_type(field.type).fields["errors"].type) == "[UserError!]!"


def test_every_root_field_is_nullable_so_that_one_failure_leaves_the_others_whole():
    query = SCHEMA.query_type
    assert query is not None

    assert [name for name, field in query.fields.items() if is_non_null_type(field.type)] == []


def test_connections_follow_relay():
    for type_ in OWN:
        if not type_.name.endswith("Connection"):
            continue
        fields = {name: str(field.type) for name, field in type_.fields.items()}
        stem = type_.name.removesuffix("Connection")
        assert fields == {
            "edges": f"[{stem}Edge!]!",
            "nodes": f"[{stem}!]!",
            "pageInfo": "PageInfo!",
            "totalCount": "Int!",
        }
        node = SCHEMA.type_map[stem]
        assert isinstance(node, GraphQLObjectType)
        assert "Node" in {interface.name for interface in node.interfaces}


def test_every_list_that_is_a_connection_takes_the_four_arguments_of_paging():
    for type_ in OWN:
        for field in getattr(type_, "fields", {}).values():
            if not get_named_type(field.type).name.endswith("Connection"):
                continue
            assert {"first", "after", "last", "before"} <= set(field.args)


def test_names_say_what_a_type_is():
    endings = {"Filter", "Input", "Order"}
    for type_ in OWN:
        if isinstance(type_, GraphQLInputObjectType):
            assert any(type_.name.endswith(ending) for ending in endings), type_.name
        if isinstance(type_, GraphQLEnumType):
            assert all(name == name.upper() for name in type_.values)
    for interface in ("Node", "UserError"):
        assert isinstance(SCHEMA.type_map[interface], GraphQLInterfaceType)


def test_every_type_is_used():
    used: set[str] = {"Query", "Mutation", "Subscription", *BUILT_IN}

    def note(type_: GraphQLNamedType) -> None:
        used.add(type_.name)

    for type_ in OWN:
        for interface in getattr(type_, "interfaces", ()):
            note(interface)
            note(type_)
        for part in getattr(type_, "fields", {}).values():
            note(get_named_type(part.type))
            for argument in getattr(part, "args", {}).values():
                note(get_named_type(argument.type))

    assert {type_.name for type_ in OWN} - used == set()


def test_own_scalars_say_where_they_are_specified():
    for type_ in OWN:
        if isinstance(type_, GraphQLScalarType) and type_.name not in BUILT_IN:
            assert type_.specified_by_url


def test_every_entity_but_views_of_others_is_a_node():
    views = {"CommissionDependency", "Membership", "SignatureReceipt", "Viewer"}
    sources = contract().catalogue.types

    without = {
        name
        for name in sources
        if name in SCHEMA.type_map
        and "Node" not in {i.name for i in SCHEMA.type_map[name].interfaces}
    }

    assert without == views


def test_every_field_of_an_entity_has_a_source():
    missing = [
        f"{name}.{field}"
        for name, source in contract().catalogue.types.items()
        if name in SCHEMA.type_map
        for field in SCHEMA.type_map[name].fields
        if field not in source.fields
    ]

    assert missing == []


@pytest.mark.parametrize("path", OPERATIONS, ids=lambda path: path.stem)
def test_the_operations_of_the_clients_are_valid(path):
    assert validate(SCHEMA, parse(path.read_text())) == []


def test_there_are_operations():
    assert len(OPERATIONS) > 30


async def test_introspection_gives_the_contract_to_whoever_is_signed_in(world):
    text = '{ __schema { queryType { name } } __type(name: "CommissionByInput") { isOneOf } }'

    data = await world.data("otto", text)
    refused = await world.ask(None, text)

    assert data == {
        "__schema": {"queryType": {"name": "Query"}},
        "__type": {"isOneOf": True},
    }
    assert refused.code == "UNAUTHENTICATED"
    assert not refused.executed


def test_lists_hold_no_nulls_but_nodes_asked_for_by_id():
    loose = []
    for type_ in OWN:
        for name, field in getattr(type_, "fields", {}).items():
            kind = field.type.of_type if is_non_null_type(field.type) else field.type
            if is_list_type(kind) and not is_non_null_type(kind.of_type):
                loose.append(f"{type_.name}.{name}")

    assert loose == ["Query.nodes"]
