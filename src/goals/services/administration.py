"""Administration: what the acts on organisation, teams, people and tokens share.

Admins administer, they do not sign. The operator at the machine (channel SYSTEM) may do the same,
so that the first organisation and the first admin can come to be.
"""

from collections.abc import Awaitable, Callable
from typing import Any
from uuid import UUID

from goals.domain.enums import Channel, Role
from goals.domain.errors import Forbidden
from goals.services.acting import new_event, run
from goals.services.context import ActContext, ActResult
from goals.store import events
from goals.store.transaction import Transaction

Work = Callable[[Transaction], Awaitable[dict[str, Any]]]


async def administer(
    context: ActContext, kind: str, subject: tuple[str, UUID], work: Work
) -> ActResult:
    """Do one act of administration; ``work`` writes the rows and says what history keeps.

    Raises Forbidden for anybody who is no admin.
    """
    if context.channel is not Channel.SYSTEM and context.viewer.role != Role.ADMIN:
        raise Forbidden(kind, (Role.ADMIN,))

    async def once(tx: Transaction) -> ActResult:
        head = await events.lock(tx, context.org_id)
        body = await work(tx)
        event = await events.append(tx, head, new_event(context, kind, subject, body=body))
        return ActResult(None, subject[1], event.seq)

    return await run(context, once)
