"""Thin commissions: less of each, and nothing of it untrue, on both engines."""

from collections import Counter
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from goals.demo.cast import Cast, Member, assemble
from goals.demo.many import add
from goals.domain.chain import verify_chain
from goals.domain.enums import CheckInHealth, Outcome, Priority, ReviewDecision, State
from goals.domain.moments import local_day
from goals.domain.outcome import CriterionRecord, evaluate
from goals.services import check_ins, contents, deliveries
from goals.services.attainments import effective
from goals.services.requests import CheckInRequest, JudgementPart, ReviewRequest
from goals.store import criteria, events, records, revisions
from goals.store.assessments import AssessmentRow
from goals.store.check_ins import CheckInRow
from goals.store.commissions import CommissionRow
from goals.store.evaluations import EvaluationRow
from goals.store.organisations import OrganisationHeadRow
from goals.store.revisions import RevisionRow
from goals.store.signatures import SignatureRow
from goals.store.smart_reports import SmartReportRow

NOW = datetime(2026, 11, 20, 18, tzinfo=UTC)

Fill = Callable[..., Awaitable[Cast]]


@pytest.fixture
def filled(database: Any) -> Fill:
    """Makes the cast with so many commissions behind it, all of them thin unless said."""

    async def fill(count: int, in_full: int = 0) -> Cast:
        cast = await assemble(database, NOW - timedelta(days=1_096))
        await add(cast, count, NOW, in_full=in_full)
        return cast

    return fill


async def every(cast: Cast, kind: Any) -> list[Any]:
    async with cast.database.transaction() as tx:
        return await records.find(tx, kind, org_id=cast.org_id)


async def history(cast: Cast) -> list[Any]:
    async with cast.database.transaction() as tx:
        return await events.links(tx, cast.org_id, limit=100_000)


def member(cast: Cast, person_id: Any) -> Member:
    return next(one for team in cast.members.values() for one in team if one.id == person_id)


async def test_thin_and_full_ones_share_one_chain_and_lie_among_each_other(filled):
    cast = await filled(80, in_full=20)

    links = await history(cast)

    (head,) = await every(cast, OrganisationHeadRow)
    times = [link.event.at for link in links]
    assert verify_chain(links).holds
    assert (links[-1].hash, head.last_commission) == (head.event_hash, 80)
    assert sorted(times) == times
    worked_on = {row.commission_id for row in await every(cast, CheckInRow)}
    full = sorted(row.number for row in await every(cast, CommissionRow) if row.id in worked_on)
    assert 10 <= len(full) <= 20
    assert full[0] <= 20
    assert full[-1] >= 40


async def test_every_state_and_outcome_is_among_thin_ones(filled):
    cast = await filled(1_000)

    found = await every(cast, CommissionRow)

    states, outcomes = Counter(row.state for row in found), Counter(row.outcome for row in found)
    assert set(State) == set(states)
    assert set(Outcome) | {None} == set(outcomes)
    assert outcomes["ACHIEVED"] > outcomes["MISSED"] > 0
    assert {row.lapsed for row in found} == {True, False}
    assert sorted(row.number for row in found) == list(range(1, 1_001))


async def test_the_last_event_of_a_thin_one_says_its_state_and_they_count_its_version(filled):
    cast = await filled(200)

    links = await history(cast)

    told: dict[Any, list[Any]] = {}
    for link in links:
        told.setdefault(link.event.commission_id, []).append(link)
    for row in await every(cast, CommissionRow):
        mine = told[row.id]
        assert mine[0].event.kind == "commission.drafted"
        assert (row.version, row.state) == (len(mine), mine[-1].body["state"])
        assert row.updated_at == mine[-1].event.at < NOW
        assert row.created_at == mine[0].event.at
        assert row.closed_at in {None, row.updated_at}


async def test_thin_ones_are_signed_under_the_hash_of_their_words(filled):
    cast = await filled(120)

    signatures = await every(cast, SignatureRow)

    by_seq = {link.event.seq: link.event for link in await history(cast)}
    assert len(signatures) > 120
    async with cast.database.transaction() as tx:
        for row in await records.find(tx, RevisionRow, org_id=cast.org_id):
            wording = await revisions.read(tx, cast.org_id, row.id)
            assert contents.hash_of(contents.content_of(wording)) == row.content_hash
            assert 2 <= len(wording.criteria) <= 4
        hashes = {
            row.id: row.content_hash
            for row in await records.find(tx, RevisionRow, org_id=cast.org_id)
        }
    for signature in signatures:
        header = by_seq[signature.event_seq]
        assert signature.revision_hash == header.revision_hash == hashes[signature.revision_id]
        assert (signature.id, signature.signed_at) == (header.subject_id, header.at)
        assert (signature.person_id, signature.side) == (header.actor_id, header.side)


