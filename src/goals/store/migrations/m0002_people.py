"""Step 2. People: what somebody is named the owner of is found without reading all of it."""

from goals.settings import Dialect
from goals.store.dialects import tables

_INDEXES = """
CREATE INDEX risk_owner ON risk (org_id, lower(owner)) WHERE owner IS NOT NULL;
CREATE INDEX blocker_owner ON blocker (org_id, lower(owner))
    WHERE owner IS NOT NULL AND closed_at IS NULL;
"""


def statements(dialect: Dialect) -> list[str]:
    """Return the statements of this step for one engine, in order."""
    return tables(_INDEXES, dialect)
