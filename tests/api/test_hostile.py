"""Random requests over the whole contract: none is our fault, none leaves a half-written thing.

The big run is ``tests/bench/fuzz.py``.
"""

from attacking import attack, check_history, populate
from hostile import Attacker

from goals.api.schema import contract


async def test_no_random_request_is_our_fault_or_leaves_half_a_thing(world, draft):
    await populate(world, draft)
    attacker = Attacker(world.engine.contract.graphql, seed=7)

    kinds = await attack(world, attacker, 300)

    await check_history(world)
    assert kinds["read"] > 20
    assert kinds["done"] > 5
    assert {"BAD_USER_INPUT", "NOT_FOUND", "FORBIDDEN", "WRONG_STATE"} <= set(kinds)


def test_every_root_field_comes_up():
    schema = contract().graphql
    roots = [schema.query_type, schema.mutation_type, schema.subscription_type]
    fields = {name for root in roots if root for name in root.fields}

    asked = {name for name, _, _ in Attacker(schema, seed=1).requests(20 * len(fields))}

    assert asked == fields
