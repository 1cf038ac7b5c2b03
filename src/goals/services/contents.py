"""Contents: the content of a revision, checked, hashed, and written with all its parts.

What is signed is ``Content``: texts, date and parts, without ids, numbers or authors.
"""

from collections.abc import Sequence
from dataclasses import fields, replace
from datetime import datetime
from typing import Any, TypeVar, cast
from uuid import UUID

from goals.domain.attainment import Target, check_target
from goals.domain.canonical import content_hash
from goals.domain.enums import Side
from goals.domain.identity import uuid7
from goals.services.forms import LONG, SHORT, Form
from goals.services.requests import (
    CriterionPart,
    DutyPart,
    PartyPart,
    ResourcePart,
    RevisionContent,
    RiskPart,
)
from goals.store.revisions import (
    CriterionRow,
    DutyRow,
    PartyRow,
    ResourceRow,
    RevisionRow,
    RiskRow,
    Wording,
)

R = TypeVar("R")
P = TypeVar("P")

MOST_PARTS = 50
DEFAULT_TIME_ZONE = "Europe/Berlin"


def checked(form: Form, content: RevisionContent) -> RevisionContent:
    """The content with clean values; faults go to the form under ``content``."""
    texts: dict[str, Any] = {
        name: form.optional(getattr(content, name), ("content", path), LONG)
        for name, path in (
            ("goal", "goal"),
            ("benefit", "benefit"),
            ("background", "background"),
            ("in_scope", "inScope"),
            ("out_of_scope", "outOfScope"),
            ("must_not_change", "mustNotChange"),
        )
    }
    for name in ("criteria", "resources", "duties", "risks", "parties"):
        parts = getattr(content, name)
        if len(parts) > MOST_PARTS:
            form.fault("TOO_MANY", ("content", name), actual=len(parts), limit=MOST_PARTS)
            content = replace(content, **cast("Any", {name: ()}))
    zone = content.deadline_time_zone
    return RevisionContent(
        **texts,
        deadline=form.optional_date(content.deadline, ("content", "deadline")),
        deadline_time_zone=DEFAULT_TIME_ZONE
        if zone is None
        else form.time_zone(zone, ("content", "deadlineTimeZone")),
        check_in_cadence_days=form.optional_integer(
            content.check_in_cadence_days, ("content", "checkInCadenceDays"), 1, 366
        ),
        criteria=tuple(_criterion(form, at, part) for at, part in enumerate(content.criteria)),
        resources=tuple(_resource(form, at, part) for at, part in enumerate(content.resources)),
        duties=tuple(_duty(form, at, part) for at, part in enumerate(content.duties)),
        risks=tuple(_risk(form, at, part) for at, part in enumerate(content.risks)),
        parties=tuple(_party(form, at, part) for at, part in enumerate(content.parties)),
    )


def hash_of(content: RevisionContent) -> str:
    """The hash both sides sign: lineage is bookkeeping and not part of it."""
    return content_hash(without_lineages(content))


def without_lineages(content: RevisionContent) -> RevisionContent:
    """The content as something new; a first revision continues nothing, whatever it claims."""
    return replace(
        content,
        criteria=tuple(replace(part, lineage_id=None) for part in content.criteria),
        duties=tuple(replace(part, lineage_id=None) for part in content.duties),
    )


def rows_of(
    content: RevisionContent,
    *,
    org_id: UUID,
    commission_id: UUID,
    number: int,
    author_id: UUID,
    author_side: Side,
    now: datetime,
    cause: str | None = None,
) -> Wording:
    """The rows of a new revision with all its parts, not yet inserted."""
    revision = RevisionRow(
        org_id=org_id,
        id=uuid7(now),
        commission_id=commission_id,
        number=number,
        content_hash=hash_of(content),
        cause=cause,
        author_id=author_id,
        author_side=author_side,
        created_at=now,
        goal=content.goal,
        benefit=content.benefit,
        background=content.background,
        in_scope=content.in_scope,
        out_of_scope=content.out_of_scope,
        must_not_change=content.must_not_change,
        deadline=content.deadline,
        deadline_time_zone=content.deadline_time_zone or DEFAULT_TIME_ZONE,
        check_in_cadence_days=content.check_in_cadence_days,
    )

    def parts(kind: type[R], given: Sequence[Any]) -> tuple[R, ...]:
        return tuple(_row(kind, revision, at, part, now) for at, part in enumerate(given, 1))

    return Wording(
        revision,
        parts(CriterionRow, content.criteria),
        parts(ResourceRow, content.resources),
        parts(DutyRow, content.duties),
        parts(RiskRow, content.risks),
        parts(PartyRow, content.parties),
    )


