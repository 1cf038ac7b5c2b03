"""Erasures: what was taken out of the database for good; each opens the guards for its subject.

The one rule: the row names the event that says so, and both come in one transaction.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar
from uuid import UUID

from goals.domain.chain import ERASING
from goals.settings import Dialect
from goals.store.database import Database
from goals.store.people import PersonRow
from goals.store.records import change, find_one
from goals.store.rows import read_time, read_uuid
from goals.store.tables import Erasure
from goals.store.tables.base import Stored
from goals.store.transaction import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class ErasureRow:
    """A row of erasure."""

    TABLE: ClassVar[type[Stored]] = Erasure

    org_id: UUID
    event_seq: int
    subject_type: str
    subject_id: UUID
    erased_at: datetime


async def find(
    tx: Transaction, org_id: UUID, subject_type: str, subject_id: UUID
) -> ErasureRow | None:
    """The erasure of a person or of the texts of a commission, if it was done."""
    return await find_one(
        tx, ErasureRow, org_id=org_id, subject_type=subject_type, subject_id=subject_id
    )


ERASED = "[…]"
"""What stands where a text was erased; a web address becomes NULL."""

_OF = {
    "commission": "id = $2",
    "": "commission_id = $2",
    "revision": "revision_id IN (SELECT id FROM revision WHERE org_id = $1 AND commission_id = $2)",
    "delivery": "delivery_id IN (SELECT id FROM delivery WHERE org_id = $1 AND commission_id = $2)",
    "review": "review_id IN (SELECT id FROM review WHERE org_id = $1 AND commission_id = $2)",
    "assessment": (
        "assessment_id IN (SELECT id FROM assessment WHERE org_id = $1 AND commission_id = $2)"
    ),
}
# Table, by what it hangs on the commission -> texts, web addresses, lists.
TEXTS: dict[tuple[str, str], tuple[str, str, str]] = {
    ("commission", "commission"): ("title beneficiary end_reason", "", ""),
    ("revision", ""): (
        "cause goal benefit background in_scope out_of_scope must_not_change",
        "",
        "",
    ),
    ("criterion", "revision"): ("text method source observer", "", ""),
    ("resource", "revision"): ("text", "", ""),
    ("duty", "revision"): ("text", "", ""),
    ("risk", "revision"): ("text treatment owner", "", ""),
    ("party", "revision"): ("who interest", "", ""),
    ("question", ""): ("text answer", "", ""),
    ("playback", ""): ("text correction", "", ""),
    ("signature", ""): ("note reason alternative override_reason", "", ""),
    ("smart_report", ""): ("", "", "findings evidence"),
    ("smart_suppression", ""): ("span_text reason", "", ""),
    ("check_in", ""): ("note needs", "", ""),
    ("measurement", ""): ("", "evidence_url", ""),
    ("attainment_override", ""): ("reason", "", ""),
    ("blocker", ""): ("text owner next_step resolution", "", ""),
    ("delivery", ""): ("note", "", ""),
    ("delivery_claim", "delivery"): ("claim", "evidence_url", ""),
    ("review", ""): ("comment", "", ""),
    ("review_judgement", "review"): ("comment", "", ""),
    ("assessment", ""): ("comment", "", ""),
    ("assessment_judgement", "assessment"): ("comment", "", ""),
    ("factor_observation", ""): ("comment", "", ""),
    ("benefit_review", ""): ("comment", "", ""),
    ("lesson", ""): ("text", "", ""),
    ("action", ""): ("text effect_check", "", ""),
    ("external_reference", ""): ("", "url", ""),
}


async def erase_texts(tx: Transaction, org_id: UUID, commission_id: UUID) -> None:
    """Erase every free text of a commission; its erasure row must be stored already.

    States, dates, numbers, people, tags and keys stay: rates and links need them.
    """
    for (table, parent), (texts, addresses, lists) in TEXTS.items():
        settings = [
            f"{name} = CASE WHEN {name} IS NULL THEN NULL ELSE $3 END" for name in texts.split()
        ]
        settings += [f"{name} = NULL" for name in addresses.split()]
        settings += [f"{name} = '[]'" for name in lists.split()]
        args: list[object] = [org_id, commission_id]
        await tx.execute(
            f"UPDATE {table} SET {', '.join(settings)} WHERE org_id = $1 AND {_OF[parent]}",
            [*args, ERASED] if texts else args,
        )


async def bodies_of(tx: Transaction, org_id: UUID, commission_id: UUID) -> list[int]:
    """The numbers of the events of a commission whose bodies are still there."""
    found = await tx.rows(
        "SELECT e.seq FROM event e JOIN event_body b ON b.org_id = e.org_id AND b.seq = e.seq "
        "WHERE e.org_id = $1 AND e.commission_id = $2 AND b.erased_by IS NULL ORDER BY e.seq",
        [org_id, commission_id],
    )
    return [seq for (seq,) in found]


async def bodies_with(tx: Transaction, org_id: UUID, word: str) -> list[tuple[int, str]]:
    """The events whose bodies hold this word, in any case, with the text of the body."""
    return [(seq, text) for seq, text in await tx.rows(_WITH[tx.dialect], [org_id, word])]


_WITH: dict[Dialect, str] = {
    "sqlite": (
        "SELECT seq, body FROM event_body WHERE org_id = $1 AND erased_by IS NULL "
        "AND instr(goals_lower(body), goals_lower($2)) > 0 ORDER BY seq"
    ),
    "postgres": (
        "SELECT seq, body FROM event_body WHERE org_id = $1 AND erased_by IS NULL "
        'AND strpos(lower(body COLLATE "und-x-icu"), lower($2 COLLATE "und-x-icu")) > 0 '
        "ORDER BY seq"
    ),
}


async def bodies_about(tx: Transaction, org_id: UUID, person_id: UUID) -> list[int]:
    """The numbers of the events about a person whose bodies are still there."""
    found = await tx.rows(
        "SELECT e.seq FROM event e JOIN event_body b ON b.org_id = e.org_id AND b.seq = e.seq "
        "WHERE e.org_id = $1 AND e.subject_type = 'Person' AND e.subject_id = $2 "
        "AND b.erased_by IS NULL ORDER BY e.seq",
        [org_id, person_id],
    )
    return [seq for (seq,) in found]


async def erasing_bodies(tx: Transaction, org_id: UUID) -> list[tuple[int, str]]:
    """The erasing events whose own bodies are still there, with these."""
    kinds = ", ".join(f"'{kind}'" for kind in sorted(ERASING))
    found = await tx.rows(
        "SELECT e.seq, b.body FROM event e JOIN event_body b ON b.org_id = e.org_id "
        f"AND b.seq = e.seq WHERE e.org_id = $1 AND e.kind IN ({kinds}) "
        "AND b.erased_by IS NULL ORDER BY e.seq",
        [org_id],
    )
    return [(seq, text) for seq, text in found]


async def forget_person(
    tx: Transaction, org_id: UUID, person_id: UUID, *, name: str, email: str, now: datetime
) -> None:
    """Put a pseudonym in the place of a person, and drop what signs them in elsewhere."""
    where: dict[str, object] = {"org_id": org_id, "id": person_id}
    await change(tx, PersonRow, where, name=name, email=email, updated_at=now)
    own = [org_id, person_id]
    await tx.execute("DELETE FROM identity WHERE org_id = $1 AND person_id = $2", own)
    await tx.execute(
        "UPDATE token SET name = $3 WHERE org_id = $1 AND person_id = $2", [*own, ERASED]
    )


@dataclass(frozen=True, slots=True)
class Outlived:
    """A commission whose texts have been kept long enough."""

    commission_id: UUID
    key: str
    closed_at: datetime


async def outlived(
    database: Database, org_id: UUID, closed_before: datetime, limit: int
) -> list[Outlived]:
    """The commissions that ended before a moment and still have their texts, oldest first."""
    found = await database.look_up(
        "SELECT c.id, c.key, c.closed_at FROM commission c "
        "WHERE c.org_id = $1 AND c.closed_at < $2 AND NOT EXISTS (SELECT 1 FROM erasure x "
        "WHERE x.org_id = c.org_id AND x.subject_type = 'Commission' AND x.subject_id = c.id) "
        "ORDER BY c.closed_at, c.id LIMIT $3",
        [org_id, closed_before, limit],
    )
    return [Outlived(read_uuid(key), name, read_time(at)) for key, name, at in found]


async def touch(tx: Transaction, org_id: UUID, commission_id: UUID, now: datetime) -> bool:
    """Count a change of a commission that has ended; False where it has not, or is unknown."""
    found = await tx.rows(
        "UPDATE commission SET version = version + 1, updated_at = $3 "
        "WHERE org_id = $1 AND id = $2 AND closed_at IS NOT NULL RETURNING 1",
        [org_id, commission_id, now],
    )
    return bool(found)
