"""Acts: what is sent to the server for what is typed, and what the person reads afterwards."""

import pytest

# What is typed, the operation, the field of the mutation, the input the server gets.
ACTS = {
    "propose": (
        ["propose", "12"],
        ("ProposeCommission", "commissionPropose"),
        {"commissionId": "COM", "expectedRevision": 3},
    ),
    "ask": (
        ["ask", "c-12", "Which users?", "--about", "criteria"],
        ("AskQuestion", "questionAsk"),
        {"commissionId": "COM", "field": "SUCCESS_CRITERIA", "text": "Which users?"},
    ),
    "answer the only open question": (
        ["answer", "C-12", "Those in Sales."],
        ("AnswerQuestion", "questionAnswer"),
        {"questionId": "Q2", "answer": "Those in Sales."},
    ),
    "answer by number": (
        ["answer", "C-12", "Again.", "--question", "1"],
        ("AnswerQuestion", "questionAnswer"),
        {"questionId": "Q1", "answer": "Again."},
    ),
    "play back": (
        ["playback", "C-12", "Twenty people of Sales."],
        ("SubmitPlayback", "playbackSubmit"),
        {"commissionId": "COM", "expectedRevision": 3, "text": "Twenty people of Sales."},
    ),
    "confirm": (["confirm", "C-12"], ("ConfirmPlayback", "playbackConfirm"), {"playbackId": "PB"}),
    "confirm by playback": (
        ["playback", "C-12", "--confirm"],
        ("ConfirmPlayback", "playbackConfirm"),
        {"playbackId": "PB"},
    ),
    "correct": (
        ["playback", "C-12", "--correct", "Not users: teams."],
        ("CorrectPlayback", "playbackCorrect"),
        {"playbackId": "PB", "correction": "Not users: teams."},
    ),
    "accept": (
        ["accept", "C-12", "--confidence", "80", "--note", "Clear."],
        ("AcceptCommission", "commissionAccept"),
        {"commissionId": "COM", "expectedRevision": 3, "confidence": 80, "note": "Clear."},
    ),
    "decline": (
        ["decline", "C-12", "--reason", "No time.", "--alternative", "In May."],
        ("DeclineCommission", "commissionDecline"),
        {
            "commissionId": "COM",
            "expectedRevision": 3,
            "reason": "No time.",
            "alternative": "In May.",
            "noAlternative": False,
        },
    ),
    "withdraw": (
        ["withdraw", "C-12", "--reason", "Not needed."],
        ("WithdrawCommission", "commissionWithdraw"),
        {"commissionId": "COM", "reason": "Not needed."},
    ),
    "withdraw a question": (
        ["withdraw", "C-12", "--question", "2"],
        ("WithdrawQuestion", "questionWithdraw"),
        {"questionId": "Q2"},
    ),
    "check in": (
        ["checkin", "C-12", "at-risk", "--confidence", "50%", "--value", "1=12,5"],
        ("RecordCheckIn", "checkInRecord"),
        {
            "commissionId": "COM",
            "health": "AT_RISK",
            "confidence": 50,
            "measurements": [{"criterionId": "K1", "value": "12.5"}],
        },
    ),
    "acknowledge": (
        ["ack", "C-12"],
        ("AcknowledgeCheckIn", "checkInAcknowledge"),
        {"checkInId": "CI"},
    ),
    "measure": (
        ["measure", "C-12", "1", "21", "--at", "2027-03-01T12:00+01:00"],
        ("MeasureCriterion", "criterionMeasure"),
        {"criterionId": "K1", "value": "21", "observedAt": "2027-03-01T12:00:00+01:00"},
    ),
    "override": (
        ["override", "C-12", "2", "85", "--reason", "Site closed."],
        ("OverrideCriterion", "criterionOverride"),
        {"criterionId": "K2", "attainment": "0.85", "reason": "Site closed."},
    ),
    "raise a blocker": (
        ["block", "C-12", "decision", "No budget", "--owner", "Anna", "--next", "Ask"],
        ("RaiseBlocker", "blockerRaise"),
        {
            "commissionId": "COM",
            "kind": "DECISION",
            "text": "No budget",
            "owner": "Anna",
            "nextStep": "Ask",
        },
    ),
    "close the only blocker": (
        ["unblock", "C-12", "Released."],
        ("CloseBlocker", "blockerClose"),
        {"blockerId": "BL", "resolution": "Released."},
    ),
    "fulfil a duty": (["fulfil", "C-12", "1"], ("FulfilDuty", "dutyFulfil"), {"dutyId": "D1"}),
    "deliver": (
        ["deliver", "C-12", "--claim", "1: 21 trained", "--evidence", "1: https://example.org/l"],
        ("DeliverCommission", "commissionDeliver"),
        {
            "commissionId": "COM",
            "claims": [
                {"criterionId": "K1", "claim": "21 trained", "evidenceUrl": "https://example.org/l"}
            ],
        },
    ),
    "accept a delivery": (
        ["review", "C-12", "accept"],
        ("ReviewDelivery", "deliveryReview"),
        {
            "commissionId": "COM",
            "decision": "ACCEPTED",
            "judgements": [{"criterionId": "K1", "met": True}],
        },
    ),
    "reject a delivery": (
        ["review", "C-12", "reject", "--unmet", "1: only 12", "--comment", "Please go on."],
        ("ReviewDelivery", "deliveryReview"),
        {
            "commissionId": "COM",
            "decision": "REJECTED",
            "comment": "Please go on.",
            "judgements": [{"criterionId": "K1", "met": False, "comment": "only 12"}],
        },
    ),
    "cancel": (
        [
            "cancel",
            "C-12",
            "--reason",
            "Stopped.",
            "--factor",
            "hindered:new-priorities:3:external",
        ],
        ("CancelCommission", "commissionCancel"),
        {
            "commissionId": "COM",
            "reason": "Stopped.",
            "factors": [
                {
                    "factor": "new-priorities",
                    "polarity": "HINDERED",
                    "strength": 3,
                    "locus": "EXTERNAL",
                }
            ],
        },
    ),
    "revoke": (
        ["cancel", "C-12", "--as", "supplier", "--reason", "Ill.", "--factor", "missing:people"],
        ("RevokeCommission", "commissionRevoke"),
        {
            "commissionId": "COM",
            "reason": "Ill.",
            "factors": [
                {"factor": "people", "polarity": "MISSING", "strength": 2, "locus": "SHARED"}
            ],
        },
    ),
    "evaluate": (
        ["evaluate", "C-12"],
        ("CloseForEvaluation", "commissionCloseForEvaluation"),
        {"commissionId": "COM"},
    ),
    "assess": (
        [
            "assess",
            "C-12",
            "--attained",
            "all=100",
            "--attained",
            "2=80",
            "--satisfaction",
            "overall=5/6",
        ],
        ("AssessCommission", "commissionAssess"),
        {
            "commissionId": "COM",
            "judgements": [
                {"criterionId": "K1", "attainment": 100},
                {"criterionId": "K2", "attainment": 80},
            ],
            "satisfaction": [{"aspect": "OVERALL", "expected": 5, "perceived": 6}],
            "factors": [],
        },
    ),
    "record a lesson": (
        ["lesson", "C-12", "Agree test data early.", "--tag", "testing"],
        ("RecordLesson", "lessonRecord"),
        {"commissionId": "COM", "text": "Agree test data early.", "tags": ["testing"]},
    ),
    "review the benefit": (
        ["benefit", "C-12", "realised", "--comment", "A day sooner."],
        ("ReviewBenefit", "benefitReview"),
        {"commissionId": "COM", "verdict": "REALISED", "comment": "A day sooner."},
    ),
    "plan an action": (
        ["action", "C-12", "Weekly call", "--kind", "develop", "--due", "31.3.2027"],
        ("PlanAction", "actionPlan"),
        {
            "commissionId": "COM",
            "kind": "DEVELOP",
            "text": "Weekly call",
            "ownerId": "P1",
            "due": "2027-03-31",
        },
    ),
    "complete an action": (
        ["action", "C-12", "--done", "1", "--effect", "Faster."],
        ("CompleteAction", "actionComplete"),
        {"actionId": "AC", "effectCheck": "Faster."},
    ),
}


