"""Reports: the same figures as CSV, for a German Excel, and as a sheet that explains itself."""

import csv
import io

import openpyxl
import pytest

from goals_cli.csv_files import text_of
from goals_cli.language import Words, choose
from goals_cli.reports import Column, Grid, Rate, Report, cell, short

REPORT = Report(
    title="Goals achieved",
    asked=[("Period", "2026-Q3")],
    grids=[
        Grid(
            (
                Column("team", Words("Team", "Team")),
                Column("rate", Words("Quote", "Rate"), "rate"),
                Column("gap", Words("Lücke", "Gap"), "number"),
            ),
            [
                ("Sales", Rate(17, 20, 0.85, 0.64, 0.9476), -0.5),
                ('=HYPERLINK("x")', Rate(2, 3), None),
            ],
        )
    ],
    meaning=["17 of 20 achieved their goal."],
    definitions=["Due: agreed for a day inside the period."],
)


@pytest.fixture(autouse=True)
def english():
    choose("en")


def test_a_rate_is_five_columns_of_csv():
    rows = list(csv.reader(io.StringIO(text_of(REPORT, german=False))))

    assert rows == [
        ["team", "rate_achieved", "rate_n", "rate_rate", "rate_low", "rate_high", "gap"],
        ["Sales", "17", "20", "0.85", "0.64", "0.9476", "-0.5"],
        ['\'=HYPERLINK("x")', "2", "3", "", "", "", ""],
    ]


def test_a_german_excel_gets_semicolons_decimal_commas_and_its_mark():
    text = text_of(REPORT, german=True)

    assert text.startswith("\ufeffteam;rate_achieved;")
    assert "\r\nSales;17;20;0,85;0,64;0,9476;-0,5\r\n" in text


def test_a_spreadsheet_holds_numbers_and_says_what_they_are(goals, rate, tmp_path):
    file = tmp_path / "rates.xlsx"

    outcome = goals("rate", "--period", "2026-Q3", "--by", "supplier", "--xlsx", str(file))

    assert (outcome.code, outcome.out) == (0, "")
    book = openpyxl.load_workbook(file)
    total, groups, about = book.worksheets
    assert [cell.value for cell in total[2]] == [25, 21, 11, 13, 17, 20, 0.85, 0.6396, 0.9476]
    assert total["G2"].number_format == "0.0%"
    assert groups["A2"].value == "Sales"
    told = {row[0].value: row[1].value for row in about.iter_rows() if row[0].value}
    assert told["Period"] == "2026-Q3 (1 Jul 2026 – 30 Sep 2026)"
    assert told["Groups"] == "supplier"
    assert told["Definition"].startswith("Due: agreed")
    assert "As of" in told
    assert list(tmp_path.iterdir()) == [file]


def test_a_formula_is_a_text_in_a_spreadsheet(tmp_path):
    from goals_cli.spreadsheets import write

    write(REPORT, str(tmp_path / "a.xlsx"))

    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx").worksheets[0]
    assert (sheet["A3"].data_type, sheet["A3"].value) == ("s", '=HYPERLINK("x")')


def test_a_place_that_cannot_be_written_to_is_named(goals, rate, tmp_path):
    outcome = goals("rate", "--xlsx", str(tmp_path / "missing" / "rates.xlsx"))

    assert outcome.code == 2
    assert "rates.xlsx cannot be written" in outcome.err


def test_only_one_form_at_a_time(goals, rate):
    outcome = goals("rate", "--csv", "--csv-de", language="de")

    assert outcome.code == 2
    assert "Nur eines von" in outcome.err


def test_csv_goes_to_stdout(goals, rate):
    outcome = goals("rate", "--by", "supplier", "--csv")

    assert outcome.out.replace("\r\n", "\n") == (
        "due,settled,on_time,on_time_now,rate_achieved,rate_n,rate_rate,rate_low,rate_high\n"
        "25,21,11,13,17,20,0.85,0.6396,0.9476\n"
        "\n"
        "group,rate_achieved,rate_n,rate_rate,rate_low,rate_high\n"
        "Sales,2,3,,,\n"
    )


@pytest.mark.parametrize(
    ("where", "words"),
    [
        ("customer", "is not understood"),
        ("colour=red", "is not understood"),
        ("commitment=firm", "'firm' is unknown"),
    ],
)
def test_a_condition_that_cannot_be_read_says_what_can(goals, rate, where, words):
    outcome = goals("rate", "--where", where)

    assert outcome.code == 2
    assert words in outcome.err


def test_a_condition_stands_once(goals, rate):
    outcome = goals("rate", "--where", "tag=a", "--where", "schlagwort=b")

    assert outcome.code == 2
    assert "--where tag stands twice." in outcome.err


def test_cells_are_written_in_the_language_in_use():
    choose("de")

    assert [cell(0.5, "number"), cell(None, "share"), cell(0.256, "share")] == ["0,5", "–", "26 %"]
    assert short(Rate(None, 0)) == "unterdrückt"
