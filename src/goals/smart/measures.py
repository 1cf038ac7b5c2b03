"""What in a draft measures its result, and what kind of goal it is.

``weigh`` fills ``Checked.measures`` and the facts most rules ask for; a number that only tells
where (scope) or with what (resource) is no measure. Readers: the rules, ``verdicts``.
"""

from functools import reduce
from operator import or_
from typing import NamedTuple

from goals.smart import clauses
from goals.smart.checked import Checked, Measure, Reading
from goals.smart.quantities import EVIDENCE, Role
from goals.smart.tokens import TokenKind
from goals.smart.words import classes as c
from goals.smart.words.sets import word_set

_INFLUENCE = c.DIRECTION | c.STATE
_ENSURING = word_set(
    """
    sicherstellen gewaehrleisten garantieren sichern ensure assure guarantee maintain
    """
)
_NO_CONTENT = (
    c.FUNCTION | c.TIME | c.WEAK | c.HEDGE | c.INTENSIFIER | c.EMPTY | c.VAGUE_QUANTITY
    | c.PRONOUN | c.COMPARATIVE | c.PLACEHOLDER | c.OPEN_LIST | c.ABSOLUTE | c.APPROXIMATE
)  # fmt: skip


_WIDE = c.GENERAL | c.EMPTY | c.SOFT | c.GENERIC_METRIC
_SETS_A_GOAL = c.DIRECTION | c.DELIVER | c.REACH | c.MULTIPLE | c.STATE


class Words(NamedTuple):
    """Token indexes of a reading: main verbs, objects (nouns), all words with content.

    ``concrete`` are the objects that two readers would picture alike: not "processes", "topics".
    """

    verbs: tuple[int, ...]
    objects: tuple[int, ...]
    content: tuple[int, ...]
    concrete: tuple[int, ...]
    verb_set: frozenset[int]
    said: int


def weigh(checked: Checked) -> None:
    """Find the measures of goal and criteria, and what the goal's words do."""
    goal = checked.goal
    checked.words = sort_words(goal)
    checked.said = checked.words.said
    verb_flags = influence = 0
    for i in checked.words.verbs:
        if goal.roles[i] == clauses.GOAL:
            verb_flags |= goal.entries[i].flags
            if goal.entries[i].lemma not in _ENSURING:
                influence |= goal.entries[i].flags & _INFLUENCE
    checked.verb_flags = verb_flags
    checked.concreteness = concreteness(checked)
    if not checked.words.concrete:
        checked.flags |= c.NO_OBJECT
    measures = list(_measures(goal, bool(influence)))
    for reading in checked.criteria:
        measures.extend(_measures(reading, influence=False))
    if checked.criteria:
        measured = {measure.reading.index for measure in measures if measure.reading is not goal}
        for i, item in enumerate(checked.draft.criteria):
            if item.target is not None and i not in measured:
                measures.append(Measure(checked.criteria[i], None))
        checked.measured_criteria = any(measure.reading is not goal for measure in measures)
    checked.measures = tuple(measures)
    if not measures:
        checked.flags |= c.NO_MEASURE
    checked.measured_sentences = frozenset(
        [
            goal.sentences[measure.quantity.first]
            for measure in measures
            if measure.quantity is not None and measure.reading is goal
        ]
    )


def _measures(reading: Reading, influence: bool) -> list[Measure]:
    found: list[Measure] = []
    soft = reading.flags & (c.COMPARATIVE | c.WEAK | c.SOFT)
    for quantity in reading.quantities:
        role = quantity.role
        if role is Role.SCOPE and not influence and quantity.unit != "all" and not soft:
            found.append(Measure(reading, quantity))
        elif role in EVIDENCE:
            if influence and role is Role.ALL:
                continue
            if influence and reading.roles[quantity.first] == clauses.MEANS:
                continue
            found.append(Measure(reading, quantity))
    return found