@pytest.mark.parametrize("act", ACTS, ids=str)
def test_an_act_sends_what_was_typed_and_tells_where_the_commission_stands(
    act, goals, server, busy
):
    typed, (operation, root), expected = ACTS[act]
    server.answers[operation] = {root: {"commission": busy, "errors": []}}

    outcome = goals(*typed)

    assert (0, expected) == (outcome.code, server.inputs(operation))
    assert outcome.out.startswith("C-12 Pilot training: ")
    assert "Now clarifying. To move: customer (Anna, Sales): answer a question." in outcome.out


@pytest.mark.parametrize("act", ["propose", "accept", "deliver"])
def test_an_act_speaks_german_too(act, goals, server, busy):
    typed, (operation, root), _ = ACTS[act]
    server.answers[operation] = {root: {"commission": busy, "errors": []}}

    outcome = goals(*typed, language="de")

    assert outcome.code == 0
    assert "Stand: in Klärung. Am Zug: Kunde (Anna, Sales): Frage beantworten." in outcome.out


def test_the_next_command_is_named_when_it_is_my_turn(goals, server, busy):
    server.answers["ProposeCommission"] = {"commissionPropose": {"commission": busy, "errors": []}}
    mine, others = ["CUSTOMER"], ["SUPPLIER"]

    busy["allowedActions"] = ["ASK", "ANSWER", "ACCEPT"]
    busy["mySides"] = mine
    assert goals("propose", "C-12").out.endswith(
        '  → goals answer C-12 "…"\n  → goals accept C-12 --confidence 80\n'
    )
    busy["mySides"] = others
    assert "→" not in goals("propose", "C-12").out


