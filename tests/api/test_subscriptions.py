"""Subscriptions: who is told what, in which order, and where one goes on from."""

import asyncio
import json
from contextlib import asynccontextmanager

import pytest
from acting import CONTENT, agree, assess, by, done, evaluating, of
from worlds import drafted, found_world

from goals.api.context import Context
from goals.api.subscriptions.answers import begin
from goals.domain.errors import Unauthenticated
from goals.domain.identity import uuid_of
from goals.services import feed as feeds
from goals.services.feed import Feed

CHANGED = """subscription Changed($by: CommissionByInput, $after: String) {
  commissionChanged(by: $by, after: $after) {
    kind id revision occurredAt cursor node { key title state }
  }
}"""
INBOX = """subscription Inbox($after: String) {
  inboxChanged(after: $after) { kind owed revision cursor node { key } }
}"""


@pytest.fixture
async def feed(world):
    made = Feed(world.database)
    yield made
    await made.close()


class Told:
    """What one subscriber is told."""

    def __init__(self, answers):
        self.answers = answers
        self.waiting = None

    async def next(self, seconds=5.0):
        """The value of the root field of the next answer."""
        result = await self.result(seconds)
        assert result.errors == []
        (value,) = json.loads(result.data).values()
        return value

    async def result(self, seconds=5.0):
        """The next answer."""
        waiting, self.waiting = self.waiting, None
        return await asyncio.wait_for(waiting or anext(aiter(self.answers)), seconds)

    async def until(self, kind):
        """Hear on until something of this kind is told."""
        while (told := await self.next())["kind"] != kind:
            pass
        return told

    async def kinds(self, count):
        return [(await self.next())["kind"] for _ in range(count)]

    async def heard_nothing_yet(self):
        """Whether nothing was told yet; what is told next is still heard."""
        self.waiting = asyncio.ensure_future(anext(aiter(self.answers)))
        await asyncio.sleep(0.2)
        return not self.waiting.done()

    async def nothing(self, seconds=0.3):
        """Hear nothing for a while; this ends the subscription."""
        with pytest.raises(TimeoutError):
            await self.result(seconds)
        return True


@pytest.fixture
def follow(world, feed):
    @asynccontextmanager
    async def follow(who, text=CHANGED, *, resume=None, known=lambda: True, **variables):
        def context():
            return Context(world.database, world.viewer(who), request_id="r-1", now=world.now)

        async def renew():
            if not known():
                raise Unauthenticated
            return context()

        answers = await begin(
            world.engine, feed, text, variables, None, context(), renew, resume=resume
        )
        try:
            yield Told(answers)
        finally:
            await answers.aclose()

    return follow


async def test_both_sides_are_told_what_happens(world, follow):
    async with follow("anna") as anna, follow("ben") as ben:
        commission = await drafted(world)
        assert (await anna.next())["kind"] == "commission.drafted"
        assert await ben.heard_nothing_yet()
        await done(world, "anna", "commissionPropose", by(commission))

        assert (await anna.next())["kind"] == "commission.proposed"
        told = await ben.next()
        assert told.pop("cursor")
        assert told == {
            "kind": "commission.proposed",
            "id": commission["id"],
            "revision": 1,
            "occurredAt": "2026-03-02T09:00:00.000000Z",
            "node": {
                "key": commission["key"],
                "title": "Parcels on the same day",
                "state": "CLARIFYING",
            },
        }


async def test_a_stranger_and_the_other_side_of_a_draft_are_told_nothing(world, follow):
    async with follow("otto") as otto, follow("ben") as ben, follow("mia") as mia:
        commission = await drafted(world)

        assert (await mia.next())["id"] == commission["id"]
        assert await ben.heard_nothing_yet()
        await done(world, "anna", "commissionPropose", by(commission))
        assert (await ben.next())["kind"] == "commission.proposed"
        assert await otto.nothing()


