"""Who is to move, and with what, as every act and card tells it."""

import pytest

# What is typed, the operation, the field of the mutation, the input the server gets.


ASKED = {
    "id": "Q",
    "field": "GOAL",
    "text": "Who?",
    "status": "OPEN",
    "askedSide": "CUSTOMER",
    "askedBy": {"id": "P1", "name": "Anna"},
    "askedAt": "2026-11-02T09:00:00Z",
}
PLAYED = {
    "id": "PB",
    "text": "x",
    "author": {"id": "P2", "name": "Ben"},
    "createdAt": "2026-11-03T09:00:00Z",
}
SIGNED = {"id": "S", "side": "SUPPLIER", "decision": "ACCEPT"}
TO_MOVE = [
    ("DRAFT", {}, "To move: customer (Anna, Sales): propose."),
    ("CLARIFYING", {"questions": [ASKED]}, "To move: supplier (Ben, IT): answer a question."),
    (
        "CLARIFYING",
        {"playbacks": [{**PLAYED, "status": "PENDING"}]},
        "To move: customer (Anna, Sales): confirm the playback.",
    ),
    (
        "CLARIFYING",
        {"playbacks": [{**PLAYED, "status": "CORRECTED"}]},
        "To move: supplier (Ben, IT): play back again.",
    ),
    ("CLARIFYING", {}, "Both sides are to move: sign."),
    ("CLARIFYING", {"signatures": [SIGNED]}, "To move: customer (Anna, Sales): sign."),
    ("AGREED", {}, "To move: supplier (Ben, IT): work and deliver."),
    ("DELIVERED", {}, "To move: customer (Anna, Sales): review the delivery."),
    ("EVALUATING", {}, "Both sides are to move: assess."),
    ("EVALUATING", {"assessments": [SIGNED]}, "To move: customer (Anna, Sales): assess."),
    ("CLOSED", {}, ""),
]


@pytest.mark.parametrize(("state", "facts", "told"), TO_MOVE)
def test_who_is_to_move_follows_from_what_is_open(state, facts, told, goals, server, make):
    connections = ("questions", "playbacks")
    found = make.commission(
        state=state,
        currentRevision=make.revision(signatures=facts.get("signatures", [])),
        assessments=facts.get("assessments", []),
        **{name: make.connection(*facts[name]) for name in connections if name in facts},
    )
    server.answers["FindCommission"] = {"commission": found}
    server.answers["CloseForEvaluation"] = {
        "commissionCloseForEvaluation": {"commission": found, "errors": []}
    }

    line = goals("evaluate", "C-12").out.split("\n")[1]

    assert line.partition(". ")[2] == told
