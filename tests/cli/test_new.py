"""`goals new` and `goals revise`: answers from options, files, stdin and a person."""

import pytest

MARKDOWN = """\
---
kunde: Sales
lieferant: IT
termin: 31.3.2099
---
# Pilot training

## Ziel
Train 20 pilot users.

## Nutzen – wozu?
The pilot can start.

## Erfolgskriterien
- Users trained: >= 20
- Manual approved
  by Sales
"""

YAML = """\
title: Pilot training
goal: Train 20 pilot users.
benefit: The pilot can start.
customer: Sales
supplier: IT
criteria:
  - "Users trained: >= 20"
  - Manual approved by Sales
deadline: 2099-03-31
"""

EXPECTED = {
    "initiator": "CUSTOMER",
    "title": "Pilot training",
    "customerTeamId": "T1",
    "supplierTeamId": "T2",
    "content": {
        "goal": "Train 20 pilot users.",
        "benefit": "The pilot can start.",
        "deadline": "2099-03-31",
        "criteria": [
            {
                "text": "Users trained: >= 20",
                "kind": "METRIC",
                "direction": "AT_LEAST",
                "target": "20",
            },
            {"text": "Manual approved by Sales", "kind": "BINARY"},
        ],
    },
}


@pytest.fixture
def ready(server, make):
    teams = make.connection({"id": "T1", "name": "Sales"}, {"id": "T2", "name": "IT"})
    people = make.connection(make.person("Anna"), make.person("Ben", 2))
    server.answers |= {
        "Viewer": {"viewer": make.viewer},
        "FindTeams": {"teams": teams},
        "FindPeople": {"people": people},
        "DraftCommission": {
            "commissionDraft": {
                "commission": make.commission(state="DRAFT", allowedActions=["PROPOSE"]),
                "errors": [],
            }
        },
    }


@pytest.mark.parametrize(("name", "text"), [("note.md", MARKDOWN), ("note.yaml", YAML)])
def test_a_file_holds_the_five_answers(goals, server, ready, tmp_path, name, text):
    file = tmp_path / name
    file.write_text(text, encoding="utf-8")

    outcome = goals("new", "-F", str(file))

    assert outcome.code == 0
    assert server.inputs("DraftCommission") == EXPECTED
    assert "  → goals propose C-12" in outcome.out


@pytest.mark.parametrize("text", [MARKDOWN, YAML])
def test_the_same_may_come_from_stdin(goals, server, ready, text):
    outcome = goals("new", stdin=text)

    assert outcome.code == 0
    assert server.inputs("DraftCommission") == EXPECTED


def test_options_are_laid_over_the_file_and_the_own_team_needs_no_name(goals, server, ready):
    outcome = goals(
        "new", "--goal", "Cut the response time in support. It is too long.", "--supplier", "it",
        "--supplier-contact", "ben@example.org", "--criterion", "Response time: 8 -> 4 hours",
        "--deadline", "31.3.2099", "--tag", "support", "--commitment", "stretch",
        "--check-in-days", "14",
    )  # fmt: skip

    sent = server.inputs("DraftCommission")
    assert outcome.code == 0
    assert sent["title"] == "Cut the response time in support"
    assert (
        sent["customerTeamId"],
        sent["supplierTeamId"],
        sent["supplierId"],
    ) == ("T1", "T2", "P2")
    assert (sent["commitment"], sent["tags"]) == ("STRETCH", ["support"])
    assert sent["content"]["checkInCadenceDays"] == 14
    (measure,) = sent["content"]["criteria"]
    assert tuple(measure[name] for name in ("direction", "baseline", "target", "unit")) == (
        "DECREASE",
        "8",
        "4",
        "hours",
    )


def test_an_offer_is_drafted_by_the_supplier(goals, server, ready):
    goals("new", "--goal", "Offer training.", "--customer", "IT", "--supplier", "Sales")

    assert server.inputs("DraftCommission")["initiator"] == "SUPPLIER"


GOAL = "Cut the response time in support from 8 to 4 hours."
TYPED = [
    "Improve things", GOAL, "The pilot can start.", "Marketing", "Sales", "IT",
    "Users trained: >= 20", "Manual approved by Sales", "", "never", "31.3.2099",
]  # fmt: skip
ASKED = {**EXPECTED, "content": {**EXPECTED["content"], "goal": GOAL}}


