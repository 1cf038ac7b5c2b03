"""Deputies: somebody acts for a person on that person's sides, for a while.

A deputy sees what the person sees as a side and does its acts, under the own name: history says
for whom. Administration and tokens are not passed on, and nothing is passed on twice. What a
deputy may never do, act for both sides, is decided in goals.store.standing.
"""

from datetime import timedelta

from goals.domain.enums import PersonKind
from goals.domain.errors import Forbidden, NotFound
from goals.domain.identity import uuid7
from goals.domain.lifecycle import Who
from goals.services.administration import administer, permit
from goals.services.context import ActContext, ActResult
from goals.services.forms import Form
from goals.services.requests import AppointDeputyRequest, EndDeputyRequest
from goals.store import deputies, people, records
from goals.store.deputies import DeputyRow
from goals.store.transaction import Transaction

LONGEST = timedelta(days=366)
APPOINTED, ENDED = "deputy.appointed", "deputy.ended"


async def appoint(context: ActContext, request: AppointDeputyRequest) -> ActResult:
    """Let somebody act for a person for a year at most.

    Raises Forbidden for an admin who appoints himself: admins administer, they do not sign;
    NotFound for a program, which stands on no side.
    """
    person_id = request.person_id or context.person_id
    starts_at = request.starts_at or context.now
    form = Form()
    if request.ends_at <= max(starts_at, context.now):
        form.fault("TOO_SOON", ("endsAt",))
    elif request.ends_at - starts_at > LONGEST:
        form.fault("TOO_LATE", ("endsAt",), limit=LONGEST.days)
    if request.deputy_id == person_id:
        form.fault("NOT_ONESELF", ("deputyId",))
    form.check()
    if request.deputy_id == context.person_id:
        raise Forbidden(APPOINTED, (Who.SELF,), ("deputyId",))
    made = uuid7(context.now)

    async def work(tx: Transaction) -> dict[str, object]:
        deputy_id = request.deputy_id
        for path, key in (("personId", person_id), ("deputyId", deputy_id)):
            found = None if key is None else await people.find(tx, context.org_id, key)
            if found is None or not found.active or found.kind != PersonKind.HUMAN:
                raise NotFound("Person", path=(path,))
        assert deputy_id is not None  # noqa: S101 - somebody was found
        row = DeputyRow(
            org_id=context.org_id,
            id=made,
            person_id=person_id,
            deputy_id=deputy_id,
            starts_at=starts_at,
            ends_at=request.ends_at,
            appointed_by_id=context.actor_id,
            appointed_at=context.now,
        )
        await records.insert(tx, row)
        times = {"from": starts_at.isoformat(), "until": request.ends_at.isoformat()}
        return {"person": str(person_id), "deputy": str(deputy_id), **times}

    return await administer(context, APPOINTED, ("Deputy", made), work, (person_id,))


async def end(context: ActContext, request: EndDeputyRequest) -> ActResult:
    """End an appointment at once: the person, the deputy, or an admin.

    Raises NotFound for one that is not there for the viewer, or was ended before.
    """
    appointment = request.appointment_id
    unknown = NotFound("Deputy", path=("appointmentId",))
    if appointment is None:
        raise unknown

    async def work(tx: Transaction) -> dict[str, object]:
        row = await deputies.find(tx, context.org_id, appointment)
        if row is None:
            raise unknown
        concerns = (row.person_id, row.deputy_id)
        if not context.reads_all and context.person_id not in concerns:
            raise unknown
        permit(context, ENDED, concerns)
        if not await deputies.end(tx, context.org_id, appointment, context.now):
            raise unknown
        return {"person": str(row.person_id), "deputy": str(row.deputy_id)}

    return await administer(context, ENDED, ("Deputy", appointment), work, (context.person_id,))
