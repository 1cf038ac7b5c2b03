"""Sharing: others may read what both sides do, and nothing more."""

import pytest
from acting import agree, assess, by, done, evaluating, of, refused

from goals.domain.identity import global_id

READ = """query R($id: ID!) { commission(by: {id: $id}) { state mySides allowedActions
  assessments { side } sharedWith { id side person { name } team { name } sharedBy { name } } } }"""


async def seen(world, who, made):
    return (await world.data(who, READ, {"id": made["id"]}))["commission"]


async def share(world, who, made, **with_whom):
    payload = await done(
        world, who, "commissionShare", of(made, **with_whom), "share { id } commission { id }"
    )
    return payload["share"]["id"]


@pytest.mark.parametrize("with_whom", ["person", "team"])
async def test_a_reader_sees_the_commission_and_can_do_nothing(world, draft, with_whom):
    made = await draft()
    await agree(world, made)
    reader = (
        {"personId": world.id("Person", "otto")}
        if with_whom == "person"
        else {"teamId": world.id("Team", "Elsewhere")}
    )
    assert await seen(world, "otto", made) is None

    await share(world, "ben", made, **reader)

    found = await seen(world, "otto", made)
    assert (found["state"], found["mySides"], found["allowedActions"]) == ("AGREED", [], [])
    assert [one["side"] for one in found["sharedWith"]] == ["SUPPLIER"]
    errors = await refused(world, "otto", "checkInRecord", of(made, health="ON_TRACK"))
    assert [error["code"] for error in errors] == ["FORBIDDEN"]
    errors = await refused(world, "otto", "commissionShare", of(made, **reader))
    assert [error["code"] for error in errors] == ["FORBIDDEN"]


async def test_a_shared_draft_stays_hidden_until_it_is_proposed(world, draft):
    made = await draft()
    await share(world, "anna", made, personId=world.id("Person", "otto"))

    before = await seen(world, "otto", made)
    await done(world, "anna", "commissionPropose", by(made))

    assert before is None
    assert (await seen(world, "otto", made))["state"] == "CLARIFYING"


async def test_a_reader_sees_nothing_sealed(world, draft):
    made = await draft()
    await evaluating(world, made)
    await share(world, "anna", made, personId=world.id("Person", "otto"))

    await assess(world, "ben", made)
    sealed = await seen(world, "otto", made)
    await assess(world, "anna", made)

    assert sealed["assessments"] == []
    assert len((await seen(world, "otto", made))["assessments"]) == 2


async def test_a_share_taken_back_is_over_and_stays_in_history(world, draft):
    made = await draft()
    await agree(world, made)
    share_id = await share(world, "anna", made, personId=world.id("Person", "otto"))

    await done(world, "ben", "commissionUnshare", {"shareId": share_id}, "commission { id }")

    assert await seen(world, "otto", made) is None
    history = """query H($id: ID!) { commission(by: {id: $id}) { history(last: 2) { nodes {
      kind side } } } }"""
    data = await world.data("mia", history, {"id": made["id"]})
    assert data["commission"]["history"]["nodes"] == [
        {"kind": "commission.shared", "side": "CUSTOMER"},
        {"kind": "commission.unshared", "side": "SUPPLIER"},
    ]
    errors = await refused(world, "ben", "commissionUnshare", {"shareId": share_id})
    assert [error["code"] for error in errors] == ["NOT_FOUND"]


async def test_a_share_needs_exactly_one_reader_who_is_there_and_new(world, draft, stranger):
    made = await draft()
    otto = {"personId": world.id("Person", "otto")}
    await share(world, "anna", made, **otto)

    faults = {
        "EXACTLY_ONE": [{}, otto | {"teamId": world.id("Team", "Elsewhere")}],
        "ALREADY_EXISTS": [otto],
        "NOT_FOUND": [
            {"personId": world.id("Person", stranger)},
            {"personId": "nobody"},
            {"teamId": global_id("Team", world.org_id)},
        ],
    }
    for code, inputs in faults.items():
        for given in inputs:
            errors = await refused(world, "anna", "commissionShare", of(made, **given))
            assert [error["code"] for error in errors] == [code], given
