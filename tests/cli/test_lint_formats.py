"""`goals lint`: the forms of its output and its exit codes."""

import json
import subprocess
import sys

import pytest

from goals_cli import output

WEAK = "# Ziele\n\n- Support verbessern\n"
GOOD = (
    "---\ncustomer: Disposition Nord\nbenefit: 2 h Suchzeit je Woche weniger\n"
    "resources: [15 Personentage]\nowner: Team Service\ndeadline: 30.06.2027\n---\n\n"
    "Erstlösungsquote laut Ticketsystem von 61 % auf 75 % heben.\n"
)
TODAY = ("--today", "2026-11-21")


@pytest.fixture
def weak(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "weak.md").write_text(WEAK, encoding="utf-8")
    (tmp_path / "good.md").write_text(GOOD, encoding="utf-8")
    return "weak.md"


def test_text_underlines_the_words_and_says_how_to_mend_them(weak, goals):
    outcome = goals("lint", weak, *TODAY, language="de")

    lines = outcome.out.splitlines()
    at = next(i for i, line in enumerate(lines) if " S101: " in line)
    assert outcome.code == 5
    assert lines[at].startswith("weak.md:3:11: Warnung S101: „verbessern“")
    assert lines[at + 1 : at + 3] == ["   3 | - Support verbessern", "     |           ^^^^^^^^^^"]
    assert "von {Ist} auf {Soll}" in lines[at + 3]


def test_a_terminal_gets_colours_and_underlines(weak, goals, monkeypatch):
    monkeypatch.setattr(output, "coloured", lambda: True)

    outcome = goals("lint", weak, *TODAY)

    assert "\x1b[4mverbessern\x1b[24m" in outcome.out
    assert "\x1b[31merror\x1b[0m" in outcome.out


def test_a_good_goal_is_left_in_peace(weak, goals):
    outcome = goals("lint", "good.md", *TODAY)

    assert outcome.code == 0
    assert "0 errors" in outcome.out
    assert "error" not in outcome.out.replace("0 errors", "")


def test_json_has_every_report_with_lines(weak, goals):
    outcome = goals("lint", "--format", "json", weak, "good.md", *TODAY)

    first, second = json.loads(outcome.out)
    s101 = next(one for one in first["findings"] if one["rule"] == "S101")
    assert (
        first["file"],
        *(s101[name] for name in ("line", "column", "endLine", "endColumn")),
    ) == ("weak.md", 3, 11, 3, 21)
    assert second["deadline"] == "2027-06-30"
    assert (
        goals("lint", weak, *TODAY, "--json").out
        == goals("lint", weak, *TODAY, "--format", "json").out
    )


def test_ndjson_gives_one_report_for_each_goal_line(weak, goals):
    given = [
        {"id": 1, "text": "Support verbessern"},
        {"id": "b", "goal": "New website", "criteria": ["20 users"], "deadline": "2027-03-31"},
        {"id": None, "text": "", "language": "de"},
    ]

    outcome = goals(
        "lint", "--format", "ndjson", *TODAY, stdin="\n".join(map(json.dumps, given)) + "\n\n"
    )

    found = [json.loads(line) for line in outcome.out.splitlines()]
    assert [one["id"] for one in found] == [1, "b", None]
    assert (list(found[0])[:8]) == [
        "id",
        "language",
        "grade",
        "score",
        "coverage",
        "verdicts",
        "findings",
        "evidence",
    ]
    assert {"specific", "measurable", "accepted", "realistic", "timeBound"} == set(
        found[0]["verdicts"]
    )
    for finding in found[0]["findings"]:
        assert {"rule", "dimension", "severity", "field", "start", "end", "message", "fix"} <= set(
            finding
        )
    assert found[1]["deadline"] == "2027-03-31"
    assert outcome.code == 5


def test_messages_speak_the_language_of_the_goal_unless_another_is_asked_for(goals):
    line = '{"text": "Support verbessern"}'

    own = json.loads(goals("lint", "--format", "ndjson", stdin=line).out)
    asked = json.loads(goals("lint", "--format", "ndjson", "--language", "en", stdin=line).out)

    assert "Es ist nicht gesagt, bis wann." in [one["message"] for one in own["findings"]]
    assert "It is not said by when." in [one["message"] for one in asked["findings"]]


