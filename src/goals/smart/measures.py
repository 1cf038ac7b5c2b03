"""What in a draft measures its result, and what kind of goal it is.

``weigh`` fills ``Checked.measures`` and the facts most rules ask for; a number that only tells
where (scope) or with what (resource) is no measure. Readers: the rules, ``verdicts``.
"""

from typing import NamedTuple

from goals.smart import clauses
from goals.smart.checked import Checked, Measure, Reading
from goals.smart.quantities import EVIDENCE, Role
from goals.smart.tokens import TokenKind
from goals.smart.words import classes as c

_INFLUENCE = c.DIRECTION | c.STATE
_ENSURING = frozenset(
    ["sicherstellen", "gewaehrleisten", "garantieren", "sichern", "ensure", "assure", "guarantee", "maintain"]
)
_NO_CONTENT = (
    c.FUNCTION | c.TIME | c.WEAK | c.HEDGE | c.INTENSIFIER | c.EMPTY | c.VAGUE_QUANTITY
    | c.PRONOUN | c.COMPARATIVE | c.PLACEHOLDER | c.OPEN_LIST | c.ABSOLUTE | c.APPROXIMATE
)  # fmt: skip


class Words(NamedTuple):
    """Token indexes of a reading: main verbs, objects (nouns), all words with content."""

    verbs: tuple[int, ...]
    objects: tuple[int, ...]
    content: tuple[int, ...]


def weigh(checked: Checked) -> None:
    """Find the measures of goal and criteria, and what the goal's words do."""
    goal = checked.goal
    checked.words = sort_words(goal)
    verb_flags = influence = 0
    for i in checked.words.verbs:
        if goal.roles[i] == clauses.GOAL:
            verb_flags |= goal.entries[i].flags
            if goal.entries[i].lemma not in _ENSURING:
                influence |= goal.entries[i].flags & _INFLUENCE
    checked.verb_flags = verb_flags
    measures = list(_measures(goal, bool(influence)))
    for reading in checked.criteria:
        measures.extend(_measures(reading, influence=False))
    for i, item in enumerate(checked.draft.criteria):
        if item.target is not None and not any(m.reading is checked.criteria[i] for m in measures):
            measures.append(Measure(checked.criteria[i], None))
    checked.measures = tuple(measures)


def _measures(reading: Reading, influence: bool) -> list[Measure]:
    found = []
    for quantity in reading.quantities:
        role = quantity.role
        if role is Role.SCOPE and not influence and quantity.unit != "all":
            found.append(Measure(reading, quantity))
        elif role in EVIDENCE:
            if influence and role is Role.ALL:
                continue
            if influence and reading.roles[quantity.first] == clauses.MEANS:
                continue
            found.append(Measure(reading, quantity))
    return found


def sort_words(reading: Reading) -> Words:
    """Verbs, objects and content words outside times and numbers."""
    units = set()
    for quantity in reading.quantities:
        units.update(
            range(quantity.first, quantity.last + 1)
        ) if quantity.role is not Role.NAME else None
    verbs, objects, content = [], [], []
    for i, token in enumerate(reading.tokens):
        if token.kind is not TokenKind.WORD or reading.timed[i]:
            continue
        flags = reading.entries[i].flags
        is_verb = flags & c.ANY_VERB and not flags & (c.AUXILIARY | c.FUNCTION)
        if is_verb and not flags & c.NOMINAL:
            if not flags & c.HEDGE:
                verbs.append(i)
                content.append(i)
            continue
        if i in units and not flags & (c.PROOF | c.MULTIPLE):
            continue
        if flags & _NO_CONTENT and not flags & (c.METRIC | c.SOFT | c.PERSON):
            continue
        if is_verb:
            verbs.append(i)
        content.append(i)
        objects.append(i)
    acting = [i for i in verbs if not reading.entries[i].flags & c.NOMINAL]
    return Words(tuple(acting or verbs), tuple(objects), tuple(content))