async def test_two_sign_what_is_agreed_and_the_deadline_is_the_one_first_agreed(filled):
    cast = await filled(120)

    found = await every(cast, CommissionRow)

    accepted = Counter(
        row.commission_id for row in await every(cast, SignatureRow) if row.decision == "ACCEPT"
    )
    reports = Counter(row.commission_id for row in await every(cast, SmartReportRow))
    for row in found:
        assert (row.agreed_at is not None) == (accepted[row.id] == 2)
        assert row.first_agreed_deadline == (row.deadline if row.agreed_at else None)
        assert reports[row.id] == 1


async def test_outcomes_of_thin_ones_are_those_the_domain_derives(filled):
    cast = await filled(150)

    closed = [row for row in await every(cast, CommissionRow) if row.state == State.CLOSED]

    assert len({row.outcome for row in closed}) > 3
    async with cast.database.transaction() as tx:
        for row in closed:
            about = {"org_id": cast.org_id, "commission_id": row.id}
            stored = await records.find_one(tx, EvaluationRow, **about)
            facts = await criteria.facts(tx, cast.org_id, row.current_revision_id)
            judged = [
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
            ]
            found = evaluate(
                judged,
                delivered_on=row.delivered_at and local_day(row.delivered_at, "Europe/Berlin"),
                first_agreed=row.first_agreed_deadline,
                current=row.deadline,
            )
            assert (row.outcome, found.attainment.fraction) == (found.outcome, stored.attainment)
            assert stored.outcome == found.outcome
            assert stored.timeliness_first_agreed == found.timeliness_first_agreed
            assert stored.timeliness_current == found.timeliness_current
            about_criteria = [d.subject for d in found.disagreements]
            assert [
                d["subject"] for d in stored.disagreements if d["subject"] != "OVERALL"
            ] == about_criteria
            for assessment in await records.find(tx, AssessmentRow, **about):
                assert assessment.unsealed_at == row.closed_at


async def test_a_thin_one_that_is_agreed_can_be_worked_on(filled):
    cast = await filled(150)
    agreed = next(row for row in await every(cast, CommissionRow) if row.state == State.AGREED)

    await check_ins.check_in(
        cast.acting(member(cast, agreed.supplier_id), NOW),
        CheckInRequest(agreed.id, CheckInHealth.ON_TRACK, 80),
    )

    links = await history(cast)
    async with cast.database.transaction() as tx:
        after = await records.find_one(tx, CommissionRow, org_id=cast.org_id, id=agreed.id)
    assert verify_chain(links).holds
    assert links[-1].event.kind == "commission.checked_in"
    assert after.version == agreed.version + 1


async def test_a_thin_one_that_is_delivered_can_be_reviewed(filled):
    cast = await filled(500)
    found = await every(cast, CommissionRow)
    delivered = next(row for row in found if row.state == State.DELIVERED)
    async with cast.database.transaction() as tx:
        facts = await criteria.facts(tx, cast.org_id, delivered.current_revision_id)
    judged = tuple(JudgementPart(each.id, True) for each in facts)

    await deliveries.review(
        cast.acting(member(cast, delivered.customer_id), NOW),
        ReviewRequest(delivered.id, ReviewDecision.ACCEPTED, judged),
    )

    async with cast.database.transaction() as tx:
        after = await records.find_one(tx, CommissionRow, org_id=cast.org_id, id=delivered.id)
    assert after.state == State.EVALUATING


async def test_more_thin_ones_follow_those_that_are_there(filled):
    cast = await filled(20)

    await add(cast, 15, NOW + timedelta(days=1), in_full=0)

    found = await every(cast, CommissionRow)
    assert sorted(row.number for row in found) == list(range(1, 36))
    assert len({row.id for row in found}) == 35
    assert verify_chain(await history(cast)).holds
