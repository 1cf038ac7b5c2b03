"""The schema: tables and migrated database agree, and the database itself refuses what is wrong."""

from dataclasses import replace

import pytest

from goals.store import events, records
from goals.store.faults import RowRefusedError
from goals.store.measurements import MeasurementRow
from goals.store.migrations import m0001_core
from goals.store.tables import ALL
from goals.store.tables.base import column_kinds, table_name

TYPES = {
    "sqlite": {
        "uuid": "TEXT",
        "text": "TEXT",
        "json": "TEXT",
        "decimal": "TEXT",
        "time": "TEXT",
        "date": "TEXT",
        "bool": "INTEGER",
        "integer": "INTEGER",
    },
    "postgres": {
        "uuid": "uuid",
        "text": "text",
        "json": "text",
        "decimal": "text",
        "time": "timestamp with time zone",
        "date": "date",
        "bool": "boolean",
        "integer": "integer",
    },
}
COLUMNS = {
    "sqlite": 'SELECT m.name, c.name, c.type, c."notnull" FROM sqlite_master m '
    "JOIN pragma_table_info(m.name) c WHERE m.type = 'table' AND m.name <> 'schema_step'",
    "postgres": "SELECT table_name, column_name, data_type, CASE is_nullable WHEN 'NO' THEN 1 "
    "ELSE 0 END FROM information_schema.columns WHERE table_schema = 'public' "
    "AND table_name <> 'schema_step'",
}


@pytest.fixture
async def commission(database, world):
    """A stored commission with its wording."""
    row, wording = world.commission()
    async with database.transaction() as tx:
        await records.insert(tx, row, *wording.rows())
    return row, wording


async def refused(database, sql, args=()):
    with pytest.raises(RowRefusedError) as failure:
        async with database.transaction() as tx:
            await tx.execute(sql, args)
    return failure.value.kind


async def test_the_tables_are_those_of_the_migrated_database(database):
    found = {}
    for table, column, kind, required in await database.read_rows(COLUMNS[database.dialect], ()):
        found.setdefault(table, {})[column] = (kind.replace("bigint", "integer"), bool(required))

    types = TYPES[database.dialect]
    described = {
        table_name(table): {
            column._meta.db_column_name: (types[column.kind], not column._meta.null)
            for column in table._meta.columns
        }
        for table in ALL
    }
    assert described == found


async def test_the_true_keys_are_those_of_the_migrated_database(sqlite_database):
    for table in ALL:
        found = await sqlite_database.read_rows(
            "SELECT name FROM pragma_table_info(?1) WHERE pk > 0 ORDER BY pk", [table_name(table)]
        )

        assert tuple(name for (name,) in found) == table.KEY


async def test_every_link_restricts_deletion(sqlite_database):
    found = await sqlite_database.read_rows(
        'SELECT m.name, f."table", f.on_delete FROM sqlite_master m '
        "JOIN pragma_foreign_key_list(m.name) f WHERE f.on_delete <> 'RESTRICT'",
        (),
    )

    assert found == []


async def test_every_link_to_something_of_a_tenant_carries_the_tenant(sqlite_database):
    found = await sqlite_database.read_rows(
        'SELECT m.name, f.id, f."table", group_concat(f."from") FROM sqlite_master m '
        'JOIN pragma_foreign_key_list(m.name) f GROUP BY m.name, f.id, f."table"',
        (),
    )

    across = [
        row for row in found if row[2] != "organisation" and "org_id" not in row[3].split(",")
    ]
    assert (len(found) > 80, across) == (True, [])


async def test_a_link_to_another_tenant_cannot_be_stored(database, world, other_world, commission):
    row, _ = commission
    foreign, wording = other_world.commission(customer_id=world.anna_id)

    with pytest.raises(RowRefusedError) as failure:
        async with database.transaction() as tx:
            await records.insert(tx, foreign, *wording.rows())

    assert failure.value.kind == "LINK"
    kind = await refused(
        database,
        "UPDATE commission SET supplier_team_id = $2 WHERE id = $1",
        [row.id, other_world.supplier_team_id],
    )
    assert kind == "LINK"


