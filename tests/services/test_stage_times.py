"""Passages: what one statement counts of stages and waits is what counting one by one gives."""

from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import product
from random import Random
from uuid import UUID

import pytest
from plain_counting import NOW, store, stored

from goals.domain.identity import uuid7
from goals.store import stages
from goals.store.playbacks import PlaybackRow
from goals.store.questions import QuestionRow
from goals.store.stages import Passage, StageQuestion
from goals.store.standing import Standing

BEGIN = datetime(2026, 1, 1, tzinfo=UTC)
STATES = ("CLARIFYING", "AGREED", "DELIVERED", "EVALUATING", "CLOSED")
ENDS = ("DECLINED", "WITHDRAWN", "EXPIRED", "CANCELLED")


def lived(world, dice, number):
    """One commission that came as far as chance would have it, with what was asked about it."""
    moments = [BEGIN + timedelta(hours=dice.randrange(24 * 300))]
    for _ in range(4):
        moments.append(moments[-1] + timedelta(hours=dice.randrange(-2, 24 * 20)))
    reached = dice.randrange(5)
    state = STATES[reached] if dice.random() < 0.7 else dice.choice(ENDS)
    names = ("proposed_at", "agreed_at", "delivered_at", "evaluating_at", "closed_at")
    times = dict.fromkeys(names) | dict(zip(names, moments[: reached + 1], strict=False))
    if state in ENDS:
        times["closed_at"] = moments[4] if dice.random() < 0.9 else None
    teams, people = list(world.teams.values()), sorted(set(world.viewers) - {"eve"})
    rows = stored(
        world,
        number,
        NOW.date(),
        (state, None),
        customer_team_id=dice.choice(teams),
        supplier_team_id=dice.choice(teams),
        supplier_id=UUID(world.viewers[dice.choice(people)].person_id),
        commitment=dice.choice(["COMMITTED", "COMMITTED", "STRETCH"]),
        self_commission=dice.random() < 0.1,
        tags=dice.choice([(), ("a",), ("a", "b")]),
    )
    rows[0] = replace(rows[0], **times)
    own = {"org_id": world.org_id, "commission_id": rows[0].id}
    own["revision_id"] = rows[0].current_revision_id
    for _ in range(dice.randrange(3)):
        at = moments[0] + timedelta(hours=dice.randrange(100))
        met = at + timedelta(hours=dice.randrange(-1, 200)) if dice.random() < 0.6 else None
        status = "ANSWERED" if met else dice.choice(["OPEN", "WITHDRAWN"])
        question = QuestionRow(
            **own,
            id=uuid7(NOW),
            field="goal",
            text="?",
            status=status,
            asked_side=dice.choice(["CUSTOMER", "SUPPLIER"]),
            asked_by_id=rows[0].customer_id,
            asked_at=at,
            answer="!" if met else None,
            answered_by_id=rows[0].supplier_id if met else None,
            answered_at=met,
        )
        playback = PlaybackRow(
            **own,
            id=uuid7(NOW),
            text="-",
            status="CONFIRMED" if met else "PENDING",
            author_id=rows[0].supplier_id,
            created_at=at,
            resolved_by_id=rows[0].customer_id if met else None,
            resolved_at=met,
        )
        rows += [question, playback]
    return rows


def plainly(groups, question):
    """Count one by one what the statement counts."""
    found = Counter()

    def add(stage, side, fate, begun, end):
        if begun is not None and end >= begun:
            days = int(end.timestamp()) - int(begun.timestamp())
            found[stage, side, fate, days // 86400] += 1

    for commission, *rows in groups:
        for stage, begun, done, state in stages.STAGES:
            start, end = getattr(commission, begun), getattr(commission, done)
            over = commission.state == "CLOSED" if stage == "ASSESSMENT" else end is not None
            if stage == "REVIEW" and commission.state == "AGREED":
                continue
            if commission.state == state:
                add(stage, "", "OPEN", start, question.now)
                continue
            left = end or commission.evaluating_at or commission.closed_at or question.now
            add(stage, "", "DONE" if over else "ENDED", start, left)
        for row in rows:
            if isinstance(row, QuestionRow):
                side = "SUPPLIER" if row.asked_side == "CUSTOMER" else "CUSTOMER"
                stage, begun, done = "QUESTION", row.asked_at, row.answered_at
                over = row.status == "WITHDRAWN"
            elif isinstance(row, PlaybackRow):
                stage, side, over = "PLAYBACK", "CUSTOMER", False
                begun, done = row.created_at, row.resolved_at
            else:
                continue
            over = over or commission.state != "CLARIFYING"
            end = done or (over and (commission.agreed_at or commission.closed_at)) or question.now
            add(stage, side, "DONE" if done else "ENDED" if over else "OPEN", begun, end)
    return found


def dice_of(commission):
    return commission.number % 32749 * 31337 % 65521


@pytest.mark.parametrize("seed", [1, 2, 3])
async def test_one_statement_counts_what_counting_one_by_one_does(world, seed):
    dice = Random(seed)
    groups = [lived(world, dice, number) for number in range(1, 301)]
    await store(world, *groups)
    sales, it = world.teams["Sales"], world.teams["IT"]
    mine = {UUID(world.viewers["anna"].person_id), it}
    whole = StageQuestion(
        org_id=world.org_id,
        commitment="COMMITTED",
        start=BEGIN + timedelta(days=10),
        end=BEGIN + timedelta(days=290),
        now=NOW,
    )

    def either(one):
        return {one.customer_team_id, one.supplier_team_id, one.customer_id, one.supplier_id}

    for (changes, narrowed), every in product(
        (
            ({}, lambda _, __: True),
            ({"commitment": "STRETCH"}, lambda _, __: True),
            ({"supplier_team_id": it}, lambda one, _: one.supplier_team_id == it),
            ({"customer_team_id": it}, lambda one, _: one.customer_team_id == it),
            ({"team_id": sales}, lambda one, _: sales in either(one)),
            ({"tag": "a"}, lambda _, tags: "a" in tags),
            ({"standing": Standing(own=tuple(mine))}, lambda one, _: mine & either(one)),
        ),
        (1, 3, 16, 32),
    ):
        question = replace(whole, every=every, **changes)
        asked = [
            (one, *rows)
            for one, *rows in groups
            if one.commitment == question.commitment
            and not one.self_commission
            and question.start <= one.proposed_at < question.end
            and narrowed(one, {row.tag for row in rows if hasattr(row, "tag")})
        ]
        looked_at = [each for each in asked if dice_of(each[0]) % every == 0]

        counted = await stages.passages(world.database, question)

        assert {_key(each): each.count for each in counted} == plainly(looked_at, question)
        sample = [each for each in asked if dice_of(each[0]) % 16 == 0]
        assert await stages.proposed(world.database, question) == 16 * len(sample)


def _key(passage: Passage):
    return passage.stage, passage.side, passage.fate, passage.days
