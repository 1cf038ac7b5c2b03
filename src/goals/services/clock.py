"""The clock: proposals expire, reviews lapse, assessments close when their time is over.

Nothing here is scheduled; goals.web runs ``tick`` now and then in every process. Two processes at
once do no harm: the act itself decides, and the second finds nothing left to do.
"""

import logging
from datetime import datetime, timedelta

from goals.domain.enums import Act, State
from goals.domain.errors import GuardFailed, NotFound, StorageError, WrongState
from goals.domain.situation import Request
from goals.services import checkpoints, evaluations, retention, signing
from goals.services.acting import Acting, perform
from goals.services.context import ActContext
from goals.services.organisations import operator
from goals.services.situations import ASSESSMENT_DAYS, CLARIFICATION_DAYS, REVIEW_DAYS
from goals.store import idempotency, outbox, waiting
from goals.store.database import Database
from goals.store.transaction import Transaction
from goals.store.waiting import Waiting

_LOG = logging.getLogger("goals.services")
EXPIRED = "The time for clarification is over."


async def tick(database: Database, now: datetime) -> int:
    """Do every act of the clock that is due; return how many there were."""
    due = await waiting.find(
        database,
        proposed_before=now - timedelta(days=CLARIFICATION_DAYS),
        delivered_before=now - timedelta(days=REVIEW_DAYS),
        evaluating_before=now - timedelta(days=ASSESSMENT_DAYS),
    )
    await _clear_away(database, now)
    await retention.apply_everywhere(database, now)
    await _sign_heads(database, now)
    return sum([await _act_or_go_on(operator(database, each.org_id, now), each) for each in due])


async def _clear_away(database: Database, now: datetime) -> None:
    """Drop idempotency keys older than a day, and old events of the outbox nobody waits for."""

    async def clear(tx: Transaction) -> int:
        return await idempotency.forget(tx, now) + await outbox.drop_old(tx, now)

    await database.write(clear)


async def _sign_heads(database: Database, now: datetime) -> None:
    """Sign every chain once a day, where the server has a key."""
    key = signing.configured()
    if key is not None:
        await checkpoints.take_due(database, key, now)


async def _act_or_go_on(context: ActContext, due: Waiting) -> int:
    """Act on one commission; what is wrong with it must not keep all the others waiting."""
    try:
        return await _act(context, due)
    except StorageError:
        raise
    except Exception:
        _LOG.exception("the clock cannot act on commission %s", due.commission_id)
        return 0


async def _act(context: ActContext, due: Waiting) -> int:
    act, request = _ACTS[State(due.state)]

    async def work(doing: Acting) -> None:
        if act is Act.EXPIRE:
            doing.changes |= {"closed_at": context.now, "end_reason": EXPIRED}
        elif act is Act.LAPSE:
            doing.changes |= {"evaluating_at": context.now, "lapsed": True}
        else:
            await evaluations.conclude(doing)

    try:
        await perform(context, due.commission_id, act, work, request)
    except (GuardFailed, NotFound, WrongState):
        return 0  # somebody acted meanwhile, or the day is not over in the deadline's zone
    return 1


_ACTS = {
    State.CLARIFYING: (Act.EXPIRE, Request(reason=EXPIRED)),
    State.DELIVERED: (Act.LAPSE, Request()),
    State.EVALUATING: (Act.CLOSE, Request()),
}
