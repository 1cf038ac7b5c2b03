"""Suppressions: somebody answers for a finding, with a reason, until a date or an edit."""

from goals.domain.enums import Side
from goals.domain.errors import Forbidden, NotFound
from goals.domain.identity import uuid7
from goals.services.acting import may_see, new_event, run, sides_of
from goals.services.context import ActContext, ActResult
from goals.services.forms import LONG, SHORT, Form
from goals.services.requests import SuppressFindingRequest
from goals.smart.catalogue import all_rules
from goals.store import acting, events, records
from goals.store.smart_reports import SmartSuppressionRow
from goals.store.transaction import Transaction

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
    commission_id = request.commission_id
    if commission_id is None:
        raise NotFound("Commission", path=("commissionId",))

    async def work(tx: Transaction) -> ActResult:
        head = await events.lock(tx, context.org_id)
        loaded = await acting.load(tx, context.org_id, commission_id)
        sides = frozenset() if loaded is None else sides_of(context, loaded)
        if loaded is None or not may_see(context, loaded, sides):
            raise NotFound("Commission", path=("commissionId",))
        if not sides:
            raise Forbidden(KIND, tuple(Side))
        made = uuid7(context.now)
        side = next(side for side in Side if side in sides)
        row = SmartSuppressionRow(
            org_id=context.org_id,
            id=made,
            commission_id=loaded.id,
            rule=request.rule,
            field=request.field,
            span_text=span_text,
            reason=reason,
            author_id=context.person_id,
            side=side,
            expires_on=expires_on,
            created_at=context.now,
        )
        await records.insert(tx, row)
        event = await events.append(
            tx,
            head,
            new_event(
                context,
                KIND,
                ("SmartSuppression", made),
                body={"rule": request.rule, "field": request.field},
                commission_id=loaded.id,
                side=side,
            ),
        )
        return ActResult(loaded.id, made, event.seq)

    return await run(context, work)
