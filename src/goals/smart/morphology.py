"""Word forms: from what stands in a sentence to what stands in the lists.

Generates candidates only; whether a candidate is a word, ``lexicon`` knows. All forms are folded
(``tokens.fold``). Neighbours: ``words`` for the lists.
"""

from collections.abc import Iterator

_GERMAN_ENDINGS = (
    "", "n", "en", "e", "t", "et", "st", "te", "ten", "test", "tet", "end", "ende", "enden",
    "ete", "eten", "est", "er", "es", "em", "ene", "enen", "ener", "enes",
)  # fmt: skip
_GERMAN_NOUN_ENDINGS = ("", "n", "en", "e", "s", "es", "er", "ern")
_ENGLISH_VOWELS = frozenset("aeiou")


def german_stem(infinitive: str) -> str:
    """The stem of a folded infinitive: "steigern" -> "steiger", "senken" -> "senk"."""
    if infinitive.endswith("en"):
        return infinitive[:-2]
    return infinitive.removesuffix("n")


def german_verb_stems(word: str) -> Iterator[tuple[str, bool]]:
    """Stems a form may come from by its ending, longest ending last; True if it ends in -n."""
    length = len(word)
    for ending in _GERMAN_ENDINGS:
        if length - len(ending) >= 2 and word.endswith(ending):
            yield (word[: length - len(ending)] if ending else word), ending in ("n", "en")


def german_noun_stems(word: str) -> Iterator[str]:
    """The noun and its forms without a plural or case ending."""
    length = len(word)
    for ending in _GERMAN_NOUN_ENDINGS:
        if length - len(ending) >= 3 and word.endswith(ending):
            yield word[: length - len(ending)] if ending else word


def compound_tails(word: str) -> Iterator[str]:
    """Possible last parts of a compound, longest first, after three letters or more."""
    for start in range(3, len(word) - 2):
        yield word[start:]


def english_bases(word: str) -> Iterator[tuple[str, str]]:
    """Base forms an English form may come from, each with its ending ("", "s", "ed", "ing")."""
    yield word, ""
    if word.endswith("ies"):
        yield word[:-3] + "y", "s"
    if word.endswith("es"):
        yield word[:-2], "s"
    if word.endswith("s") and not word.endswith("ss"):
        yield word[:-1], "s"
    for ending, kind in (("ed", "ed"), ("ing", "ing")):
        if word.endswith(ending) and len(word) > len(ending) + 1:
            root = word[: -len(ending)]
            yield root + "e", kind
            yield root, kind
            if len(root) > 2 and root[-1] == root[-2] and root[-1] not in _ENGLISH_VOWELS:
                yield root[:-1], kind
            if ending == "ed" and root.endswith("i"):
                yield root[:-1] + "y", kind


_NOMINAL_ENDINGS = (
    ("isation", "ise"), ("ization", "ize"), ("ication", "y"), ("uction", "uce"), ("ation", "ate"),
    ("ation", "e"), ("ation", ""), ("ition", "ish"), ("tion", "t"), ("tion", "te"), ("ment", ""),
    ("sion", "d"), ("al", "e"), ("al", ""), ("ery", "er"), ("y", ""), ("ption", "ve"),
)  # fmt: skip


def english_nominal_bases(word: str) -> Iterator[str]:
    """Verbs a noun may be made of: "reduction" -> "reduce", "improvement" -> "improve"."""
    for ending, verb_ending in _NOMINAL_ENDINGS:
        if len(word) > len(ending) + 2 and word.endswith(ending):
            yield word[: -len(ending)] + verb_ending
