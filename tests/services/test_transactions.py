"""One act is one transaction: rows, event and outbox, once per key, or nothing at all."""

import asyncio
from dataclasses import replace
from datetime import date, timedelta

import pytest

from goals.domain.chain import verify_chain
from goals.domain.enums import QuestionField, Side
from goals.domain.errors import (
    IdempotencyMismatch,
    NotYourTurn,
    StaleRevision,
    ValidationFailed,
    WrongState,
)
from goals.services import clock, commissions, questions, revisions, signatures
from goals.services.requests import (
    AcceptRequest,
    AskRequest,
    DraftRequest,
    ProposeRequest,
    ReviseRequest,
)
from goals.store import events
from goals.store.transaction import Transaction

MOST_STATEMENTS = 12


@pytest.fixture
def statements(monkeypatch):
    """The number of statements of every transaction that ends, in order."""
    counted: list[int] = []
    end = Transaction.end

    def counting(self: Transaction) -> bool:
        sound = end(self)
        counted.append(self.statements)
        return sound

    monkeypatch.setattr(Transaction, "end", counting)
    return counted


async def test_every_act_of_a_whole_life_takes_at_most_twelve_statements(world, statements):
    await world.review()
    await world.assess("anna")
    await world.assess("ben")

    assert len(statements) == 8
    assert max(statements) <= MOST_STATEMENTS


async def test_with_an_idempotency_key_the_budget_holds_too(world, statements):
    await world.propose()
    statements.clear()

    await signatures.accept(
        world.keyed("ben", "k"), AcceptRequest(world.commission, 1, 80, "Clear.")
    )

    assert statements[0] <= MOST_STATEMENTS


async def test_fifty_duplicates_at_once_make_one_commission(world):
    request = DraftRequest(
        Side.CUSTOMER, "Once", world.teams["Sales"], world.teams["IT"], world.content
    )

    made = await asyncio.gather(
        *(commissions.draft(world.keyed("anna", "same"), request) for _ in range(50))
    )

    assert len({result.commission_id for result in made}) == 1
    assert await world.count("commission") == 1


async def test_a_key_for_another_request_is_refused(world):
    await world.draft()
    propose = ProposeRequest(world.commission, 1)
    await commissions.propose(world.keyed("anna", "k", "one"), propose)

    with pytest.raises(IdempotencyMismatch):
        await commissions.propose(world.keyed("anna", "k", "two"), propose)


async def test_both_signatures_at_once_agree_exactly_once(world):
    await world.propose()

    await asyncio.gather(
        signatures.accept(world.act("ben"), AcceptRequest(world.commission, 1, 80, "Clear.")),
        signatures.accept(world.act("anna"), AcceptRequest(world.commission, 1, 90)),
    )

    found = await world.database.read_rows(
        "SELECT state, first_agreed_deadline FROM commission", []
    )
    assert [(state, str(day)) for state, day in found] == [("AGREED", "2027-03-31")]


async def test_of_many_who_sign_for_one_side_at_once_one_does(world):
    await world.propose()

    results = await asyncio.gather(
        *(
            signatures.accept(world.act("ben"), AcceptRequest(world.commission, 1, 80, "Clear."))
            for _ in range(10)
        ),
        return_exceptions=True,
    )

    assert sum(not isinstance(result, Exception) for result in results) == 1
    assert {type(result) for result in results if isinstance(result, Exception)} == {NotYourTurn}
    assert await world.count("signature") == 1


async def test_a_dry_run_says_what_would_happen_and_writes_nothing(world):
    await world.propose()
    before = [await world.count(table) for table in ("signature", "event", "outbox")]

    tried = await signatures.accept(
        world.act("ben", dry_run=True), AcceptRequest(world.commission, 1, 80, "Clear.")
    )
    with pytest.raises(ValidationFailed):
        await signatures.accept(
            world.act("ben", dry_run=True), AcceptRequest(world.commission, 1, 80)
        )

    assert tried.dry_run
    assert [await world.count(table) for table in ("signature", "event", "outbox")] == before


async def test_a_refused_act_leaves_no_row_and_no_gap_in_the_history(world):
    await world.agree()
    events_before = await world.count("event")

    with pytest.raises(WrongState) as refused:
        await questions.ask(
            world.act("ben"), AskRequest(world.commission, QuestionField.GOAL, "Why?")
        )
    await world.check_in_as("ben")

    assert refused.value.allowed_actions
    assert await world.count("question") == 0
    assert await world.count("event") == events_before + 1
    async with world.database.transaction() as tx:
        assert verify_chain(await events.links(tx, world.org_id)).holds


async def test_a_new_revision_makes_signatures_stale(world):
    await world.propose()
    await signatures.accept(world.act("ben"), AcceptRequest(world.commission, 1, 80, "Clear."))
    later = replace(world.content, deadline=date(2027, 4, 30))

    await revisions.revise(world.act("anna"), ReviseRequest(world.commission, 1, later))

    with pytest.raises(StaleRevision) as refused:
        await signatures.accept(world.act("anna"), AcceptRequest(world.commission, 1, 90))
    await signatures.accept(world.act("anna"), AcceptRequest(world.commission, 2, 90))
    state = await world.database.read_value("SELECT state FROM commission", [])
    assert (refused.value.expected, refused.value.actual) == (1, 2)
    assert state == "CLARIFYING"


async def test_a_form_learns_all_its_faults_at_once(world):
    faulty = replace(
        world.content,
        goal="a\0b",
        criteria=(replace(world.content.criteria[0], target=None, weight=0),),
    )
    request = DraftRequest(Side.CUSTOMER, " ", world.teams["Sales"], world.teams["IT"], faulty)

    with pytest.raises(ValidationFailed) as refused:
        await commissions.draft(world.act("anna"), request)

    assert {(issue.code, issue.path[-1]) for issue in refused.value.issues} == {
        ("REQUIRED", "title"),
        ("BAD_CHARACTER", "goal"),
        ("REQUIRED", "target"),
        ("OUT_OF_RANGE", "weight"),
    }
    assert await world.count("commission") == 0


async def test_the_clock_drops_keys_after_a_day(world):
    await world.draft()
    await commissions.propose(world.keyed("anna", "k"), ProposeRequest(world.commission, 1))

    await clock.tick(world.database, world.act("anna").now + timedelta(hours=23))
    kept = await world.count("idempotency")
    await clock.tick(world.database, world.act("anna").now + timedelta(hours=25))

    assert (kept, await world.count("idempotency")) == (1, 0)
