"""Step 5. Audit: checkpoints, and the one narrow door through which texts may be erased.

What only grows may now change in one way: a text becomes ``ERASED`` (a web address NULL), where a
row of ``erasure`` names the commission; a body of an event becomes empty, where a row of
``erasure`` is the one it names. That row points to an event, so that no erasure is unseen.
Everything else of such a row stays as it is, and nothing can be deleted.
"""

from pathlib import Path

from goals.settings import Dialect
from goals.store.dialects import append_only, tables

ERASED = "[…]"

# Table -> (columns that stay, texts, web addresses).
TEXTS: dict[str, tuple[str, str, str]] = {
    "revision": (
        (
            "org_id id commission_id number content_hash author_id author_side created_at deadline "
            "deadline_time_zone check_in_cadence_days"
        ),
        "cause goal benefit background in_scope out_of_scope must_not_change",
        "",
    ),
    "criterion": (
        (
            "org_id id revision_id lineage_id position kind direction baseline target stretch band "
            "unit weight priority origin"
        ),
        "text method source observer",
        "",
    ),
    "resource": ("org_id id revision_id position kind amount unit side status", "text", ""),
    "duty": ("org_id id revision_id lineage_id position side due", "text", ""),
    "risk": (
        "org_id id revision_id position nature likelihood impact",
        "text treatment owner",
        "",
    ),
    "party": ("org_id id revision_id position involvement", "who interest", ""),
    "signature": (
        (
            "org_id id commission_id revision_id revision_hash side person_id on_behalf_of_id "
            "decision confidence event_seq signed_at"
        ),
        "note reason alternative override_reason",
        "",
    ),
    "measurement": (
        (
            "org_id id commission_id criterion_id lineage_id value observed_at recorded_at source "
            "actor_id"
        ),
        "",
        "evidence_url",
    ),
    "attainment_override": (
        "org_id id commission_id criterion_id lineage_id computed attainment person_id created_at",
        "reason",
        "",
    ),
}
_BODY = (
    "NEW.org_id = OLD.org_id AND NEW.seq = OLD.seq AND OLD.erased_by IS NULL "
    "AND NEW.salt = '' AND NEW.body = '{}' AND EXISTS (SELECT 1 FROM erasure x "
    "WHERE x.org_id = NEW.org_id AND x.event_seq = NEW.erased_by)"
)


def statements(dialect: Dialect) -> list[str]:
    """Return the statements of this step for one engine, in order."""
    template = (Path(__file__).parent / "audit.sql").read_text("utf-8")
    doors = {table: _only_erased(table, dialect) for table in TEXTS} | {"event_body": _BODY}
    write = _sqlite_door if dialect == "sqlite" else _postgres_door
    return [
        *tables(template, dialect),
        *append_only(("checkpoint", "erasure"), dialect),
        *[statement for table, door in doors.items() for statement in write(table, door)],
    ]


def _only_erased(table: str, dialect: Dialect) -> str:
    """The condition that an update does nothing but erase."""
    same = "IS" if dialect == "sqlite" else "IS NOT DISTINCT FROM"
    stays, texts, addresses = (names.split() for names in TEXTS[table])
    terms = [f"NEW.{name} {same} OLD.{name}" for name in stays]
    terms += [
        f"(NEW.{name} {same} OLD.{name} OR (OLD.{name} IS NOT NULL AND NEW.{name} = '{ERASED}'))"
        for name in texts
    ]
    terms += [f"(NEW.{name} {same} OLD.{name} OR NEW.{name} IS NULL)" for name in addresses]
    commission = (
        "NEW.commission_id"
        if "commission_id" in stays
        else "(SELECT r.commission_id FROM revision r "
        "WHERE r.org_id = NEW.org_id AND r.id = NEW.revision_id)"
    )
    terms.append(
        "EXISTS (SELECT 1 FROM erasure x WHERE x.org_id = NEW.org_id "
        f"AND x.subject_type = 'Commission' AND x.subject_id = {commission})"
    )
    return " AND ".join(terms)


def _sqlite_door(table: str, door: str) -> list[str]:
    return [
        f"DROP TRIGGER IF EXISTS {table}_update",
        (
            f"CREATE TRIGGER {table}_update BEFORE UPDATE ON {table} WHEN ({door}) IS NOT 1 "
            f"BEGIN SELECT RAISE(ABORT, '{table} stays as it is'); END"
        ),
    ]


def _postgres_door(table: str, door: str) -> list[str]:
    return [
        f"DROP TRIGGER {table}_guard ON {table}",
        (
            f"CREATE TRIGGER {table}_guard BEFORE DELETE ON {table} "
            "FOR EACH ROW EXECUTE FUNCTION goals_refuse()"
        ),
        (
            f"CREATE FUNCTION goals_only_erase_{table}() RETURNS trigger LANGUAGE plpgsql AS $$\n"
            f"BEGIN\n    IF {door} THEN\n        RETURN NEW;\n    END IF;\n"
            "    RAISE EXCEPTION '% stays as it is', TG_TABLE_NAME "
            "USING ERRCODE = 'restrict_violation';\nEND\n$$"
        ),
        (
            f"CREATE TRIGGER {table}_erase BEFORE UPDATE ON {table} "
            f"FOR EACH ROW EXECUTE FUNCTION goals_only_erase_{table}()"
        ),
    ]
