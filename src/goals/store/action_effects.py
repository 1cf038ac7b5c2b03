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
    sql, args = _joined(database, selection, "a.done_at >= {} AND a.done_at < {}")
    ((done,),) = await database.look_up(f"SELECT count(*) {sql}", args)
    sql, args = _joined(database, selection, _STILL_OPEN[database.dialect])
    ((still_open,),) = await database.look_up(f"SELECT count(*) {sql}", args)
    return int(done), int(still_open)


async def latest(database: UpToDate, selection: Selection, first: int) -> list[DoneAction]:
    """The actions done within the days of the selection, the latest first."""
    sql, args = _joined(database, selection, "a.done_at >= {} AND a.done_at < {}")
    found = await database.look_up(
        f"SELECT a.id, a.kind, f.supplier_team_id, a.done_at {sql} "
        f"ORDER BY a.done_at DESC, a.id DESC LIMIT {first}",
        args,
    )
    return [
        DoneAction(read_uuid(action), kind, read_uuid(team), read_time(done).date())
        for action, kind, team, done in found
    ]


_STILL_OPEN: dict[Dialect, str] = {
    "sqlite": "a.rowid NOT IN "
    "(SELECT d.rowid FROM action d WHERE d.org_id = $1 AND d.done_at IS NOT NULL)",
    "postgres": "a.done_at IS NULL",
}
"""On SQLite the index of those that are done tells which are not, without a look at each."""


def _joined(database: UpToDate, selection: Selection, when: str) -> tuple[str, list[object]]:
    """Actions ``a`` of commissions with a fact ``f``, whenever those were due."""
    where, args = where_of(database.dialect, replace(selection, first=None, last=None))
    if "{}" in when and selection.first is not None and selection.last is not None:
        start = datetime.combine(selection.first, time(), UTC)
        end = datetime.combine(selection.last + timedelta(days=1), time(), UTC)
        args += [start, end]
        when = when.format(f"${len(args) - 1}", f"${len(args)}")
    return (
        "FROM action a JOIN fact f ON f.org_id = a.org_id AND f.commission_id = a.commission_id "
        f"WHERE a.org_id = $1 AND {when} AND {where}"
    ), args
