"""The commands about figures: every answer to what they ask can be told, in every form."""

import csv
import io
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from graphql import (
    FieldNode,
    GraphQLEnumType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    build_schema,
    parse,
)

from goals_cli.operations import DOCUMENTS

SCHEMA = Path(__file__).parents[2] / "graphql" / "schema.graphql"
VALUES = {
    "Int": 7,
    "Float": 0.5,
    "String": "A sentence.",
    "ID": "ID",
    "Date": "2026-07-01",
    "DateTime": "2026-07-01T10:00:00Z",
}
COMMANDS = {
    "factors": ("FactorEffects", "factorEffects"),
    "satisfaction": ("Satisfaction", "satisfaction"),
    "views": ("SelfOtherDifference", "selfOtherDifference"),
    "smart": ("SmartEffect", "smartEffect"),
    "calibration": ("Calibration", "calibration"),
    "similar C-12": ("ReferenceClass", "referenceClass"),
    "stages": ("StageTimes", "stageTimes"),
    "benefits": ("BenefitsRealised", "benefitsRealised"),
    "trend": ("RateTrend", "rateTrend"),
    "compare grade=smart 2026-Q1": ("CompareRates", "compareRates"),
    "network": ("Network", "network"),
    "actions": ("ActionEffects", "actionEffects"),
}


def some(type_: Any, asked: FieldNode, choice: int, *, whole: bool) -> Any:
    """What is asked of a type, null where not ``whole`` may be; ``choice`` picks among values."""
    if isinstance(type_, GraphQLNonNull):
        return some(type_.of_type, asked, choice, whole=whole)
    if isinstance(type_, GraphQLList):
        return [some(type_.of_type, asked, choice, whole=whole)]
    if isinstance(type_, GraphQLEnumType):
        return list(type_.values)[choice % len(type_.values)]
    if isinstance(type_, GraphQLObjectType):
        found = {}
        for each in asked.selection_set.selections:
            kind = type_.fields[each.name.value].type
            given = whole or isinstance(kind, GraphQLNonNull)
            found[each.name.value] = some(kind, each, choice, whole=whole) if given else None
        return found
    return choice % 2 == 0 if type_.name == "Boolean" else VALUES[type_.name]


def asked_by(operation: str) -> FieldNode:
    """The root field of an operation as the client sends it."""
    (definition,) = parse(DOCUMENTS[operation]).definitions
    return definition.selection_set.selections[0]


@pytest.fixture(scope="module")
def answer():
    contract = build_schema(SCHEMA.read_text(encoding="utf-8"))
    asked = {field: asked_by(operation) for operation, field in COMMANDS.values()}

    def answer(field: str, choice: int = 0, *, whole: bool = True) -> Any:
        return some(contract.query_type.fields[field].type, asked[field], choice, whole=whole)

    return answer


@pytest.fixture
def tell(goals, server, make, answer):
    server.answers["FindCommission"] = {"commission": make.commission()}

    def tell(command: str, *options: str, choice: int = 0, whole: bool = True, **more: Any) -> Any:
        operation, field = COMMANDS[command]
        server.answers[operation] = {field: answer(field, choice, whole=whole)}
        return goals(*command.split(), *options, **more)

    return tell


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("choice", range(17))
def test_every_value_of_the_contract_has_words(tell, command, choice):
    outcome = tell(command, choice=choice, language="de")

    assert outcome.code == 0, outcome.err
    assert "_" not in outcome.out
    assert "None" not in outcome.out


@pytest.mark.parametrize("command", COMMANDS)
def test_what_cannot_be_told_is_a_dash(tell, command):
    outcome = tell(command, choice=1, whole=False)

    assert outcome.code == 0, outcome.err
    assert "None" not in outcome.out


@pytest.mark.parametrize("command", COMMANDS)
def test_an_answer_goes_out_as_csv_and_as_a_spreadsheet(tell, command, tmp_path):
    rows = list(csv.reader(io.StringIO(tell(command, "--csv", choice=1).out)))
    tell(command, "--xlsx", str(tmp_path / "a.xlsx"), choice=1)

    assert len(rows[0]) == len(rows[1])
    *sheets, about = openpyxl.load_workbook(tmp_path / "a.xlsx").worksheets
    assert len(sheets[0][1]) == len(rows[0])
    told = [row[0].value for row in about.iter_rows()]
    assert {"Report", "As of", "Definition"} <= set(told)


@pytest.mark.parametrize("command", COMMANDS)
def test_json_is_the_answer_as_it_came(tell, command):
    assert "commitment" in tell(command, "--json").json


def test_an_empty_answer_shows_no_table_of_zeros(goals, server, answer):
    found = answer("smartEffect") | {"note": "EMPTY", "wholeMonths": False}
    server.answers["SmartEffect"] = {"smartEffect": found}

    assert goals("smart").out.splitlines()[1:] == ["  A sentence."]


