"""What a word is: its classes, value and unit, whatever its form.

``look`` is a dictionary look-up with memory: a form met before costs one hash. The primary
language of the text is asked first, then the other one, for mixed text is normal. Lists are in
``words``, forms in ``morphology``.
"""

from functools import cache

from goals.smart import morphology
from goals.smart.lists import Entry, Lists, build
from goals.smart.tokens import fold
from goals.smart.words import classes as c
from goals.smart.words import english, english_verbs, german, german_verbs, hollow
from goals.smart.words.sets import word_set

__all__ = ["ENGLISH_FIRST", "GERMAN_FIRST", "Entry", "look", "phrases"]


@cache
def phrases() -> dict[str, tuple[tuple[tuple[str, ...], int], ...]]:
    """Phrases of several words by their first word, longest first, each with its class."""
    found: dict[str, list[tuple[tuple[str, ...], int]]] = {}
    for words in (german, english):
        for name, flag in (("HEDGE_PHRASES", c.HEDGE), ("OPEN_LIST_PHRASES", c.OPEN_LIST)):
            for line in getattr(words, name).strip().split("\n"):
                for phrase in line.split("|"):
                    parts = tuple(fold(part) for part in phrase.split())
                    found.setdefault(parts[0], []).append((parts, flag))
    return {
        first: tuple(sorted(rest, key=lambda item: -len(item[0]))) for first, rest in found.items()
    }


@cache
def _german() -> Lists:
    lists = build(german, german_verbs, c.GERMAN)
    stems = {morphology.german_stem(key): entry for key, entry in lists.stems.items()}
    return lists._replace(stems=stems)


@cache
def _english() -> Lists:
    return build(english, english_verbs, c.ENGLISH)


@cache
def _english_nouns() -> frozenset[str]:
    return word_set(english_verbs.ALSO_NOUNS)


class Lexicon(dict[str, Entry]):
    """The entries of folded words, made when first asked for; holds so many at most."""

    def __init__(self, german_first: bool) -> None:
        super().__init__()
        self._german_first = german_first

    def __missing__(self, word: str) -> Entry:
        entry = _entry(word, self._german_first)
        if len(word) <= _LONGEST:
            if len(self) >= 1 << 14:
                self.clear()
            self[word] = entry
        return entry


_LONGEST = 48  # letters of a word that can be known
GERMAN_FIRST, ENGLISH_FIRST = Lexicon(True), Lexicon(False)


def look(word: str, german_first: bool) -> Entry:
    """The entry of a folded word; unknown words get the class UNKNOWN, never an error."""
    return GERMAN_FIRST[word] if german_first else ENGLISH_FIRST[word]


def _entry(word: str, german_first: bool) -> Entry:
    if len(word) > _LONGEST:
        return Entry(c.UNKNOWN | (c.IN_GERMAN if german_first else 0), word)
    first, second = (_in_german, _in_english) if german_first else (_in_english, _in_german)
    primary = first(word)
    if primary is not None:
        return primary
    secondary = second(word)
    if secondary is not None:
        return secondary
    return Entry(c.UNKNOWN | (c.IN_GERMAN if german_first else 0), word)


def _merge(word: Entry | None, verb: Entry | None) -> Entry | None:
    if word is None:
        return verb
    if verb is None:
        return word
    return Entry(word.flags | verb.flags, verb.lemma, word.value, word.unit)


def _in_german(word: str) -> Entry | None:
    lists = _german()
    exact = lists.words.get(word)
    verb = (
        None if exact and exact.flags & (c.FUNCTION | c.TIME | c.ADJECTIVE) else german_verb(word)
    )
    if verb is not None and exact is not None and exact.flags & c.NOUN:
        verb = None
    found = _merge(exact, verb)
    if found is not None:
        return found
    return (
        _inflected_adjective(word, lists)
        or _nominal(word, lists)
        or _numeral(word, lists)
        or _compound(word, lists)
    )


