"""Wordings: what thin commissions say, with everything that is the same for many written once.

The one rule: a wording is a shorter one of ``repertoire``, hashed and checked like any other, and
what became of it is derived by the rule of goals.domain. How it is used is in ``thin``.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property, lru_cache

from goals.demo import repertoire
from goals.demo.repertoire import Spoken
from goals.domain.attainment import UNKNOWN, Attainment, attained
from goals.domain.canonical import canonical_json, plain
from goals.domain.enums import Priority, SatisfactionAspect, Side
from goals.domain.moments import local_day
from goals.domain.outcome import CriterionRecord, Evaluation, evaluate
from goals.services import contents
from goals.store.bulk import Sheet
from goals.store.records import shape, stored
from goals.store.revisions import CriterionRow
from goals.store.rows import json_text
from goals.store.smart_reports import SmartReportRow

SIZES = (2, 2, 3, 4)
"""The number of criteria of one wording after the other, where there are so many."""
_OWN = {"org_id", "id", "revision_id", "lineage_id", "position"}
SAID = tuple(name for name in shape(CriterionRow).columns if name not in _OWN)
_OF_REPORT = {"org_id", "id", "commission_id", "revision_id", "checked_at"}
FOUND = tuple(name for name in shape(SmartReportRow).columns if name not in _OF_REPORT)
CRITERION = Sheet(CriterionRow, ("org_id", "id", "revision_id", "lineage_id", "position", *SAID))
REPORT = Sheet(
    SmartReportRow, ("org_id", "id", "commission_id", "revision_id", "checked_at", *FOUND)
)


@dataclass(frozen=True, eq=False)
class Short:
    """A short wording; ``criteria`` are values of SAID, ``drafted`` and ``signed`` of FOUND."""

    spoken: Spoken
    title: str
    criteria: tuple[tuple[object, ...], ...]
    drafted: tuple[object, ...]
    signed: tuple[object, ...]
    weights: tuple[tuple[Priority, int], ...]

    @property
    def stretch(self) -> str | None:
        """The stretch value, in text; None where nothing is measured."""
        return None if self.spoken.values is None else str(self.spoken.values[2])

    @cached_property
    def stretched(self) -> Attainment:
        """What is attained at the stretch value."""
        values = self.spoken.values
        return attained(self.spoken.target, None if values is None else values[2])

    @lru_cache(maxsize=50_000)  # noqa: B019 - there are few wordings, and they stay
    def hash_on(self, deadline: date) -> str:
        """The hash both sides sign."""
        return contents.hash_of(self.spoken.content_on(deadline))


@lru_cache(maxsize=1)
def wordings() -> tuple[Short, ...]:
    """Every short wording there is, always the same."""
    return tuple(
        _written(_shorter(each, SIZES[each.number % len(SIZES)])) for each in repertoire.spoken()
    )


def _shorter(spoken: Spoken, size: int) -> Spoken:
    content = replace(spoken.content, criteria=spoken.content.criteria[:size], resources=())
    drafted, signed = repertoire.reports(spoken.theme, content)
    return replace(
        spoken,
        content=content,
        drafted=drafted,
        signed=signed,
        needs_override=any(signed[name] == "FAIL" for name in repertoire.GATING),
        criteria=spoken.criteria[:size],
        resources=(),
    )


def _written(spoken: Spoken) -> Short:
    kinds = dict(zip(shape(CriterionRow).columns, shape(CriterionRow).kinds, strict=True))
    return Short(
        spoken=spoken,
        title=canonical_json(spoken.theme.title).decode(),
        criteria=tuple(
            tuple(stored(kinds[name], own.get(name)) for name in SAID) for own in spoken.criteria
        ),
        drafted=tuple(_text(spoken.drafted[name]) for name in FOUND),
        signed=tuple(_text(spoken.signed[name]) for name in FOUND),
        weights=tuple((Priority(part.priority), part.weight) for part in spoken.content.criteria),
    )


def _text(value: object) -> object:
    """The plain text of what is text of a kind of its own, which the engines do not know."""
    return str(value) if isinstance(value, str) else value


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is stored at the close; in ``disagreements`` each criterion is named by its number."""

    outcome: str
    attainment: str | None
    disagreements: str

    def about(self, criteria: Sequence[str]) -> str:
        """The disagreements, with the ids of these criteria."""
        text = self.disagreements
        if text != "[]":
            for place, criterion in enumerate(criteria):
                text = text.replace(f'"#{place}"', f'"{criterion}"')
        return text


@lru_cache(maxsize=200_000)
def verdict(
    weights: tuple[tuple[Priority, int], ...],
    first: Attainment,
    customer: tuple[int, ...],
    supplier: tuple[int, ...],
    perceived: tuple[int | None, int | None],
) -> Verdict:
    """Derive what both sides' per cent, the measured first criterion and the grades amount to."""
    grades = {
        side: {SatisfactionAspect.OVERALL: grade}
        for side, grade in zip(Side, perceived, strict=True)
        if grade is not None
    }
    records = [
        CriterionRecord(
            id=f"#{at}",
            priority=priority,
            weight=weight,
            measured=UNKNOWN if at else first,
            customer=customer[at] if at < len(customer) else None,
            supplier=supplier[at] if at < len(supplier) else None,
        )
        for at, (priority, weight) in enumerate(weights)
    ]
    found: Evaluation = evaluate(
        records, delivered_on=None, first_agreed=None, current=None, perceived=grades
    )
    fraction = stored("decimal", found.attainment.fraction)
    return Verdict(
        outcome=str(found.outcome.value),
        attainment=None if fraction is None else str(fraction),
        disagreements=json_text([plain(each) for each in found.disagreements]),
    )


def day_of(at: datetime) -> date:
    """The day in the time zone of the deadlines."""
    return local_day(at, contents.DEFAULT_TIME_ZONE)
