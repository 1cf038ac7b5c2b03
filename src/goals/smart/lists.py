"""The lists of ``words`` as tables: built once per language, on the first look-up.

Readers: ``lexicon`` (words and forms) and ``phrases`` (several words).
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from goals.smart.tokens import fold
from goals.smart.words import classes as c
from goals.smart.words.sets import word_set


class Entry(NamedTuple):
    """Classes (bits of ``words.classes``), listed form, a number word's value, a unit's kind."""

    flags: int
    lemma: str
    value: float = 0.0
    unit: str = ""


class Lists(NamedTuple):
    """One language's tables: words by folded form, verb stems, tails of compounds, prefixes."""

    words: dict[str, Entry]
    stems: dict[str, Entry]
    tails: dict[str, int]
    irregular: Mapping[str, str]
    prefixes: tuple[str, ...]


_VERB_CLASSES = (
    ("UP", c.UP), ("DOWN", c.DOWN), ("BETTER", c.BETTER), ("MULTIPLE", c.MULTIPLE),
    ("STATE", c.STATE), ("DELIVER", c.DELIVER), ("ACTIVITY", c.ACTIVITY), ("REACH", c.REACH),
    ("PROOF", c.PROOF | c.DELIVER), ("ASPIRE", c.ASPIRE), ("OTHER", c.VERB),
)  # fmt: skip
_WORD_CLASSES = (
    ("FUNCTION", c.FUNCTION),
    ("WEAK", c.WEAK | c.ADJECTIVE),
    ("EMPTY", c.EMPTY | c.NOUN),
    ("GENERAL", c.GENERAL | c.NOUN),
    ("GENERIC", c.GENERAL),
    ("ADJECTIVES", c.ADJECTIVE),
    ("VAGUE_QUANTITY", c.VAGUE_QUANTITY),
    ("HEDGE", c.HEDGE),
    ("INTENSIFIER", c.INTENSIFIER),
    ("COMPARATIVE", c.COMPARATIVE | c.ADJECTIVE),
    ("ABSOLUTE", c.ABSOLUTE | c.ADJECTIVE),
    ("PLACEHOLDER", c.PLACEHOLDER),
    ("OPEN_LIST", c.OPEN_LIST),
    ("NEGATION", c.NEGATION),
    ("APPROXIMATE", c.APPROXIMATE),
    ("PRONOUN", c.PRONOUN),
    ("PURPOSE", c.PURPOSE),
    ("EVERY", c.EVERY),
    ("NONE", c.NONE),
    ("EVERYBODY", c.EVERYBODY),
    ("METHOD", c.METHOD),
    ("RESOURCE", c.RESOURCE | c.NOUN),
    ("EVENT", c.EVENT | c.NOUN),
    ("BASELINE", c.BASELINE),
    ("COMPARATOR", c.COMPARATOR),
    ("METRIC_HEADS", c.METRIC | c.NOUN),
    ("METRIC_NAMES", c.METRIC | c.NOUN),
    ("SOFT_HEADS", c.SOFT | c.NOUN),
    ("GENERIC_METRIC", c.GENERIC_METRIC | c.NOUN),
    ("ABSOLUTE_METRIC", c.ABSOLUTE_METRIC | c.NOUN),
    ("IDENTIFIER_HEADS", c.IDENTIFIER),
    ("PROOF", c.PROOF),
    ("TIME", c.TIME),
    ("PERSON", c.PERSON | c.NOUN),
    ("CITIES", c.CITY),
    ("ORDINAL", c.FUNCTION),
    ("SUFFICIENT", c.SUFFICIENT),
    ("THINGS", c.NOUN),
)
_COMPOUND_CLASSES = (
    ("METRIC_HEADS", c.METRIC | c.NOUN),
    ("SOFT_HEADS", c.SOFT | c.NOUN),
    ("EVENT", c.EVENT | c.NOUN),
    ("METHOD", c.METHOD),
    ("RESOURCE", c.RESOURCE | c.NOUN),
    ("PERSON", c.PERSON | c.NOUN),
    ("IDENTIFIER_HEADS", c.IDENTIFIER),
    ("ABSOLUTE_METRIC", c.ABSOLUTE_METRIC | c.NOUN),
)
# Heads too short or too common to be trusted as the end of a longer word.
_NO_TAIL = {
    fold(word)
    for word in word_set(
        """
        wert werte test log sap crm erp liste quelle pt op az ph no art bus tab top tel fax abs
        satz nr en din iso tor los teil typ bett feld stall acker kw plan zeile ton vs v vo ofen
        fach tank bruch takt müll bereich ebene phase rampe wahl wissen moral score jahr folge
        punkt
        """
    )
}


def build(words: object, verbs: object, mark: int) -> Lists:
    """One language's tables from its modules of lists."""
    of_words, of_verbs = vars(words), vars(verbs)
    stems: dict[str, int] = {}
    for name, flags in _VERB_CLASSES:
        for infinitive in of_verbs[name].split():
            key = fold(infinitive)
            stems[key] = stems.get(key, 0) | flags | c.VERB | mark
    return Lists(
        _word_table(of_words, mark),
        {key: Entry(flags, key) for key, flags in stems.items()},
        _tails(of_words) if mark == c.GERMAN else {},
        {fold(form): fold(base) for form, base in of_verbs["IRREGULAR"].items()},
        tuple(fold(prefix) for prefix in of_verbs.get("PREFIXES", "").split()),
    )


def _word_table(words: Mapping[str, Any], mark: int) -> dict[str, Entry]:
    table: dict[str, Entry] = {}
    for forms, flags, value, unit in _rows(words):
        for form in forms:
            key = fold(form)
            old = table.get(key)
            if old is None:
                table[key] = Entry(flags | mark, key, value, unit)
            else:
                table[key] = Entry(old.flags | flags, key, value or old.value, unit or old.unit)
    return table


def _rows(words: Mapping[str, Any]) -> Iterator[tuple[Iterable[str], int, float, str]]:
    """All lists of a language as (forms, classes, value, unit)."""
    for name, flags in _WORD_CLASSES:
        if name in words:
            yield words[name].split(), flags, 0.0, ""
    for kind, forms in words["UNITS"].items():
        extra = {"percent": c.PERCENT, "time": c.TIME_UNIT}.get(kind, 0)
        yield forms.split(), c.UNIT | extra, 0.0, kind
    for name, flags in _VALUED_CLASSES:
        for form, value in words[name].items():
            yield (form,), flags, value, ""
    yield (phrase.split()[0] for phrase in _phrases(words)), c.PHRASE, 0.0, ""


_VALUED_CLASSES = (
    ("NUMERALS", c.NUMERAL),
    ("MULTIPLIERS", c.MULTIPLIER),
    ("FRACTIONS", c.FRACTION),
)


def _tails(words: Mapping[str, Any]) -> dict[str, int]:
    tails: dict[str, int] = {}
    for name, flags in _COMPOUND_CLASSES:
        for form in words[name].split():
            key = fold(form)
            if len(key) >= 3 and key not in _NO_TAIL:
                tails[key] = tails.get(key, 0) | flags
    return tails


def _phrases(words: Mapping[str, Any]) -> list[str]:
    lines: list[str] = []
    for name in ("HEDGE_PHRASES", "OPEN_LIST_PHRASES"):
        lines.extend(phrase for line in words[name].split("\n") for phrase in line.split("|"))
    return [phrase for phrase in lines if phrase]
