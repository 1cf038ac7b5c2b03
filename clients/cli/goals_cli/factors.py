"""Factors on the command line: ``hindered:KEY``, with strength and share if wanted.

Form: POLARITY:KEY[:STRENGTH[:SHARE]], for example ``missing:clear-goal:3:own``. The keys are
listed by `goals factors`.
"""

from collections.abc import Iterable
from typing import Any

import click

from goals_cli.errors import Misused
from goals_cli.labels import LOCUS, POLARITY
from goals_cli.language import Words, say
from goals_cli.parameters import Choice

FACTOR_WORDS = Words(
    "Was förderlich, hinderlich oder fehlend war: hinderlich:SCHLÜSSEL[:1-3[:eigene]]; "
    "Schlüssel zeigt `goals factors`. Mehrfach möglich.",
    "What helped, hindered or was missing: hindered:KEY[:1-3[:own]]; `goals factors` lists the "
    "keys. Repeatable.",
)


def observations(values: Iterable[str]) -> list[dict[str, Any]]:
    """Read factor observations as the server takes them; raises Misused when unclear."""
    return [_observation(value) for value in values]


def _observation(value: str) -> dict[str, Any]:
    parts = [part.strip() for part in value.split(":")]
    if not 2 <= len(parts) <= 4 or not parts[1]:
        raise _unclear(value)
    found: dict[str, Any] = {"factor": parts[1], "strength": 2, "locus": "SHARED"}
    try:
        found["polarity"] = Choice(POLARITY).convert(parts[0], None, None)
        if len(parts) > 2:
            found["strength"] = int(parts[2]) if parts[2] in ("1", "2", "3") else _refuse(value)
        if len(parts) > 3:
            found["locus"] = Choice(LOCUS).convert(parts[3], None, None)
    except click.BadParameter:
        raise _unclear(value) from None
    return found


def _refuse(value: str) -> int:
    raise _unclear(value)


def _unclear(value: str) -> Misused:
    return Misused(
        say("Den Einfluss {!r} verstehe ich nicht.", "The factor {!r} is unclear.").format(
            value[:60]
        ),
        say("Form: hinderlich:SCHLÜSSEL:2:eigene", "Form: hindered:KEY:2:own"),
        "goals factors",
        path=("factor",),
    )
