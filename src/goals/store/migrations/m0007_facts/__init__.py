"""Step 7: facts and rollups, what every rate is counted from.

A fact is one narrow row per commission that was ever agreed; a rollup row is one cell of a cube
of goals.domain.cubes. Both are made of the other tables and can be made anew at any time; those
of existing data are built by goals.store.rebuilding when the program first starts on it.
"""

from pathlib import Path

from goals.settings import Dialect
from goals.store.dialects import tables

SLOTS = 24
"""So many counters has a cell; a cube names the first of them."""


def statements(dialect: Dialect) -> list[str]:
    """Return the statements of this step for one engine, in order."""
    template = (Path(__file__).parent / "facts.sql").read_text("utf-8")
    slots = ",\n".join(f"    n{number:02d} {{bigint}} NOT NULL" for number in range(1, SLOTS + 1))
    written = tables(template.replace("    SLOTS", slots), dialect)
    if dialect == "postgres":  # a cell is changed in place where its page has room
        written += [f"ALTER TABLE {name} SET (fillfactor = 70)" for name in ("fact", "rollup")]
    return written
