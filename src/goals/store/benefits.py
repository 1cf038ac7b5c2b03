"""Benefits: the latest word on each commission, counted by how the commission ended."""

from goals.store.analysis import Selection, where_of
from goals.store.database import Database


async def latest(database: Database, selection: Selection) -> list[tuple[str, str | None, int]]:
    """Count the latest benefit reviews of closed commissions by verdict and outcome."""
    where, args = where_of(database.dialect, selection)
    found = await database.look_up(_LATEST.format(where), args)
    return [(verdict, outcome, int(count)) for verdict, outcome, count in found]


_LATEST = (
    "SELECT r.verdict, f.outcome, count(*) FROM (SELECT b.org_id, b.commission_id, b.verdict, "
    "row_number() OVER (PARTITION BY b.commission_id ORDER BY b.created_at DESC, b.id DESC) AS nth "
    "FROM benefit_review b WHERE b.org_id = $1) r JOIN fact f ON f.org_id = r.org_id "
    "AND f.commission_id = r.commission_id WHERE r.nth = 1 AND f.state = 'CLOSED' AND {} "
    "GROUP BY r.verdict, f.outcome"
)
