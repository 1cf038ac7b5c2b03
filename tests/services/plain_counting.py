"""Plain counting: commissions stored as an import would, and counted one by one."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import product
from random import Random
from uuid import UUID

from goals.domain.cubes.outcomes import COUNTERS, counts
from goals.domain.identity import uuid7
from goals.store import facts, rebuilding, records
from goals.store.commissions import CommissionRow, tag_rows
from goals.store.evaluations import EvaluationRow
from goals.store.revisions import RevisionRow
from goals.store.slices import (
    CUSTOMER,
    CUSTOMER_PERSON,
    GRADE,
    SUPPLIER,
    SUPPLIER_PERSON,
    TAG,
    TEAM,
    WITH_OVERDUE,
    Slice,
)
from goals.store.smart_reports import SmartReportRow
from goals.store.standing import Standing

NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)
OVERDUE_BEFORE = date(2026, 11, 13)
FATES = (
    *(("CLOSED", "ACHIEVED"), ("CLOSED", "EXCEEDED"), ("CLOSED", "MISSED")),
    *(("CLOSED", "NOT_ASSESSABLE"), ("AGREED", None), ("DELIVERED", None)),
    *(("CANCELLED", None), ("EVALUATING", None)),
)


def stored(world, number, due, fate=("CLOSED", "ACHIEVED"), **changes):
    """The rows of a commission that was agreed, as short as they may be."""
    org, made, revision = world.org_id, uuid7(NOW), uuid7(NOW)
    state, outcome = fate
    anna, ben = (UUID(world.viewers[who].person_id) for who in ("anna", "ben"))
    values = {
        "customer_team_id": world.teams["Sales"],
        "supplier_team_id": world.teams["IT"],
        "customer_id": anna,
        "supplier_id": ben,
        "commitment": "COMMITTED",
        "self_commission": False,
        "deadline": due,
        "lapsed": False,
        "ended_by": "CUSTOMER" if state == "CANCELLED" else None,
    }
    tags, grade = changes.pop("tags", ()), changes.pop("grade", None)
    when = changes.pop("timeliness", "ON_TIME")
    row = CommissionRow(
        org_id=org,
        id=made,
        number=number,
        key=f"C-{number}",
        title="A thing",
        state=state,
        outcome=outcome,
        initiator="CUSTOMER",
        version=1,
        current_revision_id=revision,
        first_agreed_deadline=due,
        created_by_id=anna,
        created_at=NOW,
        updated_at=NOW,
        agreed_at=NOW,
        **values | changes,
    )
    rows = [
        row,
        RevisionRow(
            org_id=org,
            id=revision,
            commission_id=made,
            number=1,
            content_hash="0" * 64,
            author_id=anna,
            author_side="CUSTOMER",
            created_at=NOW,
            deadline_time_zone="Europe/Berlin",
        ),
        *tag_rows(org, made, tags),
    ]
    if outcome is not None:
        rows.append(
            EvaluationRow(
                org_id=org,
                id=uuid7(NOW),
                commission_id=made,
                outcome=outcome,
                timeliness_first_agreed=when,
                timeliness_current="EARLY",
                disagreements=[],
                evaluated_at=NOW,
            )
        )
    if grade is not None:
        letters = dict.fromkeys(
            ("specific", "measurable", "accepted", "realistic", "time_bound"), "PASS"
        )
        rows.append(
            SmartReportRow(
                org_id=org,
                id=uuid7(NOW),
                commission_id=made,
                revision_id=revision,
                rules_version="1",
                language="en",
                grade=grade,
                score=90,
                coverage=90,
                findings=[],
                evidence=[],
                checked_at=NOW,
                **letters,
            )
        )
    return rows


async def store(world, *groups):
    """Store commissions as an import would, then count them."""
    async with world.database.transaction() as tx:
        await records.insert(tx, *(row for rows in groups for row in rows))
    await rebuilding.rebuild(world.database, world.org_id, NOW)


async def vary(world):
    """Store some two hundred commissions of all kinds."""
    dice = Random(7)
    teams = list(world.teams.values())
    people = [UUID(viewer.person_id) for name, viewer in world.viewers.items() if name != "eve"]
    groups = []
    for number in range(1, 201):
        due = date(2026, 1, 1) + timedelta(days=dice.randrange(400))
        customer, supplier = dice.sample(people, 2)
        groups.append(
            stored(
                world,
                number,
                due,
                dice.choice(FATES),
                customer_team_id=dice.choice(teams),
                supplier_team_id=dice.choice(teams),
                customer_id=customer,
                supplier_id=supplier,
                commitment=dice.choice(["COMMITTED", "COMMITTED", "STRETCH"]),
                self_commission=dice.random() < 0.1,
                deadline=due + timedelta(days=dice.choice([0, 0, 40])),
                ended_by=dice.choice(["CUSTOMER", "SUPPLIER"]),
                lapsed=dice.random() < 0.2,
                tags=dice.choice([(), ("a",), ("a", "b")]),
                grade=dice.choice([None, "SMART", "ALMOST"]),
                timeliness=dice.choice(["EARLY", "ON_TIME", "LATE", "NOT_DELIVERED"]),
            )
        )
    await store(world, *groups)
    return world


def asked(world, **changes):
    whole = Slice(
        world.org_id,
        date(2026, 1, 1),
        date(2027, 12, 31),
        "COMMITTED",
        OVERDUE_BEFORE,
        Standing(sees_all=True),
    )
    return replace(whole, **changes)


async def counted(world, question, sees=None):
    """The same by plain counting of facts, one by one; of those that ``sees`` names an id of."""
    columns = ", ".join(facts.COLUMNS)
    values = {
        CUSTOMER: lambda fact: [fact.customer_team_id],
        SUPPLIER: lambda fact: [fact.supplier_team_id],
        TEAM: lambda fact: list({fact.customer_team_id, fact.supplier_team_id}),
        TAG: lambda fact: fact.detail["tags"],
        GRADE: lambda fact: [fact.grade or ""],
        CUSTOMER_PERSON: lambda fact: [fact.customer_id],
        SUPPLIER_PERSON: lambda fact: [fact.supplier_id],
    }
    found = {}
    for row in await world.database.look_up(f"SELECT {columns} FROM fact"):
        fact = facts.of_row(row)
        if fact.commitment != question.commitment or fact.self != question.self:
            continue
        if not question.first <= fact.due <= question.last:
            continue
        sides = {fact.customer_team_id, fact.supplier_team_id, fact.customer_id, fact.supplier_id}
        if sees is not None and sees.isdisjoint({*sides, fact.commission_id}):
            continue
        if any(value not in values[name](fact) for name, value in question.where.items()):
            continue
        late = fact.state == "AGREED" and fact.deadline < question.overdue_before
        for keys in product(*(values[name](fact) for name in question.by)):
            months = found.setdefault(keys, {})
            known = months.get(fact.month, (0,) * len(WITH_OVERDUE))
            more = in_order(counts(fact), int(late), question.counters)
            months[fact.month] = tuple(map(int.__add__, known, more))
    return found


def in_order(counted, late, counters):
    """The counters of a fact, by name, in this order."""
    named = dict(zip((*COUNTERS, "overdue"), (*counted, late), strict=True))
    return tuple(named[name] for name in counters)