def test_a_signal_is_marked_and_its_meaning_explained(goals, server, answer):
    found = answer("factorEffects", 1) | {"note": "ESTIMATED"}
    found["effects"][0] |= {"note": "HIGHER", "label": "Trust", "polarity": "HELPED"}
    found["effects"][0]["difference"] |= {"value": 0.33, "low": 0.13, "high": 0.46}
    server.answers["FactorEffects"] = {"factorEffects": found}

    outcome = goals("factors", "--named", "before", "--where", "commitment=stretch")

    (line,) = [one for one in outcome.out.splitlines() if one.startswith("Trust")]
    assert line.split("+33 ")[1].split() == ["[+13,", "+46]", "▲"]
    assert "No cause, only an association." in " ".join(outcome.out.split())
    sent = server.seen[-1].variables
    assert (sent["naming"], sent["filter"]) == ("BEFORE", {"commitment": "STRETCH"})


def test_what_was_named_in_cancelled_ones_alone_is_no_line_of_noughts(goals, server, answer):
    found = answer("factorEffects", 1) | {"note": "ESTIMATED"}
    (named,) = found["effects"]
    alone = named | {"label": "Time", "polarity": "HINDERED", "inCancelled": 2}
    found["effects"] = [named, alone | {"named": named["named"] | {"count": 0}}]
    server.answers["FactorEffects"] = {"factorEffects": found}

    outcome = goals("factors")

    assert not [one for one in outcome.out.splitlines() if one.startswith("Time")]
    assert "Named in cancelled ones alone: Time (hindered) 2." in " ".join(outcome.out.split())


def test_pairs_too_small_to_be_shown_are_counted_and_not_listed(goals, server, answer):
    found = answer("network") | {"due": 40, "withheld": 40}
    found["pairs"] = [found["pairs"][0] | {"suppressed": True}]
    server.answers["Network"] = {"network": found}

    told = " ".join(goals("network").out.split())

    assert "40 were due. 40 of them between pairs too small to be shown." in told
    assert "Supplier" not in told


def test_figures_are_narrowed_by_team_and_grade(goals, server, make, answer):
    server.answers["FindTeams"] = {"teams": make.connection({"id": "T2", "name": "IT"})}
    server.answers["Satisfaction"] = {"satisfaction": answer("satisfaction")}

    outcome = goals("satisfaction", "--where", "team=IT", "--where", "grade=not smart")
    wrong = goals("satisfaction", "--where", "grade=good")

    assert outcome.code == 0, outcome.err
    assert server.seen[-1].variables["filter"] == {"team": "T2", "smartGrade": "NOT_SMART"}
    assert (wrong.code, "good" in wrong.err) == (2, True)


def test_a_draft_in_a_file_is_compared(goals, server, make, answer, tmp_path):
    note = tmp_path / "note.md"
    note.write_text(
        "---\nlieferant: IT\nkunde: Sales\ntermin: 2099-03-31\ntags: [portal]\n---\n# Portal\n"
    )
    teams = ({"id": "T1", "name": "Sales"}, {"id": "T2", "name": "IT"})
    server.answers["FindTeams"] = {"teams": make.connection(*teams)}
    server.answers["ReferenceClass"] = {"referenceClass": answer("referenceClass")}

    outcome = goals("similar", str(note))

    assert outcome.code == 0, outcome.err
    assert server.seen[-1].variables["of"] == {
        "draft": {
            "supplierTeam": "T2",
            "customerTeam": "T1",
            "tags": ["portal"],
            "deadline": "2099-03-31",
        }
    }
    assert "Deadline in 7 days" in outcome.out


@pytest.mark.parametrize(
    ("text", "words"), [("# Portal\n", "names no supplier"), ("x: [", "is no valid YAML")]
)
def test_a_draft_that_cannot_be_compared_says_why(goals, tmp_path, text, words):
    note = tmp_path / "note.yaml" if "[" in text else tmp_path / "note.md"
    note.write_text(text)

    outcome = goals("similar", str(note))

    assert outcome.code == 2
    assert words in outcome.err


def test_what_is_neither_a_file_nor_a_commission_is_named(goals):
    assert "'nothing.md' is no file and no commission." in goals("similar", "nothing.md").err


def test_what_is_overdue_is_listed_with_its_last_word(goals, server, make):
    last = {"id": "CI", "createdAt": "2026-03-02T10:00:00Z", "health": "AT_RISK"}
    late = make.commission(
        deadline="2020-03-31", firstAgreedDeadline="2020-03-01", checkIns=make.connection(last)
    )
    server.answers["OverdueCommissions"] = {"commissions": make.connection(late)}

    outcome = goals("overdue")

    assert server.seen[-1].variables["filter"] == {"overdue": {"eq": True}}
    heading, row = outcome.out.splitlines()[-2:]
    assert heading.split("  ")[0] == "Key"
    assert "31 Mar 2020" in row
    assert "1 Mar 2020" in row
    assert "at risk" in row


def test_nothing_is_overdue(goals, server, make):
    server.answers["OverdueCommissions"] = {"commissions": make.connection()}

    assert goals("overdue", "--stale", language="de").out == "Ohne Meldung\n  Nichts. Gut so.\n"
    assert server.seen[-1].variables["filter"] == {"stale": {"eq": True}}
