"""Suppressions: somebody answers for a finding, with a reason, until a date or an edit."""

from goals.domain.identity import uuid7
from goals.services.beside import Beside, Done, beside
from goals.services.context import ActContext, ActResult
from goals.services.forms import LONG, SHORT, Form
from goals.services.requests import SuppressFindingRequest
from goals.smart.catalogue import all_rules
from goals.store import records
from goals.store.smart_reports import SmartSuppressionRow

FIELDS = frozenset({"goal", "benefit", "customer", "criteria", "deadline", "resources"})
KIND = "smart_finding.suppressed"


async def suppress(context: ActContext, request: SuppressFindingRequest) -> ActResult:
    """Silence one rule for these words of one field, on the next check of this commission.

    At the gate of acceptance it counts for the own side alone: the other gives its own reason.

    Raises Forbidden for somebody on neither side; an edit of the words re-opens the finding.
    """
    form = Form()
    span_text = form.optional(request.span_text, "spanText", LONG) or ""
    reason = form.text(request.reason, "reason", SHORT)
    expires_on = form.optional_date(request.expires_on, "expiresOn")
    if request.rule not in {rule.code for rule in all_rules()}:
        form.fault("NOT_A_CHOICE", ("rule",), choices="S101 … T515")
    if request.field not in FIELDS:
        form.fault("NOT_A_CHOICE", ("field",), choices=", ".join(sorted(FIELDS)))
    form.check()

    async def work(doing: Beside) -> Done:
        made = uuid7(context.now)
        row = SmartSuppressionRow(
            org_id=context.org_id,
            id=made,
            commission_id=doing.loaded.id,
            rule=request.rule,
            field=request.field,
            span_text=span_text,
            reason=reason,
            author_id=context.person_id,
            side=doing.side,
            expires_on=expires_on,
            created_at=context.now,
        )
        await records.insert(doing.tx, row)
        return ("SmartSuppression", made), {"rule": request.rule, "field": request.field}

    return await beside(context, KIND, request.commission_id, work)
