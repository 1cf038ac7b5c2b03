"""Acts are declared so that every part of a request can be given, and every id has a type."""

import dataclasses
from typing import Any

import pytest

from goals.api.acts import declaring
from goals.api.acts.contents import CriterionInput, RevisionContentInput
from goals.api.acts.declaring import ActField, translated
from goals.api.acts.drafting import CommissionDraftInput
from goals.api.catalogue import BACKREF
from goals.api.schema import contract
from goals.domain.enums import CriterionKind, Side
from goals.domain.identity import global_id
from goals.services.requests import CriterionPart, DraftRequest

SCHEMA = contract().graphql


def declared_acts() -> dict[str, ActField]:
    mutation = SCHEMA.mutation_type
    assert mutation is not None
    found = {name: field.extensions[BACKREF] for name, field in mutation.fields.items()}
    assert all(isinstance(field, ActField) for field in found.values())
    return found


def inputs() -> list[Any]:
    definitions = [type_.extensions.get(BACKREF) for type_ in SCHEMA.type_map.values()]
    kinds = [getattr(found, "origin", None) for found in definitions]
    return [kind for kind in kinds if hasattr(kind, declaring._BUILDS)]


@pytest.mark.parametrize("kind", inputs(), ids=lambda kind: kind.__name__)
def test_an_input_gives_exactly_the_fields_of_its_request(kind):
    request = getattr(kind, declaring._BUILDS)

    given = {field.python_name for field in kind.__strawberry_definition__.fields}

    assert given - {"dry_run"} == {field.name for field in dataclasses.fields(request)}


@pytest.mark.parametrize("kind", inputs(), ids=lambda kind: kind.__name__)
def test_an_id_names_a_type_that_is_a_node(kind):
    nodes = {type_.name for type_ in SCHEMA.get_possible_types(SCHEMA.type_map["Node"])}
    for field in kind.__strawberry_definition__.fields:
        is_id = field.python_name.endswith(("_id", "_ids")) and "lineage" not in field.python_name
        assert (declaring._ID_OF in field.metadata) == is_id
        assert field.metadata.get(declaring._ID_OF, "Node") in nodes | {"Node"}


def test_each_act_calls_a_service_of_its_own():
    acts = declared_acts()

    services = {field.service for field in acts.values()}

    assert len(acts) == len(services) > 30
    assert all(service.__module__.startswith("goals.services.") for service in services)


def test_ids_are_decoded_and_what_is_left_out_keeps_its_default():
    team = "019cadc6-9a80-72a7-8b9e-184234f24c81"
    given = CommissionDraftInput(
        initiator=Side.CUSTOMER,
        title="Title",
        customer_team_id=global_id("Team", team),
        supplier_team_id=global_id("Person", team),
        depends_on_ids=["nonsense", global_id("Commission", team)],
        content=RevisionContentInput(criteria=[CriterionInput(text="Done.")]),
    )

    request = translated(given)

    assert isinstance(request, DraftRequest)
    assert str(request.customer_team_id) == team
    assert request.supplier_team_id is None
    assert [str(one) for one in request.depends_on_ids] == ["None", team]
    assert request.id is None
    assert request.content.criteria == (CriterionPart("Done.", CriterionKind.BINARY),)
