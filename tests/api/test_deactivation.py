"""Deactivation: what is open is listed, then handed over; nothing signed is touched."""

from dataclasses import replace
from datetime import timedelta

import pytest
from acting import CONTENT, agree, by, done, evaluating, events, of, refused
from attacking import check_history

from goals.domain.identity import read_global_id
from goals.store import rebuilding

DUTIES = """kind commissionKey commissionTitle side expectation subjectId text due handedOver"""
LISTED = (
    f"query L($id: ID!) {{ node(id: $id) {{ ... on Person {{ openDuties {{ {DUTIES} }} }} }} }}"
)
STANDING = """query S($id: ID!) { commission(by: {id: $id}) { state version
  customer { name } supplier { name } actions { nodes { owner { name } } }
  currentRevision { contentHash signatures { person { name } revisionHash } }
  history { nodes { kind actor { name } } } } }"""


@pytest.fixture
async def colleague(world):
    """Bea, who works with Ben."""
    given = {
        "name": "Bea",
        "email": "bea@example.org",
        "language": "EN",
        "teamIds": [world.id("Team", "Operations")],
    }
    made = await done(world, "ada", "personCreate", given, "person { id }")
    return made["person"]["id"]


def ben(world, **more):
    return {"personId": world.id("Person", "ben")} | more


async def duties(world, who="ada", of_whom="ben"):
    data = await world.data(who, LISTED, {"id": world.id("Person", of_whom)})
    return data["node"]["openDuties"]


async def standing(world, commission):
    return (await world.data("mia", STANDING, {"id": commission["id"]}))["commission"]


async def test_what_would_be_left_behind_is_listed_before(world, draft):
    risk = {"text": "A strike.", "likelihood": 2, "impact": 4, "owner": "BEN"}
    made = await draft(
        content=CONTENT
        | {"duties": [{"side": "SUPPLIER", "text": "Count the parcels."}], "risks": [risk]}
    )
    await agree(world, made)
    blocked = of(made, kind="INPUT", text="No list.", owner="ben@example.org")
    await done(world, "ben", "blockerRaise", blocked)

    found = await duties(world)

    assert [(one["kind"], one["expectation"], one["handedOver"]) for one in found] == [
        ("CONTACT", None, True),
        ("EXPECTATION", "FULFIL_DUTY", True),
        ("RISK", None, False),
        ("BLOCKER", None, False),
    ]
    assert {one["commissionKey"] for one in found} == {made["key"]}
    assert found[0]["side"] == "SUPPLIER"
    assert found[0]["due"] == CONTENT["deadline"]
    assert [one["text"] for one in found[2:]] == ["A strike.", "No list."]
    assert await duties(world, of_whom="otto") == []
    assert await duties(world, who="anna") is None
    assert await duties(world, who="ben") is None
    assert await duties(world, who="mia") == found


async def test_both_assemblies_list_the_same(world, draft):
    await agree(world, await draft())
    variables = {"id": world.id("Person", "ben")}

    compiled = await world.data("ada", LISTED, variables, force="compiled")
    walked = await world.data("ada", LISTED, variables, force="strawberry")

    assert compiled == walked
    assert len(compiled["node"]["openDuties"]) > 0


async def test_without_a_successor_nobody_is_deactivated(world, draft):
    made = await draft()
    await agree(world, made)
    before = await events(world)
    wanted = f"errors {{ ... on OpenDutiesError {{ duties {{ {DUTIES} }} }} }}"

    (error,) = (await world.act("ada", "personDeactivate", ben(world), wanted))["errors"]

    assert (error["__typename"], error["code"]) == ("OpenDutiesError", "OPEN_DUTIES")
    assert made["key"] in error["message"]
    assert error["duties"] == await duties(world)
    assert await events(world) == before


