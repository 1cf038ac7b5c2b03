"""Canonical JSON and content hashes: one meaning, one text, one hash."""

import dataclasses
import json
import unicodedata
from datetime import UTC, date, datetime
from decimal import Decimal
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goals.domain.canonical import canonical_json, content_hash, plain, utc_text
from goals.domain.enums import Direction

LARGEST = 2**53 - 1
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
values = st.recursive(
    st.none() | st.booleans() | st.integers(-LARGEST, LARGEST) | texts,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4),
    max_leaves=12,
)


def normal(value):
    """The same value with all texts in NFC; None where two keys become one."""
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value)
    if isinstance(value, list):
        return [normal(item) for item in value]
    if isinstance(value, dict):
        return {unicodedata.normalize("NFC", key): normal(item) for key, item in value.items()}
    return value


def shuffled(value):
    """The same value with the members of all objects the other way round."""
    if isinstance(value, list):
        return [shuffled(item) for item in value]
    if isinstance(value, dict):
        return {key: shuffled(item) for key, item in reversed(value.items())}
    return value


def has_twin_keys(value) -> bool:
    if isinstance(value, list):
        return any(has_twin_keys(item) for item in value)
    if isinstance(value, dict):
        keys = {unicodedata.normalize("NFC", key) for key in value}
        return len(keys) < len(value) or any(has_twin_keys(item) for item in value.values())
    return False


@given(values)
def test_reading_gives_the_value_back_and_order_does_not_matter(value):
    if has_twin_keys(value):
        with pytest.raises(ValueError, match="same in NFC"):
            canonical_json(value)
        return

    written = canonical_json(value)

    assert json.loads(written) == normal(value)
    assert written == canonical_json(shuffled(value)) == canonical_json(json.loads(written))


@given(values, values)
def test_two_values_have_one_text_only_if_they_are_the_same(one, other):
    if has_twin_keys(one) or has_twin_keys(other):
        return

    same = json.dumps(normal(one), sort_keys=True) == json.dumps(normal(other), sort_keys=True)

    assert (canonical_json(one) == canonical_json(other)) is same


def test_the_sorting_example_of_rfc_8785_comes_out_in_its_order():
    example = {
        "\u20ac": "Euro Sign",
        "\r": "Carriage Return",
        "\ufb33": "Hebrew Letter Dalet With Dagesh",
        "1": "One",
        "\U0001f600": "Emoji: Grinning Face",
        "\u0080": "Control",
        "\u00f6": "Latin Small Letter O With Diaeresis",
    }

    keys = list(json.loads(canonical_json(example)))

    # Section 3.2.3, but for U+FB33, which is U+05D3 U+05BC in NFC and so comes before the euro.
    assert keys == ["\r", "1", "\x80", "ö", "\u05d3\u05bc", "€", "\U0001f600"]


def test_keys_are_sorted_by_utf_16_so_an_emoji_comes_before_the_last_of_the_first_plane():
    assert canonical_json({"\ufffd": 1, "\U0001f600": 2}) == '{"\U0001f600":2,"\ufffd":1}'.encode()


def test_strings_are_escaped_as_in_rfc_8785():
    example = '\u20ac$\x0f\nA\'B"\\\\"/\x7f\u2028\b\t\f\r'

    written = canonical_json(example).decode()

    assert written == '"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/\x7f\u2028\\b\\t\\f\\r"'


@pytest.mark.parametrize("value", [1.0, float("nan"), Decimal(1), b"x", {1: "x"}, {"a"}, date.min])
def test_what_is_not_plain_json_is_refused(value):
    with pytest.raises(TypeError):
        canonical_json([value])


def test_what_readers_would_take_for_something_else_is_refused():
    assert canonical_json([LARGEST, -LARGEST]) == b"[9007199254740991,-9007199254740991]"
    for value in (LARGEST + 1, -LARGEST - 1, "\ud800", {"\ud800": 1}):
        with pytest.raises(ValueError, match=r"2\^53|surrogates"):
            canonical_json(value)


def test_domain_values_become_text():
    value = {
        "day": date(2027, 3, 31),
        "at": datetime(2027, 3, 31, 12, tzinfo=UTC),
        "target": Decimal("75.50"),
        "direction": Direction.AT_LEAST,
        "id": UUID(int=7),
        "tags": ("a", "b"),
        "empty": None,
    }

    assert plain(value) == {
        "day": "2027-03-31",
        "at": "2027-03-31T12:00:00.000000Z",
        "target": "75.5",
        "direction": "AT_LEAST",
        "id": "00000000-0000-0000-0000-000000000007",
        "tags": ["a", "b"],
    }
    with pytest.raises(ValueError, match="zone"):
        utc_text(datetime(2027, 3, 31))  # noqa: DTZ001


@dataclasses.dataclass
class Part:
    text: str
    target: Decimal | None = None
    notes: tuple[str, ...] = ()


@dataclasses.dataclass
class PartOfALaterRelease(Part):
    colour: str | None = None


def test_a_field_added_later_does_not_change_what_was_signed():
    signed = {"goal": "Quotes leave in a day", "criteria": [Part("Quotes", Decimal("1.0"))]}
    later = {
        "goal": "Quotes leave in a day",
        "criteria": [PartOfALaterRelease("Quotes", Decimal(1))],
        "mood": None,
        "links": [],
    }

    assert content_hash(signed) == content_hash(later)


def test_every_change_of_what_is_signed_changes_the_hash():
    variants = [
        {"goal": "A", "criteria": [Part("x")]},
        {"goal": "B", "criteria": [Part("x")]},
        {"goal": "A", "criteria": [Part("y")]},
        {"goal": "A", "criteria": [Part("x"), Part("x")]},
        {"goal": "A", "criteria": [Part("x", Decimal(0))]},
        {"goal": "A", "criteria": [Part("x", Decimal("0.1"))]},
        {"goal": "A", "benefit": "A", "criteria": [Part("x")]},
        {"goal": "A"},
    ]

    hashes = {content_hash(each) for each in variants}

    assert len(hashes) == len(variants)


def test_the_form_of_a_hash_never_changes():
    expected = "65dfee2ad14e103a1719d8383d48c62ab2668804c922a561a5208b96adf3b135"

    assert content_hash({"goal": "Grün", "target": Decimal("1.50")}) == expected
