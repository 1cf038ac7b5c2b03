"""What a draft may name: its own side's people, and nothing that is hidden from who drafts."""

import pytest
from acting import CONTENT, agree, criteria, done, evaluating, of, refused

from goals.api.batches import Batch
from goals.domain.errors import DatabaseUnavailable
from goals.domain.identity import global_id


def request(world, **changes):
    return {
        "initiator": "CUSTOMER",
        "title": "Parcels on the same day",
        "customerTeamId": world.id("Team", "Sales"),
        "supplierTeamId": world.id("Team", "Operations"),
        "content": CONTENT,
    } | changes


@pytest.mark.parametrize("who", ["otto", "ben", "mia", "ada"])
async def test_nobody_drafts_for_a_team_by_naming_themselves_its_contact(world, who):
    given = request(world, customerId=world.id("Person", who))

    errors = await refused(world, who, "commissionDraft", given)

    assert [error["__typename"] for error in errors] == ["ForbiddenError"]


@pytest.mark.parametrize("contact", ["anna", "otto", "mia"])
async def test_who_is_not_of_the_other_team_cannot_be_made_to_sign_for_it(world, contact):
    given = request(world, supplierId=world.id("Person", contact))

    errors = await refused(world, "anna", "commissionDraft", given)

    assert [(error["code"], error["path"]) for error in errors] == [("NOT_OF_TEAM", ["supplierId"])]


@pytest.mark.parametrize("name", ["contributesToId", "dependsOnIds", "customerId", "supplierId"])
async def test_what_is_no_id_is_not_found_instead_of_left_out(world, name):
    wrong = [world.id("Team", "Sales"), "nonsense", "", "x" * 5000]

    given = [request(world, **{name: [one] if name[-1] == "s" else one}) for one in wrong]

    refusals = [await refused(world, "anna", "commissionDraft", each) for each in given]

    assert {error["__typename"] for errors in refusals for error in errors} == {"NotFoundError"}
    assert {errors[0]["path"][0] for errors in refusals} == {name}


@pytest.mark.parametrize("name", ["contributesToId", "dependsOnIds"])
async def test_a_hidden_commission_cannot_be_told_from_one_that_is_not_there(world, draft, name):
    hidden = (await draft())["id"]
    nowhere = global_id("Commission", world.teams["Sales"])
    answers = []
    for target in (hidden, nowhere):
        link = [target] if name[-1] == "s" else target
        offer = request(world, initiator="SUPPLIER", **{name: link})
        answers.append(await refused(world, "ben", "commissionDraft", offer))

    seen = await world.act("anna", "commissionDraft", request(world, contributesToId=hidden))

    assert answers[0] == answers[1]
    assert seen["errors"] == []


async def test_a_draft_cannot_look_into_another_commission_by_its_lineages(world, draft):
    made = await draft()
    await agree(world, made)
    first, _ = await criteria(world, made)
    await done(world, "ben", "criterionMeasure", {"criterionId": first["id"], "value": "96"})
    content = {"criteria": [CONTENT["criteria"][0] | {"lineageId": first["lineageId"]}]}

    spying = request(world, customerTeamId=world.id("Team", "Elsewhere"), content=content)
    spy = await done(
        world,
        "otto",
        "commissionDraft",
        spying,
        "commission { currentRevision { criteria { lineageId attainment met } } }",
    )

    (copied,) = spy["commission"]["currentRevision"]["criteria"]
    assert copied["lineageId"] != first["lineageId"]
    assert (copied["attainment"], copied["met"]) == (None, None)


async def test_the_owner_of_an_action_is_never_guessed_from_a_wrong_id(world, draft):
    made = await draft()
    await evaluating(world, made)

    given = of(made, kind="CHANGE", text="Ask.", ownerId="nonsense")
    errors = await refused(world, "anna", "actionPlan", given)

    assert [(error["code"], error["path"]) for error in errors] == [("NOT_FOUND", ["ownerId"])]


async def test_an_act_whose_result_cannot_be_read_is_not_said_to_have_changed_nothing(
    world, monkeypatch
):
    async def away(*_):
        raise DatabaseUnavailable("timeout")

    monkeypatch.setattr(Batch, "want", away)
    text = """mutation Draft($input: CommissionDraftInput!) {
      commissionDraft(input: $input) { commission { id } errors { code } } }"""

    result = await world.ask("anna", text, {"input": request(world)})

    (error,) = result.errors
    assert error["extensions"]["code"] == "OUTCOME_UNKNOWN"
    assert await world.database.read_value("SELECT count(*) FROM commission", []) == 1
