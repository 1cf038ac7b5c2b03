"""`goals show`: the whole card, as a person reads it."""

import pytest


@pytest.fixture
def full(server, make):
    ben, anna = make.person("Ben", 2), make.person("Anna")
    signed = {
        "id": "S1",
        "side": "CUSTOMER",
        "person": anna,
        "decision": "ACCEPT",
        "confidence": 80,
        "note": "Clear.",
        "signedAt": "2026-11-05T10:30:00Z",
    }
    finding = {
        "rule": "M204",
        "dimension": "MEASURABLE",
        "severity": "WARNING",
        "field": "goal",
        "message": "Says that, not how much.",
        "fix": "Name a number.",
    }
    report = {
        "id": "SR",
        "grade": "ALMOST",
        "score": 80,
        "coverage": 70,
        "specific": "PASS",
        "measurable": "WARN",
        "accepted": "UNKNOWN",
        "realistic": "UNKNOWN",
        "timeBound": "PASS",
        "findings": [finding],
    }
    measured = {"id": "M", "value": "12", "observedAt": "2026-11-09T00:00:00Z"}
    users = make.criterion(
        1, "Users trained: >= 20", unit="users", attainment="0.6", latestMeasurement=measured
    )
    current = make.revision(
        criteria=[users, make.criterion(2, "Manual approved", priority="SHOULD")],
        duties=[
            {
                "id": "D",
                "position": 1,
                "side": "CUSTOMER",
                "text": "Name users",
                "due": "2026-12-01",
            }
        ],
        signatures=[signed],
        smartReport=report,
    )
    question = {
        "id": "Q1",
        "field": "SUCCESS_CRITERIA",
        "text": "Which users?",
        "status": "ANSWERED",
        "askedSide": "SUPPLIER",
        "askedBy": ben,
        "askedAt": "2026-11-02T09:00:00Z",
        "answer": "Those in Sales.",
        "answeredBy": anna,
    }
    check = {
        "id": "CI",
        "health": "AT_RISK",
        "confidence": 50,
        "note": "Two people ill.",
        "createdAt": "2026-11-10T09:00:00Z",
        "author": ben,
    }
    found = make.commission(
        state="AGREED",
        health="AT_RISK",
        tags=["pilot"],
        firstAgreedDeadline="2099-02-28",
        currentRevision=current,
        questions=make.connection(question),
        checkIns=make.connection(check),
        allowedActions=["ACKNOWLEDGE", "AMEND", "CANCEL"],
    )
    server.answers["ShowCommission"] = {"commission": found}
    return found


def test_the_card_answers_the_five_questions_and_says_what_can_be_done(goals, full):
    outcome = goals("show", "12")

    assert outcome.code == 0
    lines = [line for line in outcome.out.split("\n") if "in " not in line or "days" not in line]
    assert "\n".join(lines) == CARD_EN


CARD_EN = """\
C-12  Pilot training
  agreed · committed · at risk · revision 3
  To move: supplier (Ben, IT): work and deliver.
  #pilot

Goal         Train 20 pilot users.
Benefit      The pilot can start.
Customer     Anna, Sales
Supplier     Ben, IT
Success criteria
  1. Users trained: >= 20  (last 12 users on 9 Nov 2026; 60 % attained)
  2. Manual approved  (should)
Duties
  1. Name users (customer, 1 Dec 2026)
SMART: almost SMART (specific: yes, measurable: weak, accepted: unknown,
       realistic: unknown, time-bound: yes)
  M204 Says that, not how much. → Name a number.
Signatures
  customer: Anna signed 5 Nov 2026 10:30, confidence 80 % – Clear.
Questions
  1. Which users? (Ben, criteria, answered)
     → Those in Sales.
Check-ins
  10 Nov 2026 at risk, 50 % (unread) Two people ill.

What you can do now:
  goals ack C-12
  goals amend C-12 --cause "…" --deadline 2027-06-30
  goals cancel C-12 --reason "…" --factor hindered:…
"""


def test_the_card_speaks_german(goals, full):
    outcome = goals("show", "C-12", language="de")

    for text in (
        "  vereinbart · verbindlich · gefährdet · Fassung 3",
        "  Am Zug: Lieferant (Ben, IT): arbeiten und liefern.",
        "Ziel           Train 20 pilot users.",
        "Termin         31.03.2099 (in ",
        ", zuerst vereinbart: 28.02.2099",
        "  1. Users trained: >= 20  (zuletzt 12 users am 09.11.2026; 60 % erreicht)",
        "SMART: fast SMART (konkret: ja, messbar: schwach, akzeptiert: unbekannt,",
        "  Kunde: Anna unterschrieben 05.11.2026 10:30, Zuversicht 80 % – Clear.",
        "Das können Sie jetzt tun:",
        '  goals cancel C-12 --reason "…" --factor hinderlich:…',
    ):
        assert text in outcome.out


def test_no_line_is_wider_than_eighty_columns(goals, full, make, server):
    long = "A long sentence about many things that somebody wants from somebody else. " * 6
    full["currentRevision"]["goal"] = long

    outcome = goals("show", "C-12")

    assert max(len(line) for line in outcome.out.split("\n")) <= 80


def test_a_text_of_somebody_else_cannot_steer_the_terminal(goals, full):
    full["title"] = "Harmless\x1b[2J\x1b]0;owned\x07\u202etxet"

    outcome = goals("show", "C-12")

    assert "\x1b" not in outcome.out
    assert "\u202e" not in outcome.out
    assert "Harmless" in outcome.out


def test_json_is_the_commission_as_it_came(goals, full):
    outcome = goals("show", "C-12", "--json")

    assert outcome.json["key"] == "C-12"
    assert outcome.json["currentRevision"]["signatures"][0]["confidence"] == 80


def test_the_pending_change_and_the_result_are_on_the_card(goals, full, make):
    full["pendingRevision"] = make.revision(4, cause="Two weeks late", deadline="2099-04-15")
    full["evaluation"] = {
        "outcome": "ACHIEVED",
        "id": "EV",
        "timelinessFirstAgreed": "LATE",
        "timelinessCurrent": "ON_TIME",
        "attainment": "1.05",
    }
    mark = {"aspect": "OVERALL", "expected": 5, "perceived": 6, "gap": 1}
    full["assessments"] = [
        {
            "id": "A",
            "side": "CUSTOMER",
            "person": make.person("Anna"),
            "sealed": True,
            "satisfaction": [mark],
            "submittedAt": "2026-11-10T09:00:00Z",
        }
    ]
    factor = {"id": "F", "key": "clarity", "labelDe": "Klarheit", "labelEn": "Clarity"}
    seen = {"id": "O", "side": "SUPPLIER", "strength": 2, "locus": "OWN", "factor": factor}
    full["factorObservations"] = make.connection({**seen, "polarity": "HINDERED"})

    outcome = goals("show", "C-12")

    assert "Change on the table: revision 4\n  Cause: Two weeks late" in outcome.out
    assert "Result: achieved (105 %), late" in outcome.out
    text = " ".join(outcome.out.split())
    assert (
        "Assessment, customer: Anna (sealed until both are in); satisfaction of 7 (expected): "
        "overall 6 (5) Factors: hindered: Clarity (supplier --)"
    ) in text
