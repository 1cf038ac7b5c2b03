"""One commission through the contract, from the first draft to its end."""

from datetime import timedelta
from typing import Any

import pytest

ALL = "commission { id key state allowedActions currentRevision { number } }"


@pytest.fixture
async def agreed(world, draft):
    made = await draft()
    await world.act("anna", "commissionPropose", by(made))
    await accept(world, "ben", made, note="Verstanden: 95 % am selben Tag.")
    await accept(world, "anna", made)
    return made


def by(commission: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"commissionId": commission["id"], "expectedRevision": 1} | more


def of(commission: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"commissionId": commission["id"]} | more


async def accept(world, who: str, commission: dict[str, Any], **more: Any) -> Any:
    given = by(commission, confidence=80, overrideReason="Known weakness of the text.") | more
    payload = await world.act(
        who,
        "commissionAccept",
        given,
        f"{ALL} signature {{ side decision confidence revision {{ number }} }}"
        " receipt { side revisionHash eventSeq eventHash previousHash bodyHash signedAt }",
    )
    assert payload["errors"] == []
    return payload


async def criteria_of(world, commission: dict[str, Any]) -> list[dict[str, Any]]:
    text = """query Criteria($id: ID!) {
      commission(by: {id: $id}) {
        currentRevision { criteria { id priority attainment met latestMeasurement { value } } }
      }
    }"""
    data = await world.data("anna", text, {"id": commission["id"]})
    found: list[dict[str, Any]] = data["commission"]["currentRevision"]["criteria"]
    return found


async def test_a_draft_belongs_to_the_side_that_writes_it(world, draft):
    made = await draft()

    text = "query One($id: ID!) { node(id: $id) { id __typename } }"
    seen = {who: await world.data(who, text, {"id": made["id"]}) for who in world.people}

    assert made["key"] == "C-1"
    assert made["allowedActions"] == ["REVISE", "PROPOSE"]
    assert made["mySides"] == ["CUSTOMER"]
    assert {who for who, data in seen.items() if data["node"]} == {"anna", "mia", "ada"}


async def test_both_signatures_make_an_agreement_and_give_receipts(world, draft):
    made = await draft()
    await world.act("anna", "commissionPropose", by(made))

    first = await accept(world, "ben", made, note="Verstanden.")
    second = await accept(world, "anna", made)

    assert first["commission"]["state"] == "CLARIFYING"
    assert second["commission"]["state"] == "AGREED"
    assert second["signature"] == {
        "side": "CUSTOMER",
        "decision": "ACCEPT",
        "confidence": 80,
        "revision": {"number": 1},
    }
    assert second["receipt"]["previousHash"] == first["receipt"]["eventHash"]
    assert second["receipt"]["revisionHash"] == first["receipt"]["revisionHash"]


async def test_questions_and_playbacks_go_to_and_fro(world, draft):
    made = await draft()
    await world.act("anna", "commissionPropose", by(made))

    asked = await world.act(
        "ben",
        "questionAsk",
        of(made, field="GOAL", text="Auch samstags?"),
        "question { id status text askedBy { name } }",
    )
    answered = await world.act(
        "anna",
        "questionAnswer",
        {"questionId": asked["question"]["id"], "answer": "No."},
        "question { status answer answeredBy { name } }",
    )
    played = await world.act(
        "ben", "playbackSubmit", by(made, text="95 % am selben Tag."), "playback { id status }"
    )
    confirmed = await world.act(
        "anna",
        "playbackConfirm",
        {"playbackId": played["playback"]["id"]},
        "playback { status resolvedBy { name } }",
    )

    assert asked["question"]["askedBy"] == {"name": "Ben"}
    assert answered["question"] == {
        "status": "ANSWERED",
        "answer": "No.",
        "answeredBy": {"name": "Anna"},
    }
    assert confirmed["playback"] == {"status": "CONFIRMED", "resolvedBy": {"name": "Anna"}}