async def test_who_loses_sight_of_a_commission_is_told_nothing_more(world, follow):
    async with follow("ben") as ben:
        commission = await drafted(world)
        await done(world, "anna", "commissionPropose", by(commission))
        await ben.until("commission.proposed")

        world.people["ben"] = world.people["otto"]
        await done(
            world, "anna", "commissionRevise", by(commission, title="Secret", content=CONTENT)
        )

        assert await ben.nothing()


async def test_one_commission_is_followed_by_its_key(world, follow):
    first, second = await drafted(world), await drafted(world)

    async with follow("anna", by={"key": second["key"].lower()}) as anna:
        await done(world, "anna", "commissionPropose", by(first))
        await done(world, "anna", "commissionPropose", by(second))

        assert (await anna.next())["id"] == second["id"]


@pytest.mark.parametrize("name", [{"key": "C-999"}, {"id": "nonsense"}])
async def test_a_commission_that_is_not_to_be_seen_is_null_and_the_end(world, follow, name):
    async with follow("anna", by=name) as anna:
        assert await anna.next() is None
        with pytest.raises(StopAsyncIteration):
            await anna.result()


async def test_a_foreign_commission_is_like_an_unknown_one(world, follow):
    commission = await drafted(world)

    async with follow("otto", by={"id": commission["id"]}) as otto:
        assert await otto.next() is None


async def test_what_was_missed_comes_first_and_each_once(world, follow):
    async with follow("anna") as anna:
        commission = await drafted(world)
        cursor = (await anna.next())["cursor"]
    await done(world, "anna", "commissionPropose", by(commission))

    async with follow("anna", after=cursor) as again:
        await done(
            world, "anna", "commissionRevise", by(commission, title="Other", content=CONTENT)
        )

        assert await again.kinds(2) == ["commission.proposed", "commission.revised"]
        assert await again.nothing()


async def test_there_is_no_gap_between_replay_and_live(world, follow, monkeypatch):
    monkeypatch.setattr(feeds, "REMEMBERED", 3)
    async with follow("mia") as mia:
        await drafted(world)
        cursor = (await mia.next())["cursor"]
    writers = asyncio.gather(*(drafted(world, title=f"Parcels {n}") for n in range(30)))

    seen = []
    while len(seen) < 30:  # comes and goes in the midst of it
        async with follow("mia", after=cursor) as again:
            for _ in range(min(7, 30 - len(seen))):
                told = await again.next()
                seen.append(told["id"])
                cursor = told["cursor"]

    expected = [commission["id"] for commission in await writers]
    assert sorted(expected) == sorted(seen)
    _, *history = await world.database.look_up(
        "SELECT commission_id FROM event WHERE commission_id IS NOT NULL ORDER BY seq"
    )
    assert [str(row[0]) for row in history] == [str(uuid_of(one, "Commission")) for one in seen]


@pytest.mark.parametrize("cursor", ["", "nonsense", "A" * 32, "_" * 32, "é" * 32, "\ud800" * 32])
async def test_a_cursor_that_was_made_up_is_refused(world, follow, cursor):
    async with follow("anna", after=cursor) as anna:
        result = await anna.result()

    assert (result.code, result.executed) == ("BAD_USER_INPUT", False)


async def test_a_cursor_of_another_organisation_is_refused(world, follow):
    async with follow("anna") as anna:
        await drafted(world)
        cursor = (await anna.next())["cursor"]
    other = await found_world(world.database)
    world.people |= other.people

    async with follow("anna", after=cursor) as stranger:
        assert (await stranger.result()).code == "BAD_USER_INPUT"


async def test_a_cursor_too_far_back_is_refused(world, follow, monkeypatch):
    async with follow("anna") as anna:
        await drafted(world)
        cursor = (await anna.next())["cursor"]
    for _ in range(3):
        await drafted(world)
    monkeypatch.setattr(feeds, "MOST_BEHIND", 2)

    async with follow("anna", after=cursor) as anna:
        assert (await anna.result()).code == "BAD_USER_INPUT"


