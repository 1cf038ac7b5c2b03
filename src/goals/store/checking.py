"""Checking: what the SMART checker has to know beyond the words, in one statement.

Comparable is: closed, same supplier team, same commitment, nobody on both sides; the 400 drafted
last. Lead time is from agreement to delivery, in days.
"""

import json
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple
from uuid import UUID

from goals.store.transaction import Transaction

MOST = 400


class DependedOn(NamedTuple):
    """Another commission that must end first."""

    key: str
    due: date | None
    done: bool


class SignedBy(NamedTuple):
    """A signature under the revision."""

    side: str
    person_id: str
    revision_hash: str
    decision: str


class SetAside(NamedTuple):
    """A finding somebody answers for."""

    rule: str
    field: str
    span_text: str
    reason: str
    author_id: str
    side: str
    expires_on: date | None


@dataclass(frozen=True, slots=True)
class Known:
    """``lead_days`` of those that delivered, in order; of ``count`` closed ``reached`` achieved."""

    count: int = 0
    reached: int = 0
    lead_days: tuple[int, ...] = ()
    dependencies: tuple[DependedOn, ...] = ()
    signatures: tuple[SignedBy, ...] = ()
    suppressions: tuple[SetAside, ...] = ()


async def find(
    tx: Transaction,
    org_id: UUID,
    *,
    commission_id: UUID,
    revision_id: UUID,
    supplier_team_id: UUID,
    commitment: str,
) -> Known:
    """Look at comparable commissions, dependencies, signatures and findings set aside."""
    found = await tx.row(
        _FIND[tx.dialect], [org_id, commission_id, revision_id, supplier_team_id, commitment]
    )
    if found is None:
        return Known()
    closed, depends_on, signed, set_aside = (json.loads(text) for text in found)
    return Known(
        count=len(closed),
        reached=sum(1 for outcome, _ in closed if outcome in {"ACHIEVED", "EXCEEDED"}),
        lead_days=tuple(sorted(days for _, days in closed if days is not None)),
        dependencies=tuple(DependedOn(key, _day(due), bool(done)) for key, due, done in depends_on),
        signatures=tuple(SignedBy(*each) for each in signed),
        suppressions=tuple(
            SetAside(rule, field, span, reason, author, side, _day(expires))
            for rule, field, span, reason, author, side, expires in set_aside
        ),
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


_WORDS = {
    "sqlite": {
        "array": "json_group_array",
        "row": "json_array",
        "text": "",
        "days": "CAST(julianday(c.delivered_at) - julianday(c.agreed_at) AS INTEGER)",
    },
    "postgres": {
        "array": "json_agg",
        "row": "json_build_array",
        "text": "::text",
        "days": "extract(day FROM c.delivered_at - c.agreed_at)::int",
    },
}
_TEMPLATE = """
SELECT
    coalesce((SELECT {array}({row}(x.outcome, x.days)){text} FROM (
        SELECT c.outcome, {days} AS days FROM commission c
        WHERE c.org_id = $1 AND c.supplier_team_id = $4 AND c.commitment = $5 AND c.id <> $2
            AND c.state = 'CLOSED' AND c.outcome <> 'NOT_ASSESSABLE' AND NOT c.self_commission
        ORDER BY c.created_at DESC LIMIT {most}
    ) x), '[]'),
    coalesce((SELECT {array}({row}(d.key, d.deadline, d.delivered_at IS NOT NULL)){text}
        FROM commission_dependency l JOIN commission d
            ON d.org_id = l.org_id AND d.id = l.depends_on_id
        WHERE l.org_id = $1 AND l.commission_id = $2), '[]'),
    coalesce((SELECT {array}({row}(s.side, s.person_id, s.revision_hash, s.decision)){text}
        FROM signature s WHERE s.org_id = $1 AND s.revision_id = $3), '[]'),
    coalesce((SELECT {array}({row}(
            a.rule, a.field, a.span_text, a.reason, a.author_id, a.side, a.expires_on)){text}
        FROM smart_suppression a WHERE a.org_id = $1 AND a.commission_id = $2), '[]')
"""
_FIND = {dialect: _TEMPLATE.format(most=MOST, **words) for dialect, words in _WORDS.items()}
