"""Pages: sizes, cursors bound to their order, flags at both ends, and walking."""

import json
from typing import Any

import pytest
from asking import Toy
from hypothesis import given, settings
from hypothesis import strategies as st

from goals.reads.errors import BadInput

pytestmark = pytest.mark.asyncio(loop_scope="module")

PAGE = (
    "query($first: Int, $last: Int, $after: String, $before: String, $o: [CommissionOrder!]) {"
    " commissions(first: $first, last: $last, after: $after, before: $before, orderBy: $o) {"
    " edges { cursor node { id } }"
    " pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }"
)
ORDERS = [
    [{"field": "DEADLINE", "direction": "ASC"}],
    [{"field": "DEADLINE", "direction": "DESC"}, {"field": "TITLE", "direction": "ASC"}],
    [{"field": "WEIGHT", "direction": "DESC"}, {"field": "STATE", "direction": "DESC"}],
    [{"field": "TITLE", "direction": "ASC"}, {"field": "CREATED_AT", "direction": "DESC"}],
]


async def walk(toy: Toy, order: Any, size: int, *, backward: bool) -> list[str]:
    """Walk a connection page by page; return the ids in the order of the connection."""
    found: list[str] = []
    cursor = None
    while True:
        given = {"last": size, "before": cursor} if backward else {"first": size, "after": cursor}
        page = json.loads(await toy.agree(PAGE, {**given, "o": order}))["commissions"]
        ids = [edge["node"]["id"] for edge in page["edges"]]
        found = ids + found if backward else found + ids
        info = page["pageInfo"]
        if not info["hasPreviousPage" if backward else "hasNextPage"]:
            return found
        cursor = info["startCursor" if backward else "endCursor"]


@pytest.mark.parametrize("order", ORDERS)
async def test_walking_either_way_meets_every_row_once_in_the_same_order(
    toy: Toy, order: Any
) -> None:
    whole = json.loads(await toy.agree(PAGE, {"first": 100, "o": order}))["commissions"]["edges"]

    forward = await walk(toy, order, 7, backward=False)
    backward = await walk(toy, order, 9, backward=True)

    assert len(set(forward)) == 40
    assert [edge["node"]["id"] for edge in whole] == forward == backward


async def test_the_row_of_the_cursor_itself_counts_as_lying_beyond(toy: Toy) -> None:
    edges = json.loads(await toy.agree(PAGE, {"first": 100}))["commissions"]["edges"]

    second = json.loads(await toy.agree(PAGE, {"first": 1, "after": edges[0]["cursor"]}))
    last_but_one = json.loads(await toy.agree(PAGE, {"last": 1, "before": edges[-1]["cursor"]}))
    beyond = json.loads(await toy.agree(PAGE, {"first": 5, "after": edges[-1]["cursor"]}))

    assert second["commissions"]["pageInfo"]["hasPreviousPage"]
    assert last_but_one["commissions"]["pageInfo"]["hasNextPage"]
    assert beyond["commissions"]["pageInfo"] == {
        "hasNextPage": False, "hasPreviousPage": True, "startCursor": None, "endCursor": None,
    }  # fmt: skip


async def test_without_a_size_twenty_rows_are_given(toy: Toy) -> None:
    page = json.loads(await toy.agree(PAGE))["commissions"]

    assert len(page["edges"]) == 20
    assert page["pageInfo"]["hasNextPage"]


@pytest.mark.parametrize(
    "given",
    [{"first": -1}, {"first": 101}, {"last": 101}, {"last": -5}, {"first": 2, "last": 2}],
)
async def test_sizes_that_cannot_be_are_bad_input_at_their_field(
    toy: Toy, given: dict[str, int]
) -> None:
    aliased = PAGE.replace("commissions(", "mine: commissions(")

    with pytest.raises(BadInput) as caught:
        await toy.ask(aliased, given)

    assert caught.value.path == ["mine"]
    assert caught.value.extensions == {"code": "BAD_USER_INPUT"}


async def test_a_cursor_of_another_order_or_direction_or_type_is_refused(toy: Toy) -> None:
    oracle = toy.oracle(toy.viewer())
    row, person = toy.world["commission"][0], toy.world["person"][0]
    asked = [{"field": "DEADLINE", "direction": "ASC"}]
    others = [
        oracle.cursor("Commission", [("DEADLINE", "DESC")], row),
        oracle.cursor("Commission", [("CREATED_AT", "ASC")], row),
        oracle.cursor("Commission", [("DEADLINE", "ASC"), ("TITLE", "ASC")], row),
        oracle.cursor("Person", [("NAME", "ASC")], person),
    ]

    for cursor in others:
        for database in toy.databases:
            with pytest.raises(BadInput):
                await toy.ask_one(database, PAGE, {"after": cursor, "o": asked})


@given(st.one_of(st.text(max_size=40), st.from_regex(r"[A-Za-z0-9_-]{0,60}", fullmatch=True)))
@settings(max_examples=60, deadline=None)
async def test_garbage_is_no_cursor(toy: Toy, cursor: str) -> None:
    for database in toy.databases:
        with pytest.raises(BadInput) as caught:
            await toy.ask_one(database, PAGE, {"before": cursor})
        assert caught.value.path == ["commissions"]


async def test_a_forged_cursor_with_values_of_other_kinds_is_refused(toy: Toy) -> None:
    from base64 import urlsafe_b64decode, urlsafe_b64encode

    order = [("CREATED_AT", "DESC")]
    good = toy.oracle(toy.viewer()).cursor("Commission", order, toy.world["commission"][0])
    mark, at, own = json.loads(urlsafe_b64decode(good + "=" * (-len(good) % 4)))
    forged = [
        [mark, 5, own], [mark, at, "x"], [mark, None, own], [mark, at, None], [mark, at],
        [mark, at, own, own], [mark, "2026-13-45T00:00:00.000000Z", own], ["", at, own],
        [mark, {"a": 1}, own], [mark, at, own.upper()],
    ]  # fmt: skip

    for values in forged:
        cursor = urlsafe_b64encode(json.dumps(values).encode()).decode().rstrip("=")
        for database in toy.databases:
            with pytest.raises(BadInput):
                await toy.ask_one(database, PAGE, {"after": cursor})


async def test_counts_and_cursors_are_made_only_when_asked_for(toy: Toy) -> None:
    reader = toy.readers["postgres"]
    plain = reader.plan(toy.parsed("{ commissions { nodes { key } } }"), None, {}, "MANAGER")
    counted = reader.plan(toy.parsed("{ commissions { totalCount } }"), None, {}, "MANAGER")

    assert plain is not None
    assert "count(" not in plain.sql
    assert "base64" not in plain.sql
    assert counted is not None
    assert "ORDER BY" not in counted.sql