def test_a_delivery_without_a_claim_for_a_must_is_not_sent(goals, server, busy):
    outcome = goals("deliver", "C-12", "--claim", "2: approved")

    assert outcome.code == 2
    assert '  → --claim "1: …"   Users trained: >= 20\n' in outcome.err


def test_a_delivery_with_an_unmet_must_is_not_simply_accepted(goals, server, busy):
    outcome = goals("review", "C-12", "accept", "--unmet", "1", language="de")

    assert outcome.code == 2
    assert "Muss-Kriterium 1 ist unerfüllt: Users trained: >= 20\n" in outcome.err
    assert "  → goals review … mit-vorbehalt\n  → goals review … zurückgeben\n" in outcome.err


def test_an_end_before_the_end_needs_a_factor(goals, server):
    outcome = goals("cancel", "C-12", "--reason", "x")

    assert outcome.code == 2
    assert "→ goals factors" in outcome.err


def test_json_prints_the_payload_and_nothing_else_to_stdout(goals, server, busy):
    server.answers["ProposeCommission"] = {"commissionPropose": {"commission": busy, "errors": []}}

    outcome = goals("propose", "C-12", "--json")

    assert list(outcome.json) == ["commission", "errors"]
    assert outcome.json["commission"]["key"] == "C-12"


def test_every_change_carries_a_key_of_its_own_and_says_which_client_it_is(goals, server, busy):
    server.answers["ProposeCommission"] = {"commissionPropose": {"commission": busy, "errors": []}}

    goals("propose", "C-12")
    goals("propose", "C-12")

    sent = [one.headers for one in server.seen if one.operation == "ProposeCommission"]
    assert len({headers["Idempotency-Key"] for headers in sent}) == 2
    assert sent[0]["Goals-Client"].startswith("cli/")
    assert sent[0]["Authorization"] == "Bearer goals_test_token"


def test_a_change_that_lost_its_connection_is_sent_again_under_the_same_key(goals, server, busy):
    server.answers["ProposeCommission"] = {"commissionPropose": {"commission": busy, "errors": []}}
    server.lose = ["ProposeCommission"]

    outcome = goals("propose", "C-12")

    sent = [one.headers for one in server.seen if one.operation == "ProposeCommission"]
    assert outcome.code == 0
    assert len(sent) == 2
    assert len({headers["Idempotency-Key"] for headers in sent}) == 1


def test_a_change_still_at_work_is_waited_for(goals, server, busy, monkeypatch):
    monkeypatch.setattr("goals_cli.transport.PAUSE", 0)
    server.answers["ProposeCommission"] = {"commissionPropose": {"commission": busy, "errors": []}}
    server.lose = ["ProposeCommission"]
    running = b'{"errors": [{"message": "x", "extensions": {"code": "IDEMPOTENCY_RUNNING"}}]}'
    server.answer_late = [(409, running, {})] * 2

    outcome = goals("propose", "C-12")

    assert outcome.code == 0
    assert [one.operation for one in server.seen].count("ProposeCommission") == 4


def test_what_is_signed_is_shown_and_asked_for_once_more(goals, server, busy, terminal):
    terminal("75", "n")

    outcome = goals("accept", "C-12")

    assert outcome.code == 2
    assert "Revision 3 (c0ffeec0ffee)" in outcome.err
    assert "Train 20 pilot users." in outcome.err
    assert [one for one in server.seen if one.operation == "AcceptCommission"] == []


def test_after_agreement_the_pending_change_is_what_is_signed(goals, server, make):
    changed = make.commission(state="AGREED", pendingRevision=make.revision(4, cause="Late"))
    server.answers["FindCommission"] = {"commission": changed}
    server.answers["AcceptCommission"] = {"commissionAccept": {"commission": changed, "errors": []}}

    outcome = goals("accept", "C-12", "--confidence", "60")

    assert server.inputs("AcceptCommission")["expectedRevision"] == 4
    assert "Now agreed. Both sides are to move: sign the change." in outcome.out
