"""Importing people through the contract: all of a list or nothing of it, and twice is once."""

from dataclasses import replace
from uuid import uuid4

import pytest
from acting import done, events, refused
from attacking import check_history

from goals.services import organisations, rosters
from goals.services.context import IdempotencyKey
from goals.services.requests import ImportPeopleRequest
from goals.store.transaction import Transaction

HEADING = "team,parent team,name,email,role,language,lead"
LIST = f"""{HEADING}
Head,,,,,,
North,Head,Nia,nia@example.org,MANAGER,DE,yes
North,,Noe,noe@example.org,,,
Sales,Head,Anna B,ANNA@example.org,,,
,,Loner,loner@example.org,,,
"""
TALLY = "{ created updated unchanged }"
REPORT = f"report {{ teams {TALLY} people {TALLY} memberships {TALLY} }}"
EVERYTHING = """{ teams { nodes { name parent { name } } }
  people { nodes { name email role language memberships { lead team { name } } } } }"""


def lines(*rows, heading=HEADING):
    return {"csv": "\n".join((heading, *rows))}


async def faults(world, given):
    wanted = "errors { ... on PeopleImportError { line column } }"
    payload = await world.act("ada", "peopleImport", given, f"{wanted} {REPORT}")
    assert payload["report"] is None
    return [(one["line"], one["column"], one["code"]) for one in payload["errors"]]


def tally(created=0, updated=0, unchanged=0):
    return {"created": created, "updated": updated, "unchanged": unchanged}


async def test_a_list_adds_and_changes_and_says_how_much(world):
    payload = await done(world, "ada", "peopleImport", {"csv": LIST}, REPORT)

    assert payload["report"] == {
        "teams": tally(created=2, updated=1),
        "people": tally(created=3, updated=1),
        "memberships": tally(created=2, unchanged=1),
    }
    data = await world.data("ada", EVERYTHING)
    parents = {one["name"]: (one["parent"] or {}).get("name") for one in data["teams"]["nodes"]}
    people = {one["name"]: one for one in data["people"]["nodes"]}
    assert (parents["North"], parents["Sales"], parents["Head"]) == ("Head", "Head", None)
    assert people["Nia"] == {
        "name": "Nia",
        "email": "nia@example.org",
        "role": "MANAGER",
        "language": "DE",
        "memberships": [{"lead": True, "team": {"name": "North"}}],
    }
    assert (people["Noe"]["role"], people["Noe"]["language"]) == ("MEMBER", "EN")
    assert people["Anna B"]["email"] == "anna@example.org"
    assert people["Anna B"]["memberships"] == [{"lead": True, "team": {"name": "Sales"}}]
    assert people["Loner"]["memberships"] == []


async def test_the_same_list_again_changes_nothing(world):
    await done(world, "ada", "peopleImport", {"csv": LIST})
    before = await world.data("ada", EVERYTHING)

    again = await done(world, "ada", "peopleImport", {"csv": LIST}, REPORT)

    assert again["report"] == {
        "teams": tally(unchanged=3),
        "people": tally(unchanged=4),
        "memberships": tally(unchanged=3),
    }
    assert await world.data("ada", EVERYTHING) == before
    await check_history(world)


async def test_a_dry_run_reports_the_same_and_does_nothing(world):
    before, count = await world.data("ada", EVERYTHING), await events(world)

    tried = await done(world, "ada", "peopleImport", {"csv": LIST, "dryRun": True}, REPORT)
    same = (await world.data("ada", EVERYTHING), await events(world)) == (before, count)
    real = await done(world, "ada", "peopleImport", {"csv": LIST}, REPORT)

    assert same
    assert tried["report"] == real["report"]


async def test_a_repeated_request_imports_once_and_reports_the_same(world):
    text = (
        f"mutation I($input: PeopleImportInput!) {{ peopleImport(input: $input) {{ {REPORT} }} }}"
    )
    key = IdempotencyKey(uuid4(), "key-1", "hash-1")
    count = await events(world)

    first = await world.ask("ada", text, {"input": {"csv": LIST}}, idempotency=key)
    again = await world.ask("ada", text, {"input": {"csv": LIST}}, idempotency=key)

    assert first.data == again.data
    assert '"created":3' in first.data
    assert await events(world) == count + 1