async def test_a_successor_takes_over_and_what_was_signed_stays(world, draft, colleague):
    first, second = await draft(), await draft(title="Another")
    await agree(world, first)
    await evaluating(world, second)
    await done(world, "ben", "actionPlan", of(second, kind="CHANGE", text="A list."))
    before = await standing(world, first)

    done_ = await done(
        world,
        "ada",
        "personDeactivate",
        ben(world, handOver=[{"commissionId": first["id"], "successorId": colleague}])
        | {"successorId": colleague},
        "person { active openDuties { kind } }",
    )

    after, other = await standing(world, first), await standing(world, second)
    assert done_["person"] == {"active": False, "openDuties": []}
    assert (after["supplier"], after["customer"]) == ({"name": "Bea"}, {"name": "Anna"})
    assert after["version"] == before["version"] + 1
    assert after["currentRevision"] == before["currentRevision"]
    assert {one["person"]["name"] for one in after["currentRevision"]["signatures"]} == {
        "Anna",
        "Ben",
    }
    for each in (after, other):
        told = [one for one in each["history"]["nodes"] if one["kind"] == "commission.handed_over"]
        assert told == [{"kind": "commission.handed_over", "actor": {"name": "Ada"}}]
    assert other["supplier"] == {"name": "Bea"}
    assert other["actions"]["nodes"] == [{"owner": {"name": "Bea"}}]


async def test_the_chain_verifies_and_the_work_goes_on(world, draft, colleague):
    made = await draft()
    await agree(world, made)
    await done(world, "ada", "personDeactivate", ben(world, successorId=colleague))
    world.people["bea"] = replace(
        world.people["ben"], person_id=str(read_global_id(colleague)[1]), team_ids=()
    )

    await done(world, "bea", "checkInRecord", of(made, health="ON_TRACK"))

    await check_history(world)


async def test_rates_count_the_new_contact(world, draft, colleague):
    made = await draft()
    await agree(world, made)

    await done(world, "ada", "personDeactivate", ben(world, successorId=colleague))

    assert [each async for each in rebuilding.check(world.database, world.org_id)] == []


async def test_an_action_alone_is_handed_over_too(world, draft, colleague):
    made = await draft()
    await evaluating(world, made)
    given = of(made, kind="CHANGE", text="Ask.", ownerId=world.id("Person", "otto"))
    await done(world, "anna", "actionPlan", given)

    otto = {"personId": world.id("Person", "otto")}
    (left,) = (await refused(world, "ada", "personDeactivate", otto))[:1]
    await done(world, "ada", "personDeactivate", otto | {"successorId": colleague})

    assert left["code"] == "OPEN_DUTIES"
    assert (await standing(world, made))["actions"]["nodes"] == [{"owner": {"name": "Bea"}}]
    assert (await standing(world, made))["supplier"] == {"name": "Ben"}


async def test_a_successor_has_to_fit(world, draft, colleague):
    made = await draft()
    await agree(world, made)
    commission, otto = made["id"], world.id("Person", "otto")
    member = {"personId": world.id("Person", "anna"), "teamId": world.id("Team", "Operations")}
    await done(world, "ada", "membershipAdd", member)
    part = {"commissionId": commission, "successorId": colleague}

    async def codes(**more):
        errors = await refused(world, "ada", "personDeactivate", ben(world, **more))
        return [(error["code"], ".".join(error["path"])) for error in errors]

    assert await codes(successorId=otto) == [("SUCCESSOR_NOT_OF_TEAM", "successorId")]
    assert await codes(successorId=member["personId"]) == [
        ("SUCCESSOR_ON_OTHER_SIDE", "successorId")
    ]
    assert await codes(successorId=ben(world)["personId"]) == [("SUCCESSOR_LEAVES", "successorId")]
    assert await codes(successorId="nonsense") == [("NOT_FOUND", "successorId")]
    assert await codes(handOver=[part, part]) == [("DUPLICATE", "handOver.1.commissionId")]
    assert await codes(handOver=[part | {"commissionId": "x"}]) == [
        ("NOT_FOUND", "handOver.0.commissionId")
    ]
    assert await codes(handOver=[part | {"successorId": "x"}]) == [
        ("NOT_FOUND", "handOver.0.successorId")
    ]
    await done(world, "ada", "personDeactivate", {"personId": otto})
    assert await codes(successorId=otto) == [("PERSON_INACTIVE", "successorId")]


