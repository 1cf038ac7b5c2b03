"""A draft as the rules see it: every field read once, with words, quantities and times marked.

``Reading`` is one field, ``Checked`` the whole draft; both are built by ``reading`` and only read
afterwards. All indexes are token indexes unless they say otherwise.
"""

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from goals.smart.config import Config
from goals.smart.fields import Draft
from goals.smart.lexicon import Entry
from goals.smart.quantities import Quantity, Role
from goals.smart.spans import Field
from goals.smart.text import Text
from goals.smart.times import TimeExpression
from goals.smart.tokens import Token

if TYPE_CHECKING:
    from goals.smart.measures import Words
    from goals.smart.record import History, Record


class Reading:
    """One field: tokens, what each word is, clause roles, times, quantities.

    ``roles`` holds a ``clauses.Role`` per token, ``sentences`` the number of its sentence,
    ``timed`` whether a time expression covers it; ``flags`` is the union of all word classes.
    """

    __slots__ = (
        "entries",
        "field",
        "flags",
        "index",
        "quantities",
        "roles",
        "sentences",
        "text",
        "timed",
        "times",
        "tokens",
    )

    def __init__(self, field: Field, index: int, text: Text, tokens: tuple[Token, ...]) -> None:
        self.field = field
        self.index = index
        self.text = text
        self.tokens = tokens
        self.entries: Sequence[Entry] = ()
        self.flags = 0
        self.roles: Sequence[int] = ()
        self.sentences: Sequence[int] = ()
        self.timed: Sequence[bool] = ()
        self.times: tuple[TimeExpression, ...] = ()
        self.quantities: tuple[Quantity, ...] = ()

    def having(self, classes: int, role: int | None = 0) -> Iterator[int]:
        """Tokens of any of these classes outside times; by default in the main clause only."""
        if self.flags & classes:
            for i, entry in enumerate(self.entries):
                if not entry.flags & classes or self.timed[i]:
                    continue
                if role is None or self.roles[i] == role:
                    yield i

    def raw(self, first: int, last: int) -> str:
        """The clean words from one token to another, inclusive."""
        return self.text.clean[self.tokens[first].start : self.tokens[last].end]


class Measure(NamedTuple):
    """A quantity that measures the result; ``None`` for a criterion's filled-in target."""

    reading: Reading
    quantity: Quantity | None


Due = tuple[Reading, TimeExpression] | None


class Checked:
    """The draft with its readings, the records and the settings of this check.

    ``deadline_date`` is the deadline field when it was given as a date; as text it is the reading
    ``deadline``. ``due`` is the phrase that says by when, and where it stands. ``language`` is
    "de", "en" or ``None`` (neither was recognised).
    """

    __slots__ = (
        "benefit",
        "concreteness",
        "config",
        "criteria",
        "customer",
        "deadline",
        "deadline_date",
        "draft",
        "due",
        "flags",
        "goal",
        "history",
        "language",
        "measured_criteria",
        "measured_sentences",
        "measures",
        "owner",
        "record",
        "resources",
        "said",
        "speechless",
        "today",
        "verb_flags",
        "words",
    )

    def __init__(self, draft: Draft, today: dt.date, config: Config) -> None:
        self.draft = draft
        self.today = today
        self.config = config
        self.language: str | None = None
        self.speechless = False  # nothing is said, or in a language that was not recognised
        self.goal: Reading
        self.benefit: Reading | None = None
        self.customer: Reading | None = None
        self.criteria: tuple[Reading, ...] = ()
        self.resources: tuple[Reading, ...] = ()
        self.deadline: Reading | None = None
        self.deadline_date: dt.date | None = None
        self.due: Due = None
        self.owner: str | None = None
        self.record: Record | None = None
        self.history: History | None = None
        self.flags = 0
        self.measures: tuple[Measure, ...] = ()
        self.said = 0  # classes of the words in the goal's main sentences
        self.verb_flags = 0  # classes of the verbs in the goal's main clause
        self.measured_sentences: frozenset[int] = frozenset()  # of the goal
        self.measured_criteria = False
        self.words: Words
        self.concreteness = 0.0  # how firmly the goal names its object (``measures``)

    def measured_at(self, reading: Reading, i: int) -> bool:
        """Whether the sentence of a token has a measure, or a criterion has one."""
        if self.measured_criteria:
            return True
        return reading is self.goal and reading.sentences[i] in self.measured_sentences

    def measured_near(self, reading: Reading, i: int, window: int) -> bool:
        """Whether a quantity of the reading lies within so many tokens, in the same sentence."""
        quantities = reading.quantities
        at = bisect_right(quantities, i + window, key=_FIRST)
        for quantity in quantities[max(0, at - 4) : at]:
            if quantity.role is Role.NAME:
                continue
            if reading.sentences[quantity.first] != reading.sentences[i]:
                continue
            if i <= max(quantity.last, quantity.noun) + window:
                return True
        return False


_FIRST = attrgetter("first")
