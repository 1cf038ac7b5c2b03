"""Nobody becomes somebody else: not by tokens, by programs, or by people who were forgotten."""

from datetime import timedelta

from acting import done, refused

from goals.domain.identity import global_id
from goals.services import organisations, service_accounts
from goals.services.requests import CreateServiceAccountRequest


def codes(errors):
    return [(error["code"], error["path"]) for error in errors]


async def a_program(world):
    context = organisations.operator(world.database, world.org_id, world.now)
    made = await service_accounts.create_service_account(
        context, CreateServiceAccountRequest("ERP", team_ids=(world.teams["Sales"],))
    )
    return global_id("Person", made.subject_id)


async def test_an_admin_lets_somebody_in_and_makes_no_second_token_beside(world):
    ben = {"personId": world.id("Person", "ben"), "name": "laptop"}

    first = await done(world, "ada", "tokenCreate", ben, "token { id }")
    second = await refused(world, "ada", "tokenCreate", ben | {"scopes": ["READ"]})
    await done(world, "ben", "tokenCreate", {"name": "script"})
    await done(world, "ada", "tokenRevoke", {"tokenId": first["token"]["id"]})
    third = await refused(world, "ada", "tokenCreate", ben)

    assert codes(second + third) == [("COMES_IN_ALREADY", ["personId"])] * 2


async def test_a_token_that_ended_is_no_way_in(world):
    soon = (world.now + timedelta(hours=1)).isoformat()
    ben = {"personId": world.id("Person", "ben"), "name": "laptop"}
    await done(world, "ada", "tokenCreate", ben | {"expiresAt": soon})

    world.now += timedelta(hours=2)

    await done(world, "ada", "tokenCreate", ben)


async def test_an_admin_makes_tokens_for_programs_and_for_himself(world):
    program = {"personId": await a_program(world), "name": "nightly"}

    for given in (program, program, {"name": "one"}, {"name": "two"}):
        await done(world, "ada", "tokenCreate", given)


async def test_who_does_not_take_part_gets_no_token_that_wakes_later(world):
    otto = {"personId": world.id("Person", "otto")}
    await done(world, "ada", "personDeactivate", otto)

    errors = await refused(world, "ada", "tokenCreate", otto | {"name": "sleeper"})

    assert codes(errors) == [("PERSON_INACTIVE", ["personId"])]


async def test_a_program_neither_is_a_deputy_nor_has_one(world):
    until = (world.now + timedelta(days=7)).isoformat()
    program, otto = await a_program(world), world.id("Person", "otto")

    as_deputy = await refused(
        world, "anna", "deputyAppoint", {"deputyId": program, "endsAt": until}
    )
    behind = {"personId": program, "deputyId": otto, "endsAt": until}
    represented = await refused(world, "ada", "deputyAppoint", behind)

    assert codes(as_deputy) == [("NOT_FOUND", ["deputyId"])]
    assert codes(represented) == [("NOT_FOUND", ["personId"])]


async def test_a_program_never_administers(world):
    program = await a_program(world)

    errors = await refused(world, "ada", "personUpdate", {"personId": program, "role": "ADMIN"})

    assert codes(errors) == [("ROLE_OF_PROGRAM", ["role"])]


async def test_who_was_forgotten_comes_back_in_no_way(world):
    otto = {"personId": world.id("Person", "otto")}
    await done(world, "ada", "personDeactivate", otto)
    await done(world, "ada", "personErase", otto | {"reason": "They asked for it."})

    back = await refused(world, "ada", "personReactivate", otto)
    named = await refused(world, "ada", "personUpdate", otto | {"name": "Otto"})

    assert codes(back + named) == [("PERSON_ERASED", ["personId"])] * 2
