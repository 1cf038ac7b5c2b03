"""The editor server: diagnostics and quick fixes, and that the process answers."""

import json
import subprocess
import sys

import pytest
from lsprotocol import types
from pygls.workspace import PositionCodec

from goals.smart import DEFAULT
from goals_cli.editor import diagnostics, quick_fixes
from goals_cli.language import choose

CODEC = PositionCodec(types.PositionEncodingKind.Utf16)


@pytest.fixture(autouse=True)
def english():
    choose("en")


def applied(source, change):
    lines = source.splitlines(keepends=True)
    start, end = change.range.start, change.range.end
    assert start.line == end.line
    line = lines[start.line].encode("utf-16-le")
    lines[start.line] = (
        line[: start.character * 2].decode("utf-16-le")
        + change.new_text
        + line[end.character * 2 :].decode("utf-16-le")
    )
    return "".join(lines)


def fixes(source, uri, code):
    whole = types.Range(types.Position(0, 0), types.Position(99, 0))
    found = quick_fixes(source, uri, DEFAULT, CODEC, whole, [])
    return [action for action in found if action.title.startswith(code)]


def test_findings_stand_on_their_words_counted_in_the_editors_units():
    source = "# 👍\n\n- 👍 Beschwerden zeitnah klären\n"

    found = {one.code: one for one in diagnostics(source, "file:///a.md", DEFAULT, CODEC)}

    assert types.Position(2, 17) == found["T502"].range.start
    assert types.Position(2, 24) == found["T502"].range.end
    assert types.DiagnosticSeverity.Error is found["T502"].severity
    assert "by {date}" in found["T502"].message


def test_a_broken_document_is_a_finding_itself():
    (found,) = diagnostics("goal: [", "file:///a.yaml", DEFAULT, CODEC)

    assert found.code == "NOT_YAML"


@pytest.mark.parametrize(
    ("source", "uri", "code", "expected"),
    [
        ("Settle complaints asap.\n", "a.md", "T502", "Settle complaints by {date}.\n"),
        ("New website.\n", "a.md", "T501", "New website by {date}.\n"),
        ('goal: "New website"\n', "a.yaml", "T501", 'goal: "New website by {date}"\n'),
        ("goal: Run 5 km every Monday\n", "a.yaml", "T511", None),
    ],
)
def test_a_quick_fix_puts_the_fix_into_the_text(source, uri, code, expected):
    (action,) = fixes(source, f"file:///{uri}", code)

    (change,) = action.edit.changes[f"file:///{uri}"]
    mended = applied(source, change)
    assert mended == (expected or "goal: Run 5 km every Monday until {date}\n")


def test_a_date_is_replaced_without_its_preposition():
    source = "Clear the hall by 25 December 2027\n"

    (action,) = fixes(source, "file:///a.txt", "T506")

    (change,) = action.edit.changes["file:///a.txt"]
    assert applied(source, change) == "Clear the hall by 2027-12-23\n"


def test_the_server_answers_on_stdin_and_stdout():
    def message(**content):
        body = json.dumps({"jsonrpc": "2.0", **content}).encode()
        return b"Content-Length: %d\r\n\r\n%s" % (len(body), body)

    document = {"uri": "file:///a.md", "languageId": "markdown", "version": 1}
    sent = [
        message(id=1, method="initialize", params={"capabilities": {}, "processId": None}),
        message(method="initialized", params={}),
        message(
            method="textDocument/didOpen",
            params={"textDocument": {**document, "text": "Support verbessern"}},
        ),
        message(id=2, method="shutdown"),
        message(method="exit"),
    ]

    done = subprocess.run(
        [sys.executable, "-m", "goals_cli", "lsp"],
        input=b"".join(sent),
        capture_output=True,
        timeout=60,
        check=False,
    )

    assert b'"codeActionProvider"' in done.stdout
    assert b"textDocument/publishDiagnostics" in done.stdout
    assert b'"T501"' in done.stdout


def test_without_the_extra_it_says_what_to_install(goals, monkeypatch):
    monkeypatch.setattr("goals_cli.commands.lsp.NEEDED", ("no_such_package",))

    outcome = goals("lsp")

    assert outcome.code == 2
    assert "→ pip install 'goals[lsp]'" in outcome.err
