"""Rosters: import a list of teams and people; all of it or nothing, in one act.

A list adds and changes; it never takes anybody away. The same list again changes nothing. Reading
the text is goals.domain.rosters, what a list changes is in ``planning``; both take their time in
a thread of their own, so that others are served meanwhile.
"""

import asyncio

from goals.domain import rosters as lists
from goals.domain.scopes import Scope
from goals.services.acting import new_event, run
from goals.services.administration import permit
from goals.services.context import ActContext, ActResult
from goals.services.requests import ImportPeopleRequest
from goals.services.rosters.planning import plan
from goals.store import events, rosters
from goals.store.transaction import Transaction


async def import_people(context: ActContext, request: ImportPeopleRequest) -> ActResult:
    """Add and change teams, people and memberships as a list says; ``report`` counts them.

    Raises RosterRefused with every fault of the list, its lines named.
    """
    permit(context, "people.imported")
    roster = await asyncio.to_thread(lists.read, request.csv)
    emails = [line.email for line in roster.lines if line.email is not None]

    async def once(tx: Transaction) -> ActResult:
        await rosters.patience(tx)
        head = await events.lock(tx, context.org_id)
        known = await rosters.known(tx, context.org_id, emails)
        planned = await asyncio.to_thread(plan, roster, known, context.org_id, context.now)
        await rosters.write(tx, context.org_id, context.now, planned.changes)
        subject = ("Organisation", context.org_id)
        new = new_event(context, "people.imported", subject, body=planned.body)
        event = await events.append(tx, head, new)
        return ActResult(None, context.org_id, event.seq, report=planned.report)

    return await run(context, once, Scope.ADMIN)
