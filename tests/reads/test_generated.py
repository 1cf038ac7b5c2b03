"""Every generated document gets the oracle's answer, byte for byte, on both engines."""

from random import Random

import pytest
from asking import SCHEMA, Toy
from documents import Maker
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

pytestmark = pytest.mark.asyncio(loop_scope="module")

MISSING = "Cannot return null for non-nullable field"


@given(draw=st.randoms(use_true_random=False))
@settings(
    max_examples=150,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
async def test_generated_documents_are_answered_like_the_oracle(toy: Toy, draw: Random) -> None:
    await _compare(toy, draw)


@pytest.mark.parametrize("seed", range(12))
async def test_large_documents_are_answered_like_the_oracle(toy: Toy, seed: int) -> None:
    draw = Random(seed)

    for _ in range(12):
        await _compare(toy, draw)


async def _compare(toy: Toy, draw: Random) -> None:
    document = Maker(SCHEMA, toy.pools(), draw).make()
    viewer = toy.viewer(
        draw.choice(["MANAGER", "MEMBER"]), draw.choice([0, 1, 2, 7]), draw.randint(0, 3)
    )

    expected, errors = toy.oracle(viewer).answer(toy.parsed(document.text), document.variables)

    assert all(error.message.startswith(MISSING) for error in errors), (document, errors)
    for database in toy.databases:
        answer = await toy.ask_one(database, document.text, document.variables, viewer)
        assert expected == answer, (database.dialect, document)
