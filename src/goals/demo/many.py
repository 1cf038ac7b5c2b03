"""Many: commissions in bulk, told in the order of time, loaded at the end of one event chain.

The one rule: events follow each other as they happened, whatever commission they belong to; so a
signature, which names its event, is a row made when its turn comes. What happens is in
``courses``; ``goals.store.bulk`` writes it.
"""

import heapq
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from math import sqrt
from random import Random

from goals.demo import repertoire
from goals.demo.cast import Cast
from goals.demo.course import Course, Ground, Happened
from goals.demo.courses import told
from goals.demo.themes import team_of
from goals.domain.enums import Side
from goals.store import bulk, factors, organisations, records
from goals.store.bulk import Chain
from goals.store.organisations import OrganisationHeadRow
from goals.store.records import Record
from goals.store.signatures import SignatureRow

SEED = 3_653
YEARS_IN_DAYS = 1_095
FRIDAY = 4
WEEKS = (5, 7, 9, 11, 13, 17)


async def add(cast: Cast, count: int, now: datetime) -> None:
    """Add so many commissions of the last three years, those of the youngest past still open.

    Nobody else may write to the organisation meanwhile. Where it is younger than three years, or
    has history already, the commissions lie in its own time, and no event before its last one.
    """
    async with cast.database.transaction() as tx:
        found = await organisations.find(tx, cast.org_id)
        head = await records.find_one(tx, OrganisationHeadRow, org_id=cast.org_id)
        catalogue = await factors.catalogue(tx, cast.org_id)
    if found is None or head is None:
        raise LookupError("the organisation of the cast is not there")
    ground = Ground(cast.org_id, now, {factor.key: factor.id for factor in catalogue})
    begin = max(now - timedelta(days=YEARS_IN_DAYS), found.created_at)
    chain = Chain(cast.org_id, head.event_at, head.event_seq, head.event_hash)
    courses = _courses(cast, ground, begin, head.last_commission, count)
    await bulk.load(cast.database, _in_order(courses, chain))
    async with cast.database.transaction() as tx:
        await chain.end(tx, head.last_commission + count)


def _courses(
    cast: Cast, ground: Ground, begin: datetime, last_number: int, count: int
) -> Iterator[Course]:
    """Begin commissions in the order of time, more and more of them as the use of goals grows."""
    dice = Random(SEED + last_number)  # noqa: S311 - variety, not secrecy
    spoken, span = repertoire.spoken(), ground.now - begin
    for number in range(count):
        wording = dice.choice(spoken)
        start = begin + span * sqrt((number + dice.random()) / count)
        yield Course(
            ground=ground,
            spoken=wording,
            number=last_number + number + 1,
            dice=dice,
            at=start,
            people={
                Side.CUSTOMER: dice.choice(cast.members[team_of(wording.theme.customer)]),
                Side.SUPPLIER: dice.choice(cast.members[team_of(wording.theme.supplier)]),
            },
            initiator=Side.SUPPLIER if dice.random() < 0.1 else Side.CUSTOMER,
            deadline=_friday(start.date() + timedelta(weeks=dice.choice(WEEKS))),
        )


def _friday(day: date) -> date:
    return day + timedelta(days=FRIDAY - day.weekday())


def _in_order(courses: Iterator[Course], chain: Chain) -> Iterator[Sequence[Record]]:
    """Give the rows of each commission when it begins, and of each event when it happened."""
    waiting: list[tuple[datetime, int, Happened]] = []
    place = 0
    for course in courses:
        begun = course.at
        while waiting and waiting[0][0] <= begun:
            yield _rows(chain, heapq.heappop(waiting)[2])
        yield told(course)
        for happened in course.happened:
            place += 1
            heapq.heappush(waiting, (happened.event.at, place, happened))
    while waiting:
        yield _rows(chain, heapq.heappop(waiting)[2])


def _rows(chain: Chain, happened: Happened) -> list[Record]:
    rows = chain.event(happened.event)
    if happened.signature is not None:
        rows.append(SignatureRow(**happened.signature, event_seq=chain.seq))
    return rows
