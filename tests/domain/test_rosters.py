"""Rosters: a list as spreadsheets save it is read, or refused with all its faults; nothing else."""

import csv
import io

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from goals.domain.enums import Language, Role
from goals.domain.rosters import BadEncoding, Line, RosterRefused, decoded, read
from goals.domain.rosters.faults import MOST_FAULTS
from goals.domain.rosters.reading import MOST_LINES

HEADING = "team,parent team,name,email,role,language,lead"


def checked(text):
    read(text).faults.check()


def faults(*lines, heading=HEADING):
    with pytest.raises(RosterRefused) as refusal:
        checked("\n".join((heading, *lines)))
    return [(fault.line, fault.column, fault.issue.code) for fault in refusal.value.faults]


def refused(kind, call, given):
    """The refusal of this kind, or None; nothing else may be raised."""
    try:
        call(given)
    except kind as refusal:
        return refusal
    return None


@pytest.mark.parametrize(
    "text",
    [
        "team,parent team,name,email,role,language,lead\nNorth,Sales,Bo,B@x.org,ADMIN,de,yes",
        (
            "\ufeffTeam;Oberteam;Name;E-Mail;Rolle;Sprache;Leitung\r\n"
            "North;Sales;Bo;b@x.org;Verwaltung;Deutsch;ja;;\r\n;;;;;;;;\r\n"
        ),
        (
            'E-MAIL;"Name";Team;übergeordnetes Team;lead;role;language;;\r'
            "b@x.org;Bo; North ;Sales;x;admin;German;;\r"
        ),
    ],
    ids=["english", "excel", "shuffled"],
)
def test_german_and_english_lists_are_read_with_either_delimiter(text):
    expected = Line(2, "North", "Sales", "Bo", "b@x.org", Role.ADMIN, Language.DE, lead=True)

    assert (expected,) == read(text).lines


def test_what_a_cell_leaves_empty_is_not_said():
    assert read("team,name,email\nSales,,\n,Bo,b@x.org\n").lines == (
        Line(2, team="Sales"),
        Line(3, name="Bo", email="b@x.org"),
    )


def test_a_quoted_line_end_does_not_shift_the_numbers_of_lines():
    found = faults('Sales,,"Bo\nBo",b@x.org,,,', ",,,nobody,,,", '"a""b",,,,,,')

    assert found == [
        (2, "name", "BAD_CHARACTER"),
        (4, "email", "NOT_AN_EMAIL"),
    ]


def test_all_faults_come_at_once_each_with_line_and_column():
    found = faults(
        "Sales,,=1+1,b@x.org,boss,fr,perhaps",
        f"{'x' * 201},,A\x07,nobody,,,",
        ",Sales,,,,,",
        ",,,c@x.org,,,",
        ",,C,,,,",
        "A,,D,d@x.org,,,,too much",
        ",,B,b@X.org,,,",
        "North,Sales,,,,,",
        "North,IT,,,,,",
    )

    assert found == [
        (2, "name", "FORMULA"),
        (2, "role", "NOT_A_CHOICE"),
        (2, "language", "NOT_A_CHOICE"),
        (2, "lead", "NOT_A_CHOICE"),
        (3, "team", "TOO_LONG"),
        (3, "name", "BAD_CHARACTER"),
        (3, "email", "NOT_AN_EMAIL"),
        (4, "team", "REQUIRED"),
        (5, "name", "REQUIRED"),
        (6, "email", "REQUIRED"),
        (7, None, "TOO_MANY_CELLS"),
        (8, "email", "SAME_AS_LINE"),
        (10, "parent team", "OTHER_THAN_LINE"),
    ]


@pytest.mark.parametrize("cell", ["=1", "+1", "-1", "@SUM", "\tx", " =1", '"\rx"'])
def test_a_cell_that_a_spreadsheet_would_run_is_refused(cell):
    assert faults(f"{cell},,,,,,") == [(2, "team", "FORMULA")]


