"""Arrivals: people of an identity provider are linked, added, mapped or kept out."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from goals.services import service_accounts
from goals.services.arrivals import Arrival, receive
from goals.services.requests import CreateServiceAccountRequest
from goals.settings import Issuer
from goals.store import events

NOW = datetime(2026, 11, 3, 9, 0, tzinfo=UTC)
PLAIN = Issuer("https://login.example.org", "goals", "Example")
MAPPED = replace(
    PLAIN,
    roles={"managers": "MANAGER", "admins": "ADMIN", "staff": "MEMBER"},
    teams={"sales": "Sales", "it": "IT", "it-nights": "IT"},
)


def arrival(issuer=PLAIN, subject="s-1", email="nora@example.org", groups=(), **more):
    return Arrival(
        issuer, subject, NOW + timedelta(hours=1), email, groups=frozenset(groups), **more
    )


@pytest.fixture
def come(world):
    """Lets somebody arrive; who they are then."""

    async def receive_one(*args, **more):
        return await receive(world.database, world.org_id, arrival(*args, **more), NOW)

    return receive_one


async def history(world):
    async with world.database.transaction() as tx:
        written = [
            (link.header["kind"], link.body) for link in await events.links(tx, world.org_id)
        ]
    return [(kind, body) for kind, body in written if "issuer" in body]


def teams_of(world, holder):
    names = {team: name for name, team in world.teams.items()}
    return {names[team] for team in holder.principal.team_ids}


async def test_a_person_is_added_on_first_sight_and_known_on_the_second(world, come):
    before = await world.count("person")

    first = await come(name="Nora", language="de-AT")
    second = await come(name="Nora B.")

    ((name, email, language, role),) = await world.database.look_up(
        "SELECT name, email, language, role FROM person WHERE email = $1", ["nora@example.org"]
    )
    assert first == second
    assert (name, email, language, role) == ("Nora", "nora@example.org", "de", "MEMBER")
    assert await world.count("person") == before + 1
    assert await history(world) == [("person.added", {"issuer": PLAIN.issuer})]


@pytest.mark.parametrize("name", [None, "", "two\nlines", "x" * 5_000])
async def test_without_a_usable_name_the_email_is_the_name(world, come, name):
    await come(name=name)

    found = await world.database.look_up("SELECT name FROM person WHERE email = 'nora@example.org'")
    assert found == [("nora@example.org",)]


async def test_a_person_of_the_same_email_is_linked(world, come):
    before = await world.count("person")

    holder = await come(email="ANNA@example.org")

    assert str(holder.principal.person_id) == world.viewers["anna"].person_id
    assert await world.count("person") == before
    assert await history(world) == [("identity.linked", {"issuer": PLAIN.issuer})]


@pytest.mark.parametrize("email", [None, "no address", "two@x@y"])
async def test_nobody_is_made_of_an_email_that_is_not_verified_or_is_none(world, come, email):
    assert await come(email=email) is None
    assert await world.count("identity") == 0
    assert await history(world) == []


async def test_a_second_subject_does_not_take_over_a_person_by_the_email(world, come):
    await come(email="anna@example.org")

    assert await come(subject="s-2", email="anna@example.org") is None


async def test_a_program_is_nobody_who_arrives(world, come):
    made = await service_accounts.create_service_account(
        world.act("ada"), CreateServiceAccountRequest("ERP")
    )

    assert await come(email=f"{made.subject_id}@service.invalid") is None


async def test_who_was_deactivated_stays_out_also_under_a_new_subject(world, come):
    await come(email="anna@example.org")
    async with world.database.transaction() as tx:
        await tx.execute("UPDATE person SET active = $1", [False])

    known = await come(issuer=MAPPED, email="anna@example.org", groups=["admins"])

    assert (known.principal.active, known.principal.role) == (False, "MEMBER")
    assert await come(subject="s-2", email="ben@example.org") is None


async def test_groups_give_role_and_teams_and_take_them_away_again(world, come):
    first = await come(issuer=MAPPED, groups=["managers", "staff", "sales", "it", "unknown"])
    same = await come(issuer=MAPPED, groups=["it-nights", "it", "sales", "managers", "more"])
    second = await come(issuer=MAPPED, groups=["it-nights"])

    assert (first.principal.role, teams_of(world, first)) == ("MANAGER", {"Sales", "IT"})
    assert same == first
    assert (second.principal.role, teams_of(world, second)) == ("MEMBER", {"IT"})
    kinds = [kind for kind, _ in await history(world)]
    assert kinds == ["person.added", "person.mapped"]
    assert (await history(world))[1][1] == {
        "issuer": MAPPED.issuer,
        "role": "MEMBER",
        "before": "MANAGER",
        "left": [str(world.teams["Sales"])],
    }


async def test_what_no_group_is_mapped_to_is_left_alone(world, come):
    otto = await come(email="otto@example.org", issuer=MAPPED, groups=["sales"])
    mia = await come(subject="s-2", email="mia@example.org", groups=["admins"])

    assert teams_of(world, otto) == {"Elsewhere", "Sales"}
    assert mia.principal.role == "MANAGER"


async def test_a_mapping_that_changes_is_applied_at_the_next_sign_in(world, come):
    await come(issuer=MAPPED, groups=["sales"])

    moved = await come(issuer=replace(MAPPED, teams={"sales": "IT"}), groups=["sales"])

    assert teams_of(world, moved) == {"IT"}


async def test_an_older_token_gives_nothing_back(world, come):
    await come(issuer=MAPPED, groups=["admins", "sales"], issued=100)
    await come(issuer=MAPPED, groups=["it"], issued=200)

    old = await come(issuer=MAPPED, groups=["admins", "sales"], issued=100)
    new = await come(issuer=MAPPED, groups=["managers"], issued=300)

    assert (old.principal.role, teams_of(world, old)) == ("MEMBER", {"IT"})
    assert (new.principal.role, teams_of(world, new)) == ("MANAGER", set())


async def test_the_last_admin_stays_one_whatever_the_groups_say(world, come):
    holder = await come(issuer=MAPPED, email="ada@example.org", groups=["staff", "it"])

    assert (holder.principal.role, teams_of(world, holder)) == ("ADMIN", {"IT"})


async def test_a_team_that_does_not_exist_is_not_joined(world, come):
    issuer = replace(PLAIN, teams={"sales": "Nowhere"})

    assert teams_of(world, await come(issuer=issuer, groups=["sales"])) == set()


async def test_of_many_first_arrivals_at_once_one_adds_the_person(world, come):
    before = await world.count("person")

    found = await asyncio.gather(*[come(issuer=MAPPED, groups=["sales"]) for _ in range(10)])

    assert len({holder.identity_id for holder in found}) == 1
    assert await world.count("person") == before + 1
    assert len(await history(world)) == 1
