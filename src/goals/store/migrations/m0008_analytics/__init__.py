"""Step 8. Analytics: benefit reviews, and what is asked of the tables directly.

``goals_local_day`` gives the day of a time in a time zone; SQLite gets it from
goals.store.sqlite_connection. A zone that the server does not know counts as UTC there.
The index by state holds all that goals.store.standing asks, so that what a member sees is counted
without a look at the rows.
"""

from pathlib import Path

from goals.settings import Dialect
from goals.store.dialects import tables

PARTS = ("benefits", "indexes")


LOCAL_DAY = """
CREATE FUNCTION goals_local_day(moment timestamptz, zone text) RETURNS date
LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
BEGIN
    RETURN (moment AT TIME ZONE zone)::date;
EXCEPTION WHEN invalid_parameter_value THEN
    RETURN (moment AT TIME ZONE 'UTC')::date;
END
$$
""".strip()


def statements(dialect: Dialect) -> list[str]:
    """Return the statements of this step for one engine, in order."""
    here = Path(__file__).parent
    templates = "\n".join((here / f"{part}.sql").read_text("utf-8") for part in PARTS)
    made = tables(templates, dialect)
    return [*made, LOCAL_DAY] if dialect == "postgres" else made
