"""Issues: every fault the services note has its words, and gets the values those words name."""

import ast
from string import Formatter

import pytest

from goals.domain.issue_texts import ISSUES


def noted(modules, root):
    """Every ``add("CODE", …)`` and ``fault("CODE", …)`` of the code, with the values given."""
    for path in modules:
        if root / "src" not in path.parents:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "attr", "") in {"add", "fault"}:
                code = node.args[0] if node.args else None
                if isinstance(code, ast.Constant) and str(code.value).isupper():
                    yield path.name, code.value, {word.arg for word in node.keywords}


def test_what_is_noted_has_words_and_its_values(modules, root):
    found = list(noted(modules, root))

    wrong = [
        (name, code)
        for name, code, given in found
        if code not in ISSUES or (None not in given and not values(code) <= given)
    ]

    assert len(found) > 20
    assert wrong == []


def values(code):
    return {name for _, name, _, _ in Formatter().parse(ISSUES[code][0]) if name} - {"field"}


@pytest.mark.parametrize("code", ISSUES)
def test_both_languages_name_the_same_values(code):
    english, german = (
        {name for _, name, _, _ in Formatter().parse(text) if name} for text in ISSUES[code]
    )

    assert english == german
