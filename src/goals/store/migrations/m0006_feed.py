"""Step 6. The feed: the outbox can be cleared by age.

Subscriptions read events by (organisation, number), for which the key is enough.
"""

from goals.settings import Dialect


def statements(dialect: Dialect) -> list[str]:
    """Return the statements of this step for one engine, in order."""
    del dialect
    return ["CREATE INDEX outbox_age ON outbox (created_at)"]
