"""Filters are two-valued: a row matches, or it does not and is found by ``not``."""

import json
from typing import Any

import pytest
from asking import Toy

pytestmark = pytest.mark.asyncio(loop_scope="module")

ASK = (
    "query($f: CommissionFilter) { commissions(first: 100, filter: $f)"
    " { totalCount nodes { key note deadline state } } }"
)


async def found(toy: Toy, wanted: dict[str, Any]) -> set[str]:
    answer = json.loads(await toy.agree(ASK, {"f": wanted}))["commissions"]
    assert answer["totalCount"] == len(answer["nodes"])
    return {node["key"] for node in answer["nodes"]}


@pytest.mark.parametrize(
    "wanted",
    [
        {"note": {"contains": "e"}},
        {"note": {"eq": None}},
        {"deadline": {"lt": "2026-01-05"}},
        {"deadline": {"gte": "2026-01-03", "lte": "2026-01-06"}},
        {"deadline": {"eq": None}},
        {"customerId": {"in": ["nonsense"]}},
        {"id": {"eq": "nonsense"}},
        {"state": {"in": []}},
        {"state": {"in": ["DRAFT", "CLOSED"]}},
        {"closed": {"eq": True}},
        {"urgent": {"eq": False}},
        {"or": []},
        {"and": []},
        {"tag": {"startsWith": "gr"}},
        {"team": {"name": {"eq": "Team 1"}}},
        {"not": {"not": {"note": {"startsWith": "A"}}}},
    ],
)
async def test_not_finds_exactly_the_other_rows(toy: Toy, wanted: dict[str, Any]) -> None:
    matching, others = await found(toy, wanted), await found(toy, {"not": wanted})

    assert not matching & others
    assert len(matching | others) == 40


async def test_null_asks_for_nothing_except_in_eq(toy: Toy) -> None:
    everything = await found(toy, {})

    for wanted in (
        {"note": None}, {"and": None}, {"not": None}, {"note": {"contains": None, "in": None}},
        {"deadline": {"gt": None}},
    ):  # fmt: skip
        assert everything == await found(toy, wanted)
    assert everything != await found(toy, {"note": {"eq": None}})


async def test_conditions_of_one_input_must_all_hold(toy: Toy) -> None:
    both = await found(toy, {"state": {"eq": "CLOSED"}, "urgent": {"eq": True}})

    closed, urgent = (
        await found(toy, {"state": {"eq": "CLOSED"}}),
        await found(toy, {"urgent": {"eq": True}}),
    )
    assert both == closed & urgent
    assert both < closed
    assert closed | urgent == await found(
        toy, {"or": [{"state": {"eq": "CLOSED"}}, {"urgent": {"eq": True}}]}
    )
