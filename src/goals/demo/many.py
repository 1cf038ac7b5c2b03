"""Many: commissions in bulk, told in the order of time, loaded at the end of one event chain.

The one rule: events follow each other as they happened, whatever commission they belong to; so a
signature, which names its event, is a row made when its turn comes. What happens is in
``courses``, and in ``fates`` where there are so many that only ``thin`` ones can be had in
minutes; ``goals.store.bulk`` writes it.
"""

import heapq
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from functools import cache
from math import sqrt
from random import Random

from goals.demo import fates, repertoire, sheets, thin
from goals.demo.cast import Cast, Member
from goals.demo.course import Course, Ground, Happened
from goals.demo.courses import COMMITMENTS, told
from goals.demo.themes import team_of
from goals.demo.thin import Past, Thin, past_of
from goals.demo.wordings import wordings
from goals.domain.enums import Side
from goals.store import bulk, factors, organisations, rebuilding, records
from goals.store.bulk import Chain, Row
from goals.store.organisations import OrganisationHeadRow
from goals.store.signatures import SignatureRow

SEED = 3_653
YEARS_IN_DAYS = 1_095
FRIDAY = 4
WEEKS = (5, 7, 9, 11, 13, 17)


IN_FULL = 20_000
"""So many are told in full: enough for every list, statistic and single view of the demonstration.
One takes some 5 ms with its 55 rows and 10 events, so that a million would take over an hour."""
ROWS_PER_TRANSACTION = {"sqlite": 200_000, "postgres": 50_000}
"""SQLite writes and syncs each index page less often the more rows there are; PostgreSQL, where it
checks links row by row, plans that on the empty tables and gets slow within a long transaction."""

Begun = Course | Thin
Waiting = Happened | thin.Happened


async def add(cast: Cast, count: int, now: datetime, *, in_full: int = IN_FULL) -> None:
    """Add so many commissions of the last three years, those of the youngest past still open.

    So many of them as ``in_full`` says are told in full, the others are thin; both kinds lie
    evenly in these years. Nobody else may write to the organisation meanwhile. Where it is
    younger than three years, or has history already, the commissions lie in its own time, and no
    event before its last one.
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
    dice = Random(SEED + head.last_commission)  # noqa: S311 - variety, not secrecy
    past = past_of(cast.org_id, now, cast.database.dialect, dice)
    begun = _begun(cast, ground, past, begin, head.last_commission, count, in_full)
    await bulk.load(
        cast.database,
        _in_order(begun, chain, past),
        rows_at_once=ROWS_PER_TRANSACTION[past.dialect],
        own_links=True,
    )
    async with cast.database.transaction() as tx:
        await chain.end(tx, head.last_commission + count)
    await rebuilding.rebuild(cast.database, cast.org_id, now)


def _begun(
    cast: Cast,
    ground: Ground,
    past: Past,
    begin: datetime,
    last_number: int,
    count: int,
    in_full: int,
) -> Iterator[Begun]:
    """Begin commissions in the order of time, more and more of them as the use of goals grows."""
    spoken, span, dice = repertoire.spoken(), ground.now - begin, past.dice
    for place in range(count):
        wording, number = dice.choice(spoken), last_number + place + 1
        start = begin + span * sqrt((place + dice.random()) / count)
        people = {
            Side.CUSTOMER: dice.choice(cast.members[team_of(wording.theme.customer)]),
            Side.SUPPLIER: dice.choice(cast.members[team_of(wording.theme.supplier)]),
        }
        initiator = Side.SUPPLIER if dice.random() < 0.1 else Side.CUSTOMER
        deadline = _friday(start.date() + timedelta(weeks=dice.choice(WEEKS)))
        if count <= in_full or (place + 1) * in_full // count > place * in_full // count:
            yield Course(ground, wording, number, dice, start, people, initiator, deadline)
            continue
        yield Thin(
            past,
            wordings()[wording.number],
            number,
            start,
            {side.value: _texts(person) for side, person in people.items()},
            initiator.value,
            deadline,
            dice.choice(COMMITMENTS),
        )


@cache
def _texts(person: Member) -> tuple[str, str]:
    return str(person.id), str(person.team_id)


def _friday(day: date) -> date:
    return day + timedelta(days=FRIDAY - day.weekday())


def _in_order(commissions: Iterator[Begun], chain: Chain, past: Past) -> Iterator[Sequence[Row]]:
    """Give the rows of each commission when it begins, and of each event when it happened."""
    waiting: list[tuple[datetime, int, Waiting]] = []
    place = 0
    for each in commissions:
        begun = each.at
        while waiting and waiting[0][0] <= begun:
            yield _rows(chain, past.dialect, heapq.heappop(waiting)[2])
        if isinstance(each, Thin):
            yield fates.told(each)
            for happened in each.happened:
                place += 1
                heapq.heappush(waiting, (happened.told.at, place, happened))
        else:
            yield told(each)
            for full in each.happened:
                place += 1
                heapq.heappush(waiting, (full.event.at, place, full))
    while waiting:
        yield _rows(chain, past.dialect, heapq.heappop(waiting)[2])


def _rows(chain: Chain, dialect: str, happened: Waiting) -> Sequence[Row]:
    rows: list[Row]
    if isinstance(happened, thin.Happened):
        rows = chain.told(happened.told, dialect)
        if happened.signature is not None:
            rows.append((sheets.SIGNATURE, (*happened.signature, chain.seq)))
        return rows
    rows = [*chain.event(happened.event)]
    if happened.signature is not None:
        rows.append(SignatureRow(**happened.signature, event_seq=chain.seq))
    return rows
