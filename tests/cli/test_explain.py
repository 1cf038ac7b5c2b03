"""`goals explain`: the page of every rule, in both languages."""

import json

import pytest

from goals.smart.catalogue import all_rules


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_rule_has_a_page_with_examples(language, goals):
    titles = {"de": ("## Warum", "## Nicht so", "## Besser"), "en": ("## Why", "## Bad", "## Good")}

    for rule in all_rules():
        outcome = goals("explain", rule.code, language=language)

        assert outcome.code == 0
        assert outcome.out.startswith(f"# {rule.code} ")
        assert all(title in outcome.out for title in titles[language])


def test_the_language_may_be_asked_for_and_the_case_does_not_matter(goals):
    german = goals("explain", "m204", "--language", "de")

    assert german.out == goals("explain", "M204", language="de").out
    assert "## Warum" in german.out


def test_without_a_rule_all_are_listed(goals):
    outcome = goals("explain")

    assert [rule.code for rule in all_rules()] == [line[:4] for line in outcome.out.splitlines()]


def test_json_gives_the_page_as_data(goals):
    found = json.loads(goals("explain", "T501", "--json").out)

    assert (found["rule"], found["severity"]) == ("T501", "error")
    assert found["page"].startswith("# T501")


def test_an_unknown_rule_is_told(goals):
    outcome = goals("explain", "X1")

    assert outcome.code == 2
    assert "'X1'" in outcome.err


def test_all_pages_can_be_written_into_a_folder(goals, tmp_path):
    outcome = goals("explain", "--write", str(tmp_path / "rules"))

    assert outcome.code == 0
    for rule in all_rules():
        for language in ("de", "en"):
            page = tmp_path / "rules" / language / f"{rule.code}.md"
            assert page.read_text(encoding="utf-8").startswith(f"# {rule.code} ")
