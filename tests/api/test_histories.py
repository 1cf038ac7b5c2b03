"""Histories: who changed what is told as sentences and differences, the same on every path."""

import json
from datetime import timedelta
from uuid import UUID

from acting import CONTENT, agree, assess, by, criteria, done, evaluating

from goals.domain.acts import EVENT_KINDS
from goals.domain.history import PHRASES
from goals.domain.identity import uuid7, uuid_of
from goals.domain.permissions import PERMISSIONS
from goals.services import clock
from goals.store import events

TEXT = """query H($id: ID!) { commission(by: {id: $id}) { history(first: 100) { nodes {
  kind summary onBehalfOf changes { field label before after } } } } }"""


async def told(world, who, commission):
    """The entries of a history, the same from both assemblies."""
    found = [
        await world.ask(who, TEXT, {"id": commission["id"]}, force=way)
        for way in ("compiled", "strawberry")
    ]
    assert found[0].data == found[1].data, found
    return json.loads(found[0].data)["commission"]["history"]["nodes"]


def changes(entry):
    return [(each["label"], each["before"], each["after"]) for each in entry["changes"]]


async def test_a_revision_is_told_as_what_reads_otherwise(world, draft):
    commission = await draft()
    content = CONTENT | {
        "goal": "Raise the share to 97 %.",
        "deadline": "2026-06-30",
        "criteria": [CONTENT["criteria"][0] | {"target": "97"}],
        "duties": [{"side": "CUSTOMER", "text": "Send the list.", "due": "2026-04-01"}],
    }
    content["criteria"][0]["lineageId"] = (await criteria(world, commission))[0]["lineageId"]
    await done(world, "anna", "commissionRevise", by(commission, content=content))

    (drafted, revised) = await told(world, "anna", commission)

    assert drafted["summary"] == "Anna (customer) drafted the commission."
    assert revised["summary"] == "Anna (customer) wrote a new revision."
    first, second = (one["text"] for one in CONTENT["criteria"])
    assert changes(revised) == [
        ("goal", CONTENT["goal"], "Raise the share to 97 %."),
        ("deadline", "2026-05-29", "2026-06-30"),
        ("success criterion", f"{first} (82 % → 95 %) [MUST]", f"{first} (82 % → 97 %) [MUST]"),
        ("success criterion", f"{second} [SHOULD]", None),
        ("duty", None, "CUSTOMER, Send the list., 2026-04-01"),
    ]


async def test_it_is_told_in_the_readers_language(world, draft):
    commission = await draft()
    await done(world, "anna", "commissionPropose", by(commission))

    entries = await told(world, "ben", commission)

    assert entries[-1]["summary"] == "Anna (Kunde) hat den Auftrag vorgelegt."
    assert changes(entries[-1]) == [("Stand", "Entwurf", "in Klärung")]


async def test_measured_values_are_told_with_those_before(world, draft):
    commission = await draft()
    await agree(world, commission)
    (criterion, _) = await criteria(world, commission)
    for value, day in (("84", "2026-03-02T10:00:00Z"), ("90.5", "2026-03-02T11:00:00Z")):
        given = {"criterionId": criterion["id"], "value": value, "observedAt": day}
        world.now = world.now.replace(hour=world.now.hour + 3)
        await done(world, "ben", "criterionMeasure", given)

    first, second = (await told(world, "anna", commission))[-2:]

    label = f"measured value: {CONTENT['criteria'][0]['text']}"
    assert changes(first) == [(label, None, "84 %")]
    assert changes(second) == [(label, "84 %", "90.5 %")]


async def test_a_sealed_assessment_is_told_by_nothing_but_that_it_was_given(world, draft):
    commission = await draft()
    await evaluating(world, commission)
    await assess(world, "anna", commission, comment="Very slow.")

    last = (await told(world, "ben", commission))[-1]

    assert last["summary"] == "Anna (Kunde) hat bewertet."
    assert last["changes"] == []


async def test_a_signature_is_told_with_its_confidence(world, draft):
    commission = await draft()
    await agree(world, commission)

    last = (await told(world, "anna", commission))[-1]

    assert changes(last) == [
        ("state", "in clarification", "agreed"),
        ("confidence in %", None, "80"),
    ]


async def test_what_the_clock_does_is_told_of_the_software(world, draft):
    commission = await draft()
    await done(world, "anna", "commissionPropose", by(commission))
    await clock.tick(world.database, world.now + timedelta(days=91))

    last = (await told(world, "mia", commission))[-1]

    assert last["summary"] == "The software let the clarification expire."
    assert changes(last) == [("state", "in clarification", "expired")]


async def test_whom_a_deputy_acted_for_is_told(world, draft):
    commission = await draft()
    person = UUID(world.people["ben"].person_id)
    async with world.database.transaction() as tx:
        head = await events.lock(tx, world.org_id)
        new = events.NewEvent(
            id=uuid7(world.now),
            kind="commission.checked_in",
            subject=("Commission", uuid_of(commission["id"], "Commission")),
            at=world.now,
            channel="API",
            body={"onBehalfOf": str(person)},
            commission_id=uuid_of(commission["id"], "Commission"),
        )
        await events.append(tx, head, new)

    assert (await told(world, "anna", commission))[-1]["onBehalfOf"] == "Ben"


async def test_a_handover_is_told_by_names(world, draft):
    commission = await draft()
    given = {"personId": world.id("Person", "anna"), "successorId": world.id("Person", "mia")}
    async with world.database.transaction() as tx:
        await tx.execute(
            "INSERT INTO membership (org_id, team_id, person_id, lead, created_at) "
            "VALUES ($1, $2, $3, $4, $5)",
            [
                world.org_id,
                world.teams["Sales"],
                UUID(world.people["mia"].person_id),
                False,
                world.now,
            ],
        )
    await done(world, "ada", "personDeactivate", given)

    last = (await told(world, "mia", commission))[-1]

    assert (last["kind"], changes(last)) == (
        "commission.handed_over",
        [("contact", "Anna", "Mia")],
    )


async def test_whoever_may_not_see_a_commission_is_told_nothing(world, draft):
    commission = await draft()

    data = await world.data("otto", TEXT, {"id": commission["id"]})

    assert data == {"commission": None}


def test_every_kind_of_event_of_a_commission_has_a_phrase_in_both_languages():
    beside = {"commission.shared", "commission.unshared", "smart_finding.suppressed"}
    known = {kind for row in PERMISSIONS for kind in row.kinds if kind.startswith("commission.")}

    assert set(EVENT_KINDS.values()) | beside | known <= set(PHRASES)
    assert all(german and english for german, english in PHRASES.values())
