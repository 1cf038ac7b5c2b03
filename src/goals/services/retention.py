"""Retention: texts of commissions that ended long ago are erased; what rates need stays.

What goes: title, beneficiary, every text of every revision, question, playback, signature,
check-in, blocker, delivery, review, assessment, lesson and action, findings of the SMART check,
web addresses, and the bodies of all events of the commission. What stays: key, state, dates,
numbers, people, teams, tags, hashes and signatures. One commission is one act and one event.
"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from goals.domain.organisation_settings import OrganisationSettings
from goals.services.acting import new_event
from goals.services.context import ActContext
from goals.services.organisations import operator
from goals.store import erasures, events, organisations, records
from goals.store.database import Database
from goals.store.erasures import ErasureRow, Outlived
from goals.store.transaction import Transaction

KIND = "commission.texts_erased"
AT_ONCE = 50


@dataclass(frozen=True, slots=True)
class Due:
    """What retention asks for now; ``years`` None keeps texts for ever."""

    years: int | None
    commissions: list[Outlived]


async def due(database: Database, org_id: UUID, now: datetime, limit: int = 10_000) -> Due:
    """The commissions of an organisation whose texts have been kept long enough."""
    years = await _years(database, org_id)
    if years is None:
        return Due(None, [])
    found = await erasures.outlived(database, org_id, years_before(now, years), limit)
    return Due(years, found)


async def apply(database: Database, org_id: UUID, now: datetime, limit: int = 10_000) -> int:
    """Erase what is due in one organisation; return how many commissions that were."""
    found = await due(database, org_id, now, limit)
    context = operator(database, org_id, now)
    return sum([await _erase(context, each.commission_id, found) for each in found.commissions])


async def apply_everywhere(database: Database, now: datetime) -> int:
    """Erase a little of what is due in every organisation, as the clock does each time."""
    return sum(
        [
            await apply(database, org_id, now, AT_ONCE)
            for org_id in await organisations.every(database)
        ]
    )


async def _erase(context: ActContext, commission_id: UUID, found: Due) -> bool:
    """Erase the texts of one commission; False where somebody else did."""

    async def work(tx: Transaction) -> bool:
        there = await erasures.find(tx, context.org_id, "Commission", commission_id)
        if there is not None or not await erasures.touch(
            tx, context.org_id, commission_id, context.now
        ):
            return False
        head = await events.lock(tx, context.org_id)
        row = ErasureRow(
            org_id=context.org_id,
            event_seq=head.seq,
            subject_type="Commission",
            subject_id=commission_id,
            erased_at=context.now,
        )
        await records.insert(tx, row)
        await erasures.erase_texts(tx, context.org_id, commission_id)
        seqs = await erasures.bodies_of(tx, context.org_id, commission_id)
        count = await events.erase_bodies(tx, context.org_id, seqs, head.seq)
        new = new_event(
            context,
            KIND,
            ("Commission", commission_id),
            body={"bodies": count, "years": found.years},
            commission_id=commission_id,
        )
        await events.append(tx, head, new)
        return True

    return await context.database.write(work)


def years_before(now: datetime, years: int) -> datetime:
    """The same day so many years ago; 1 March for a 29 February that was none."""
    try:
        return now.replace(year=now.year - years)
    except ValueError:
        return now.replace(year=now.year - years, month=3, day=1)


async def _years(database: Database, org_id: UUID) -> int | None:
    return OrganisationSettings.read(await organisations.settings(database, org_id)).retention_years
