"""Actions: how many were done or are open, and the latest, as counting one by one has it."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from random import Random
from uuid import UUID

from plain_counting import NOW

from goals.domain.identity import uuid7
from goals.store import action_effects, records
from goals.store.actions import ActionRow
from goals.store.analysis import Selection
from goals.store.standing import Standing

BEGIN = datetime(2026, 3, 1, tzinfo=UTC)


async def test_actions_are_counted_as_one_by_one_and_the_latest_are_told(varied):
    dice, database = Random(5), varied.database
    columns = "commission_id, commitment, self, customer_team_id, supplier_team_id, supplier_id"
    found = await database.look_up(f"SELECT {columns}, customer_id FROM fact", [])
    facts = [
        (UUID(str(made)), kind, bool(own), *(UUID(str(each)) for each in ids))
        for made, kind, own, *ids in found
    ]
    tagged = await database.look_up("SELECT commission_id FROM commission_tag WHERE tag = 'b'", [])
    tags = {UUID(str(made)) for (made,) in tagged}
    actions = [
        ActionRow(
            org_id=varied.org_id,
            id=uuid7(NOW),
            commission_id=dice.choice(facts)[0],
            kind="CHANGE",
            text="-",
            owner_id=facts[0][-1],
            due=None,
            created_by_id=facts[0][-1],
            created_at=BEGIN,
            done_at=BEGIN + timedelta(hours=dice.randrange(2000)) if dice.random() < 0.8 else None,
            effect_check=None,
        )
        for _ in range(300)
    ]
    async with database.transaction() as tx:
        await records.insert(tx, *actions)
    sales, it = varied.teams["Sales"], varied.teams["IT"]
    first, last = date(2026, 3, 10), date(2026, 5, 3)
    whole = Selection(varied.org_id, "COMMITTED", first, last)

    for changes, narrowed in (
        ({}, lambda *_: True),
        ({"supplier_team_id": it}, lambda _, __, supplier, *___: supplier == it),
        (
            {"customer_team_id": sales, "supplier_team_id": it},
            lambda _, customer, supplier, *__: (customer, supplier) == (sales, it),
        ),
        ({"every_team": (sales,)}, lambda _, *teams: sales in teams[:2]),
        ({"tags": ("b",)}, lambda made, *_: made in tags),
        ({"standing": Standing(own=(it,))}, lambda _, *ids: it in ids),
    ):
        selection = replace(whole, **changes)
        there = {
            made: ids[1]
            for made, commitment, own, *ids in facts
            if commitment == "COMMITTED" and not own and narrowed(made, *ids)
        }
        counted = [each for each in actions if each.commission_id in there]
        done = [each for each in counted if each.done_at and first <= each.done_at.date() <= last]
        done.sort(key=lambda each: (each.done_at, each.id), reverse=True)

        assert done
        assert await action_effects.counts(database, selection) == (
            len(done),
            sum(each.done_at is None for each in counted),
        )
        latest = await action_effects.latest(database, selection, 10)
        assert [(one.id, one.team_id, one.done_on) for one in latest] == [
            (each.id, there[each.commission_id], each.done_at.date()) for each in done[:10]
        ]