def sort_words(reading: Reading) -> Words:
    """Verbs, objects and content words of the goal's main sentences, outside times and numbers."""
    lowered = reading.text.clean.lower()
    skipped = _numbered(reading, " order" in lowered)
    if "was" in lowered or "what" in lowered:
        skipped |= _relative(reading)
    main = _main_sentences(reading)
    cased = bool(reading.flags & c.IN_GERMAN) and _is_cased(reading)
    verbs: list[int] = []
    objects: list[int] = []
    content: list[int] = []
    tokens, entries, timed = reading.tokens, reading.entries, reading.timed
    sentences, roles = reading.sentences, reading.roles
    word, several, said = TokenKind.WORD, bool(sentences and sentences[-1]), 0
    for i, token in enumerate(tokens):
        if token.kind is not word or timed[i] or (several and sentences[i] not in main):
            continue
        flags = entries[i].flags
        if not roles[i]:
            said |= flags
        is_verb = flags & c.ANY_VERB and not flags & c.FUNCTION
        if is_verb and not flags & c.NOMINAL:
            if not flags & c.HEDGE and i not in skipped:
                verbs.append(i)
                content.append(i)
            continue
        if i in skipped and not flags & (c.PROOF | c.MULTIPLE):
            continue
        if flags & _NO_CONTENT and not flags & (c.METRIC | c.SOFT | c.PERSON):
            continue
        if is_verb:
            verbs.append(i)
        content.append(i)
        if flags & c.ADJECTIVE or (
            flags & c.UNKNOWN and _looks_adjectival(token.text, flags, cased)
        ):
            continue
        objects.append(i)
    acting = [i for i in verbs if not reading.entries[i].flags & c.NOMINAL]
    graded = bool(reading.flags & c.COMPARATIVE) and any(
        entries[i].flags & c.COMPARATIVE and tokens[i].folded not in _AMOUNTS
        for i in range(len(tokens))
    )
    acts = reduce(or_, [entries[i].flags for i in acting], 0)
    delivered = not graded and bool(acts & c.DELIVER) and not acts & (c.DIRECTION | c.STATE)
    concrete = [i for i in objects if _is_concrete(reading, i, delivered)]
    if concrete and "(" in reading.text.clean and not _outside_brackets(reading, concrete):
        concrete = []  # "(mobile)" tells which one, and cannot tell what
    main_verbs = tuple(acting or verbs)
    return Words(
        main_verbs,
        tuple(objects),
        tuple(content),
        tuple(concrete),
        frozenset(main_verbs),
        said,
    )


def _numbered(reading: Reading, ordered: bool) -> set[int]:
    """The tokens of numbers with their units, and of "in order"."""
    skipped: set[int] = set()
    for quantity in reading.quantities:
        if quantity.role is not Role.NAME:
            skipped.update(range(quantity.first, quantity.last + 1))
    if ordered:
        for i, token in enumerate(reading.tokens):
            if token.folded == "order" and i and reading.tokens[i - 1].folded == "in":
                skipped.add(i)
    return skipped


_AMOUNTS = word_set("mehr weniger more less fewer")


def _relative(reading: Reading) -> set[int]:
    """ "(von dem), was man so vorhat", "what we have in mind": says nothing of the object."""
    tokens, entries, inside = reading.tokens, reading.entries, set[int]()
    for i, token in enumerate(tokens[:-1]):
        german = token.folded == "was" and bool(entries[i].flags & c.GERMAN)
        if i == 0 or not (german or token.folded in ("what", "whatever")):
            continue
        after = entries[i + 1].flags
        if not after & (c.FUNCTION | c.ANY_VERB) or tokens[i + 1].folded in _ARTICLES:
            continue
        for k in range(i, len(tokens)):
            if tokens[k].kind is not TokenKind.WORD or reading.timed[k]:
                break
            inside.add(k)
    return inside


_ARTICLES = word_set("the a an our der die das den dem unser unsere")


def _outside_brackets(reading: Reading, indexes: list[int]) -> bool:
    """Whether one of the tokens, in order, stands outside all brackets."""
    depth, wanted = 0, frozenset(indexes)
    for i, token in enumerate(reading.tokens):
        if token.text == "(":
            depth += 1
        elif token.text == ")":
            depth = max(0, depth - 1)
        elif not depth and i in wanted:
            return True
    return False


def _main_sentences(reading: Reading) -> frozenset[int]:
    """The first sentence with words, and those with a measure or a verb that sets a goal."""
    if not reading.sentences or reading.sentences[-1] == 0:
        return frozenset((0,))
    main = {reading.sentences[q.first] for q in reading.quantities if q.role in EVIDENCE}
    for i, entry in enumerate(reading.entries):
        flags = entry.flags
        if flags & _SETS_A_GOAL and not flags & (c.NOUN | c.FUNCTION):
            main.add(reading.sentences[i])
    for i, token in enumerate(reading.tokens):
        if token.kind is TokenKind.WORD and not reading.timed[i]:
            main.add(reading.sentences[i])
            break
    return frozenset(main)


