"""Step 4. Sharing and deputies: who else may see, and who may act for whom."""

from pathlib import Path

from goals.settings import Dialect
from goals.store.dialects import tables


def statements(dialect: Dialect) -> list[str]:
    """Return the statements of this step for one engine, in order."""
    template = Path(__file__).with_name("sharing.sql").read_text("utf-8")
    return [*tables(template, dialect), _PERSON_OF_THE_TENANT[dialect]]


# SQLite cannot add a link of two columns to a table that is there already.
_PERSON_OF_THE_TENANT: dict[Dialect, str] = {
    "sqlite": """
        CREATE TRIGGER signature_on_behalf_of BEFORE INSERT ON signature
        WHEN NEW.on_behalf_of_id IS NOT NULL AND NOT EXISTS (
            SELECT 1 FROM person WHERE org_id = NEW.org_id AND id = NEW.on_behalf_of_id)
        BEGIN SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed'); END
    """.strip(),
    "postgres": """
        ALTER TABLE signature ADD FOREIGN KEY (org_id, on_behalf_of_id)
            REFERENCES person (org_id, id) ON DELETE RESTRICT
    """.strip(),
}