def test_a_person_is_asked_the_questions_and_advised_at_once(goals, server, ready, terminal):
    terminal(*TYPED)

    outcome = goals("new", "--title", "Pilot training")

    assert server.inputs("DraftCommission") == ASKED
    assert "There is no team 'Marketing'. There are: Sales, IT" in outcome.err
    assert "That is no date: 2027-03-31" in outcome.err
    advice = outcome.err.partition("What is to be reached?")[2].partition("What for?")[0]
    assert "→" in advice


def test_what_a_person_typed_is_kept_when_it_is_refused(goals, server, ready, terminal):
    error = {"__typename": "LimitError", "code": "NO", "message": "No.", "path": [], "limit": 1}
    drafted = server.answers["DraftCommission"]
    server.answers["DraftCommission"] = {"commissionDraft": {"errors": [error]}}
    terminal(*TYPED)
    refused = goals("new", "--title", "Pilot training")
    kept = refused.err.partition("Your answers are kept: goals new -F ")[2].split("\n")[0]

    server.answers["DraftCommission"] = drafted
    server.seen.clear()
    terminal()
    outcome = goals("new", "-F", kept)

    assert (refused.code, outcome.code) == (1, 0)
    assert server.inputs("DraftCommission") == ASKED


def test_without_a_goal_nothing_is_sent(goals, server, ready):
    outcome = goals("new", "--supplier", "IT")

    assert (outcome.code, outcome.err) == (2, "Error: The goal is missing.\n  → goals new --help\n")
    assert [one.operation for one in server.seen] == ["Viewer"]


@pytest.mark.parametrize(
    ("typed", "day"),
    [("Ende Q3 2031", "2031-09-30"), ("by end of Q3 2031", "2031-09-30"), ("1.2.31", "2031-02-01")],
)
def test_a_deadline_in_words_is_understood(goals, server, ready, typed, day):
    goals("new", "--goal", "Train.", "--supplier", "IT", "--deadline", typed)

    assert day == server.inputs("DraftCommission")["content"]["deadline"]


@pytest.mark.parametrize("typed", ["31.02.2031", "2031-13-01", "soon", "Q3 2031 or later", "\0"])
def test_a_deadline_that_is_no_date_is_refused(goals, server, ready, typed):
    outcome = goals("new", "--goal", "Train.", "--supplier", "IT", "--deadline", typed)

    assert outcome.code == 2
    assert "is unclear.\n  → Form: 2027-03-31" in outcome.err


def test_a_new_revision_changes_only_what_is_given(goals, server, make):
    current = make.revision(
        background="Last year it failed.",
        duties=[
            {
                "id": "D1",
                "lineageId": "00000000-0000-0000-0000-000000000009",
                "side": "CUSTOMER",
                "text": "x",
            }
        ],
    )
    found = make.commission(currentRevision=current)
    server.answers["ReadContent"] = {"commission": found}
    server.answers["ReviseCommission"] = {"commissionRevise": {"commission": found, "errors": []}}

    outcome = goals("revise", "C-12", "--goal", "Train 30.", "--criterion", "Manual approved")

    sent = server.inputs("ReviseCommission")
    assert outcome.code == 0
    assert sent["expectedRevision"] == 3
    content = sent["content"]
    assert (content["goal"], content["background"]) == ("Train 30.", "Last year it failed.")
    assert [one["text"] for one in content["criteria"]] == ["Manual approved"]
    assert current["criteria"][1]["lineageId"] == content["criteria"][0]["lineageId"]
    assert content["criteria"][0]["priority"] == "SHOULD"
    assert [{"lineageId": current["duties"][0]["lineageId"], "side": "CUSTOMER", "text": "x"}] == (
        content["duties"]
    )


def test_a_change_after_agreement_names_its_cause(goals, server, make):
    found = make.commission(state="AGREED")
    server.answers["ReadContent"] = {"commission": found}
    server.answers["AmendCommission"] = {"commissionAmend": {"commission": found, "errors": []}}

    goals("amend", "C-12", "--cause", "Late", "--deadline", "15.4.2099")

    sent = server.inputs("AmendCommission")
    assert (sent["cause"], sent["content"]["deadline"]) == ("Late", "2099-04-15")


def test_a_revision_that_changes_nothing_is_refused(goals, server):
    outcome = goals("revise", "C-12", language="de")

    assert outcome.code == 2
    assert 'Fehler: Was soll sich ändern?\n  → goals revise C-12 --goal "…"' in outcome.err
    assert server.seen == []
