"""Retention: texts go when their time is over, everything a rate needs stays."""

from datetime import UTC, datetime, timedelta

import pytest

from goals.domain.enums import Channel
from goals.services import chains, check_ins, clock, organisations, retention
from goals.services.requests import CheckInRequest, ConfigureOrganisationRequest
from goals.store import events
from goals.store.erasures import ERASED, TEXTS
from goals.store.faults import RowRefusedError
from goals.store.migrations import m0005_audit
from goals.store.tables import ALL
from goals.store.tables.base import column_kinds, table_name

KEPT = {
    "commission": "key commitment state initiator ended_by last_health outcome",
    "commission_tag": "tag",
    "revision": "content_hash author_side deadline_time_zone",
    "criterion": "kind direction unit priority origin",
    "resource": "kind unit side status",
    "duty": "side",
    "risk": "nature",
    "party": "involvement",
    "question": "field status asked_side",
    "playback": "status",
    "signature": "revision_hash side decision",
    "smart_report": (
        "rules_version language grade specific measurable accepted realistic time_bound"
    ),
    "smart_suppression": "rule field side",
    "check_in": "health",
    "measurement": "source",
    "benefit_review": "verdict",
    "blocker": "kind",
    "review": "decision",
    "assessment": "side",
    "factor_observation": "side polarity locus",
    "evaluation": "outcome timeliness_first_agreed timeliness_current disagreements",
    "lesson": "tags",
    "action": "kind",
    "external_reference": "system key",
    "commission_share": "side",
    "fact": "commitment state ended_by outcome timeliness_first timeliness_current grade detail",
}
"""Words of a commission that are no free text: states, kinds, keys, figures."""
OWNERS = {
    "commission_id",
    "revision_id",
    "delivery_id",
    "review_id",
    "assessment_id",
    "criterion_id",
}
LATER = datetime(2029, 11, 3, tzinfo=UTC)
SECRET = "Mooncake"


@pytest.fixture
async def ended(world):
    """A commission full of texts that ended at the beginning of November 2026."""
    await world.agree()
    await check_ins.check_in(
        world.act("ben"), CheckInRequest(world.commission, "ON_TRACK", 70, SECRET, SECRET)
    )
    async with world.database.transaction() as tx:
        await tx.execute(
            "UPDATE commission SET closed_at = $2, beneficiary = $3 WHERE id = $1",
            [world.commission, datetime(2026, 11, 2, tzinfo=UTC), SECRET],
        )
    request = ConfigureOrganisationRequest(retention_years=3)
    await organisations.configure(world.act("ada"), request)
    return world


async def stored(world):
    """Every word of every table."""
    found = {}
    for table in ALL:
        names = [name for name, kind in column_kinds(table).items() if kind in {"text", "json"}]
        if names:
            rows = await world.database.look_up(
                f"SELECT {', '.join(names)} FROM {table_name(table)}", []
            )
            found[table_name(table)] = [dict(zip(names, row, strict=True)) for row in rows]
    return found


async def test_every_text_is_gone_and_the_chain_verifies(ended):
    before = await chains.verify(ended.database, ended.org_id)
    done = await retention.apply(ended.database, ended.org_id, LATER)

    after = await stored(ended)
    report = await chains.verify(ended.database, ended.org_id)
    assert (before.holds, before.erased, done) == (True, 0, 1)
    assert report.holds
    assert report.erased == len([link async for link in of_commission(ended)]) - 1
    assert after["commission"][0]["title"] == ERASED
    assert after["revision"][0]["goal"] == ERASED
    assert after["criterion"][0]["text"] == ERASED
    assert after["check_in"][0]["note"] == ERASED
    assert SECRET not in str(after)
    assert ended.content.goal not in str(after)


async def of_commission(world):
    async for link in events.all_links(world.database, world.org_id):
        if link.header.get("commission_id") == str(world.commission):
            yield link


