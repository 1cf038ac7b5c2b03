"""Links of rows loaded in bulk by who made them: one that leads into nothing is found still."""

import pytest

from goals.store import bulk, links
from goals.store.faults import RowRefusedError


async def test_own_links_into_nothing_are_found_at_the_end(database, world):
    row, wording = world.commission(supplier_id=world.org_id)

    with pytest.raises(RowRefusedError) as refused:
        await bulk.load(database, [[row, *wording.rows()]], own_links=True)

    assert refused.value.kind == "LINK"


async def test_own_links_to_what_is_there_are_taken(database, world):
    row, wording = world.commission()

    count = await bulk.load(database, [[row, *wording.rows()]], own_links=True)

    assert count == 1 + len(wording.rows())


async def test_a_deferred_link_into_nothing_is_found_too(database, world):
    row, _ = world.commission()

    with pytest.raises(RowRefusedError):
        await bulk.load(database, [[row]], own_links=True)


async def test_only_links_out_of_the_named_tables_are_asked(postgres_database, world_on_postgres):
    row, _ = world_on_postgres.commission()
    with pytest.raises(RowRefusedError):
        await bulk.load(postgres_database, [[row]], own_links=True)

    await links.check(postgres_database, {"revision"})
    with pytest.raises(RowRefusedError):
        await links.check(postgres_database, {"commission"})
