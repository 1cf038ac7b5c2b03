"""Only a side's own people act for it, and nothing of another organisation is ever there."""

import pytest

from goals.domain.enums import Role, Side
from goals.domain.errors import Forbidden, NotFound, NotYourTurn
from goals.services import commissions, signatures, teams
from goals.services.requests import (
    AcceptRequest,
    CreateTeamRequest,
    DraftRequest,
    ProposeRequest,
)

ACCEPT = {"expected_revision": 1, "confidence": 80, "note": "Clear."}


@pytest.mark.parametrize("who", ["otto", "eve"])
async def test_to_strangers_a_commission_looks_like_one_that_does_not_exist(world, who):
    await world.propose()

    with pytest.raises(NotFound) as seen:
        await signatures.accept(world.act(who), AcceptRequest(world.commission, **ACCEPT))
    with pytest.raises(NotFound) as unknown:
        await signatures.accept(world.act(who), AcceptRequest(world.org_id, **ACCEPT))

    assert seen.value.message() == unknown.value.message()


@pytest.mark.parametrize("who", ["mia", "ada"])
async def test_managers_and_admins_see_but_do_not_sign(world, who):
    await world.propose()

    with pytest.raises(Forbidden):
        await signatures.accept(world.act(who), AcceptRequest(world.commission, **ACCEPT))

    assert await world.count("signature") == 0


async def test_a_draft_is_there_only_for_the_side_that_writes_it(world):
    await world.draft()

    with pytest.raises(NotFound):
        await commissions.propose(world.act("ben"), ProposeRequest(world.commission, 1))


async def test_the_other_side_is_told_whose_turn_it_is(world):
    await world.agree()

    with pytest.raises(NotYourTurn) as refused:
        await world.check_in_as("anna")

    assert refused.value.side is Side.SUPPLIER


async def test_nobody_drafts_for_a_side_that_is_not_theirs(world):
    request = DraftRequest(
        Side.CUSTOMER, "x", world.teams["IT"], world.teams["Sales"], world.content
    )

    with pytest.raises(Forbidden):
        await commissions.draft(world.act("anna"), request)

    assert await world.count("commission") == 0


async def test_teams_of_another_organisation_cannot_be_named(world):
    request = DraftRequest(
        Side.CUSTOMER, "x", world.teams["Sales"], world.teams["IT"], world.content
    )

    with pytest.raises(NotFound):
        await commissions.draft(world.act("eve"), request)


@pytest.mark.parametrize("who", ["anna", "mia"])
async def test_only_admins_administer(world, who):
    with pytest.raises(Forbidden) as refused:
        await teams.create_team(world.act(who), CreateTeamRequest("New"))

    assert refused.value.who == (Role.ADMIN,)