def german_verb(word: str) -> Entry | None:
    """The verb of a German form: any ending, participle, zu-infinitive, irregular part."""
    lists = _german()
    found = _regular(word, lists)
    if found is not None:
        return found
    base = lists.irregular.get(word)
    if base is not None and (entry := lists.stems.get(morphology.german_stem(base))):
        form = c.PARTICIPLE if word.startswith("ge") or word.endswith("en") else 0
        return Entry(entry.flags | form, entry.lemma)
    for prefix in lists.prefixes:
        if not word.startswith(prefix) or len(word) < len(prefix) + 3:
            continue
        rest = word[len(prefix) :]
        if rest.startswith("zu") and (found := _prefixed(prefix, rest[2:], c.INFINITIVE)):
            return found
        if rest.startswith("ge") and (found := _prefixed(prefix, rest[2:], c.PARTICIPLE)):
            return found
        base = lists.irregular.get(rest)
        if base is not None:
            entry = lists.stems.get(prefix + morphology.german_stem(base))
            if entry is not None:
                return Entry(entry.flags | c.PARTICIPLE, entry.lemma)
    if word.startswith("ge") and len(word) > 5:
        found = _regular(word[2:], lists)
        if found is not None and word.endswith(("t", "en", "te", "ten", "ter", "tes", "ene")):
            return Entry((found.flags & ~c.INFINITIVE) | c.PARTICIPLE, found.lemma)
    return None


def _regular(word: str, lists: Lists) -> Entry | None:
    for stem, infinitive in morphology.german_verb_stems(word):
        entry = lists.stems.get(stem)
        if entry is not None:
            form = c.INFINITIVE if infinitive else 0
            if stem == word:
                form = c.NOMINAL | c.NOUN  # "Umbau", "test": a bare stem is a noun
            elif not infinitive and word.endswith("t"):
                form = (
                    c.PARTICIPLE
                    if stem.startswith(("be", "ver", "er", "ent", "zer", "um", "ueber", "unter"))
                    or stem.endswith("ier")
                    else 0
                )
            return Entry(entry.flags | form, entry.lemma)
    return None


def _prefixed(prefix: str, rest: str, form: int) -> Entry | None:
    lists = _german()
    for stem, _ in morphology.german_verb_stems(rest):
        entry = lists.stems.get(prefix + stem)
        if entry is not None:
            return Entry(entry.flags | form, entry.lemma)
    return None


def separable(prefix: str, form: str) -> Entry | None:
    """The verb of a finite form and its detached prefix: "hebt", "an" -> anheben."""
    lists = _german()
    if prefix not in lists.prefixes:
        return None
    base = lists.irregular.get(form)
    stems = [morphology.german_stem(base)] if base else []
    stems += [stem for stem, _ in morphology.german_verb_stems(form)]
    for stem in stems:
        entry = lists.stems.get(prefix + stem)
        if entry is not None:
            return entry
    return None


def _nominal(word: str, lists: Lists) -> Entry | None:
    """Nouns in -ung made of verbs: "Senkung", "Einführungen"; compounds of them too."""
    root = word.removesuffix("en").removesuffix("s")
    if not root.endswith("ung") or len(root) < 6:
        return None
    stem = root[:-3]
    if stem.endswith(("r", "l")) and stem + "e" in lists.stems:
        stem += "e"
    entry = lists.stems.get(stem)
    if entry is not None:
        return Entry((entry.flags & ~c.PROOF) | c.NOMINAL | c.NOUN, entry.lemma)
    for tail in morphology.compound_tails(stem):
        entry = lists.stems.get(tail)
        if entry is not None and len(tail) >= 4:
            return Entry((entry.flags & ~c.PROOF) | c.NOMINAL | c.NOUN | c.COMPOUND, entry.lemma)
    return None


_INFLECTED = c.ADJECTIVE | c.WEAK | c.ABSOLUTE | c.COMPARATIVE | c.VAGUE_QUANTITY


def _inflected_adjective(word: str, lists: Lists) -> Entry | None:
    """ "benutzerfreundliche" from "benutzerfreundlich": adjectives are listed in one form."""
    for ending in ("en", "er", "es", "em", "e"):
        if word.endswith(ending):
            entry = lists.words.get(word[: -len(ending)])
            if entry is not None and entry.flags & _INFLECTED and not entry.flags & c.NOUN:
                return entry
    return None


def _numeral(word: str, lists: Lists) -> Entry | None:
    """Composed number words: "dreiundzwanzig", "zweihundert"."""
    if "und" in word:
        ones, _, tens = word.partition("und")
        ten = lists.words.get(tens)
        one = lists.words.get(ones) or (Entry(c.NUMERAL, ones, 1) if ones == "ein" else None)
        if ten and one and ten.flags & c.NUMERAL and one.flags & c.NUMERAL and ten.value >= 20:
            return Entry(c.NUMERAL | c.GERMAN, word, ten.value + one.value)
    for tail, factor in (("hundert", 100), ("tausend", 1000)):
        front = lists.words.get(word.removesuffix(tail)) if word.endswith(tail) else None
        if front is not None and front.flags & c.NUMERAL:
            return Entry(c.NUMERAL | c.GERMAN, word, front.value * factor)
    return None


