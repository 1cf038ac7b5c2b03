"""Subscriptions: each is told of what it may see, from the first event on, and of nothing else."""

import asyncio
import json

import pytest
from canaries import SEES

from goals.api.context import Context
from goals.api.subscriptions.answers import begin
from goals.services.feed import Feed
from goals.services.feed_cursors import cursor_of

VIEWERS = ("anna", "ben", "otto", "mia", "rita", "dora", "zoe", "zack")
QUIET = 0.2


async def first_cursor(stage, org_id):
    sql = "SELECT seq, hash FROM event WHERE org_id = $1 ORDER BY seq LIMIT 1"
    ((seq, hash_),) = await stage.asker.database.look_up(sql, [org_id])
    return cursor_of(seq, hash_)


async def told(stage, who, text, variables, expected=1):
    """What is told: so many answers, and what else comes at once."""
    viewer = stage.canaries.viewers[who]
    database = stage.asker.database
    feed = Feed(database)

    def context():
        return Context(database, viewer, request_id="r-1", now=viewer.now)

    async def renew():
        return context()

    answers = await begin(stage.asker.engine, feed, text, variables, None, context(), renew)
    found = []
    try:
        while True:
            result = await asyncio.wait_for(
                anext(aiter(answers)), 5 if len(found) < expected else QUIET
            )
            found.append(json.loads(result.body()))
    except (TimeoutError, StopAsyncIteration):
        return found
    finally:
        await answers.aclose()
        await feed.close()


@pytest.mark.parametrize("who", VIEWERS)
def test_everybody_is_told_of_the_events_he_may_see_and_of_no_other(stage, papers, who):
    viewer = stage.canaries.viewers[who]
    cursor = stage.run(first_cursor(stage, viewer.org_id))
    text = papers.subscription("commissionChanged", "after")

    visible = [
        owner
        for _, owner in stage.canaries.rows["event"]
        if owner in stage.canaries.commissions and who in SEES[owner]
    ]

    answers = stage.run(told(stage, who, text, {"after": cursor}, len(visible)))

    assert stage.canaries.leaks(who, answers) == set()
    assert len(answers) == len(visible)
    heard = {answer["data"]["commissionChanged"]["id"] for answer in answers}
    expected = {id_ for tag, id_ in stage.canaries.commissions.items() if who in SEES[tag]}
    assert heard == expected


@pytest.mark.parametrize("who", VIEWERS)
def test_nobody_follows_a_commission_that_is_hidden_from_him(stage, papers, who):
    text = papers.subscription("commissionChanged", "by")

    for tag, id_ in stage.canaries.commissions.items():
        if who not in SEES[tag]:
            answers = stage.run(told(stage, who, text, {"by": {"id": id_}}))
            assert answers == [{"data": {"commissionChanged": None}}], (who, tag)


@pytest.mark.parametrize("who", VIEWERS)
def test_the_inbox_tells_of_nothing_that_is_hidden(stage, papers, who):
    cursor = stage.run(first_cursor(stage, stage.canaries.viewers[who].org_id))
    text = papers.subscription("inboxChanged", "after")

    answers = stage.run(told(stage, who, text, {"after": cursor}, 0))

    assert stage.canaries.leaks(who, answers) == set()
