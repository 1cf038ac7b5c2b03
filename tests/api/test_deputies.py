"""Deputies: somebody acts for a person for a while, and never for both sides."""

import json
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from acting import agree, assess, by, done, evaluating, of, refused, sign

from goals.domain.enums import Language
from goals.domain.identity import global_id
from goals.reads.viewer import Represented
from goals.services import organisations, people
from goals.services.requests import CreatePersonRequest
from goals.store import deputies

READ = """query R($id: ID!) { commission(by: {id: $id}) { mySides allowedActions
  assessments { side } signatures { nodes { side person { name } onBehalfOf { name } } }
  history(last: 1) { nodes { kind side actor { name } } } } }"""


@pytest.fixture
def until(world):
    return (world.now + timedelta(days=14)).isoformat()


async def appoint(world, who, deputy, until, **more):
    given = {"deputyId": world.id("Person", deputy), "endsAt": until} | more
    payload = await done(world, who, "deputyAppoint", given, "deputy { id }")
    await signed_in_again(world)
    return payload["deputy"]["id"]


async def signed_in_again(world):
    """Let everybody's viewer be what a new sign-in would make of it."""
    expression = deputies.deputy_for(lambda name: f"p.{name}", "$2", world.database.dialect)
    for who, viewer in world.people.items():
        found = await world.database.look_up(
            f"SELECT {expression} FROM person p WHERE p.id = $1",
            [UUID(viewer.person_id), world.now],
        )
        stands_in = tuple(
            Represented(str(person), tuple(map(str, teams)))
            for person, teams in deputies.read_deputy_for(found[0][0])
        )
        world.people[who] = replace(viewer, deputy_for=stands_in)


async def seen(world, who, made):
    return (await world.data(who, READ, {"id": made["id"]}))["commission"]


async def test_a_deputy_signs_under_the_own_name_for_the_person(world, draft, until):
    made = await draft()
    await appoint(world, "anna", "otto", until)

    assert (await seen(world, "otto", made))["mySides"] == ["CUSTOMER"]
    await done(world, "otto", "commissionPropose", by(made))
    await sign(world, made, "otto", "ben")

    found = await seen(world, "ben", made)
    signed = {one["side"]: one for one in found["signatures"]["nodes"]}
    assert signed["CUSTOMER"] == {
        "side": "CUSTOMER",
        "person": {"name": "Otto"},
        "onBehalfOf": {"name": "Anna"},
    }
    assert signed["SUPPLIER"]["onBehalfOf"] is None
    rows = await world.database.read_rows(
        "SELECT b.body FROM event e JOIN event_body b ON b.org_id = e.org_id AND b.seq = e.seq"
        " WHERE e.kind = 'commission.proposed'",
        [],
    )
    assert json.loads(rows[0][0])["onBehalfOf"] == world.people["anna"].person_id


async def test_it_is_over_when_the_time_is_over_or_it_was_ended(world, draft, until):
    made = await draft()
    appointment = await appoint(world, "anna", "otto", until)

    world.now += timedelta(days=13, hours=23)
    await signed_in_again(world)
    assert await seen(world, "otto", made) is not None
    world.now += timedelta(hours=1)
    await signed_in_again(world)
    assert await seen(world, "otto", made) is None

    world.now -= timedelta(days=1)
    await done(world, "otto", "deputyEnd", {"appointmentId": appointment}, "deputy { endedAt }")
    await signed_in_again(world)
    assert await seen(world, "otto", made) is None
    errors = await refused(world, "anna", "deputyEnd", {"appointmentId": appointment})
    assert [error["code"] for error in errors] == ["NOT_FOUND"]


async def test_nobody_stands_in_for_the_other_side_of_his_own(world, draft, until):
    made = await draft()
    await done(world, "anna", "commissionPropose", by(made))
    await appoint(world, "anna", "ben", until)

    assert (await seen(world, "ben", made))["mySides"] == ["SUPPLIER"]
    await sign(world, made, "ben")
    errors = await refused(world, "ben", "commissionAccept", by(made, confidence=50, note="n"))

    assert errors[0]["code"] == "NOT_YOUR_TURN"
    signed = (await seen(world, "mia", made))["signatures"]["nodes"]
    assert [one["side"] for one in signed] == ["SUPPLIER"]


async def test_a_draft_is_hidden_from_a_deputy_on_the_other_side(world, draft, until):
    made = await draft()
    await appoint(world, "anna", "ben", until)

    hidden = await seen(world, "ben", made)
    errors = await refused(world, "ben", "commissionPropose", by(made))
    await done(world, "anna", "commissionPropose", by(made))

    assert (hidden, errors[0]["code"]) == (None, "NOT_FOUND")
    assert await seen(world, "ben", made) is not None


