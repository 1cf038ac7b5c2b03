"""Step 9. Samples: what stage times and action effects ask, in indexes alone.

``commission_proposed`` and ``commission_sample``, with one in sixteen commissions, drawn as
goals.store.stages says, hold all that stage times ask of a commission. ``action_done`` begins with
the actions still open or with the latest; ``fact_commission`` says of their commissions whether
they count.
"""

from pathlib import Path

from goals.settings import Dialect
from goals.store.dialects import tables


def statements(dialect: Dialect) -> list[str]:
    """Return the statements of this step for one engine, in order."""
    return tables((Path(__file__).parent / "indexes.sql").read_text("utf-8"), dialect)
