"""Text as the checker reads it, and the way back to what was typed.

``normalise`` unifies quotes, dashes and spaces, composes accents and drops invisible marks;
``Text.origin`` maps an offset in the clean text to the offset in the raw one, both in code points.
The tokens of a clean text are made in ``tokens``.
"""

import re
import unicodedata
from typing import NamedTuple

_SAME_LENGTH = str.maketrans(
    {
        **dict.fromkeys("“”„‟«»″", '"'),
        **dict.fromkeys("‘’‚‛`´′ʼ", "'"),
        **dict.fromkeys("‐‑‒–—―−﹣－", "-"),
        **dict.fromkeys("\u00a0\u1680\u202f\u205f\u3000\x00\t\x0b\x0c", " "),
        **{chr(code): " " for code in range(0x2000, 0x200B)},
        "％": "%",
        "⁄": "/",
    }
)
_INVISIBLE = (
    "\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff"
)
_COMBINING = "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff"
_NEEDS_MAP = re.compile(f"[{_INVISIBLE}{_COMBINING}]")
# At most 30 marks a letter: canonical ordering of longer runs would take quadratic time.
_PIECE = re.compile(f"[{_INVISIBLE}]|.[{_COMBINING}]{{0,30}}", re.DOTALL)
_DROPPED = re.compile(f"[{_INVISIBLE}]")


class Text(NamedTuple):
    """A field's text: as typed, as read, and the offsets between (``None``: the same)."""

    raw: str
    clean: str
    offsets: tuple[int, ...] | None = None

    def origin(self, index: int) -> int:
        """Offset in the raw text of an offset in the clean text (0 … len(clean))."""
        if self.offsets is None:
            return index
        return self.offsets[index]


def normalise(raw: str) -> Text:
    """Read a raw field: NFC, plain quotes, dashes and spaces, no invisible marks."""
    if raw.isascii():
        if "\x00" in raw or "\t" in raw:
            return Text(raw, raw.translate(_SAME_LENGTH))
        return Text(raw, raw)
    if _NEEDS_MAP.search(raw) is None:
        return Text(raw, raw.translate(_SAME_LENGTH))
    return _normalise_with_map(raw)


def _normalise_with_map(raw: str) -> Text:
    """The rare path: marks to drop or accents to compose, so offsets shift."""
    pieces: list[str] = []
    offsets: list[int] = []
    for match in _PIECE.finditer(raw):
        piece = match.group()
        if _DROPPED.match(piece):
            piece = piece[1:]  # an invisible mark that carries accents leaves the accents
        if len(piece) > 1:
            piece = unicodedata.normalize("NFC", piece)
        pieces.append(piece)
        offsets.extend([match.start()] * len(piece))
    offsets.append(len(raw))
    return Text(raw, "".join(pieces).translate(_SAME_LENGTH), tuple(offsets))