def _compound(word: str, lists: Lists) -> Entry | None:
    """A noun known by its last part, or an abstract one by its suffix."""
    if len(word) < 6:
        return None
    empty = _hollow(word, lists)
    if empty is not None:
        return empty
    tail = _longest_tail(word, lists)
    if tail is not None:
        return tail
    if word.endswith(("heit", "keit", "heiten", "keiten")):
        return Entry(c.SOFT | c.NOUN | c.COMPOUND | c.GERMAN, word)
    return None


def _hollow(word: str, lists: Lists) -> Entry | None:
    """ "Einzelaspekte", "Effizienzmaßnahmen": a head that names nothing, and nothing before it."""
    for stem in morphology.german_noun_stems(word):
        if stem.endswith(_HOLLOW_HEADS):
            return Entry(c.EMPTY | c.NOUN | c.GERMAN, stem)
        for head in _HOLLOW_BEHIND:
            if stem.endswith(head) and _says_nothing(stem[: -len(head)], lists):
                return Entry(c.EMPTY | c.NOUN | c.GERMAN, stem)
    return None


_HOLLOW_HEADS = tuple(hollow.HEADS.split())
_HOLLOW_BEHIND = tuple(hollow.HEADS_BEHIND.split())
_HOLLOW_FRONTS = word_set(hollow.FRONTS)
_CHANGE = c.UP | c.DOWN | c.BETTER | c.STATE


def _says_nothing(front: str, lists: Lists) -> bool:
    """Whether the first part of a compound names no thing: "einzel-", "Verbesserungs-"."""
    for part in (front, front.removesuffix("s"), front.removesuffix("en")):
        if part in _HOLLOW_FRONTS:
            return True
        entry = lists.words.get(part)
        if entry is not None and entry.flags & (c.GENERAL | c.SOFT | c.EMPTY):
            return not entry.flags & c.PERSON
        if part.endswith("ung"):
            nominal = _nominal(part, lists)
            if nominal is not None and nominal.flags & _CHANGE:
                return True
    return False


def _longest_tail(word: str, lists: Lists) -> Entry | None:
    for tail in morphology.compound_tails(word):
        for stem in morphology.german_noun_stems(tail):
            flags = lists.tails.get(stem)
            if flags is not None:
                return Entry(flags | c.COMPOUND | c.GERMAN, stem)
    return None


def _in_english(word: str) -> Entry | None:
    lists = _english()
    exact = lists.words.get(word)
    verb = None if exact and exact.flags & c.FUNCTION else english_verb(word)
    found = _merge(exact, verb)
    if found is not None:
        return found
    singular = lists.words.get(word[:-1]) if word.endswith("s") else None
    if singular is not None and singular.flags & (c.NOUN | c.IDENTIFIER):
        return singular
    if word.endswith("'s"):
        return _in_english(word[:-2])
    if word.endswith(("ments", "ions", "sses", "ances", "encies")):
        wide = lists.words.get(word[:-1]) or lists.words.get(word[:-2])
        if wide is not None and wide.flags & (c.GENERAL | c.SOFT):
            return wide  # "developments", "successes": as wide as one of them
    if word.endswith("ness") and len(word) > 7:
        return Entry(c.SOFT | c.NOUN | c.ENGLISH, word)
    if word.endswith(("ful", "ous")) and len(word) > 5:
        return Entry(c.ADJECTIVE | c.ENGLISH, word)
    for base in morphology.english_nominal_bases(word):
        entry = lists.stems.get(base)
        if entry is not None:
            return Entry((entry.flags & ~c.PROOF) | c.NOMINAL | c.NOUN, base)
    return None


def english_verb(word: str) -> Entry | None:
    """The verb of an English form."""
    lists = _english()
    irregular = lists.irregular.get(word)
    if irregular is not None and (entry := lists.stems.get(irregular)):
        extra = c.ALSO_NOUN if word in _english_nouns() else 0
        extra |= c.INFINITIVE if word == irregular else 0
        return Entry(entry.flags | c.PARTICIPLE | extra, entry.lemma)
    for base, ending in morphology.english_bases(word):
        entry = lists.stems.get(base)
        if entry is None:
            continue
        form = {"ed": c.PARTICIPLE, "ing": c.GERUND, "": c.INFINITIVE}.get(ending, 0)
        extra = c.ALSO_NOUN if base in _english_nouns() and ending != "ed" else 0
        return Entry(entry.flags | form | extra, entry.lemma)
    return None
