"""`goals lint` and bad input: a clear error or an honest unknown, never a crash."""

import json

import pytest

TODAY = ("--today", "2026-11-21")


@pytest.mark.parametrize("content", [b"", b" \n\n", b"\n---\n", b"\x00", b"!!! ??? ...\n"])
def test_nothing_said_is_nothing_wrong(content, goals):
    assert goals("lint", "-", *TODAY, stdin=content).code == 0


def test_words_of_no_known_language_are_unknown(goals):
    outcome = goals(
        "lint", "--format", "ndjson", *TODAY, stdin='{"text": "Повысить качество работы отдела"}'
    )

    found = json.loads(outcome.out)
    assert found["verdicts"]["specific"] == "unknown"


@pytest.mark.parametrize(
    "text",
    ["\u202eSupport verbessern", "👍 👍 👍", "a" * 1_000_000, "Wort", "x " * 500_000, "\ud800 gut"],
)
def test_odd_text_gives_a_report(text, goals):
    outcome = goals("lint", "--format", "ndjson", *TODAY, stdin=json.dumps({"text": text}))

    assert outcome.code in {0, 5}
    assert {"grade", "verdicts"} <= set(json.loads(outcome.out))


@pytest.mark.parametrize(
    "line",
    ["{", "[1]", '"a"', '{"goal": {"a": 1}}', '{"text": "a", "language": {}}', "[" * 100_000],
)
def test_a_bad_line_is_told_and_the_others_are_checked(line, goals):
    good = '{"id": 7, "text": "Neue Website"}'

    outcome = goals("lint", "--format", "ndjson", *TODAY, stdin=f"{line}\n{good}\n")

    assert outcome.code == 2
    assert "line 1" in outcome.err
    assert [json.loads(one)["id"] for one in outcome.out.splitlines()] == [7]


def test_a_line_that_is_no_utf8_is_told(goals):
    outcome = goals("lint", "--format", "ndjson", *TODAY, stdin=b'{"text": "Stra\xdfe"}\n')

    assert outcome.code == 2
    assert "line 1" in outcome.err


@pytest.mark.parametrize(
    ("name", "content", "complaint"),
    [
        ("a.md", b"---\ngoal: a: b\n---\n", "a.md:2 is no valid YAML"),
        ("a.yaml", b"goal: [", "no valid YAML"),
        ("a.yaml", b"server: x\n", "a.yaml:1: there is no goal here"),
        ("a.txt", b"Stra\xdfe", "no UTF-8"),
    ],
)
def test_an_unreadable_file_is_told_and_the_others_are_checked(
    name, content, complaint, goals, tmp_path, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    (tmp_path / name).write_bytes(content)
    (tmp_path / "other.txt").write_text("Support verbessern")

    outcome = goals("lint", name, "missing.md", "other.txt", *TODAY)

    assert outcome.code == 2
    assert complaint in outcome.err
    assert "missing.md cannot be read: No such file or directory." in outcome.err
    assert "other.txt:1:1: error M201" in outcome.out


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ('[rules]\nX999 = "off"\n', "unknown rule 'X999'"),
        ('[rules]\nM204 = "loud"\n', "M204"),
        ("colour = 1\n", "colour"),
        ("[rules\n", "no valid TOML"),
    ],
)
def test_a_configuration_that_cannot_be_used_is_refused(content, complaint, goals, tmp_path):
    path = tmp_path / "smart.toml"
    path.write_text(content)

    outcome = goals("lint", "--config", str(path), "-", *TODAY, stdin="Neue Website")

    assert outcome.code == 2
    assert complaint in outcome.err
    assert outcome.out == ""


@pytest.mark.parametrize(
    "arguments",
    [
        ("--today", "tomorrow"),
        ("--format", "xml"),
        ("--config", "missing.toml"),
        ("--diff", "-"),
        ("--format", "sarif", "a.ndjson"),
    ],
)
def test_wrong_usage_is_code_two(arguments, goals):
    outcome = goals("lint", *arguments, stdin="Neue Website")

    assert outcome.code == 2
    assert outcome.err


@pytest.mark.parametrize(
    ("line", "german", "english"),
    [
        (b'{"text" 1}', "kein gültiges JSON, ab Zeichen 9", "no valid JSON from character 9 on"),
        (b'{"text": "Stra\xdfe"}', "kein UTF-8, ab Byte 15", "no UTF-8 from byte 15 on"),
        (b'{"goal": {}}', "goal muss Text sein, nicht ein Objekt", "goal must be text, not an obj"),
        (b'{"goal": "a", "criteria": 3}', "eine Liste von Texten", "must be a list of texts"),
        (b"[" * 100_000, "zu tief verschachtelt", "nested too deeply"),
        (b"[]", "kein Objekt", "no object"),
    ],
)
def test_a_bad_line_is_told_in_the_language_of_the_person(line, german, english, goals):
    of_german, of_english = (
        goals("lint", "--format", "ndjson", *TODAY, stdin=line + b"\n", language=language).err
        for language in ("de", "en")
    )

    assert "Zeile 1: " in of_german
    assert german in of_german
    assert "line 1: " in of_english
    assert english in of_english