async def test_a_commission_without_its_revision_cannot_be_committed(database, world):
    row, _ = world.commission()

    with pytest.raises(RowRefusedError) as failure:
        async with database.transaction() as tx:
            await records.insert(tx, row)

    assert failure.value.kind == "LINK"


@pytest.mark.parametrize("table", m0001_core.APPEND_ONLY)
async def test_history_has_a_guard_for_changes_and_deletions(sqlite_database, table):
    found = await sqlite_database.read_rows(
        "SELECT sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?1", [table]
    )

    assert {"DELETE", "UPDATE"} <= {sql.split()[4] for (sql,) in found}


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE revision SET goal = 'another one'",
        "DELETE FROM criterion",
        "UPDATE event SET kind = 'commission.closed'",
        "DELETE FROM event_body",
        "DELETE FROM commission",
    ],
)
async def test_history_stays_as_it_is(database, world, commission, sql):
    async with database.transaction() as tx:
        await events.append(tx, await events.lock(tx, world.org_id), world.event())

    assert await refused(database, sql) == "GUARD"


@pytest.mark.parametrize("table", ["revision", "event", "signature"])
async def test_history_cannot_be_truncated(postgres_database, table):
    assert await refused(postgres_database, f"TRUNCATE {table} CASCADE") == "GUARD"


@pytest.mark.parametrize(
    "changes",
    [
        "state = 'DONE'",
        "commitment = 'MAYBE'",
        "outcome = 'SPLENDID'",
    ],
)
async def test_a_word_that_is_no_value_is_refused(database, commission, changes):
    row, _ = commission

    kind = await refused(database, f"UPDATE commission SET {changes} WHERE id = $1", [row.id])

    assert kind == "CHECK"


@pytest.mark.parametrize(
    "changes",
    [
        "title = x'00'",
        "number = 'one'",
        "number = 1.5",
        "lapsed = 2",
        "deadline = '31.03.2027'",
        "created_at = '2026-11-21 08:30:00'",
        "created_by_id = 'nobody'",
    ],
)
async def test_sqlite_refuses_what_postgresql_would(sqlite_database, world_on_sqlite, changes):
    row, wording = world_on_sqlite.commission()
    async with sqlite_database.transaction() as tx:
        await records.insert(tx, row, *wording.rows())

    kind = await refused(sqlite_database, f"UPDATE commission SET {changes}")

    assert kind in {"CHECK", "LINK"}


@pytest.mark.parametrize("value", ["12,5", "1e3", "", "NaN", "Infinity"])
async def test_what_is_no_decimal_is_refused_by_the_schema(database, world, commission, value):
    row, wording = commission
    good = MeasurementRow(
        org_id=world.org_id,
        id=world.new_id(),
        commission_id=row.id,
        criterion_id=wording.criteria[0].id,
        lineage_id=wording.criteria[0].lineage_id,
        value="1",
        observed_at=world.now,
        recorded_at=world.now,
        source="HUMAN",
        actor_id=world.ben_id,
    )
    ((sql, args),) = records.inserting([replace(good, value=1)])
    args[args.index("1")] = value

    assert await refused(database, sql, args) == "CHECK"


async def test_texts_are_sorted_by_code_point_on_both_engines(database, world):
    names = ["Zebra", "apple", "Äpfel", "äpfel", "Apple", "𝄞 music", "ﬀ ligature"]
    async with database.transaction() as tx:
        await records.insert(tx, *(world.team(name) for name in names))

        found = await tx.rows(
            "SELECT name FROM team WHERE name NOT IN ('IT', 'Sales') ORDER BY name"
        )

    assert [name for (name,) in found] == sorted(names)


def test_every_kind_of_column_is_used_and_known():
    kinds = {kind for table in ALL for kind in column_kinds(table).values()}

    assert kinds == {"uuid", "text", "integer", "bool", "time", "date", "decimal", "json"}
