"""Step 1: the whole core of the domain, one file of tables per phase of a commission.

Every key starts with the organisation, every link is (org_id, …), so that a row cannot point
into another tenant. Words in braces are types, written by goals.store.dialects. Times are UTC;
decimals and canonical JSON are text on both engines.

History only grows: triggers refuse to change or delete it. On PostgreSQL let the server run as
a role that does not own the tables, and REVOKE UPDATE, DELETE, TRUNCATE on the tables in
APPEND_ONLY from it: an owner could drop the triggers.
"""

from pathlib import Path

from goals.settings import Dialect
from goals.store.dialects import guards, tables

PARTS = (
    "organisations",
    "commissions",
    "revisions",
    "clarifying",
    "working",
    "evaluating",
    "history",
)
APPEND_ONLY = (
    "revision",
    "criterion",
    "resource",
    "duty",
    "risk",
    "party",
    "signature",
    "measurement",
    "attainment_override",
    "event",
)
NEVER_DELETED = ("event_body", "commission", "duty_fulfilment", "assessment", "evaluation")


def statements(dialect: Dialect) -> list[str]:
    """Return the statements of this step for one engine, in order."""
    here = Path(__file__).parent
    templates = "\n".join((here / f"{part}.sql").read_text("utf-8") for part in PARTS)
    return tables(templates, dialect) + guards(APPEND_ONLY, NEVER_DELETED, dialect)