async def test_an_import_is_one_event(world):
    before = await events(world)

    await done(world, "ada", "peopleImport", {"csv": LIST})

    assert await events(world) == before + 1
    (kind,) = await world.database.read_rows("SELECT kind FROM event ORDER BY seq DESC LIMIT 1", [])
    assert kind[0] == "people.imported"


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (lines("A,Nowhere,,,,,"), (2, "parent team", "UNKNOWN_PARENT")),
        (lines("A,B,,,,,", "B,C,,,,,", "C,A,,,,,"), (2, "parent team", "TEAMS_IN_A_CIRCLE")),
        (lines("Sales,Sales,,,,,"), (2, "parent team", "TEAMS_IN_A_CIRCLE")),
        (lines(",,X,x@example.org,,,", ",,Y,X@example.org,,,"), (3, "email", "SAME_AS_LINE")),
        (lines(",,=cmd(),x@example.org,,,"), (2, "name", "FORMULA")),
        (lines(",,Ada,ada@example.org,MEMBER,,"), (2, "role", "NO_ADMIN_LEFT")),
        (lines("Gone,,,,,,"), (2, "team", "ARCHIVED_TEAM")),
        (lines("A,Gone,,,,,"), (2, "parent team", "ARCHIVED_TEAM")),
        (lines(",,Otto,otto@example.org,,,"), (2, "email", "DEACTIVATED_PERSON")),
        (lines(heading="a;b"), (1, "a", "UNKNOWN_COLUMN")),
    ],
    ids=lambda value: value[2] if isinstance(value, tuple) else "",
)
async def test_a_fault_names_line_column_and_reason_and_nothing_is_half_imported(
    world, given, expected
):
    gone = await done(world, "ada", "teamCreate", {"name": "Gone"}, "team { id }")
    await done(world, "ada", "teamArchive", {"teamId": gone["team"]["id"]})
    await done(world, "ada", "personDeactivate", {"personId": world.id("Person", "otto")})
    before, count = await world.data("ada", EVERYTHING), await events(world)
    fine = lines("Fine,,Finn,finn@example.org,,,", "X,,,,,,")["csv"].partition("\n")[2]

    found = await faults(world, {"csv": f"{given['csv']}\n{fine}"})

    assert found[0] == expected
    assert await world.data("ada", EVERYTHING) == before
    assert await events(world) == count


async def test_what_the_lines_and_what_the_base_object_to_comes_at_once(world):
    given = lines("A,B,=1,nobody,,,", "B,A,,,,,", "C,Nowhere,,,boss,,")

    assert await faults(world, given) == [
        (2, "name", "FORMULA"),
        (2, "email", "NOT_AN_EMAIL"),
        (2, "parent team", "TEAMS_IN_A_CIRCLE"),
        (4, "role", "NOT_A_CHOICE"),
        (4, "parent team", "UNKNOWN_PARENT"),
    ]


async def test_a_circle_is_named_through_teams_that_are_there(world):
    await done(world, "ada", "peopleImport", {"csv": LIST})

    (error,) = await refused(world, "ada", "peopleImport", lines("Head,North,,,,,"))

    assert "Line 2: parent team" in error["message"]
    assert "Head → North → Head" in error["message"]


async def test_messages_come_in_the_language_of_the_viewer(world):
    german = {"personId": world.id("Person", "ada"), "language": "DE"}
    await done(world, "ada", "personUpdate", german)
    world.people["ada"] = replace(world.people["ada"], language="de")
    text = lines("A;Nord;;;;;", heading="Team;Oberteam;Name;E-Mail;Rolle;Sprache;Leitung")

    (error,) = await refused(world, "ada", "peopleImport", text)

    assert error["message"].startswith("Zeile 2: Oberteam: es gibt kein Team Nord.")


async def test_the_admin_may_change_as_long_as_one_is_left(world):
    swapped = lines(",,Ada,ada@example.org,MEMBER,,", ",,Ben,ben@example.org,admin,,")

    payload = await done(world, "ada", "peopleImport", swapped, REPORT)

    assert payload["report"]["people"] == tally(updated=2)


async def test_only_admins_import(world, stranger):
    for who in ("anna", "mia"):
        (error,) = await refused(world, who, "peopleImport", {"csv": LIST})
        assert error["__typename"] == "ForbiddenError"

    await done(world, stranger, "peopleImport", {"csv": LIST})
    found = await world.data("mia", '{ people(filter: {name: {eq: "Nia"}}) { totalCount } }')

    assert found["people"]["totalCount"] == 0


async def test_ten_times_the_lines_take_no_more_requests(world, monkeypatch):
    context = organisations.operator(world.database, world.org_id, world.now)
    counts = []
    monkeypatch.setattr(
        Transaction, "end", counting(Transaction.end, lambda tx: counts.append(tx.statements))
    )

    for size in (20, 200):
        rows = [
            f"T{size}-{n},{f'T{size}-{n // 2}' if n else ''},P{n},p{size}-{n}@example.org,,,yes"
            for n in range(size)
        ]
        await rosters.import_people(context, ImportPeopleRequest(lines(*rows)["csv"]))

    assert counts[0] == counts[1] <= 20


def counting(original, note):
    def ended(tx):
        note(tx)
        return original(tx)

    return ended
