"""Repertoire: what commissions made in bulk say, written, hashed and checked once, used many times.

The one rule: a wording is a ``RevisionContent`` like any other, and its hash is that of
goals.services.contents. The themes are in ``themes``, what becomes of a wording in ``courses``.
"""

from dataclasses import dataclass, fields, replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from functools import lru_cache
from random import Random
from typing import Any
from uuid import UUID

from goals import smart
from goals.demo.themes import THEMES, Theme, team_of
from goals.domain.attainment import Target
from goals.domain.enums import (
    CriterionKind,
    Direction,
    Priority,
    ResourceKind,
    ResourceStatus,
    Side,
    Word,
)
from goals.services import contents, smart_reports
from goals.services.requests import CriterionPart, ResourcePart, RevisionContent
from goals.smart import record as known
from goals.store.bulk import Written
from goals.store.revisions import Wording
from goals.store.rows import json_text

VARIATIONS = 8
"""So many variants of each theme's numbers."""
SAMPLE_DEADLINE = date(2026, 6, 26)
"""A Friday; the deadlines of all courses are Fridays, too."""
GATING = ("specific", "measurable", "realistic", "time_bound")

_MORE = {
    "de": (
        CriterionPart(
            text="Höchstens 2 Reklamationen im ersten Monat danach, laut Reklamationsliste",
            kind=CriterionKind.METRIC,
            direction=Direction.AT_MOST,
            target=Decimal(2),
            unit="Reklamationen",
            priority=Priority.SHOULD,
        ),
        CriterionPart(
            text="Ein Erfahrungsbericht von einer Seite liegt beiden Teams vor",
            priority=Priority.WISH,
        ),
    ),
    "en": (
        CriterionPart(
            text="At most 2 complaints in the first month afterwards, by the list of complaints",
            kind=CriterionKind.METRIC,
            direction=Direction.AT_MOST,
            target=Decimal(2),
            unit="complaints",
            priority=Priority.SHOULD,
        ),
        CriterionPart(
            text="Both teams have a report of one page on what was learnt", priority=Priority.WISH
        ),
    ),
}


@dataclass(frozen=True, slots=True)
class Spoken:
    """One variant of a theme: its content but for the deadline, and the checker's verdicts on it.

    ``drafted`` and ``signed`` are the columns of SMART reports: before and after both signatures.
    ``needs_override`` says that the gate is closed to it. ``values`` are the measured metric's
    baseline, target and stretch, ``target`` is that criterion's; ``criteria`` and ``resources`` are
    the columns of their rows.
    """

    number: int
    theme: Theme
    content: RevisionContent
    drafted: dict[str, Any]
    signed: dict[str, Any]
    needs_override: bool
    values: tuple[Decimal, Decimal, Decimal] | None
    target: Target
    criteria: tuple[dict[str, Any], ...]
    resources: tuple[dict[str, Any], ...]

    def content_on(self, deadline: date) -> RevisionContent:
        """The content with this deadline."""
        return replace(self.content, deadline=deadline)


@lru_cache(maxsize=100_000)
def hash_on(number: int, deadline: date) -> str:
    """The hash both sides sign: wording ``number`` of ``spoken()`` with this deadline."""
    return contents.hash_of(spoken()[number].content_on(deadline))


@lru_cache(maxsize=1)
def spoken() -> tuple[Spoken, ...]:
    """Every wording there is, always the same."""
    dice = Random(17)  # noqa: S311 - variety, not secrecy
    pairs = [theme for theme in THEMES for _ in range(VARIATIONS)]
    return tuple(_speak(number, theme, dice) for number, theme in enumerate(pairs))


