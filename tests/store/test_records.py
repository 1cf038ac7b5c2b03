"""Records: rows of several kinds at once, found by what they equal, changed only where named."""

import asyncio
from dataclasses import replace

import pytest

from goals.domain.errors import StaleVersion
from goals.store import (
    commissions,
    records,
    revisions,
    teams,
)
from goals.store.commissions import CommissionRow, CommissionTagRow
from goals.store.people import PersonRow
from goals.store.questions import QuestionRow


@pytest.fixture
async def commission(database, world):
    """A stored commission with its wording."""
    row, wording = world.commission()
    async with database.transaction() as tx:
        await records.insert(tx, row, *wording.rows())
    return row, wording


async def test_a_commission_with_its_parts_is_one_request(database, world):
    row, wording = world.commission()
    async with database.transaction() as tx:
        before = tx.statements
        await records.insert(tx, *reversed([row, *wording.rows()]))

        assert tx.statements - before == 1
        assert await records.find_one(tx, CommissionRow, org_id=world.org_id, id=row.id) == row


async def test_a_wording_is_read_as_a_whole_in_one_request(database, world, commission):
    _, wording = commission
    async with database.transaction() as tx:
        before = tx.statements
        found = await revisions.read(tx, world.org_id, wording.revision.id)

        assert tx.statements - before == 1
    assert found == wording


async def test_many_rows_of_a_kind_are_split_where_the_engine_has_its_limit(database, world):
    many = [world.team(f"Team {number}") for number in range(5_000)]
    async with database.transaction() as tx:
        await records.insert(tx, *many)

        assert await tx.value("SELECT count(*) FROM team") == 5_002


async def test_nothing_to_insert_is_no_request(database):
    async with database.transaction() as tx:
        await records.insert(tx)

        assert tx.statements == 1


async def test_a_list_finds_any_of_them_and_none_finds_what_is_empty(database, world):
    async with database.transaction() as tx:
        both = await records.find(
            tx, teams.TeamRow, order="name", id=[world.customer_team_id, world.supplier_team_id]
        )
        nobody = await records.find(tx, teams.TeamRow, id=[])
        active = await records.find(tx, teams.TeamRow, archived_at=None, name="IT")

    assert [team.name for team in both] == ["IT", "Sales"]
    assert nobody == []
    assert [team.id for team in active] == [world.supplier_team_id]


async def test_rows_of_another_organisation_are_not_found(database, world, other_world):
    key = {"org_id": other_world.org_id, "id": world.anna_id}
    async with database.transaction() as tx:
        assert await records.find_one(tx, PersonRow, **key) is None
        assert await records.change(tx, PersonRow, key, name="Eve") == 0


async def test_of_two_changes_to_one_version_the_second_learns_about_the_first(
    database, world, commission
):
    row, _ = commission
    async with database.transaction() as tx:
        assert await commissions.swap(tx, world.org_id, row.id, 1, title="First") == 2

    with pytest.raises(StaleVersion) as refused:
        async with database.transaction() as tx:
            await commissions.swap(tx, world.org_id, row.id, 1, title="Second")

    assert (refused.value.expected, refused.value.actual) == (1, 2)


async def test_of_many_concurrent_changes_each_version_is_won_once(database, world, commission):
    row, _ = commission

    async def edit(number):
        async with database.transaction() as tx:
            found = await records.find_one(tx, CommissionRow, org_id=world.org_id, id=row.id)
            return await commissions.swap(
                tx, world.org_id, row.id, found.version, title=f"Edit {number}"
            )

    ended = await asyncio.gather(*(edit(n) for n in range(20)), return_exceptions=True)

    won = [result for result in ended if isinstance(result, int)]
    lost = [result for result in ended if isinstance(result, StaleVersion)]
    assert len(won) + len(lost) == 20
    assert sorted(won) == list(range(2, 2 + len(won)))


async def test_a_change_leaves_what_it_does_not_name(database, world, commission):
    row, _ = commission
    async with database.transaction() as tx:
        await commissions.swap(tx, world.org_id, row.id, 1, state="CLARIFYING")

        found = await records.find_one(tx, CommissionRow, org_id=world.org_id, key="C-1")

    assert found == replace(row, state="CLARIFYING", version=2)


async def test_what_must_be_open_is_changed_once(database, world, commission):
    row, wording = commission
    question = QuestionRow(
        org_id=world.org_id,
        id=world.new_id(),
        commission_id=row.id,
        revision_id=wording.revision.id,
        field="GOAL",
        text="Which answers?",
        status="OPEN",
        asked_side="SUPPLIER",
        asked_by_id=world.ben_id,
        asked_at=world.now,
    )
    async with database.transaction() as tx:
        await records.insert(tx, question)
        still_open = {"id": question.id, "status": "OPEN"}
        first = await records.change(
            tx, QuestionRow, still_open, status="ANSWERED", answer="All", answered_at=world.now
        )
        second = await records.change(tx, QuestionRow, still_open, status="WITHDRAWN")
        found = await records.find_one(tx, QuestionRow, id=question.id)

    assert (first, second) == (1, 0)
    assert found == replace(question, status="ANSWERED", answer="All", answered_at=world.now)


async def test_tags_are_replaced_as_a_set(database, world, commission):
    row, _ = commission
    async with database.transaction() as tx:
        await tx.batch(commissions.replacing_tags(world.org_id, row.id, ["b", "a", "b"]))
        await tx.batch(commissions.replacing_tags(world.org_id, row.id, ["c", "a"]))

        found = await records.find(tx, CommissionTagRow, order="tag", commission_id=row.id)
    assert [each.tag for each in found] == ["a", "c"]


def test_a_record_that_is_not_its_table_is_refused():
    class Half(CommissionRow):
        TABLE = teams.TeamRow.TABLE

    with pytest.raises(TypeError):
        records.shape(Half)
