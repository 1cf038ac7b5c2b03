"""Histories: the events of a commission for a reader: who changed what, from what to what.

Only what history itself holds, or what can never change, is told: revisions, measured values,
states. An erased body leaves the sentence and takes the differences with it.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from goals.domain.enums import CheckInHealth, Language, Outcome, State
from goals.domain.history import Change, changed, changed_lines
from goals.domain.labels import label
from goals.domain.words import Word
from goals.store.revisions import CriterionRow, Wording, from_json

_TEXTS = (
    ("goal", "goal"),
    ("benefit", "benefit"),
    ("background", "background"),
    ("in_scope", "inScope"),
    ("out_of_scope", "outOfScope"),
    ("must_not_change", "mustNotChange"),
    ("deadline", "deadline"),
    ("deadline_time_zone", "deadlineTimeZone"),
    ("check_in_cadence_days", "checkInCadenceDays"),
)
_PARTS = (
    ("resources", ("kind", "text", "amount", "unit", "side", "status")),
    ("duties", ("side", "text", "due")),
    ("risks", ("nature", "text", "likelihood", "impact", "treatment", "owner")),
    ("parties", ("who", "interest", "involvement")),
)
_WORDS: dict[str, type[Word]] = {"state": State, "health": CheckInHealth, "outcome": Outcome}


@dataclass(frozen=True, slots=True)
class Told:
    """What an event is told from; the JSON texts are as the statement delivers them.

    ``body`` is that of the event, ``state_before`` the body of the last one before it that named a
    state; ``wordings`` the revision it made and the one before; ``criteria`` what was measured:
    [id, text, unit, value before]; ``handed`` the names of who gave and who took over.
    """

    body: str | None
    state_before: str | None
    wordings: tuple[str | None, str | None]
    criteria: str | None
    handed: tuple[str | None, str | None]


def changes(told: Told, language: Language) -> list[Change]:
    """The differences an event made, in the order a reader asks for them."""
    body = json.loads(told.body or "{}")
    return [
        *_state(told, body, language),
        *_wording(*told.wordings),
        *_plain(body, language),
        *changed("contact", *told.handed),
        *_measured(body, json.loads(told.criteria or "[]")),
    ]


def _state(told: Told, body: dict[str, Any], language: Language) -> list[Change]:
    before = json.loads(told.state_before or "{}").get("state")
    after = body.get("state")
    if after is None:
        return []
    return changed("state", _word("state", before, language), _word("state", after, language))


def _word(field: str, value: Any, language: Language) -> str | None:
    kind = _WORDS.get(field)
    if value is None or kind is None or value not in set(kind):
        return None if value is None else str(value)
    return label(kind(value), language)


def _plain(body: dict[str, Any], language: Language) -> Iterator[Change]:
    for field in ("confidence", "health", "outcome", "cause"):
        if body.get(field) is not None:
            yield Change(field, None, _word(field, body[field], language))


def _measured(body: dict[str, Any], criteria: Sequence[Sequence[Any]]) -> Iterator[Change]:
    known = {key: (text, unit, before) for key, text, unit, before in criteria}
    for each in body.get("measurements", []):
        text, unit, before = known.get(each["criterion"], (None, None, None))
        yield Change("measurement", _with(before, unit), _with(each["value"], unit), text)
    if "attainment" in body:
        text = known.get(body.get("criterion"), (None,))[0]
        yield Change("attainment", None, str(body["attainment"]), text)


def _with(value: Any, unit: str | None) -> str | None:
    return None if value is None else " ".join(str(each) for each in (value, unit) if each)


def _wording(old: str | None, new: str | None) -> list[Change]:
    if old is None or new is None:
        return []
    before, after = from_json(old), from_json(new)
    found: list[Change] = []
    for name, field in _TEXTS:
        found += changed(
            field, _text(getattr(before.revision, name)), _text(getattr(after.revision, name))
        )
    found += changed_lines("criteria", _criteria(before), _criteria(after))
    for name, columns in _PARTS:
        lines = [
            [_line(row, columns) for row in getattr(wording, name)] for wording in (before, after)
        ]
        found += changed_lines(name, *[[(line, line) for line in each] for each in lines])
    return found


def _criteria(wording: Wording) -> list[tuple[str, str]]:
    return [(str(row.lineage_id), _criterion(row)) for row in wording.criteria]


def _criterion(row: CriterionRow) -> str:
    """The criterion as a line: its text, its way from baseline to target, and its priority."""
    numbers = [_with(value, row.unit) for value in (row.baseline, row.target)]
    way = " → ".join(each for each in numbers if each)
    return f"{row.text}{f' ({way})' if way else ''} [{row.priority}]"


def _line(row: Any, columns: Sequence[str]) -> str:
    return ", ".join(_text(getattr(row, name)) or "" for name in columns if getattr(row, name))


def _text(value: Any) -> str | None:
    return None if value is None else str(value)
