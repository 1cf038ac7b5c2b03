"""Acting: one act on one commission, from permission to history, in one transaction.

Every service function describes its act and hands over ``work``, which writes the rows of that
act. Who may, what follows and what is refused is decided by goals.domain; here the facts are
loaded, the change is compared and swapped, and the event is appended.
"""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from goals.domain.decide import Decision, acting_side, decide
from goals.domain.enums import Act, Channel, Machine, Side
from goals.domain.errors import IdempotencyMismatch, IdempotencyRunning, NotFound
from goals.domain.identity import uuid7
from goals.domain.scopes import SCOPE_OF, Scope
from goals.domain.situation import NOTHING, Request, Situation
from goals.services.context import ActContext, ActResult, IdempotencyKey
from goals.services.situations import situation_of
from goals.store import acting, commissions, events, idempotency, records
from goals.store.acting import LoadedCommission
from goals.store.records import Record
from goals.store.standing import DEPUTY
from goals.store.transaction import Transaction


@dataclass(slots=True)
class Acting:
    """An allowed act on its way: what ``work`` may look at, and what it leaves to be written.

    ``rows`` are inserted and the statements in ``also`` run with them, in no order; ``changes`` are
    made to the commission, ``body`` goes into history.
    """

    tx: Transaction
    context: ActContext
    loaded: LoadedCommission
    situation: Situation
    side: Side | Machine
    decision: Decision
    head: events.Head
    rows: list[Record] = field(default_factory=list)
    also: list[tuple[str, Sequence[object]]] = field(default_factory=list)
    changes: dict[str, object] = field(default_factory=dict)
    body: dict[str, Any] = field(default_factory=dict)
    subject: tuple[str, UUID] | None = None
    revision_hash: str | None = None

    @property
    def key(self) -> dict[str, Any]:
        """Organisation and commission, the beginning of every child's row."""
        return {"org_id": self.context.org_id, "commission_id": self.loaded.id}

    @property
    def on_behalf_of(self) -> UUID | None:
        """The person for whom a deputy acts; None for somebody who acts for himself."""
        if isinstance(self.side, Machine):
            return None
        return person_behind(self.context, self.loaded, self.side)

    @property
    def own_side(self) -> Side:
        """The side, where no machine can act."""
        return Side(self.side.value)

    def new(self, kind: str) -> UUID:
        """A new id for the thing this act makes; history will name it as the subject."""
        made = uuid7(self.context.now)
        self.subject = (kind, made)
        return made

    def about(self, kind: str, thing: UUID) -> None:
        """Name an existing thing as the subject of this act."""
        self.subject = (kind, thing)


Work = Callable[[Acting], Awaitable[None]]
Prepare = Callable[[Transaction, LoadedCommission, Situation], Awaitable[Situation]]


class _DryRun(Exception):  # noqa: N818 - the way out of a transaction, not a fault
    """Rolls back an act that was only tried."""

    def __init__(self, result: ActResult) -> None:
        super().__init__()
        self.result = result


async def perform(
    context: ActContext,
    commission_id: UUID | None,
    act: Act,
    work: Work,
    request: Request = NOTHING,
    prepare: Prepare | None = None,
    unknown: NotFound | None = None,
) -> ActResult:
    """Do one act on a commission; ``prepare`` may add facts before the decision.

    Raises ``unknown`` (the commission was not found, where none is given) for a commission the
    viewer may not see, and all that ``decide`` raises.
    """
    unknown = unknown or NotFound("Commission", path=("commissionId",))
    if commission_id is None:
        raise unknown

    async def once(tx: Transaction) -> ActResult:
        head = await events.lock(tx, context.org_id)
        loaded = await acting.load(tx, context.org_id, commission_id, context.standing)
        if loaded is None or not loaded.seen:
            raise unknown
        situation = situation_of(loaded, context.now)
        if prepare is not None:
            situation = await prepare(tx, loaded, situation)
        machine = context.machine or _integration(context, loaded)
        side = machine or acting_side(act, loaded.sides, situation, request)
        decision = decide(act, side, situation, request)
        doing = Acting(tx, context, loaded, situation, side or Side.CUSTOMER, decision, head)
        await work(doing)
        await tx.batch([*records.inserting(doing.rows), *doing.also])
        return await _conclude(doing)

    return await run(context, once, SCOPE_OF[act])


