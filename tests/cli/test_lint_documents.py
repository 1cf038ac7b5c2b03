"""Documents: the commissions in Markdown, YAML and text, and where their letters stand."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goals_cli.documents import decode, field_named, read_document
from goals_cli.errors import Misused

MARKDOWN = """---
termin: 30.06.2027
customer: "Team „Nord“"
tags: [a, b]
---
# Auftrag 7

## Ziel – was?
Erstlösungsquote von 61 %
auf 75 % heben.

## Erfolgskriterien
- [ ] 75 % laut Bericht
- Kunde zufrieden
  laut Umfrage

## Anmerkung
bald
"""


def spelled(document, sheet, name, index=0):
    """The letters of an answer as the document has them at the places of the sheet."""
    value = sheet.answers[name][index] if name == "criteria" else sheet.answers[name]
    name = "goal" if name == "text" else name
    return "".join(document.text[sheet.offset(name, index, at)] for at in range(len(value)))


def test_front_matter_and_sections_make_one_commission():
    document = read_document(MARKDOWN, "auftrag.md")

    (sheet,) = document.sheets
    assert sheet.answers == {
        "deadline": "30.06.2027",
        "customer": "Team „Nord“",
        "goal": "Erstlösungsquote von 61 %\nauf 75 % heben.",
        "criteria": ["75 % laut Bericht", "Kunde zufrieden\n  laut Umfrage"],
    }


def test_every_letter_of_an_answer_stands_at_its_place():
    document = read_document(MARKDOWN, "auftrag.md")
    (sheet,) = document.sheets

    for name in ("deadline", "customer", "goal"):
        assert sheet.answers[name] == spelled(document, sheet, name)
    assert spelled(document, sheet, "criteria", 1) == "Kunde zufrieden\n  laut Umfrage"
    assert document.position(sheet.offset("goal", 0, 0)) == (9, 1)


def test_paragraphs_and_list_items_without_headings_are_goals_of_their_own():
    text = "# Ziele 2027\n\nSupport verbessern,\nund zwar bald\n\n1. Neue Website\n* Inventur\n"

    document = read_document(text, "notes.txt")

    found = [sheet.answers["text"] for sheet in document.sheets]
    assert found == ["Support verbessern,\nund zwar bald", "Neue Website", "Inventur"]
    for sheet in document.sheets:
        assert sheet.answers["text"] == spelled(document, sheet, "text")


def test_labels_begin_answers_and_a_second_goal_begins_a_second_commission():
    text = "Ziel: Lager räumen\nBis wann: 1.3.2027\n\nZiel: Dach decken\nWozu: trocken\n"

    document = read_document(text, "-")

    assert [sheet.answers for sheet in document.sheets] == [
        {"goal": "Lager räumen", "deadline": "1.3.2027"},
        {"goal": "Dach decken", "benefit": "trocken"},
    ]


def test_code_in_fences_is_no_goal():
    document = read_document("```\nGoal: fake\n```\n\nNew website\n", "a.md")

    assert [sheet.answers["text"] for sheet in document.sheets] == ["New website"]


def test_front_matter_without_a_goal_takes_the_first_paragraph():
    document = read_document("---\ndeadline: 2027-03-31\n---\n\nNew website\n\nMore\n", "a.md")

    (sheet,) = document.sheets
    assert sheet.answers == {"deadline": "2027-03-31", "goal": "New website"}


@pytest.mark.parametrize(
    ("text", "goals"),
    [
        ("goal: Neue Website", ["Neue Website"]),
        ("- Neue Website\n- ziel: Inventur", ["Neue Website", "Inventur"]),
        ("goal: A b\n---\ngoal: C d", ["A b", "C d"]),
        ("ziele:\n  - text: A b\n  - C d", ["A b", "C d"]),
        ("Neue Website", ["Neue Website"]),
        ("", []),
        ("goal: ~", [""]),
    ],
)
def test_yaml_holds_one_or_several_commissions(text, goals):
    document = read_document(text, "plan.yaml")

    found = [sheet.answers.get("goal", sheet.answers.get("text")) for sheet in document.sheets]
    assert goals == found


def test_yaml_escapes_and_folds_keep_their_places():
    text = 'goal: >-\n  Cut costs\n  by 5 %\ncriteria:\n- "ten \\"good\\" ones"\n- it\'s\n'

    document = read_document(text, "a.yml")

    (sheet,) = document.sheets
    assert sheet.answers["goal"] == "Cut costs by 5 %"
    by = sheet.offset("goal", 0, sheet.answers["goal"].index("by"))
    good = sheet.offset("criteria", 0, sheet.answers["criteria"][0].index("good"))
    assert text[by : by + 6] == "by 5 %"
    assert text[good : good + 4] == "good"


def test_a_metric_in_yaml_keeps_its_numbers():
    text = (
        "goal: Warten\ncriteria:\n- text: Minuten\n  baseline: 12\n  target: '4,5'\n  unit: min\n"
    )

    (sheet,) = read_document(text, "a.yaml").sheets

    row = {"text": "Minuten", "baseline": 12.0, "target": 4.5, "unit": "min"}
    assert [row] == sheet.answers["criteria"]


@pytest.mark.parametrize(
    ("text", "name", "place"),
    [
        ("---\ngoal: a: b\n---\n", "a.md", "a.md:2"),
        ("goal: 'open", "a.yaml", "a.yaml:1"),
        ("---\n- a\n---\n", "a.md", "a.md:2"),
        ("server: x\n", "a.yaml", "a.yaml:1"),
        ("goal: {a: b}", "a.yaml", "a.yaml:1"),
        ("goal: \x07", "a.yaml", "a.yaml:1"),
    ],
)
def test_what_is_no_yaml_or_no_goal_is_said_with_its_line(text, name, place):
    with pytest.raises(Misused) as caught:
        read_document(text, name)

    assert place in caught.value.message


def test_aliases_do_not_explode():
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)]

    document = read_document("\n".join([*lines, "goal: Neue Website"]), "a.yaml")

    assert document.sheets[0].answers["goal"] == "Neue Website"


def test_bytes_that_are_no_utf8_are_refused_and_a_mark_in_front_is_dropped():
    with pytest.raises(Misused):
        decode(b"Stra\xdfe", "a.txt")

    assert decode("\ufeffZiel".encode(), "a.txt") == "Ziel"


@pytest.mark.parametrize(
    ("spelling", "name"),
    [
        ("Ziel – was?", "goal"),
        ("**Goal**", "goal"),
        ("Bis wann?", "deadline"),
        ("Success_criteria", "criteria"),
        ("Für wen (Team)", "customer"),
        ("Weather", None),
    ],
)
def test_headings_stand_for_fields(spelling, name):
    assert name == field_named(spelling)


@given(st.text(alphabet=" \n\r\t-#*:abZiel`\x00é👍[]x0.", max_size=80))
def test_any_prose_is_read_with_places_inside_it(text):
    document = read_document(text, "a.md") if not text.startswith("---") else None

    for sheet in document.sheets if document else ():
        for (name, index), place in sheet.places.items():
            assert isinstance(place, int)
            assert 0 <= sheet.offset(name, index, 0) <= len(text)


@pytest.mark.parametrize("line", ["*" * 200_000, "# " * 100_000, "a:" * 100_000, "- " * 100_000])
def test_a_very_long_line_takes_no_time_to_speak_of(line):
    began = time.process_time()

    read_document(f"{line}\n{line}", "a.md")

    assert time.process_time() - began < 2