async def test_every_token_ends_in_the_same_transaction(world):
    await done(world, "ada", "tokenCreate", ben(world, name="laptop"))
    await done(world, "ben", "tokenCreate", {"name": "script"})
    count = "SELECT count(*) FROM token WHERE revoked_at IS NULL"

    await done(world, "ada", "personDeactivate", ben(world, dryRun=True))
    tried = await world.database.read_value(count, [])
    await done(world, "ada", "personDeactivate", ben(world))

    assert (tried, await world.database.read_value(count, [])) == (2, 0)


async def test_whoever_leaves_stands_in_for_nobody_and_has_no_deputy(world):
    until = (world.now + timedelta(days=14)).isoformat()
    for person, deputy in (("ben", "otto"), ("anna", "ben"), ("anna", "otto")):
        given = {"deputyId": world.id("Person", deputy), "endsAt": until}
        await done(world, person, "deputyAppoint", given)

    await done(world, "ada", "personDeactivate", ben(world))
    await done(world, "ada", "personReactivate", ben(world))

    left = "SELECT person_id, deputy_id FROM deputy WHERE ended_at IS NULL"
    found = [tuple(map(str, row)) for row in await world.database.look_up(left)]
    assert found == [(world.people["anna"].person_id, world.people["otto"].person_id)]


async def test_somebody_may_come_back_with_new_tokens(world):
    await done(world, "ada", "tokenCreate", ben(world, name="laptop"))
    await done(world, "ada", "personDeactivate", ben(world))
    again = await refused(world, "ada", "personDeactivate", ben(world))
    back = await done(world, "ada", "personReactivate", ben(world), "person { active }")
    twice = await refused(world, "ada", "personReactivate", ben(world))

    assert back["person"] == {"active": True}
    assert [error["code"] for error in again + twice] == ["PERSON_INACTIVE", "PERSON_ACTIVE"]
    count = "SELECT count(*) FROM token WHERE revoked_at IS NULL"
    assert await world.database.read_value(count, []) == 0


async def test_the_last_admin_cannot_be_deactivated(world):
    ada = {"personId": world.id("Person", "ada")}
    await done(world, "ada", "personDeactivate", ben(world))

    (error,) = await refused(world, "ada", "personDeactivate", ada)
    (gone,) = await refused(world, "ada", "tokenCreate", {"personId": "x", "name": "y"})

    assert (error["code"], error["path"]) == ("LAST_ADMIN", ["personId"])
    assert gone["code"] == "NOT_FOUND"


async def test_an_open_draft_counts_and_a_closed_commission_does_not(world, draft):
    closed, open_ = await draft(), await draft()
    await done(world, "anna", "commissionPropose", by(closed))
    declined = by(closed, reason="No.", noAlternative=True)
    await done(world, "ben", "commissionDecline", declined)

    keys = {one["commissionKey"] for one in await duties(world, of_whom="anna")}

    assert keys == {open_["key"]}


async def test_nobody_is_made_contact_owner_or_member_once_deactivated(world, draft):
    made = await draft()
    await evaluating(world, made)
    otto = {"personId": world.id("Person", "otto")}
    await done(world, "ada", "personDeactivate", otto)
    named = {"supplierTeamId": world.id("Team", "Elsewhere"), "supplierId": otto["personId"]}
    drafting = {
        "initiator": "CUSTOMER",
        "title": "Another",
        "customerTeamId": world.id("Team", "Sales"),
        "content": CONTENT,
    }
    planning = of(made, kind="CHANGE", text="Ask.", ownerId=otto["personId"])
    joining = otto | {"teamId": world.id("Team", "Sales")}

    errors = [
        *await refused(world, "anna", "commissionDraft", drafting | named),
        *await refused(world, "anna", "actionPlan", planning),
        *await refused(world, "ada", "membershipAdd", joining),
    ]

    assert [(error["code"], error["path"]) for error in errors] == [
        ("NOT_FOUND", ["supplierId"]),
        ("NOT_FOUND", ["ownerId"]),
        ("PERSON_INACTIVE", ["personId"]),
    ]