async def test_what_rates_need_stays(ended):
    before = await stored(ended)
    await retention.apply(ended.database, ended.org_id, LATER)
    after = await stored(ended)

    for table, names in KEPT.items():
        for old, new in zip(before.get(table, []), after.get(table, []), strict=True):
            for name in names.split():
                assert new[name] == old[name], (table, name)


async def test_nothing_goes_too_early_or_where_texts_are_kept_for_ever(ended):
    early = await retention.apply(ended.database, ended.org_id, LATER - timedelta(days=2))
    await organisations.configure(
        ended.act("ada"), ConfigureOrganisationRequest(retention_years=None)
    )
    never = await retention.apply(ended.database, ended.org_id, LATER)

    assert (early, never) == (0, 0)


async def test_the_clock_does_it_once(ended):
    await clock.tick(ended.database, LATER)
    count = await ended.count("event")
    await clock.tick(ended.database, LATER)

    last = [link async for link in of_commission(ended)][-1]
    assert last.header["kind"] == "commission.texts_erased"
    assert (last.header["channel"], last.body["years"]) == (Channel.SYSTEM, 3)
    assert await ended.count("event") == count


async def test_what_is_due_can_be_told_beforehand(ended):
    found = await retention.due(ended.database, ended.org_id, LATER)

    assert (found.years, [each.key for each in found.commissions]) == (3, ["C-1"])
    assert await ended.count("erasure") == 0


def test_years_are_counted_by_the_calendar():
    leap = datetime(2028, 2, 29, tzinfo=UTC)

    assert retention.years_before(leap, 4) == datetime(2024, 2, 29, tzinfo=UTC)
    assert retention.years_before(leap, 3) == datetime(2025, 3, 1, tzinfo=UTC)


async def test_the_door_opens_for_nothing_but_the_erasure(ended):
    """An erasure row lets texts go; it lets nobody write another text or change anything else."""
    other = "UPDATE revision SET {} WHERE commission_id = $1"
    await refused(ended, other.format("goal = '[…]'"), "before any erasure")
    await retention.apply(ended.database, ended.org_id, LATER)

    for change in (
        "goal = 'something else'",
        "goal = NULL",
        "background = '[…]'",
        "deadline = NULL",
        "content_hash = 'x'",
        "number = 7",
    ):
        await refused(ended, other.format(change), change)
    await refused(ended, "DELETE FROM signature WHERE commission_id = $1", "delete")
    await refused(ended, "UPDATE signature SET side = 'CUSTOMER' WHERE commission_id = $1", "side")
    await refused(ended, "DELETE FROM erasure WHERE subject_id = $1", "the erasure itself")


async def refused(world, sql, what):
    with pytest.raises(RowRefusedError) as refusal:
        async with world.database.transaction() as tx:
            await tx.execute(sql, [world.commission])
    assert refusal.value.kind == "GUARD", what


def test_every_word_of_a_commission_is_a_text_that_goes_or_known_to_stay():
    goes = {table: set(" ".join(names).split()) for (table, _), names in TEXTS.items()}
    unknown = {}
    for table in ALL:
        name, kinds = table_name(table), column_kinds(table)
        if name not in {"commission", "event"} and not OWNERS & set(kinds):
            continue
        words = {column for column, kind in kinds.items() if kind in {"text", "json"}}
        rest = words - goes.get(name, set()) - set(KEPT.get(name, "").split())
        if rest and name != "event":  # headers of events hold no free text
            unknown[name] = rest

    assert unknown == {}


def test_the_guards_name_every_column_of_what_they_guard():
    by_name = {table_name(table): table for table in ALL}
    for name, parts in m0005_audit.TEXTS.items():
        assert set(" ".join(parts).split()) == set(column_kinds(by_name[name])), name
        texts = TEXTS[next(key for key in TEXTS if key[0] == name)]
        assert (set(parts[1].split()), set(parts[2].split())) == (
            set(texts[0].split()),
            set(texts[1].split()),
        ), name
