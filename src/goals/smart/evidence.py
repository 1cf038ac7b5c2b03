"""Positive evidence: the words and records that speak for a dimension.

Without something from here no verdict can pass (``verdicts.judge``). Measures are found in
``measures``, times in ``times``.
"""

import datetime as dt
from collections.abc import Iterator

from goals.smart.checked import Checked, Reading
from goals.smart.rule import Dimension
from goals.smart.spans import Field
from goals.smart.times import TimeKind, main_deadline
from goals.smart.verdicts import Evidence
from goals.smart.words import classes as c


def gather(checked: Checked) -> list[Evidence]:
    """All evidence for a draft, dimension by dimension."""
    found = [*_specific(checked), *_measurable(checked)]
    if checked.record is not None:
        found += _accepted(checked)
        found += _realistic(checked)
    if checked.flags & c.DUE:
        found += _time_bound(checked)
    return found


def _at(
    dimension: Dimension, reading: Reading, first: int, last: int, kind: str, weak: bool = False
) -> Evidence:
    tokens, text = reading.tokens, reading.text
    start, end = tokens[first].start, tokens[last].end
    if text.offsets is not None:
        start, end = text.origin(start), text.origin(end - 1) + 1
    return Evidence(dimension, reading.field, reading.index, start, end, kind, weak)


def _specific(checked: Checked) -> Iterator[Evidence]:
    """The concrete objects of the goal: what two readers would picture alike."""
    if checked.words.concrete:
        objects = frozenset(checked.words.objects)
        for first, last in _runs(checked.words.concrete):
            while last + 1 in objects:
                last += 1  # "home page", "review score": one name
            while first and checked.goal.entries[first - 1].flags & c.GERUND:
                first -= 1  # "waiting list", "booking site"
            yield _at("specific", checked.goal, first, last, "object")


def _runs(indexes: tuple[int, ...]) -> Iterator[tuple[int, int]]:
    first = last = indexes[0]
    for i in indexes[1:]:
        if i != last + 1:
            yield first, last
            first = i
        last = i
    yield first, last


def _measurable(checked: Checked) -> Iterator[Evidence]:
    """Measures in the goal; of the criteria, those that can be seen to hold, as a whole."""
    measured: dict[int, str] = {}
    for measure in checked.measures:
        quantity = measure.quantity
        if measure.reading is not checked.goal:
            measured[measure.reading.index] = str(quantity.role) if quantity else "target"
        elif quantity is not None:
            first = _with_every(measure.reading, quantity.first)
            yield _at("measurable", measure.reading, first, quantity.last, str(quantity.role))
    weak = bool(checked.verb_flags & (c.DIRECTION | c.STATE)) and not checked.measures
    for reading in checked.criteria:
        kind = measured.get(reading.index)
        if kind is None and observable(reading):
            kind = "criterion"
        if kind is not None and reading.tokens:
            yield _at("measurable", reading, 0, len(reading.tokens) - 1, kind, weak)


def _with_every(reading: Reading, first: int) -> int:
    """Where a measure begins: "all 14", "jede der 38" belong together."""
    while first and (
        reading.entries[first - 1].flags & (c.EVERY | c.COMPARATOR)
        or any(entry.flags & c.EVERY for entry in reading.entries[max(0, first - 3) : first - 1])
    ):
        first -= 1
    return first


def observable(reading: Reading) -> bool:
    """Whether a criterion without a number can be seen to hold: content, and no weak word."""
    flags = reading.flags
    if flags & (c.WEAK | c.COMPARATIVE | c.PLACEHOLDER | c.HEDGE | c.ABSOLUTE):
        return bool(flags & c.PROOF)
    words = [
        entry.flags
        for entry in reading.entries
        if entry.flags and not entry.flags & (c.FUNCTION | c.EMPTY | c.TIME | c.VAGUE_QUANTITY)
    ]
    if flags & c.SOFT and not flags & c.PROOF and len(words) < 4:
        return False
    return len(words) >= 2


def _accepted(checked: Checked) -> Iterator[Evidence]:
    record = checked.record
    if record is None:
        return
    sides = {
        signed.side
        for signed in record.signatures
        if signed.decision == "ACCEPT" and signed.revision_hash == record.revision_hash
    }
    if {"CUSTOMER", "SUPPLIER"} <= sides and not record.objections:
        yield Evidence("accepted", Field.RECORD, 0, 0, 0, "signatures")


def _realistic(checked: Checked) -> Iterator[Evidence]:
    """Resources committed, and either free capacity or enough experience to compare with."""
    record, history = checked.record, checked.history
    if record is None or not record.resources:
        return
    if any(item.status != "COMMITTED" for item in record.resources):
        return
    enough = history is not None and history.count >= checked.config.thresholds.history_minimum
    if record.workload or enough:
        yield Evidence("realistic", Field.RECORD, 0, 0, 0, "resources")
    if record.workload:
        yield Evidence("realistic", Field.RECORD, 0, 0, 0, "capacity")
    if enough:
        yield Evidence("realistic", Field.RECORD, 0, 0, 0, "history")


def _time_bound(checked: Checked) -> Iterator[Evidence]:
    if checked.deadline_date is not None:
        yield Evidence("timeBound", Field.DEADLINE, 0, 0, 0, "deadline")
    for reading in (checked.goal, checked.deadline, *checked.criteria):
        if reading is None:
            continue
        for found in reading.times:
            if found.kind is TimeKind.DEADLINE and found.last is not None:
                text = reading.text
                start, end = found.start, found.end
                if text.offsets is not None:
                    start, end = text.origin(start), text.origin(end - 1) + 1
                yield Evidence("timeBound", reading.field, reading.index, start, end, "deadline")


def resolved_deadline(checked: Checked) -> dt.date | None:
    """The commission's deadline: the field's, else the goal's, else a criterion's; or ``None``."""
    if checked.deadline_date is not None:
        return checked.deadline_date
    for reading in (checked.deadline, checked.goal, *checked.criteria):
        if reading is not None:
            found = main_deadline(reading.times)
            if found is not None and not found.impossible:
                return found.last
    return None