def _integration(context: ActContext, loaded: LoadedCommission) -> Machine | None:
    """A program acts for no side, but only where its teams stand on one, or it reads everything.

    What was merely shared with it, it reads.
    """
    takes_part = bool(loaded.ways) or context.reads_all
    return Machine.INTEGRATION if context.channel is Channel.INTEGRATION and takes_part else None


async def run(
    context: ActContext,
    work: Callable[[Transaction], Awaitable[ActResult]],
    needs: Scope = Scope.ACT,
) -> ActResult:
    """Do the writing part of an act once per idempotency key, or leave no trace on a dry run.

    Raises ScopeMissing where the token of the context may not do it.
    """
    context.require(needs)
    key = None if context.dry_run else context.idempotency

    async def once(tx: Transaction) -> ActResult:
        if key is not None:
            done = await _claim(tx, context, key)
            if done is not None:
                return done
        result = await work(tx)
        if context.dry_run:
            raise _DryRun(result)
        if key is not None:
            await idempotency.answer(tx, token_id=key.token_id, key=key.key, text=result.to_json())
        return result

    try:
        return await context.database.write(once)
    except _DryRun as tried:
        result = tried.result
        return ActResult(result.commission_id, dry_run=True, report=result.report)


async def _claim(tx: Transaction, context: ActContext, key: IdempotencyKey) -> ActResult | None:
    """Take the key; what the act gave when it was done before, else None."""
    try:
        done = await idempotency.claim(
            tx,
            token_id=key.token_id,
            key=key.key,
            org_id=context.org_id,
            request_hash=key.request_hash,
            now=context.now,
        )
    except (IdempotencyMismatch, IdempotencyRunning) as refusal:
        key.repetition.refusal = refusal
        raise
    if done is None:
        return None
    key.repetition.replayed = True
    return ActResult.from_json(done)


async def _conclude(doing: Acting) -> ActResult:
    """Write the commission's own changes and the event."""
    context, loaded = doing.context, doing.loaded
    state = doing.decision.new_state
    await commissions.swap(
        doing.tx,
        context.org_id,
        loaded.id,
        loaded.version,
        **{"state": state, "updated_at": context.now, **doing.changes},
    )
    subject = doing.subject or ("Commission", loaded.id)
    event = await events.append(
        doing.tx,
        doing.head,
        new_event(
            context,
            doing.decision.event_kind,
            subject,
            body={"state": state, **doing.body, **for_somebody(doing.on_behalf_of)},
            commission_id=loaded.id,
            side=doing.side if isinstance(doing.side, Side) else None,
            revision_hash=doing.revision_hash,
        ),
    )
    return ActResult(loaded.id, subject[1], event.seq)


def new_event(
    context: ActContext,
    kind: str,
    subject: tuple[str, UUID],
    *,
    body: dict[str, Any],
    commission_id: UUID | None = None,
    side: Side | None = None,
    revision_hash: str | None = None,
) -> events.NewEvent:
    """What is written into history about an act of this context."""
    return events.NewEvent(
        id=uuid7(context.now),
        kind=kind,
        subject=subject,
        at=context.now,
        channel=context.channel,
        body=body,
        actor_id=context.actor_id,
        token_id=context.token_id,
        side=side,
        commission_id=commission_id,
        revision_hash=revision_hash,
    )


def person_behind(context: ActContext, loaded: LoadedCommission, side: Side) -> UUID | None:
    """The person for whom the viewer acts as a deputy on this side; None for himself."""
    if loaded.ways.get(side) != DEPUTY:
        return None
    customer = side is Side.CUSTOMER
    contact = str(loaded.customer_id if customer else loaded.supplier_id)
    team = str(loaded.customer_team_id if customer else loaded.supplier_team_id)
    people = context.viewer.deputy_for
    found = [each.person_id for each in people if each.person_id == contact]
    found += [each.person_id for each in people if team in each.team_ids]
    return UUID(found[0])


def for_somebody(person: UUID | None) -> dict[str, Any]:
    """What history keeps of the person a deputy acted for."""
    return {} if person is None else {"onBehalfOf": str(person)}
