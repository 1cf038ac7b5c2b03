"""`goals list`, `inbox`, `rate` and `factors`: what a person reads, in both languages."""

import pytest

LIST_EN = """\
Key   State            Deadline     Customer ← supplier  Title
C-12  agreed, overdue  31 Mar 2026  Sales ← IT           Pilot training
C-13  partly achieved               Sales ← IT           Portal
2 of 2 commissions.
"""


@pytest.fixture
def two(server, make):
    late = make.commission(state="AGREED", health="OVERDUE", deadline="2026-03-31", overdue=True)
    done = make.commission(
        key="C-13", title="Portal", state="CLOSED", outcome="PARTLY_ACHIEVED", deadline=None
    )
    server.answers["ListCommissions"] = {"commissions": make.connection(late, done)}
    server.answers["FindTeams"] = {
        "teams": make.connection({"id": "T1", "name": "Sales"}, {"id": "T2", "name": "Sales East"})
    }


def test_the_list_is_a_table(goals, two):
    outcome = goals("list")

    assert outcome.out == LIST_EN


def test_the_list_is_filtered_on_the_server(goals, server, two):
    goals("list", "--mine", "--state", "agreed", "--team", "sales", "--overdue", "--search", "por")

    (sent,) = [one.variables for one in server.seen if one.operation == "ListCommissions"]
    same = {"id": {"eq": "T1"}}
    assert {
        "and": [
            {"mine": {"eq": True}},
            {"or": [{"customerTeam": same}, {"supplierTeam": same}]},
            {"state": {"in": ["AGREED"]}},
            {"overdue": {"eq": True}},
            {"title": {"contains": "por"}},
        ]
    } == sent["filter"]


@pytest.mark.parametrize(
    ("typed", "states", "direction"),
    [([], 5, "ASC"), (["--all"], None, "DESC"), (["--state", "closed"], 1, "ASC")],
)
def test_ended_ones_are_listed_when_asked_for(goals, server, two, typed, states, direction):
    goals("list", *typed)

    sent = server.seen[-1].variables
    asked = sent["filter"]["and"][0]["state"]["in"] if sent["filter"] else None
    assert (asked and len(asked)) == states
    assert sent["orderBy"] == [{"field": "DEADLINE", "direction": direction}]


def test_an_empty_list_says_how_to_begin(goals, server, make):
    server.answers["ListCommissions"] = {"commissions": make.connection()}

    assert goals("list", language="de").out == "Keine Aufträge gefunden.\n  → goals new\n"


def test_a_longer_list_says_how_to_go_on(goals, server, make):
    page = make.connection(make.commission())
    page["pageInfo"] = {"hasNextPage": True, "endCursor": "abc"}
    server.answers["ListCommissions"] = {"commissions": page}

    assert "  → go on with --after abc\n" in goals("list", "--limit", "1").out


def test_an_unknown_team_names_those_there_are(goals, two):
    outcome = goals("list", "--team", "Marketing")

    assert outcome.code == 2
    assert "There is no team 'Marketing'. There are: Sales, Sales East" in outcome.err


def test_the_inbox_says_what_to_type(goals, server, make):
    item = {
        "kind": "SIGN",
        "act": "ACCEPT",
        "since": "2026-11-05T10:30:00Z",
        "due": "2026-11-30",
        "commission": make.commission(),
    }
    server.answers["Inbox"] = {"inbox": [item]}

    assert goals("inbox").out == (
        "C-12: sign by 30 Nov 2026, since 5 Nov 2026\n"
        "  Pilot training\n"
        "  → goals accept C-12 --confidence 80\n"
    )
    assert goals("inbox", language="de").out.startswith("C-12: unterschreiben bis 30.11.2026, seit")


def test_an_empty_inbox_says_so(goals, server):
    server.answers["Inbox"] = {"inbox": []}

    assert goals("inbox").out == "Nobody waits for you.\n"
    assert goals("inbox", "--json").json == []


def test_a_rate_is_never_a_bare_number(goals, rate):
    outcome = goals("rate", "--period", "2026-Q3", "--by", "supplier")

    assert "Goals achieved 1 Jul 2026 to 30 Sep 2026 (committed)\n" in outcome.out
    assert "17/20 85 % [64–95]  █" in outcome.out
    text = " ".join(outcome.out.split())
    assert "25 were due, 21 are evaluated, 17 achieved their goal, 11 of these on time." in text
    assert "Provisional: depending on those still open it will be 71 to 88 %." in text
    assert "Counted strictly (cancelled and overdue as not achieved): 68 %." in text
    assert "Not in the denominator: 4 still open, 1 not assessable." in text
    assert "Never reviewed by the customer: 2." in text
    assert "Sales     2/3 –" in outcome.out


def test_the_bar_shows_the_rate_and_its_interval(goals, rate):
    (line,) = [one for one in goals("rate").out.split("\n") if "17/20" in one]

    assert line.split("]  ")[1] == "█" * 9 + "▓" * 3 + "░" + "·"


def test_too_few_give_no_rate_but_the_counts(goals, make, rate):
    rate["total"] = make.estimate(
        due=4, settled=3, achieved=2, n=3, rate=None, strictRate=None, low=None, high=None
    )

    outcome = goals("rate", language="de")

    assert "2/3 –" in outcome.out
    assert "zu wenige für eine Quote" in " ".join(outcome.out.split())
    assert "█" not in outcome.out


def test_the_period_and_the_filters_are_sent(goals, server, rate, make):
    server.answers["FindTeams"] = {"teams": make.connection({"id": "T1", "name": "Sales"})}

    goals(
        "rate",
        "--period",
        "2026-Q3",
        "--by",
        "month",
        "--where",
        "customer=Sales",
        "--where",
        "commitment=stretch",
    )

    sent = server.seen[-1].variables
    assert sent["period"] == {"text": "2026-Q3"}
    assert (sent["by"], sent["filter"]) == (
        "MONTH",
        {"customerTeam": "T1", "commitment": "STRETCH"},
    )


def test_the_factors_are_listed_by_level_in_the_language_in_use(goals, server, make):
    server.answers["ListFactors"] = {
        "factors": make.connection(
            {
                "id": "2",
                "key": "tools",
                "level": "STRUCTURE",
                "labelDe": "Werkzeug",
                "labelEn": "Tools",
            },
            {
                "id": "1",
                "key": "trust",
                "level": "CULTURE",
                "labelDe": "Vertrauen",
                "labelEn": "Trust",
            },
        )
    }

    assert goals("factors", "--catalogue", language="de").out == (
        "Ebene     Schlüssel  Was\nKultur    trust      Vertrauen\nStruktur  tools      Werkzeug\n"
    )
