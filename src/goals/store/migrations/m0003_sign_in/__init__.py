"""Step 3. Sign-in: what tokens may do, who is no human being, and who identity providers know.

Tokens from before keep every scope; everybody from before is a human being.
"""

from pathlib import Path

from goals.settings import Dialect
from goals.store.dialects import tables


def statements(dialect: Dialect) -> list[str]:
    """Return the statements of this step for one engine, in order."""
    return tables((Path(__file__).parent / "sign_in.sql").read_text("utf-8"), dialect)
