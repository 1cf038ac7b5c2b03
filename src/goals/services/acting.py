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
from goals.domain.enums import Act, Machine, Side, State
from goals.domain.errors import IdempotencyMismatch, IdempotencyRunning, NotFound
from goals.domain.identity import uuid7
from goals.domain.situation import NOTHING, Request, Situation
from goals.services.context import ActContext, ActResult, IdempotencyKey
from goals.services.situations import situation_of
from goals.store import acting, commissions, events, idempotency, records
from goals.store.acting import LoadedCommission
from goals.store.drafting import Named
from goals.store.records import Record
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
        loaded = await acting.load(tx, context.org_id, commission_id)
        sides = frozenset() if loaded is None else sides_of(context, loaded)
        if loaded is None or not may_see(context, loaded, sides):
            raise unknown
        situation = situation_of(loaded, context.now)
        if prepare is not None:
            situation = await prepare(tx, loaded, situation)
        side = context.machine or acting_side(act, sides, situation, request)
        decision = decide(act, side, situation, request)
        doing = Acting(tx, context, loaded, situation, side or Side.CUSTOMER, decision, head)
        await work(doing)
        await tx.batch([*records.inserting(doing.rows), *doing.also])
        return await _conclude(doing)

    return await run(context, once)


async def run(
    context: ActContext, work: Callable[[Transaction], Awaitable[ActResult]]
) -> ActResult:
    """Do the writing part of an act once per idempotency key, or leave no trace on a dry run."""
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
        return ActResult(commission_id=tried.result.commission_id, dry_run=True)


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
            body={"state": state, **doing.body},
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


def sides_of(context: ActContext, loaded: LoadedCommission | Named) -> frozenset[Side]:
    """The sides of the commission that the viewer stands on: as contact person or team member."""
    sides = set()
    if loaded.customer_id == context.person_id or loaded.customer_team_id in context.team_ids:
        sides.add(Side.CUSTOMER)
    if loaded.supplier_id == context.person_id or loaded.supplier_team_id in context.team_ids:
        sides.add(Side.SUPPLIER)
    return frozenset(sides)


def may_see(context: ActContext, loaded: LoadedCommission | Named, sides: frozenset[Side]) -> bool:
    """Whether the commission exists for the viewer: a draft only for the side that writes it."""
    if context.machine is not None or context.reads_all:
        return True
    if loaded.state == State.DRAFT:
        return Side(loaded.initiator) in sides
    return bool(sides)
