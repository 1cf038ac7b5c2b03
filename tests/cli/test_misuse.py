"""Wrong calls, files and texts: told before anything is sent."""

import pytest

BAD_COMMAND_LINES = [
    ["lis"],
    ["list", "--bogus"],
    ["list", "--limit", "0"],
    ["list", "--limit", "1e3"],
    ["list", "--limit", "٣"],
    ["list", "--limit", "9" * 5000],
    ["list", "--state", "asleep"],
    ["show"],
    ["show", "X-1"],
    ["show", "C-0"],
    ["show", "C-1\x00"],
    ["show", "C-" + "9" * 5000],
    ["show", "C-1", "C-2"],
    ["accept", "C-1", "--confidence", "101"],
    ["accept", "C-1", "--confidence", "-1"],
    ["accept", "C-1", "--confidence", "NaN"],
    ["accept", "C-1", "--confidence"],
    ["measure", "C-1", "1", "Infinity"],
    ["measure", "C-1", "1", "1e400"],
    ["measure", "C-1", "1", "1.000.000"],
    ["measure", "C-1", "1", "12", "--at", "2027-03-01"],
    ["measure", "C-1", "1", "12", "--at", "yesterday"],
    ["decline", "C-1"],
    ["decline", "C-1", "--reason", "x"],
    ["withdraw", "C-1"],
    ["playback", "C-1", "x", "--confirm"],
    ["action", "C-1", "x", "--due", "31.2.2027"],
    ["cancel", "C-1", "--reason", "x", "--factor", "hindered"],
    ["cancel", "C-1", "--reason", "x", "--factor", "hindered:x:9"],
    ["cancel", "C-1", "--reason", "x", "--factor", "maybe:x"],
    ["assess", "C-1", "--satisfaction", "overall=8/9"],
    ["ask", "C-1"],
    ["new", "-F", "/nowhere/at/all.md"],
    ["new", "-F", "/"],
    ["new", "-F", "a\x00b"],
    ["rate", "--by", "shoe size"],
    ["rate", "2026-Q5"],
    ["rate", "2026-13"],
    ["rate", "lately"],
    [],
]


@pytest.mark.parametrize("typed", BAD_COMMAND_LINES, ids=lambda typed: " ".join(typed)[:30] or "-")
@pytest.mark.parametrize("language", ["de", "en"])
def test_wrong_usage_is_told_before_anything_is_sent(typed, language, goals, server):
    outcome = goals(*typed, language=language)

    assert outcome.code == 2
    assert outcome.err
    assert server.seen == []
    assert "Invalid value" not in outcome.err


FILES = {
    "no UTF-8": b"goal: \xff\xfe",
    "broken YAML": b"goal: [unclosed",
    "tabs in YAML": b"goal:\n\t- x",
    "a list": b"- goal\n- benefit",
    "an unknown name": b"gaol: x",
    "a list where a text belongs": b"goal: [1, 2]",
    "a criterion without text": b"goal: x\ncriteria:\n  - kind: METRIC",
    "criteria of an unknown form": b"goal: x\ncriteria:\n  - [1]",
    "a date that does not exist": b"goal: x\ndeadline: 2027-02-30",
    "a bomb": b"a: &a [x,x,x,x]\nb: &b [*a,*a,*a,*a]\ngoal: *b",
    "an object": b"!!python/object:os.system {}",
    "too large": b"goal: " + b"x" * 5_000_000,
    "nothing": b"",
    "very deep": b"[" * 5000,
    "a cadence of no days": b"goal: x\ncheckInCadenceDays: 0",
}


@pytest.mark.parametrize("what", FILES, ids=str)
def test_a_file_that_cannot_be_used_is_refused(what, goals, server, make, tmp_path):
    server.answers |= {
        "Viewer": {"viewer": make.viewer},
        "FindTeams": {"teams": make.connection({"id": "T2", "name": "IT"})},
    }
    file = tmp_path / "note.yaml"
    file.write_bytes(FILES[what])

    outcome = goals("new", "--supplier", "IT", "-F", str(file))

    assert outcome.code == 2
    assert outcome.err.startswith("Error: ")
    assert not any(one.operation == "DraftCommission" for one in server.seen)


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"\xed\xa0\x80", b" \n ", b""])
def test_stdin_that_is_no_text_is_refused(content, goals, server, make):
    server.answers["FindCommission"] = {"commission": make.commission()}

    outcome = goals("ask", "C-12", stdin=content)

    assert outcome.code == 2


def test_an_argument_that_is_no_text_is_refused(goals, server, make):
    server.answers["FindCommission"] = {"commission": make.commission()}

    outcome = goals("ask", "C-12", "Who \udcff?")

    assert outcome.code == 2
    assert "UTF-8" in outcome.err