def test_ndjson_streams_in_constant_memory(tmp_path):
    code = (
        "import resource, sys\n"
        "from goals_cli.main import main\n"
        "code = main(['lint', '--format', 'ndjson', '--today', '2026-11-21'])\n"
        "print(code, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, file=sys.stderr)"
    )

    def memory(count):
        line = json.dumps({"id": 1, "text": "Support bis 31.12. verbessern"}) + "\n"
        done = subprocess.run(
            [sys.executable, "-c", code], input=line * count, capture_output=True, text=True
        )
        assert count == done.stdout.count("\n")
        assert done.stderr.split()[0] == "5"
        return int(done.stderr.split()[1])

    assert memory(3000) - memory(100) < 4000  # kilobytes


def test_sarif_has_what_the_standard_requires(weak, goals):
    outcome = goals("lint", "--format", "sarif", weak, "good.md", *TODAY)

    log = json.loads(outcome.out)
    (run,) = log["runs"]
    driver = run["tool"]["driver"]
    assert (log["version"], driver["name"]) == ("2.1.0", "goals lint")
    assert run["columnKind"] == "unicodeCodePoints"
    for result in run["results"]:
        rule = driver["rules"][result["ruleIndex"]]
        (location,) = result["locations"]
        region = location["physicalLocation"]["region"]
        assert rule["id"] == result["ruleId"]
        assert "helpUri" not in rule
        assert "#" not in rule["help"]["text"]
        assert rule["help"]["text"].startswith(f"{rule['id']} ")
        assert rule["help"]["markdown"].startswith(f"# {rule['id']}")
        assert result["level"] in {"error", "warning", "note"}
        assert result["message"]["text"]
        assert location["physicalLocation"]["artifactLocation"]["uri"] in {"weak.md", "good.md"}
        assert (region["startLine"], region["startColumn"]) <= (
            region["endLine"],
            region["endColumn"],
        )
        assert min(region["startLine"], region["startColumn"]) >= 1
    words = [one["locations"][0]["physicalLocation"]["region"] for one in run["results"]]
    assert "verbessern" in [region.get("snippet", {}).get("text") for region in words]


def test_github_annotations_stand_on_their_lines_with_signs_escaped(tmp_path, goals, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a,b.txt").write_text("Kosten um 120 % senken", encoding="utf-8")

    outcome = goals("lint", "--format", "github", "a,b.txt", *TODAY)

    m209 = next(line for line in outcome.out.splitlines() if "title=M209" in line)
    assert m209.startswith("::error file=a%2Cb.txt,line=1,endLine=1,col=")
    assert "%25" in m209
    assert all(line.startswith("::") for line in outcome.out.splitlines())


def test_a_configuration_turns_rules_off(weak, goals, tmp_path):
    (tmp_path / "smart.toml").write_text('[rules]\nS101 = "off"\nT501 = "advice"\n')

    outcome = goals("lint", "--config", "smart.toml", "--format", "json", weak, *TODAY)

    severities = {one["rule"]: one["severity"] for one in json.loads(outcome.out)[0]["findings"]}
    assert "S101" not in severities
    assert severities["T501"] == "advice"


def test_diff_says_what_an_edit_mended(weak, goals, tmp_path):
    new = "- Support bis 30.06.2027 verbessern\n"
    (tmp_path / "new.md").write_text(new, encoding="utf-8")

    text = goals("lint", "--diff", weak, "new.md", *TODAY)
    plain = goals("lint", "--diff", "--format", "json", weak, "new.md", *TODAY)

    assert text.code == 5
    assert "mended: T501" in text.out
    assert [one["rule"] for one in json.loads(plain.out)["mended"]] == ["T501"]
    assert "M201" in [one["rule"] for one in json.loads(plain.out)["remaining"]]


def test_it_reads_stdin_in_another_process_and_exits_with_five():
    done = subprocess.run(
        [sys.executable, "-m", "goals_cli", "lint", "-", *TODAY, "--language", "en"],
        input="Support verbessern\n",
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 5
    assert "-:1:1: error M201" in done.stdout
    assert done.stderr == ""


@pytest.mark.parametrize(
    ("language", "one", "two"),
    [
        ("de", "1 Ziel geprüft, 1 Fehler.", "2 Ziele geprüft, 2 Fehler."),
        ("en", "1 goal checked, 1 error.", "2 goals checked, 2 errors."),
    ],
)
def test_one_goal_is_counted_as_one(language, one, two, goals):
    goal = "Bis 30.06.2027 ISO 9001 im Werk Nord besser machen\n"

    single = goals("lint", "-", *TODAY, stdin=goal, language=language)
    double = goals("lint", "-", *TODAY, stdin=f"- {goal}- {goal}", language=language)

    assert single.out.splitlines()[-1] == one
    assert double.out.splitlines()[-1] == two
