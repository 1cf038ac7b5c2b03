"""Words and phrases of a class in a reading: "etc.", "and so on", "so weit möglich".

Phrases are data in ``words``; a first word flagged PHRASE makes the look-up cheap.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from goals.smart import lexicon
from goals.smart.words import classes as c

if TYPE_CHECKING:
    from goals.smart.checked import Reading


def find(reading: "Reading", flag: int) -> Iterator[tuple[int, int]]:
    """First and last token of every word or phrase of the class, outside times."""
    if not reading.flags & (flag | c.PHRASE):
        return
    known = lexicon.phrases()
    for i, entry in enumerate(reading.entries):
        if reading.timed[i]:
            continue
        if entry.flags & c.PHRASE:
            last = _match(reading, i, flag, known)
            if last is not None:
                yield i, last
                continue
        if entry.flags & flag:
            yield i, i


def _match(
    reading: "Reading", i: int, flag: int, known: dict[str, tuple[tuple[tuple[str, ...], int], ...]]
) -> int | None:
    tokens = reading.tokens
    for parts, kind in known.get(tokens[i].folded, ()):
        if kind != flag:
            continue
        j = i
        for part in parts:
            while j < len(tokens) and tokens[j].text == ".":
                j += 1
            if j >= len(tokens) or tokens[j].folded != part:
                break
            j += 1
        else:
            return j - 1
    return None