def _speak(number: int, theme: Theme, dice: Random) -> Spoken:
    a, b = dice.randint(*theme.start), dice.randint(*theme.end)
    far = b + 2 if theme.rising else max(b - 1, 0)
    values = None if theme.weak else (Decimal(a), Decimal(b), Decimal(far))
    content = RevisionContent(
        goal=theme.goal.format(a=a, b=b),
        benefit=theme.benefit,
        deadline=SAMPLE_DEADLINE,
        deadline_time_zone=contents.DEFAULT_TIME_ZONE,
        check_in_cadence_days=dice.choice((14, 21, 30)),
        criteria=_criteria(theme, values),
        resources=(_resource(theme, dice.choice((5, 8, 12, 20))),),
    )
    drafted, signed = reports(theme, content)
    return Spoken(
        number=number,
        theme=theme,
        content=content,
        drafted=drafted,
        signed=signed,
        needs_override=any(signed[name] == "FAIL" for name in GATING),
        values=values,
        target=_target(content.criteria[0]),
        criteria=tuple(_columns(part) for part in content.criteria),
        resources=tuple(_columns(part) for part in content.resources),
    )


def _target(part: CriterionPart) -> Target:
    return Target(part.kind, part.direction, part.baseline, part.target, part.stretch, part.band)


def _columns(part: CriterionPart | ResourcePart) -> dict[str, Any]:
    """The columns that a part of a revision fills, enumerations as plain text."""
    found = {each.name: getattr(part, each.name) for each in fields(part)}
    return {
        name: value.value if isinstance(value, Word) else value
        for name, value in found.items()
        if name != "lineage_id"
    }


def _criteria(
    theme: Theme, values: tuple[Decimal, Decimal, Decimal] | None
) -> tuple[CriterionPart, ...]:
    """Four criteria, the first two of them MUST; two where nobody thought of more."""
    if values is None:
        return (
            CriterionPart(text=theme.criterion),
            CriterionPart(text=theme.second, priority=Priority.SHOULD),
        )
    baseline, target, stretch = values
    first = CriterionPart(
        text=theme.criterion,
        kind=CriterionKind.METRIC,
        direction=Direction.INCREASE if theme.rising else Direction.DECREASE,
        baseline=baseline,
        target=target,
        stretch=stretch,
        unit=theme.unit,
        weight=3,
    )
    return (first, CriterionPart(text=theme.second), *_MORE[theme.language])


def _resource(theme: Theme, days: int) -> ResourcePart:
    unit = "Personentage" if theme.language == "de" else "person-days"
    return ResourcePart(
        ResourceKind.PEOPLE,
        f"{days} {unit}",
        Side.SUPPLIER,
        Decimal(days),
        unit,
        ResourceStatus.COMMITTED,
    )


def reports(theme: Theme, content: RevisionContent) -> tuple[dict[str, Any], dict[str, Any]]:
    """What the checker says to the draft, and to the same words with both signatures."""
    today = SAMPLE_DEADLINE - timedelta(days=60)
    wording = _sample(content)
    revision = wording.revision
    both = tuple(known.Signed(side, side, 1, revision.content_hash) for side in Side)
    record = known.Record(
        revision=1,
        revision_hash=revision.content_hash,
        customer="CUSTOMER",
        supplier="SUPPLIER",
        signatures=both,
        resources=tuple(
            known.Provision(
                each.kind,
                each.status,
                None if each.amount is None else float(each.amount),
                each.unit,
                each.side,
            )
            for each in wording.resources
        ),
        effort_days=sum(float(each.amount or 0) for each in wording.resources),
        started=today,
    )
    drafted = smart.check(smart_reports.draft_of(wording, None), today=today)
    label = team_of(theme.customer)
    signed = smart.check(smart_reports.draft_of(wording, label), record=record, today=today)
    return _written(drafted), _written(signed)


def _written(report: smart.Report) -> dict[str, Any]:
    """The columns of a report; what it found is written as JSON once, not in every row."""
    columns = smart_reports.as_columns(report)
    return columns | {name: Written(json_text(columns[name])) for name in ("findings", "evidence")}


def _sample(content: RevisionContent) -> Wording:
    nobody = UUID(int=0)
    return contents.rows_of(
        content,
        org_id=nobody,
        commission_id=nobody,
        number=1,
        author_id=nobody,
        author_side=Side.CUSTOMER,
        now=datetime(2026, 1, 1, tzinfo=UTC),
    )