async def test_measured_values_give_an_attainment_and_an_override_stays_beside_it(world, agreed):
    first, _ = await criteria_of(world, agreed)

    measured = await world.act(
        "ben",
        "criterionMeasure",
        {"criterionId": first["id"], "value": "88.5"},
        "measurement { value source evidenceUrl criterion { attainment met } }",
    )
    overridden = await world.act(
        "ben",
        "criterionOverride",
        {"criterionId": first["id"], "attainment": "1", "reason": "The scale was broken."},
        "override { computed attainment } commission { key }",
    )
    after = (await criteria_of(world, agreed))[0]

    assert measured["measurement"] == {
        "value": "88.5",
        "source": "HUMAN",
        "evidenceUrl": None,
        "criterion": {"attainment": "0.5", "met": False},
    }
    assert overridden["override"] == {"computed": "0.5", "attainment": "1"}
    assert (after["attainment"], after["met"]) == ("0.5", True)


async def test_a_commission_is_delivered_reviewed_assessed_and_closed(world, agreed):
    first, second = await criteria_of(world, agreed)
    world.now += timedelta(days=30)

    checked = await world.act(
        "ben",
        "checkInRecord",
        of(
            agreed,
            health="ON_TRACK",
            confidence=90,
            measurements=[{"criterionId": first["id"], "value": "96"}],
        ),
        "checkIn { id health acknowledgedAt } commission { health }",
    )
    await world.act("anna", "checkInAcknowledge", {"checkInId": checked["checkIn"]["id"]})
    delivered = await world.act(
        "ben",
        "commissionDeliver",
        of(agreed, claims=[{"criterionId": first["id"], "claim": "96 %"}]),
        f"{ALL} delivery {{ number claims {{ claim criterion {{ priority }} }} }}",
    )
    reviewed = await world.act(
        "anna",
        "deliveryReview",
        of(agreed, decision="ACCEPTED", judgements=[{"criterionId": first["id"], "met": True}]),
        f"{ALL} review {{ decision judgements {{ met }} delivery {{ number }} }}",
    )
    judgements = [{"criterionId": one["id"], "attainment": 100} for one in (first, second)]
    satisfaction = [{"aspect": "OVERALL", "expected": 5, "perceived": 6}]
    factors = [{"factor": "trust", "polarity": "HELPED", "locus": "SHARED"}]
    own = await world.act(
        "ben",
        "commissionAssess",
        of(agreed, judgements=judgements, factors=factors),
        f"{ALL} assessment {{ side sealed observations {{ factor {{ key }} sealed }} }}",
    )
    last = await world.act(
        "anna",
        "commissionAssess",
        of(agreed, judgements=judgements, satisfaction=satisfaction),
        "commission { state outcome health evaluation { outcome timelinessFirstAgreed attainment }"
        " assessments { side sealed satisfaction { aspect expected perceived gap } } }",
    )

    assert checked["commission"] == {"health": "ON_TRACK"}
    assert delivered["delivery"]["claims"] == [{"claim": "96 %", "criterion": {"priority": "MUST"}}]
    assert reviewed["review"]["delivery"] == {"number": 1}
    assert own["assessment"]["sealed"] is True
    assert own["assessment"]["observations"] == [{"factor": {"key": "trust"}, "sealed": True}]
    assert last["commission"]["state"] == "CLOSED"
    assert last["commission"]["outcome"] == "ACHIEVED"
    assert last["commission"]["health"] == "CLOSED"
    assert last["commission"]["evaluation"]["timelinessFirstAgreed"] == "EARLY"
    assert last["commission"]["assessments"] == [
        {
            "side": "CUSTOMER",
            "sealed": False,
            "satisfaction": [{"aspect": "OVERALL", "expected": 5, "perceived": 6, "gap": 1}],
        },
        {"side": "SUPPLIER", "sealed": False, "satisfaction": []},
    ]


async def test_a_change_after_agreement_waits_for_both_signatures(world, agreed):
    content = {"goal": "Raise the share to 97 % by the end of June 2026.", "deadline": "2026-06-30"}
    content |= {"benefit": "Fewer calls.", "criteria": [{"text": "97 % of the parcels."}]}

    amended = await world.act(
        "ben",
        "commissionAmend",
        by(agreed, cause="A new conveyor.", content=content),
        "revision { number cause authorSide } commission { pendingRevision { number } state }",
    )

    assert amended["revision"] == {
        "number": 2,
        "cause": "A new conveyor.",
        "authorSide": "SUPPLIER",
    }
    assert amended["commission"] == {"pendingRevision": {"number": 2}, "state": "AGREED"}


