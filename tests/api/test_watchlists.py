"""Overdue and stale: the lists hold exactly those whose fields say so, in every time zone."""

from datetime import datetime, timedelta

import pytest
from acting import CONTENT, agree, done, of

LISTS = """query Lists {
  overdue: commissions(filter: {overdue: {eq: true}}, orderBy: [{field: DEADLINE}]) {
    totalCount nodes { key overdue } }
  stale: commissions(filter: {stale: {eq: true}}, orderBy: [{field: DEADLINE}]) {
    totalCount nodes { key health } }
  all: commissions(first: 50) { nodes { key overdue health } }
}"""
ZONES = ("Pacific/Kiritimati", "Europe/Berlin", "UTC", "America/New_York", "Pacific/Niue")


async def agreed_in(world, draft, zone, **more):
    made = await draft(content=CONTENT | {"deadlineTimeZone": zone} | more)
    await agree(world, made)
    return made


@pytest.mark.parametrize("hour", [0, 5, 9, 12, 16, 23])
async def test_the_lists_say_the_same_as_the_fields_at_every_hour(world, draft, hour):
    for zone in ZONES:
        await agreed_in(world, draft, zone)
        await agreed_in(world, draft, zone, deadline="2026-12-01", checkInCadenceDays=89)
    world.now = datetime.fromisoformat(f"2026-05-30T{hour:02}:30:00Z")

    data = await world.data("mia", LISTS)

    every = data["all"]["nodes"]
    late = [one["key"] for one in every if one["overdue"]]
    silent = [one["key"] for one in every if one["health"] == "STALE"]
    assert sorted(late) == sorted(one["key"] for one in data["overdue"]["nodes"])
    assert sorted(silent) == sorted(one["key"] for one in data["stale"]["nodes"])
    assert data["overdue"]["totalCount"] == len(late)
    assert 3 <= len(late) <= 5
    assert data["stale"]["totalCount"] == len(silent)


async def test_a_check_in_takes_a_commission_off_the_list_of_the_stale(world, draft):
    made = await agreed_in(world, draft, "UTC", deadline="2026-12-01", checkInCadenceDays=7)
    world.now += timedelta(days=8)

    before = await world.data("mia", LISTS)
    await done(world, "ben", "checkInRecord", of(made, health="ON_TRACK"))
    after = await world.data("mia", LISTS)

    assert [one["health"] for one in before["stale"]["nodes"]] == ["STALE"]
    assert after["stale"] == {"totalCount": 0, "nodes": []}


async def test_whoever_may_not_see_a_commission_is_not_told_that_it_is_late(world, draft):
    await agreed_in(world, draft, "UTC")
    world.now += timedelta(days=200)

    seen = {who: (await world.data(who, LISTS))["overdue"]["totalCount"] for who in world.people}

    assert seen == {"anna": 1, "ben": 1, "otto": 0, "mia": 1, "ada": 1}
