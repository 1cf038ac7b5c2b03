"""Beside: acts of a side that leave the commission where it is, in no state of the lifecycle."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from goals.domain.enums import Side
from goals.domain.errors import Forbidden, NotFound
from goals.services.acting import for_somebody, new_event, person_behind, run
from goals.services.context import ActContext, ActResult
from goals.store import acting, events
from goals.store.acting import LoadedCommission
from goals.store.transaction import Transaction


@dataclass(frozen=True, slots=True)
class Beside:
    """What ``work`` may look at; ``side`` is the one for which it is done."""

    tx: Transaction
    loaded: LoadedCommission
    side: Side


Done = tuple[tuple[str, UUID], dict[str, Any]]
Work = Callable[[Beside], Awaitable[Done]]


async def beside(
    context: ActContext,
    kind: str,
    commission_id: UUID | None,
    work: Work,
    unknown: NotFound | None = None,
) -> ActResult:
    """Do one act of either side; ``work`` writes its rows and gives subject and body of the event.

    Raises ``unknown`` for a commission the viewer may not see, Forbidden for one on no side.
    """
    unknown = unknown or NotFound("Commission", path=("commissionId",))

    async def once(tx: Transaction) -> ActResult:
        head = await events.lock(tx, context.org_id)
        loaded = None
        if commission_id is not None:
            loaded = await acting.load(tx, context.org_id, commission_id, context.standing)
        if loaded is None or not loaded.seen:
            raise unknown
        if not loaded.ways:
            raise Forbidden(kind, tuple(Side))
        side = next(iter(loaded.ways))
        subject, body = await work(Beside(tx, loaded, side))
        event = await events.append(
            tx,
            head,
            new_event(
                context,
                kind,
                subject,
                body=body | for_somebody(person_behind(context, loaded, side)),
                commission_id=loaded.id,
                side=side,
            ),
        )
        return ActResult(loaded.id, subject[1], event.seq)

    return await run(context, once)