async def test_who_falls_behind_is_sent_away_with_the_place_to_go_on_from(
    world, follow, monkeypatch
):
    async with follow("anna") as slow:
        await drafted(world)
        cursor = (await slow.next())["cursor"]
        monkeypatch.setattr(feeds, "MOST_BEHIND", 2)
        async with follow("mia") as mia:
            for _ in range(3):
                await drafted(world)
                await mia.next()

        result = await slow.result()

    told = result.errors[0]["extensions"]
    assert (told["reason"], told["cursor"]) == ("FELL_BEHIND", cursor)


async def test_who_is_not_known_any_more_is_told_so(world, follow):
    known = [True]
    async with follow("anna", known=lambda: known[0]) as anna:
        known[0] = False
        await drafted(world)

        assert (await anna.result()).code == "UNAUTHENTICATED"


async def test_a_sealed_assessment_is_told_as_the_history_does(world, follow):
    commission = await drafted(world)
    await evaluating(world, commission)
    text = """subscription { commissionChanged {
        kind node { assessments { side comment } } } }"""

    async with follow("anna", text) as anna:
        await assess(world, "ben", commission, comment="Rather late.")

        assert await anna.next() == {
            "kind": "commission.assessed",
            "node": {"assessments": []},
        }


async def test_the_inbox_tells_of_what_is_owed_and_of_nothing_else(world, follow):
    async with follow("ben", INBOX) as ben, follow("mia", INBOX) as mia:
        commission = await drafted(world)
        await done(world, "anna", "commissionPropose", by(commission))

        told = await ben.next()
        assert (told["kind"], told["owed"], told["node"]["key"]) == (
            "commission.proposed",
            ["SIGN"],
            commission["key"],
        )
        await done(
            world, "anna", "questionAsk", of(commission, field="GOAL", text="Which parcels?")
        )
        assert "ANSWER" in (await ben.next())["owed"]
        assert await mia.nothing()


async def test_the_inbox_tells_when_nothing_is_owed_any_more(world, follow):
    commission = await drafted(world)
    await agree(world, commission)
    report = of(commission, health="ON_TRACK", confidence=80)
    made = await done(world, "ben", "checkInRecord", report, "checkIn { id }")

    async with follow("anna", INBOX) as anna:
        await anna.heard_nothing_yet()
        await done(world, "anna", "checkInAcknowledge", {"checkInId": made["checkIn"]["id"]})

        assert (await anna.next())["owed"] == []


async def test_the_inbox_goes_on_from_a_cursor(world, follow):
    async with follow("ben", INBOX) as ben:
        commission = await drafted(world)
        await done(world, "anna", "commissionPropose", by(commission))
        cursor = (await ben.next())["cursor"]
    await done(world, "anna", "questionAsk", of(commission, field="GOAL", text="Which parcels?"))

    async with follow("ben", INBOX, after=cursor) as again:
        assert (await again.next())["kind"] == "question.asked"
        assert await again.nothing()


async def test_a_thousand_subscribers_leave_nothing_behind(world, follow, feed):
    async with follow("anna"):
        before = len(asyncio.all_tasks())
        for _ in range(1_000):
            async with follow("ben"):
                pass

        assert feed.followers == 1
        for _ in range(500):  # the feed's own looks at the database come and go
            if (left := len(asyncio.all_tasks())) <= before:
                break
            await asyncio.sleep(0.01)
        assert left <= before
    assert feed.followers == 0


async def test_a_subscriber_that_never_listened_leaves_nothing_behind(world, follow, feed):
    async with follow("anna", by={"key": "C-999"}):
        assert feed.followers == 1

    assert feed.followers == 0


async def test_a_subscription_is_no_answer_in_json(world):
    result = await world.ask("anna", CHANGED)

    assert (result.code, result.kind) == ("BAD_REQUEST", "subscription")


async def test_two_root_fields_are_refused(world, follow):
    text = "subscription { commissionChanged { kind } inboxChanged { kind } }"
    async with follow("anna", text) as anna:
        assert (await anna.result()).code == "GRAPHQL_VALIDATION_FAILED"


async def test_a_query_is_one_answer(world, follow):
    async with follow("anna", "{ viewer { role } }") as anna:
        assert await anna.next() == {"role": "MEMBER"}
        with pytest.raises(StopAsyncIteration):
            await anna.result()
