"""Proofs and personal data through the contract: checkpoints, the key, what is held about one."""

import json
import sqlite3

import pytest
from acting import agree, assess, by, done, evaluating

from goals.services import checkpoints, signing
from goals.store.personal_data import DERIVED, POINTERS
from goals.store.tables import ALL
from goals.store.tables.base import column_kinds, table_name

CHECKPOINTS = "{ auditCheckpoints { totalCount nodes { seq hash document } } }"


@pytest.fixture
def key(tmp_path, monkeypatch):
    """The key of the server."""
    made = signing.create(tmp_path / "key.pem")
    monkeypatch.setenv("GOALS_SIGNING_KEY", str(tmp_path / "key.pem"))
    return made


async def test_admins_read_checkpoints_that_the_public_key_confirms(world, key):
    await checkpoints.take_due(world.database, key, world.now)
    data = await world.data("ada", CHECKPOINTS + " ")
    public = (await world.data("otto", "{ auditKey { id publicKey } }"))["auditKey"]

    (node,) = data["auditCheckpoints"]["nodes"]
    assert signing.public_key(public["publicKey"]).holds(json.loads(node["document"]))
    assert public["id"] == key.public.id


async def test_nobody_else_sees_a_checkpoint(world, stranger, key):
    await checkpoints.take_due(world.database, key, world.now)

    for who in ("anna", "ben", "otto", "mia"):
        data = await world.data(who, CHECKPOINTS)
        assert data["auditCheckpoints"] == {"totalCount": 0, "nodes": []}


async def test_a_chain_is_signed_once_a_day_and_only_where_something_happened(world, key):
    taken = [await checkpoints.take_due(world.database, key, world.now) for _ in range(2)]
    next_day = world.now + checkpoints.BETWEEN * 2

    assert taken == [1, 0]
    assert await checkpoints.take_due(world.database, key, next_day) == 0


async def test_without_a_key_there_is_none_to_show(world, monkeypatch):
    monkeypatch.delenv("GOALS_SIGNING_KEY", raising=False)

    assert await world.data("anna", "{ auditKey { id } }") == {"auditKey": None}


async def test_a_person_reads_what_is_held_about_them_with_its_meaning(world, draft):
    commission = await draft()
    await evaluating(world, commission)
    await assess(world, "anna", commission, comment="My own words.")

    document = json.loads((await world.data("anna", "{ personalData }"))["personalData"])

    tables = {each["table"]: each for each in document["tables"]}
    assert tables["person"]["rows"][0]["email"] == "anna@example.org"
    assert tables["assessment"]["rows"][0]["comment"] == "My own words."
    assert {"commission", "signature", "revision", "event", "membership"} <= set(tables)
    assert document["fields"]["person.email"].startswith("The e-mail address")


async def test_nothing_sealed_by_the_other_side_and_no_secret_is_in_it(world, draft):
    commission = await draft()
    await agree(world, commission)
    given = {"personId": world.id("Person", "anna"), "name": "laptop"}
    await world.act("ada", "tokenCreate", given)

    text = (await world.data("anna", "{ personalData }"))["personalData"]

    (token,) = next(each for each in json.loads(text)["tables"] if each["table"] == "token")["rows"]
    assert token["name"] == "laptop"
    assert "hash" not in token


async def test_a_draft_of_the_other_side_is_not_in_it_before_it_is_proposed(world, draft):
    commission = await draft(title="Nobody knows of this yet")
    ask = "{ personalData }"

    before = {who: (await world.data(who, ask))["personalData"] for who in ("anna", "ben")}
    await done(world, "anna", "commissionPropose", by(commission))
    after = (await world.data("ben", ask))["personalData"]

    key = f'"key": "{commission["key"]}"'
    assert (key in before["anna"], key in before["ben"], key in after) == (True, False, True)
    assert "Nobody knows" not in before["ben"] + after


async def test_every_link_to_a_person_is_known(sqlite_database):
    with sqlite3.connect(sqlite_database.engine.file) as connection:
        linked = {
            (table, column)
            for table in map(table_name, ALL)
            for _, _, to, column, *_ in connection.execute(f"PRAGMA foreign_key_list({table})")
            if to == "person" and column != "org_id"
        }
    connection.close()
    assert {column for _, column in linked} <= POINTERS
    assert {table_name(table) for table in ALL} >= DERIVED
    assert all(
        "org_id" in column_kinds(table) for table in ALL if POINTERS & set(column_kinds(table))
    )