def content_of(wording: Wording) -> RevisionContent:
    """The content again from stored rows; its hash is that of the revision."""
    revision = wording.revision
    texts = {each.name: getattr(revision, each.name) for each in fields(RevisionContent)[:9]}
    return RevisionContent(
        **texts,
        criteria=tuple(_part(CriterionPart, row) for row in wording.criteria),
        resources=tuple(_part(ResourcePart, row) for row in wording.resources),
        duties=tuple(_part(DutyPart, row) for row in wording.duties),
        risks=tuple(_part(RiskPart, row) for row in wording.risks),
        parties=tuple(_part(PartyPart, row) for row in wording.parties),
    )


def _part(kind: type[P], row: Any) -> P:
    return kind(**{each.name: getattr(row, each.name) for each in fields(cast("Any", kind))})


def _row(kind: type[R], revision: RevisionRow, at: int, part: Any, now: datetime) -> R:
    made = uuid7(now)
    values = {each.name: getattr(part, each.name) for each in fields(part)}
    if "lineage_id" in values:
        values["lineage_id"] = values["lineage_id"] or made
    make: Any = kind
    return cast(
        "R",
        make(org_id=revision.org_id, id=made, revision_id=revision.id, position=at, **values),
    )


def _criterion(form: Form, at: int, part: CriterionPart) -> CriterionPart:
    path = ("content", "criteria", at)
    numbers: dict[str, Any] = {
        name: form.optional_decimal(getattr(part, name), (*path, name))
        for name in ("baseline", "target", "stretch", "band")
    }
    lines: dict[str, Any] = {
        name: form.optional_line(getattr(part, name), (*path, name))
        for name in ("unit", "method", "source", "observer")
    }
    clean = replace(
        part,
        text=form.text(part.text, (*path, "text"), LONG),
        weight=form.integer(part.weight, (*path, "weight"), 1, 100),
        **numbers,
        **lines,
    )
    target = Target(
        clean.kind, clean.direction, clean.baseline, clean.target, clean.stretch, clean.band
    )
    check_target(target, path, form.issues)
    return clean


def _resource(form: Form, at: int, part: ResourcePart) -> ResourcePart:
    path = ("content", "resources", at)
    return replace(
        part,
        text=form.text(part.text, (*path, "text"), SHORT),
        amount=form.optional_decimal(part.amount, (*path, "amount")),
        unit=form.optional_line(part.unit, (*path, "unit")),
    )


def _duty(form: Form, at: int, part: DutyPart) -> DutyPart:
    path = ("content", "duties", at)
    return replace(
        part,
        text=form.text(part.text, (*path, "text"), SHORT),
        due=form.optional_date(part.due, (*path, "due")),
    )


def _risk(form: Form, at: int, part: RiskPart) -> RiskPart:
    path = ("content", "risks", at)
    return replace(
        part,
        text=form.text(part.text, (*path, "text"), LONG),
        likelihood=form.integer(part.likelihood, (*path, "likelihood"), 1, 5),
        impact=form.integer(part.impact, (*path, "impact"), 1, 5),
        treatment=form.optional(part.treatment, (*path, "treatment"), LONG),
        owner=form.optional_line(part.owner, (*path, "owner")),
    )


def _party(form: Form, at: int, part: PartyPart) -> PartyPart:
    path = ("content", "parties", at)
    return replace(
        part,
        who=form.line(part.who, (*path, "who")),
        interest=form.optional(part.interest, (*path, "interest"), LONG),
    )
