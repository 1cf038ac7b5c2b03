"""Administration: what the acts on organisation, teams, people and tokens share.

Who may is a row of goals.domain.permissions. The operator at the machine (channel SYSTEM) may do
the same as an admin, so that the first organisation and the first admin can come to be.
"""

from collections.abc import Awaitable, Callable, Collection
from typing import Any
from uuid import UUID

from goals.domain.enums import Channel
from goals.domain.errors import Forbidden
from goals.domain.lifecycle import Who
from goals.domain.permissions import who_may
from goals.domain.scopes import Scope
from goals.services.acting import new_event, run
from goals.services.context import ActContext, ActResult
from goals.store import events
from goals.store.transaction import Transaction

Work = Callable[[Transaction], Awaitable[dict[str, Any]]]


async def administer(
    context: ActContext,
    kind: str,
    subject: tuple[str, UUID],
    work: Work,
    concerns: Collection[UUID | None] = (),
) -> ActResult:
    """Do one act of administration; ``work`` writes the rows and says what history keeps.

    ``concerns`` are the people it is about, where they may do it themselves. Raises Forbidden,
    and ScopeMissing for a token without ADMIN.
    """
    permit(context, kind, concerns)

    async def once(tx: Transaction) -> ActResult:
        head = await events.lock(tx, context.org_id)
        body = await work(tx)
        event = await events.append(tx, head, new_event(context, kind, subject, body=body))
        return ActResult(None, subject[1], event.seq)

    return await run(context, once, Scope.ADMIN)


def permit(context: ActContext, kind: str, concerns: Collection[UUID | None] = ()) -> None:
    """Raise Forbidden where the viewer is none of those who may do this.

    Raises ScopeMissing for a token without ADMIN.
    """
    context.require(Scope.ADMIN)
    who = who_may(kind)
    own = Who.SELF in who and context.person_id in concerns
    if context.channel is not Channel.SYSTEM and not own and context.viewer.role not in who:
        raise Forbidden(kind, who)
