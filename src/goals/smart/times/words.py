"""The reader's view of a field: tokens with padded look-ahead, and what a reading is.

``Words`` is made once per field; every reader takes it and an index, and gives a ``Reading`` or
``None``. Readers live in ``points``, ``relative``, ``durations``, ``phrases``.
"""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from goals.smart.text import Text
from goals.smart.times.expression import TimeContext, TimeKind
from goals.smart.times.periods import Grain, Part
from goals.smart.tokens import Token, TokenKind

_PAD = 8


class Words:
    """Tokens of one field; ``folded`` is padded with empty words on the right."""

    __slots__ = ("clean", "context", "count", "folded", "tokens")

    def __init__(self, text: Text, tokens: Sequence[Token], context: TimeContext) -> None:
        self.clean = text.clean
        self.tokens = tokens
        self.count = len(tokens)
        self.folded = [token.folded for token in tokens] + [""] * _PAD
        self.context = context

    def is_number(self, index: int) -> bool:
        """Whether a token of digits stands at an index."""
        return 0 <= index < self.count and self.tokens[index].kind is TokenKind.NUMBER

    def integer(self, index: int) -> int | None:
        """The whole number at an index, of at most four digits."""
        if not self.is_number(index):
            return None
        text = self.tokens[index].text
        return int(text) if len(text) <= 4 and text.isdigit() else None

    def touching(self, index: int) -> bool:
        """Whether the token at an index touches the next one."""
        return index + 1 < self.count and self.tokens[index].end == self.tokens[index + 1].start

    def capital(self, index: int) -> bool:
        """Whether a word with a capital stands at an index."""
        return index < self.count and self.tokens[index].text[:1].isupper()

    def stop_after(self, offset: int, index: int) -> int:
        """The index of the first token at or behind an offset, from an index on."""
        while index < self.count and self.tokens[index].start < offset:
            index += 1
        return index


class Reading(NamedTuple):
    """What stands from token ``begin`` to before token ``stop``.

    ``kind`` is set where the words themselves settle it; else ``classify`` looks around.
    """

    begin: int
    stop: int
    rule: str
    first: date | None = None
    last: date | None = None
    grain: Grain = Grain.DAY
    guessed: bool = False
    impossible: bool = False
    relative: bool = False
    kind: TimeKind | None = None
    marked: bool = False
    part: Part | None = None
