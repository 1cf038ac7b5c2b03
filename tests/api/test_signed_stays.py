"""What was signed stays: no statement and no act of the contract alters or deletes it.

Every table that only grows is tried with rows that acts have stored, in every way an engine has
of changing a row; then acts of all kinds are sent at a commission that is agreed.
"""

import pytest
from acting import agree, criteria, evaluating
from attacking import learn_ids
from hostile import Attacker

from goals.services import chains, checkpoints, signing
from goals.store.faults import RowRefusedError
from goals.store.migrations import m0001_core, m0005_audit
from goals.store.tables import ALL
from goals.store.tables.base import column_kinds, table_name

GROWING = {*m0001_core.APPEND_ONLY, "checkpoint", "erasure"}
GUARDED = sorted({*GROWING, "event_body"})
SIGNED = ("revision", "criterion", "resource", "duty", "risk", "party", "signature", "event")


def columns(name):
    (table,) = [table for table in ALL if table_name(table) == name]
    return list(column_kinds(table))


async def lived(world, draft, tmp_path):
    """A commission with something in most tables, and a checkpoint."""
    commission = await draft()
    await evaluating(world, commission)
    (criterion, *_) = await criteria(world, commission)
    given = {"criterionId": criterion["id"], "attainment": "1", "reason": "As agreed."}
    await world.act("anna", "criterionOverride", given)
    await checkpoints.take_due(world.database, signing.create(tmp_path / "key.pem"), world.now)
    return commission


async def everything(world, names=GUARDED):
    return {
        name: sorted(
            await world.database.look_up(f"SELECT {', '.join(columns(name))} FROM {name}", []),
            key=str,
        )
        for name in names
    }


def ways(name, dialect):
    """Every way of changing or losing a row of a table."""
    every = columns(name)
    yield from (f"UPDATE {name} SET {column} = {column}" for column in every)
    yield from (f"UPDATE {name} SET {column} = NULL" for column in every)
    yield f"DELETE FROM {name}"
    if dialect == "sqlite":
        yield f"INSERT OR REPLACE INTO {name} SELECT * FROM {name}"
        yield f"UPDATE OR REPLACE {name} SET {every[0]} = {every[0]}"
        yield f"UPDATE OR IGNORE {name} SET {every[-1]} = NULL"
        yield f"REPLACE INTO {name} SELECT * FROM {name}"
    else:
        yield f"TRUNCATE {name} CASCADE"


async def test_no_statement_changes_what_only_grows(world, draft, tmp_path):
    await lived(world, draft, tmp_path)
    before = await everything(world)
    filled = {name for name, rows in before.items() if rows}

    for name in filled:
        for sql in ways(name, world.database.dialect):
            with pytest.raises(RowRefusedError):
                async with world.database.transaction() as tx:
                    await tx.execute(sql)

    assert filled >= {"revision", "criterion", "signature", "event", "event_body", "checkpoint"}
    assert await everything(world) == before


@pytest.mark.parametrize("name", sorted(m0005_audit.TEXTS))
async def test_an_update_by_a_join_is_refused_too(world, draft, name):
    await agree(world, await draft())
    column = columns(name)[-1]

    sql = f"UPDATE {name} SET {column} = {column} WHERE org_id IN (SELECT id FROM organisation)"
    if await world.database.read_value(f"SELECT count(*) FROM {name}", []):
        with pytest.raises(RowRefusedError):
            async with world.database.transaction() as tx:
                await tx.execute(sql)


async def test_no_act_of_anybody_changes_what_was_signed(world, draft):
    commission = await draft()
    await agree(world, commission)
    attacker = Attacker(world.engine.contract.graphql, seed=11)
    mutations = world.engine.contract.graphql.mutation_type.fields
    before = await everything(world, SIGNED)

    sent = set()
    for name, text, variables in attacker.requests(400):
        if name in mutations:
            await learn_ids(world, attacker)
            await world.ask(attacker.dice.choice(["anna", "ben", "ada"]), text, variables)
            sent.add(name)

    after = await everything(world, SIGNED)
    assert sent == set(mutations)
    for name, rows in before.items():
        assert [row for row in rows if row not in after[name]] == [], name
    report = await chains.verify(world.database, world.org_id)
    assert report.holds
