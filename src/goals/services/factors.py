"""Factors: what helped, hindered or was missing, observed by one side."""

from collections.abc import Sequence
from uuid import UUID

from goals.domain.error_base import Path
from goals.domain.identity import uuid7
from goals.services.acting import Acting
from goals.services.forms import LONG, Form
from goals.services.requests import FactorPart
from goals.store import factors
from goals.store.factors import FactorObservationRow

MOST = 30


def checked(form: Form, parts: Sequence[FactorPart]) -> list[FactorPart]:
    """The observations with clean values; whether the factors exist is seen on storing."""
    if len(parts) > MOST:
        form.fault("TOO_MANY", ("factors",), actual=len(parts), limit=MOST)
        return []
    return [_checked(form, ("factors", at), part) for at, part in enumerate(parts)]


def _checked(form: Form, path: Path, part: FactorPart) -> FactorPart:
    return FactorPart(
        factor=form.line(part.factor, (*path, "factor")),
        polarity=part.polarity,
        locus=part.locus,
        strength=form.integer(part.strength, (*path, "strength"), 1, 3),
        comment=form.optional(part.comment, (*path, "comment"), LONG),
    )


async def store(
    doing: Acting, parts: Sequence[FactorPart], assessment_id: UUID | None, *, sealed: bool
) -> None:
    """Insert observations; raises ValidationFailed for a factor that the catalogue has not."""
    if not parts:
        return
    context = doing.context
    known = {
        factor.key: factor.id
        for factor in await factors.catalogue(doing.tx, context.org_id)
        if factor.active
    }
    form = Form()
    for at, part in enumerate(parts):
        if part.factor not in known:
            form.fault("UNKNOWN_FACTOR", ("factors", at, "factor"), factor=part.factor[:60])
    form.check()
    doing.rows += [
        FactorObservationRow(
            **doing.key,
            id=uuid7(context.now),
            assessment_id=assessment_id,
            factor_id=known[part.factor],
            side=doing.own_side,
            person_id=context.person_id,
            polarity=part.polarity,
            strength=part.strength,
            locus=part.locus,
            comment=part.comment,
            observed_at=context.now,
            unsealed_at=None if sealed else context.now,
        )
        for part in parts
    ]