async def test_the_inbox_names_what_is_owed_and_the_act_that_does_it(world, draft):
    made = await draft()
    await world.act("anna", "commissionPropose", by(made))
    asked = await world.act(
        "ben", "questionAsk", of(made, field="GOAL", text="Why?"), "question { id }"
    )

    text = "{ inbox { kind act side subjectId due commission { key customerTeam { name } } } }"
    mine = (await world.data("anna", text))["inbox"]
    others = (await world.data("otto", text))["inbox"]

    assert mine[0] == {
        "kind": "ANSWER",
        "act": "ANSWER",
        "side": "CUSTOMER",
        "subjectId": asked["question"]["id"],
        "due": "2026-05-29",
        "commission": {"key": "C-1", "customerTeam": {"name": "Sales"}},
    }
    assert others == []


async def test_a_dry_run_says_what_would_happen_and_changes_nothing(world, draft):
    made = await draft()

    tried = await world.act("anna", "commissionPropose", by(made, dryRun=True), ALL)
    refused = await world.act("ben", "commissionPropose", by(made, dryRun=True), ALL)

    assert tried["errors"] == []
    assert tried["commission"]["state"] == "DRAFT"
    assert [error["__typename"] for error in refused["errors"]] == ["NotFoundError"]
    assert refused["commission"] is None


async def test_a_cancelled_commission_keeps_its_reason_and_factors(world, agreed):
    cancelled = await world.act(
        "anna",
        "commissionCancel",
        of(
            agreed,
            reason="The dock is closed.",
            factors=[{"factor": "trust", "polarity": "MISSING", "locus": "OTHER", "strength": 3}],
        ),
        "commission { state endedBy endedBecause"
        " factorObservations { nodes { polarity strength assessment { side } } } }",
    )

    assert cancelled["errors"] == []
    assert cancelled["commission"] == {
        "state": "CANCELLED",
        "endedBy": "CUSTOMER",
        "endedBecause": "The dock is closed.",
        "factorObservations": {
            "nodes": [{"polarity": "MISSING", "strength": 3, "assessment": None}]
        },
    }


async def test_lessons_actions_blockers_and_suppressions_are_kept(world, agreed):
    raised = await world.act(
        "ben",
        "blockerRaise",
        of(agreed, kind="INPUT", text="No list of orders yet."),
        "blocker { id kind openedBy { name } }",
    )
    closed = await world.act(
        "ben",
        "blockerClose",
        {"blockerId": raised["blocker"]["id"], "resolution": "It came."},
        "blocker { closedAt resolution }",
    )
    silenced = await world.act(
        "anna",
        "smartFindingSuppress",
        of(agreed, rule="M201", field="goal", spanText="share", reason="Known to both."),
        "suppression { rule author { name } }",
    )

    assert closed["blocker"]["resolution"] == "It came."
    assert silenced["suppression"] == {"rule": "M201", "author": {"name": "Anna"}}


async def test_the_commissions_of_an_inbox_are_read_in_one_statement(world, draft, monkeypatch):
    for number in range(5):
        made = await draft(title=f"Number {number}")
        await world.act("anna", "commissionPropose", by(made))
    statements = []
    read_value = world.database.read_value

    async def counted(sql, *args, **options):
        statements.append(sql)
        return await read_value(sql, *args, **options)

    monkeypatch.setattr(world.database, "read_value", counted, raising=False)
    text = """query Inbox($first: Int) { inbox(first: $first) {
      kind a: commission { key ...Rest } b: commission { title }
    } } fragment Rest on Commission { customer { name } }"""
    found = (await world.data("ben", text, {"first": 50}))["inbox"]

    assert len(found) >= 5
    assert {item["a"]["key"] for item in found} == {f"C-{number}" for number in range(1, 6)}
    assert {item["b"]["title"] for item in found} == {f"Number {number}" for number in range(5)}
    assert found[0]["a"]["customer"] == {"name": "Anna"}
    assert len(statements) == 2