@pytest.mark.parametrize(
    ("heading", "found"),
    [
        ("", [(1, None, "NO_COLUMNS")]),
        ("name;role", [(1, None, "NO_COLUMNS")]),
        ("team;salary", [(1, "salary", "UNKNOWN_COLUMN")]),
        ("team,Team", [(1, "Team", "DUPLICATE")]),
        ("team,\x07,email", [(1, "?", "UNKNOWN_COLUMN")]),
        ('"team', [(1, None, "MALFORMED_LINE")]),
    ],
)
def test_a_heading_that_says_too_little_or_too_much_is_refused(heading, found):
    assert faults(heading=heading) == found


def test_reading_stops_where_a_quotation_mark_breaks_the_file():
    found = faults(",,A,nobody,,,", '"a"b,,,,,,', ",,B,nobody either,,,")

    assert found == [(2, "email", "NOT_AN_EMAIL"), (3, None, "MALFORMED_LINE")]


def test_the_list_of_faults_and_the_list_itself_have_an_end():
    found = faults(*[",,A,nobody,,,"] * (MOST_FAULTS + 5))
    long = faults(*[f"T{number},,,,,," for number in range(MOST_LINES + 5)])

    assert len(found) == MOST_FAULTS + 1
    assert found[-1][2] == "AND_MORE"
    assert long == [(MOST_LINES + 2, None, "TOO_MANY_LINES")]


@pytest.mark.parametrize(
    ("data", "encoding", "line"),
    [
        ("Team\nMüller\n".encode("cp1252"), "Windows-1252", 2),
        ("Team\nMüller\n".encode("utf-16"), "UTF-16", 1),
        ("Team\nMüller\n".encode("utf-16-le"), "UTF-16", 1),
        (b"PK\x03\x04\x14\x00", "Excel (.xlsx)", 1),
    ],
)
def test_another_encoding_is_named_and_not_guessed(data, encoding, line):
    with pytest.raises(BadEncoding) as refusal:
        decoded(data)

    assert (refusal.value.encoding, refusal.value.line) == (encoding, line)
    assert "UTF-8" in str(refusal.value)


def test_utf_8_is_read_with_and_without_its_mark():
    assert decoded("Größe".encode()) == decoded("Größe".encode("utf-8-sig")) == "Größe"


@given(st.text() | st.text(alphabet='team,;"\r\n=@\x00\ud800 ', max_size=60))
@example("\x00")
@example('team,email\n"')
@example("team\n\ud800")
def test_any_text_is_a_list_or_refused(text):
    for whole in (text, f"{HEADING}\n{text}"):
        refusal = refused(RosterRefused, checked, whole)

        assert refusal is None or all(fault.line >= 1 for fault in refusal.faults)
        assert str(refusal)


@given(st.binary() | st.text().map(str.encode))
def test_any_file_is_text_or_refused(data):
    refusal = refused(BadEncoding, decoded, data)

    assert refusal is None or refusal.line >= 1


WORD = st.text(alphabet="abc äöü\"',;0", min_size=1, max_size=12).filter(
    lambda text: text.strip() == text and "  " not in text
)


@given(
    st.lists(st.tuples(WORD, WORD), max_size=8),
    st.sampled_from(",;"),
    st.sampled_from(["\r\n", "\n"]),
    st.booleans(),
)
def test_what_a_spreadsheet_writes_is_read_back(people, delimiter, end, quoted):
    written = io.StringIO()
    quoting = csv.QUOTE_ALL if quoted else csv.QUOTE_MINIMAL
    writer = csv.writer(written, delimiter=delimiter, lineterminator=end, quoting=quoting)
    writer.writerow(["Team", "Name", "E-Mail"])
    for number, (team, name) in enumerate(people):
        writer.writerow([team, name, f"p{number}@example.org"])

    found = read("\ufeff" + written.getvalue()).lines

    assert [(line.team, line.name) for line in found] == people
    assert [line.number for line in found] == list(range(2, len(people) + 2))