async def test_a_deputy_of_both_sides_acts_for_neither(world, draft, until):
    made = await draft()
    await evaluating(world, made)
    await appoint(world, "anna", "otto", until)
    await appoint(world, "ben", "otto", until)
    await assess(world, "ben", made)

    found = await seen(world, "otto", made)

    assert (found["mySides"], found["allowedActions"], found["assessments"]) == ([], [], [])
    errors = await refused(world, "otto", "lessonRecord", of(made, text="Ask."))
    assert [error["code"] for error in errors] == ["FORBIDDEN"]


async def test_a_deputys_hand_is_never_on_both_signatures(world, draft, until):
    made = await draft()
    await done(world, "anna", "commissionPropose", by(made))
    first = await appoint(world, "anna", "otto", until)
    await sign(world, made, "otto")
    await done(world, "anna", "deputyEnd", {"appointmentId": first})
    await appoint(world, "ben", "otto", until)

    given = by(made, confidence=50, note="n", overrideReason="Known.")
    errors = await refused(world, "otto", "commissionAccept", given)

    assert [error["code"] for error in errors] == ["SAME_HAND"]


async def test_a_deputy_of_a_deputy_acts_for_nobody_further(world, draft, until):
    made = await draft()
    await appoint(world, "anna", "otto", until)
    await appoint(world, "otto", "mia", until)

    assert [each.person_id for each in world.people["mia"].deputy_for] == [
        world.people["otto"].person_id
    ]
    assert (await seen(world, "mia", made))["mySides"] == []


async def test_a_deputy_has_no_administration_and_reads_no_token(world, until):
    made = await done(
        world,
        "ada",
        "tokenCreate",
        {"personId": world.id("Person", "ada"), "name": "laptop"},
        "token { id }",
    )
    await appoint(world, "ada", "otto", until)

    errors = await refused(world, "otto", "teamCreate", {"name": "Mine"})
    text = "query T($id: ID!) { node(id: $id) { id } commissions { totalCount } }"
    found = await world.data("otto", text, {"id": made["token"]["id"]})

    assert [error["code"] for error in errors] == ["FORBIDDEN"]
    assert found == {"node": None, "commissions": {"totalCount": 0}}


async def test_the_inbox_lists_what_is_owed_for_others_and_says_so(world, draft, until):
    made = await draft()
    await done(world, "anna", "commissionPropose", by(made))
    await appoint(world, "ben", "otto", until)

    text = "{ inbox { kind side onBehalfOf { name } commission { id } } }"
    found = await world.data("otto", text)

    assert found["inbox"] == [
        {
            "kind": "SIGN",
            "side": "SUPPLIER",
            "onBehalfOf": {"name": "Ben"},
            "commission": {"id": made["id"]},
        }
    ]
    assert {item["onBehalfOf"] for item in (await world.data("ben", text))["inbox"]} == {None}


async def test_a_deputy_drafts_for_the_person(world, until):
    await appoint(world, "anna", "otto", until)
    given = {
        "initiator": "CUSTOMER",
        "title": "While Anna is away",
        "customerTeamId": world.id("Team", "Sales"),
        "supplierTeamId": world.id("Team", "Operations"),
        "content": {"goal": "Something."},
    }

    wanted = "commission { customer { name } createdBy { name } mySides }"
    payload = await done(world, "otto", "commissionDraft", given, wanted)

    assert payload["commission"] == {
        "customer": {"name": "Anna"},
        "createdBy": {"name": "Otto"},
        "mySides": ["CUSTOMER"],
    }


async def test_only_the_person_or_an_admin_appoints_and_no_admin_himself(world, until):
    otto, anna = world.id("Person", "otto"), world.id("Person", "anna")
    given = {"personId": anna, "deputyId": otto, "endsAt": until}

    for who in ("ben", "otto", "mia"):
        errors = await refused(world, who, "deputyAppoint", given)
        assert [error["code"] for error in errors] == ["FORBIDDEN"], who
    himself = given | {"deputyId": world.id("Person", "ada")}
    errors = await refused(world, "ada", "deputyAppoint", himself)
    assert [error["code"] for error in errors] == ["FORBIDDEN"]
    await done(world, "ada", "deputyAppoint", given, "deputy { person { name } }")


