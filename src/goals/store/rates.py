"""Rates: the counters of the cubes of achievement, by group and month.

The statements are made by goals.store.rate_statements; whether cells or facts serve a slice, both
give the same counters (goals.domain.cubes.outcomes), and ``overdue`` after them: those of the
pending that are AGREED with a deadline in force before a day.
"""

from uuid import UUID

from goals.store.database import Reading
from goals.store.rate_statements import RateStatement
from goals.store.slices import Months, Slice


async def count(reading: Reading, asked: Slice) -> dict[tuple[str, ...], Months]:
    """The counters of each group and month that has any; one statement."""
    statement = RateStatement(reading.dialect, asked)
    groups: dict[tuple[str, ...], Months] = {}
    width = len(asked.by)
    for row in await reading.look_up(statement.counting(), statement.args):
        months = groups.setdefault(tuple(row[:width]), {})
        month, counts = row[width], tuple(row[width + 1 :])
        known = months.get(month)
        months[month] = counts if known is None else tuple(map(int.__add__, known, counts))
    return groups


async def most_frequent_tags(
    reading: Reading, asked: Slice, most: int
) -> tuple[tuple[str, ...], int]:
    """The tags with most due, at most so many, and how many there are in all.

    Where the organisation has no more, these are all of them, and nothing is counted twice.
    """
    few = await reading.look_up(f"{_TAGS} LIMIT {most + 1}", [asked.org_id])
    if len(few) <= most:
        return tuple(str(tag) for (tag,) in few), len(few)
    statement = RateStatement(reading.dialect, asked)
    found = await reading.look_up(statement.most_frequent_tags(most), statement.args)
    return tuple(str(tag) for tag, *_ in found), int(found[0][2]) if found else 0


_TAGS = "SELECT DISTINCT key1 FROM rollup WHERE org_id = $1 AND cube = 'tag'"


async def person_names(reading: Reading, org_id: UUID) -> dict[str, str]:
    """The names of all people by id, whoever left included."""
    sql = "SELECT CAST(id AS TEXT), name FROM person WHERE org_id = $1"
    return {str(person): str(name) for person, name in await reading.look_up(sql, [org_id])}


async def team_names(reading: Reading, org_id: UUID) -> dict[str, str]:
    """The names of all teams by id, archived ones too."""
    sql = "SELECT CAST(id AS TEXT), name FROM team WHERE org_id = $1"
    return {str(team): str(name) for team, name in await reading.look_up(sql, [org_id])}