def _is_cased(reading: Reading) -> bool:
    """Whether capitals tell nouns from other words: German text with a capital inside."""
    clean = reading.text.clean
    return (
        clean != clean.lower()
        and clean != clean.upper()
        and any(token.text[:1].isupper() for token in reading.tokens)
    )


def _looks_adjectival(text: str, flags: int, cased: bool) -> bool:
    """An unknown word that is no noun: lower case in German, "-ly" in English."""
    if text.endswith("ly") and len(text) > 4 and text[0].islower():
        return True
    if not flags & c.IN_GERMAN and len(text) > 5 and text.endswith("ed"):
        return text[0].islower() and not text.endswith("eed")  # "ticked off", "vetted"
    if not cased and not flags & c.IN_GERMAN and len(text) > 5 and text.endswith("ED"):
        return not text.endswith("EED")
    if not cased and flags & c.IN_GERMAN and text.lower().endswith(_ADJECTIVE_ENDS):
        return True
    return cased and bool(flags & c.IN_GERMAN) and text[0].islower()


_ADJECTIVE_ENDS = (
    "lich", "liche", "lichen", "licher", "liches", "bare", "baren", "barer", "bares", "lose",
    "losen", "loser", "loses", "volle", "vollen", "voller", "volles", "mäßig", "mäßige", "mäßigen",
    "maessig", "maessige", "maessigen", "ierte", "ierten", "ierter", "iertes", "tische", "tischen",
    "nische", "nischen", "logische", "logischen",
)  # fmt: skip
_HOLLOW_HEADS = word_set("topic topics aspect aspects matter matters thing things stuff")
_MANY = word_set(
    """
    reihe serie vielzahl buendel palette fuelle handvoll menge paket range series number set bunch
    host handful package variety wealth raft
    """
)
_OF = word_set("von an of")
_COPULAS = word_set("is are was were be")
_CHANGE = c.UP | c.DOWN | c.BETTER | c.STATE | c.MULTIPLE


def _is_hollow(reading: Reading, i: int) -> bool:
    """A noun made of a verb of change ("enhancement"), or one before an empty head."""
    flags = reading.entries[i].flags
    if flags & c.NOMINAL and flags & _CHANGE:
        return not flags & (c.DELIVER | c.METRIC | c.COMPOUND | c.PERSON)
    if flags & c.METRIC and flags & c.GENERAL:  # "sales" are people, unless they are counted
        moved = reading.flags & (c.UP | c.DOWN) or reading.quantities
        return bool(reading.flags & c.STATE) and not moved
    after = reading.tokens[i + 1].folded if i + 1 < len(reading.tokens) else ""
    if after in _OF and reading.tokens[i].folded in _MANY:
        return True
    if flags & c.UNKNOWN and i and reading.tokens[i].folded.endswith("ing"):
        return reading.tokens[i - 1].folded in _COPULAS  # "all that is pending"
    return after in _HOLLOW_HEADS and (
        reading.tokens[i].text.islower() or reading.text.clean.isupper()
    )


def _is_concrete(reading: Reading, i: int, delivered: bool) -> bool:
    """Not a wide noun; people count where something is done with them ("train staff")."""
    flags = reading.entries[i].flags
    if _is_hollow(reading, i):
        return False
    if not flags & _WIDE or (flags & c.METRIC and not flags & c.GENERIC_METRIC):
        return True
    return (delivered and bool(flags & c.PERSON)) or _is_named(reading, i)


def _is_named(reading: Reading, i: int) -> bool:
    """A wide noun made narrow by its compound or by what stands before it: "CRM-Projekt"."""
    flags = reading.entries[i].flags
    if flags & c.COMPOUND:
        return bool(flags & c.METRIC) or not flags & (c.SOFT | c.GENERAL)
    if flags & c.IDENTIFIER and any(
        quantity.role is Role.NAME and quantity.first == i + 1 for quantity in reading.quantities
    ):
        return True  # "line 4", "Team 5"
    before = reading.tokens[i - 1] if i else None
    return before is not None and before.text == "-" and before.end == reading.tokens[i].start


def concreteness(checked: Checked) -> float:
    """How firmly the goal names its object: one for each concrete noun, a half for people."""
    goal, total = checked.goal, 0.0
    concrete = frozenset(checked.words.concrete)
    for i in checked.words.objects:
        flags = goal.entries[i].flags
        if i in concrete:
            total += 1.5 if flags & c.METRIC and flags & c.COMPOUND else 1.0
        elif flags & (c.PERSON | c.SOFT):
            total += 1.0 if flags & c.COMPOUND else 0.5
    return total