async def test_an_appointment_is_seen_by_the_two_and_by_managers(world, until):
    appointment = await appoint(world, "anna", "otto", until)
    text = """query D($id: ID!) { node(id: $id) { id } people { nodes {
      deputies { totalCount } deputyFor { totalCount } } } }"""

    seeing = set()
    for who in world.people:
        data = await world.data(who, text, {"id": appointment})
        counts = [
            one[name]["totalCount"]
            for one in data["people"]["nodes"]
            for name in ("deputies", "deputyFor")
        ]
        assert (data["node"] is not None) is (sum(counts) == 2)
        seeing |= {who} if data["node"] else set()

    assert seeing == {"anna", "otto", "mia", "ada"}
    errors = await refused(world, "ben", "deputyEnd", {"appointmentId": appointment})
    assert [error["code"] for error in errors] == ["NOT_FOUND"]


async def test_an_appointment_has_an_end_a_year_off_at_most_and_two_people(world, until):
    otto = world.id("Person", "otto")
    far = (world.now + timedelta(days=367)).isoformat()
    faults = {
        "TOO_SOON": {"endsAt": world.now.isoformat()},
        "TOO_LATE": {"endsAt": far},
        "NOT_ONESELF": {"deputyId": world.id("Person", "anna")},
        "NOT_FOUND": {"deputyId": global_id("Person", world.org_id)},
    }

    for code, more in faults.items():
        given = {"deputyId": otto, "endsAt": until} | more
        errors = await refused(world, "anna", "deputyAppoint", given)
        assert [error["code"] for error in errors] == [code], code


async def test_who_left_a_team_neither_sees_nor_acts_even_on_own_drafts(world, draft):
    made = await draft(customerId=world.id("Person", "anna"))
    context = organisations.operator(world.database, world.org_id, world.now)
    other = await people.create_person(
        context,
        CreatePersonRequest(
            "Cleo", "cleo@example.org", Language.EN, team_ids=(world.teams["Sales"],)
        ),
    )
    given = {"customerId": global_id("Person", other.subject_id)}
    mine = await draft(**given)

    world.people["anna"] = replace(world.people["anna"], team_ids=())

    assert (await seen(world, "anna", made))["mySides"] == ["CUSTOMER"]
    assert await seen(world, "anna", mine) is None
    errors = await refused(world, "anna", "commissionPropose", by(mine))
    assert [error["code"] for error in errors] == ["NOT_FOUND"]


async def test_a_team_without_members_is_named_as_the_fault(world):
    made = await done(world, "ada", "teamCreate", {"name": "Empty"}, "team { id }")
    given = {
        "initiator": "CUSTOMER",
        "title": "x",
        "customerTeamId": world.id("Team", "Sales"),
        "supplierTeamId": made["team"]["id"],
        "content": {"goal": "Something."},
    }

    errors = await refused(world, "anna", "commissionDraft", given)

    assert [(error["code"], error["path"]) for error in errors] == [
        ("TEAM_EMPTY", ["supplierTeamId"])
    ]


async def delivered(world, made, who):
    text = "query R($id: ID!) { commission(by: {id: $id}) { currentRevision { criteria { id } } } }"
    found = (await world.data("mia", text, {"id": made["id"]}))["commission"]
    criterion = found["currentRevision"]["criteria"][0]["id"]
    claims = [{"criterionId": criterion, "claim": "Done."}]
    await done(world, who, "commissionDeliver", of(made, claims=claims))
    judged = [{"criterionId": criterion, "met": True}]
    return of(made, decision="ACCEPTED", judgements=judged)


async def test_no_deputy_reviews_what_the_same_hand_delivered(world, draft, until):
    made = await draft()
    await agree(world, made)
    for_ben = await appoint(world, "ben", "otto", until)
    review = await delivered(world, made, "otto")
    await done(world, "ben", "deputyEnd", {"appointmentId": for_ben})
    await appoint(world, "anna", "otto", until)

    errors = await refused(world, "otto", "deliveryReview", review)

    assert [error["code"] for error in errors] == ["SAME_HAND"]
    await done(world, "anna", "deliveryReview", review)


async def test_who_reviews_the_own_delivery_makes_it_a_commission_with_oneself(world, draft):
    made = await draft()
    await agree(world, made)
    review = await delivered(world, made, "ben")
    sales = world.people["anna"].team_ids
    world.people["ben"] = replace(world.people["ben"], team_ids=sales)

    payload = await done(
        world, "ben", "deliveryReview", review, "commission { state selfCommission }"
    )

    assert payload["commission"] == {"state": "EVALUATING", "selfCommission": True}
