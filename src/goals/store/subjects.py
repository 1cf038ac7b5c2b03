"""Subjects: which commission a part belongs to. A part never moves, so a plain read will do."""

from uuid import UUID

from goals.store.database import Database
from goals.store.rows import read_uuid
from goals.store.tables.base import Stored, table_name

_THROUGH_REVISION = frozenset({"criterion", "duty"})


async def commission_of(
    database: Database, table: type[Stored], org_id: UUID, subject: UUID
) -> UUID | None:
    """The id of the commission a part belongs to; None when there is no such part."""
    name = table_name(table)
    if name in _THROUGH_REVISION:
        sql = (
            f"SELECT r.commission_id FROM {name} x "
            "JOIN revision r ON r.org_id = x.org_id AND r.id = x.revision_id "
            "WHERE x.org_id = $1 AND x.id = $2"
        )
    else:
        sql = f"SELECT commission_id FROM {name} WHERE org_id = $1 AND id = $2"
    found = await database.look_up(sql, [org_id, subject], quick=True)
    return read_uuid(found[0][0]) if found else None
