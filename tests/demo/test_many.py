"""Commissions in bulk: as good as those that were acted out, on both engines."""

import json
from collections import Counter
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from goals.demo.cast import Cast, assemble
from goals.demo.many import add
from goals.domain.acts import EVENT_KINDS
from goals.domain.chain import verify_chain
from goals.domain.enums import CheckInHealth, Outcome, Priority, Side, State
from goals.domain.lifecycle import transition
from goals.domain.moments import local_day
from goals.domain.outcome import CriterionRecord, evaluate
from goals.services import check_ins, contents
from goals.services.attainments import effective
from goals.services.requests import CheckInRequest
from goals.store import criteria, events, records, revisions
from goals.store.commissions import CommissionRow
from goals.store.evaluations import EvaluationRow
from goals.store.organisations import OrganisationHeadRow
from goals.store.signatures import SignatureRow
from goals.store.smart_reports import SmartReportRow

NOW = datetime(2026, 11, 20, 18, tzinfo=UTC)
ACTS = {kind: act for act, kind in EVENT_KINDS.items()}

Fill = Callable[[int], Awaitable[Cast]]


@pytest.fixture
def filled(database: Any) -> Fill:
    """Makes the cast with so many commissions behind it."""

    async def fill(count: int) -> Cast:
        cast = await assemble(database, NOW - timedelta(days=1_096))
        await add(cast, count, NOW)
        return cast

    return fill


async def every(cast: Cast, kind: Any) -> list[Any]:
    async with cast.database.transaction() as tx:
        return await records.find(tx, kind, org_id=cast.org_id)


async def history(cast: Cast) -> list[Any]:
    async with cast.database.transaction() as tx:
        return await events.links(tx, cast.org_id, limit=100_000)


async def test_the_history_of_bulk_commissions_is_one_chain_in_the_order_of_time(filled):
    cast = await filled(60)

    links = await history(cast)

    (head,) = await every(cast, OrganisationHeadRow)
    times = [link.event.at for link in links]
    assert verify_chain(links).holds
    assert (links[-1].hash, links[-1].event.seq, 60) == (
        head.event_hash,
        head.event_seq,
        head.last_commission,
    )
    assert sorted(times) == times
    assert times[-1] < NOW
    assert len(set(times)) > len(times) * 0.9


async def test_every_state_and_outcome_is_among_many(filled):
    cast = await filled(700)

    found = await every(cast, CommissionRow)

    states, outcomes = Counter(row.state for row in found), Counter(row.outcome for row in found)
    assert set(State) == set(states)
    assert set(Outcome) | {None} == set(outcomes)
    assert outcomes["ACHIEVED"] > outcomes["MISSED"] > 0
    assert [f"C-{number}" for number in range(1, 701)] == [
        row.key for row in sorted(found, key=lambda row: row.number)
    ]


async def test_each_event_follows_the_table_of_the_lifecycle(filled):
    cast = await filled(150)

    links = await history(cast)

    states: dict[Any, State] = {}
    counts: Counter[Any] = Counter()
    for link in links:
        commission = link.event.commission_id
        if commission is None:
            continue
        row = transition(states.get(commission), ACTS[link.event.kind])
        assert row is not None, (states.get(commission), link.event.kind)
        assert State(link.body["state"]) in row.targets
        states[commission] = State(link.body["state"])
        counts[commission] += 1
    found = await every(cast, CommissionRow)
    assert {row.id: (row.state, row.version) for row in found} == {
        key: (state, counts[key]) for key, state in states.items()
    }


async def test_signatures_name_the_hash_and_the_event_they_belong_to(filled):
    cast = await filled(80)

    signatures = await every(cast, SignatureRow)

    by_seq = {link.event.seq: link.event for link in await history(cast)}
    assert len(signatures) > 80
    for signature in signatures:
        header = by_seq[signature.event_seq]
        assert (signature.id, signature.revision_hash, signature.signed_at) == (
            header.subject_id,
            header.revision_hash,
            header.at,
        )
    async with cast.database.transaction() as tx:
        for signature in signatures:
            wording = await revisions.read(tx, cast.org_id, signature.revision_id)
            assert contents.hash_of(contents.content_of(wording)) == signature.revision_hash


async def test_outcomes_are_those_the_domain_derives(filled):
    cast = await filled(90)

    closed = [row for row in await every(cast, CommissionRow) if row.state == State.CLOSED]

    assert len(closed) > 40
    async with cast.database.transaction() as tx:
        for row in closed:
            stored = await records.find_one(
                tx, EvaluationRow, org_id=cast.org_id, commission_id=row.id
            )
            facts = await criteria.facts(tx, cast.org_id, row.current_revision_id)
            found = evaluate(
                [
                    CriterionRecord(
                        str(each.id),
                        Priority(each.priority),
                        each.weight,
                        effective(each),
                        each.reviewed_met,
                        each.customer,
                        each.supplier,
                    )
                    for each in facts
                ],
                delivered_on=row.delivered_at and local_day(row.delivered_at, "Europe/Berlin"),
                first_agreed=row.first_agreed_deadline,
                current=row.deadline,
            )
            assert (found.outcome, found.attainment.fraction, found.timeliness_current) == (
                stored.outcome,
                stored.attainment,
                stored.timeliness_current,
            )


async def test_most_have_four_criteria_and_a_verdict_on_their_words(filled):
    cast = await filled(60)

    found, reports = await every(cast, CommissionRow), await every(cast, SmartReportRow)

    async with cast.database.transaction() as tx:
        sizes = Counter(
            [
                len((await revisions.read(tx, cast.org_id, row.current_revision_id)).criteria)
                for row in found
            ]
        )
    assert sizes[4] > 40
    assert {row.id for row in found} == {report.commission_id for report in reports}
    assert len({report.grade for report in reports}) > 1


async def test_an_act_goes_on_where_the_bulk_has_ended(filled):
    cast = await filled(120)
    agreed = next(row for row in await every(cast, CommissionRow) if row.state == State.AGREED)
    members = [member for team in cast.members.values() for member in team]
    supplier = next(member for member in members if member.id == agreed.supplier_id)

    await check_ins.check_in(
        cast.acting(supplier, NOW), CheckInRequest(agreed.id, CheckInHealth.ON_TRACK, 80)
    )

    links = await history(cast)
    async with cast.database.transaction() as tx:
        after = await records.find_one(tx, CommissionRow, org_id=cast.org_id, id=agreed.id)
    assert verify_chain(links).holds
    assert (links[-1].event.kind, links[-1].event.side) == (
        "commission.checked_in",
        Side.SUPPLIER,
    )
    assert (after.version, after.last_check_in_at) == (agreed.version + 1, NOW)


async def test_more_can_be_added_to_what_is_there(filled):
    cast = await filled(20)

    await add(cast, 15, NOW + timedelta(days=1))

    found = await every(cast, CommissionRow)
    links = await history(cast)
    assert sorted(row.number for row in found) == list(range(1, 36))
    assert verify_chain(links).holds
    assert json.loads(json.dumps(links[-1].body))["state"]
