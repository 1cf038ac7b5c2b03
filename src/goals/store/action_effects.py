"""Action effects: the actions done in a span, with the team that worked on their commission."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

from goals.settings import Dialect
from goals.store.analysis import Selection, where_of
from goals.store.catching_up import UpToDate
from goals.store.rows import read_time, read_uuid


@dataclass(frozen=True, slots=True)
class DoneAction:
    """An action that is done; the day is that in UTC."""

    id: UUID
    kind: str
    team_id: UUID
    done_on: date


async def counts(database: UpToDate, selection: Selection) -> tuple[int, int]:
    """How many actions were done within the days of the selection, and how many are open."""
    done = await _count(database, selection, done=True)
    return done, await _count(database, selection, done=False)


async def _count(database: UpToDate, selection: Selection, *, done: bool) -> int:
    """Count actions, PostgreSQL in the order of commissions, so that what is near is read once."""
    when, where, args = _conditions(database, selection, done=done)
    sql = (
        "WITH a AS MATERIALIZED "
        f"(SELECT a.commission_id FROM action a WHERE {when} ORDER BY a.commission_id) "
        f"SELECT count(*) FROM a CROSS JOIN {_FACT[database.dialect]} WHERE {where}"
    )
    ((count,),) = await database.look_up(sql, args)
    return int(count)


async def latest(database: UpToDate, selection: Selection, first: int) -> list[DoneAction]:
    """The actions done within the days of the selection, the latest first."""
    when, where, args = _conditions(database, selection, done=True)
    found = await database.look_up(
        "SELECT a.id, a.kind, f.supplier_team_id, a.done_at FROM action a "
        f"CROSS JOIN {_FACT[database.dialect]} WHERE {when} AND {where} "
        f"ORDER BY a.done_at DESC, a.id DESC LIMIT {first}",
        args,
    )
    return [
        DoneAction(read_uuid(action), kind, read_uuid(team), read_time(done).date())
        for action, kind, team, done in found
    ]


_FACT: dict[Dialect, str] = {
    "sqlite": "fact f INDEXED BY fact_commission",
    "postgres": "fact f",
}


def _conditions(
    database: UpToDate, selection: Selection, *, done: bool
) -> tuple[str, str, list[object]]:
    """On an action ``a``, and on the fact ``f`` of its commission, whenever that was due."""
    whenever = replace(selection, first=None, last=None)
    where, args = where_of(database.dialect, whenever, "a.commission_id")
    when = "a.org_id = $1 AND a.done_at IS NULL"
    if done and selection.first is not None and selection.last is not None:
        start = datetime.combine(selection.first, time(), UTC)
        end = datetime.combine(selection.last + timedelta(days=1), time(), UTC)
        args += [start, end]
        when = f"a.org_id = $1 AND a.done_at >= ${len(args) - 1} AND a.done_at < ${len(args)}"
    return when, f"f.commission_id = a.commission_id AND {where}", args
