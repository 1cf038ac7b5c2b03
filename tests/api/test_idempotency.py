"""Idempotency: a repeated request does nothing twice, and gives the same answer."""

import json
from uuid import uuid4

import pytest

from goals.services.context import IdempotencyKey

DRAFT = """mutation D($a: CommissionDraftInput!, $b: CommissionDraftInput!) {
  one: commissionDraft(input: $a) { commission { id key } errors { code } }
  two: commissionDraft(input: $b) { commission { id key } errors { code } }
}"""


@pytest.fixture
def variables(world):
    given = {
        "initiator": "CUSTOMER",
        "customerTeamId": world.id("Team", "Sales"),
        "supplierTeamId": world.id("Team", "Operations"),
        "content": {},
    }
    return {"a": given | {"title": "One"}, "b": given | {"title": "Two"}}


async def test_a_repeated_request_replays_each_of_its_acts(world, variables):
    key = IdempotencyKey(uuid4(), "key-1", "hash-1")

    first = await world.ask("anna", DRAFT, variables, idempotency=key)
    again = await world.ask("anna", DRAFT, variables, idempotency=key)

    assert first.errors == again.errors == []
    assert json.loads(first.data)["one"]["commission"]["key"] == "C-1"
    assert json.loads(first.data)["two"]["commission"]["key"] == "C-2"
    assert first.data == again.data
    count = await world.data("anna", "{ commissions { totalCount } }")
    assert count == {"commissions": {"totalCount": 2}}


async def test_the_same_key_for_another_request_is_no_refusal_but_a_fault(world, variables):
    token = uuid4()
    await world.ask("anna", DRAFT, variables, idempotency=IdempotencyKey(token, "key-1", "hash-1"))

    other = await world.ask(
        "anna", DRAFT, variables, idempotency=IdempotencyKey(token, "key-1", "hash-2")
    )

    assert {error["extensions"]["code"] for error in other.errors} == {"IDEMPOTENCY_MISMATCH"}
    assert json.loads(other.data) == {"one": None, "two": None}


async def test_a_dry_run_leaves_the_key_unused(world, variables):
    key = IdempotencyKey(uuid4(), "key-1", "hash-1")
    tried = {name: given | {"dryRun": True} for name, given in variables.items()}

    dry = await world.ask("anna", DRAFT, tried, idempotency=key)
    real = await world.ask("anna", DRAFT, variables, idempotency=key)

    assert json.loads(dry.data)["one"] == {"commission": None, "errors": []}
    assert json.loads(real.data)["one"]["commission"]["key"] == "C-1"


async def test_an_own_identifier_makes_a_repeat_harmless_without_a_key(world, variables):
    own = str(uuid4())
    given = variables["a"] | {"id": own}

    first = await world.act("anna", "commissionDraft", given, "commission { id }")
    again = await world.act("anna", "commissionDraft", given, "commission { id }")

    assert first["errors"] == []
    assert [error["__typename"] for error in again["errors"]] == ["ConflictError"]
