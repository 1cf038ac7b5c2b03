"""A draft as the rules see it: every field read once, with words, quantities and times marked.

``Reading`` is one field, ``Checked`` the whole draft; both are built by ``reading`` and only read
afterwards. All indexes are token indexes unless they say otherwise.
"""

import datetime as dt
from collections.abc import Sequence

from goals.smart.config import Config
from goals.smart.fields import Draft
from goals.smart.lexicon import Entry
from goals.smart.quantities import Quantity
from goals.smart.record import History, Record
from goals.smart.spans import Field
from goals.smart.text import Text
from goals.smart.times import TimeExpression
from goals.smart.tokens import Token


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


class Checked:
    """The draft with its readings, the records and the settings of this check.

    ``deadline_date`` is the deadline field when it was given as a date; as text it is the reading
    ``deadline``. ``language`` is "de", "en" or ``None`` (neither was recognised).
    """

    __slots__ = (
        "benefit",
        "config",
        "criteria",
        "customer",
        "deadline",
        "deadline_date",
        "draft",
        "flags",
        "goal",
        "history",
        "language",
        "owner",
        "record",
        "resources",
        "today",
    )

    def __init__(self, draft: Draft, today: dt.date, config: Config) -> None:
        self.draft = draft
        self.today = today
        self.config = config
        self.language: str | None = None
        self.goal: Reading
        self.benefit: Reading | None = None
        self.customer: Reading | None = None
        self.criteria: tuple[Reading, ...] = ()
        self.resources: tuple[Reading, ...] = ()
        self.deadline: Reading | None = None
        self.deadline_date: dt.date | None = None
        self.owner: str | None = None
        self.record: Record | None = None
        self.history: History | None = None
        self.flags = 0
