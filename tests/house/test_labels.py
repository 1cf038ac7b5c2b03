"""Labels: whatever a person may read of an enumeration has words in both languages."""

import importlib
import pkgutil

import pytest

import goals.domain
from goals.domain.enums import ENUMS, Language
from goals.domain.labels import label
from goals.domain.words import Word

INSIDE = {"Doubt", "Effect", "Fault", "Guard", "Standing", "Who", "Whose"}
"""Enumerations of the rules themselves, whose values are never shown by themselves."""
VALUES = [value for kind in ENUMS for value in kind]


def test_the_list_of_enumerations_is_complete():
    defined = set()
    for module in pkgutil.iter_modules(goals.domain.__path__):
        found = vars(importlib.import_module(f"goals.domain.{module.name}")).values()
        defined |= {
            kind
            for kind in found
            if isinstance(kind, type) and issubclass(kind, Word) and kind is not Word
        }

    assert {kind.__name__ for kind in defined} - {kind.__name__ for kind in ENUMS} == INSIDE


@pytest.mark.parametrize("value", VALUES, ids=lambda value: f"{type(value).__name__}.{value}")
def test_a_value_has_a_label_in_each_language_and_a_description(value):
    labels = [label(value, language) for language in Language]

    assert all(text and text == text.strip() and "_" not in text for text in labels)
    assert value.description.endswith(".")
