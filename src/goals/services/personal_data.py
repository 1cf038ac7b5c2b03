"""Personal data: all that is held about somebody, for themselves (GDPR, articles 15 and 20)."""

from datetime import datetime
from typing import Any
from uuid import UUID

from goals.domain.canonical import utc_text
from goals.store import personal_data
from goals.store.database import Database

FORMAT = "goals/personal-data/v1"


async def gathered(
    database: Database, org_id: UUID, person_id: UUID, now: datetime
) -> dict[str, Any]:
    """Everything that points to the person, by table: what it is, and which columns are theirs."""
    held = await personal_data.held(database, org_id, person_id)
    return {
        "format": FORMAT,
        "person": str(person_id),
        "at": utc_text(now),
        "tables": [
            {
                "table": each.table,
                "what": each.what,
                "because": list(each.because),
                "rows": each.rows,
            }
            for each in held
        ],
    }
