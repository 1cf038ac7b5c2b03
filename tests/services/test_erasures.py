"""Erasure: a person is forgotten, the history verifies, and nothing else goes."""

import json
from dataclasses import replace

import pytest

from goals.domain.enums import Role
from goals.domain.errors import Forbidden, NotFound, PersonTakesPart, ValidationFailed
from goals.services import chains, erasures, revisions
from goals.services.requests import AmendRequest, ErasePersonRequest
from goals.store import events, people

WHY = "They asked for it."


async def deactivate(world, who):
    person_id = world.act(who).person_id
    async with world.database.transaction() as tx:
        await people.update(tx, world.org_id, person_id, active=False)
    return person_id


async def history(world):
    return [link async for link in events.all_links(world.database, world.org_id)]


async def test_name_and_e_mail_give_way_to_a_pseudonym_everywhere(world):
    await world.agree()
    person_id = await deactivate(world, "ben")
    request = AmendRequest(world.commission, 1, "Ben is away: ben@example.org.", world.content)
    await revisions.amend(world.act("anna"), request)

    await erasures.erase_person(world.act("ada"), ErasePersonRequest(person_id, WHY))

    async with world.database.transaction() as tx:
        person = await people.find(tx, world.org_id, person_id)
    assert person.name == f"Person {person_id.hex[-4:]}"
    assert person.email == f"{person_id}@erased.invalid"
    said = "".join(link.text or "" for link in await history(world))
    assert "Ben" not in said
    assert "ben@example.org" not in said


async def test_the_chain_verifies_and_says_how_many_bodies_are_gone(world):
    await world.agree()
    person_id = await deactivate(world, "ben")

    await erasures.erase_person(world.act("ada"), ErasePersonRequest(person_id, WHY))

    report = await chains.verify(world.database, world.org_id)
    erasing = (await history(world))[-1]
    assert (report.holds, report.erased) == (True, 1)
    assert (erasing.header["kind"], erasing.body) == (
        "person.erased",
        {"bodies": 1, "reason": WHY},
    )


async def test_a_reason_that_goes_later_leaves_its_count(world):
    ben, otto = await deactivate(world, "ben"), await deactivate(world, "otto")
    admin = world.act("ada")
    await erasures.erase_person(admin, ErasePersonRequest(ben, "Otto asked for it."))
    first = (await history(world))[-1].seq

    await erasures.erase_person(admin, ErasePersonRequest(otto, WHY))

    *_, erasing = await history(world)
    assert erasing.body == {"bodies": 2, "carried": {str(first): 1}, "reason": WHY}
    assert (await chains.verify(world.database, world.org_id)).holds


async def test_a_name_within_a_word_is_no_mention(world):
    await world.draft(replace(world.content, goal="Benefit for all."))
    before = [link.text for link in await history(world) if link.header.get("commission_id")]
    person_id = await deactivate(world, "ben")

    await erasures.erase_person(world.act("ada"), ErasePersonRequest(person_id, WHY))

    after = [link.text for link in await history(world) if link.header.get("commission_id")]
    assert after == before


async def test_forgetting_again_changes_nothing(world):
    person_id = await deactivate(world, "ben")
    request = ErasePersonRequest(person_id, WHY)

    first = await erasures.erase_person(world.act("ada"), request)
    count = await world.count("event")
    again = await erasures.erase_person(world.act("ada"), request)

    assert again == first
    assert await world.count("event") == count


async def test_who_takes_part_is_not_forgotten(world):
    with pytest.raises(PersonTakesPart):
        await erasures.erase_person(
            world.act("ada"), ErasePersonRequest(world.act("ben").person_id, WHY)
        )


async def test_a_reason_that_names_the_person_is_refused(world):
    person_id = await deactivate(world, "ben")

    for reason in ("Ben left.", "See BEN@example.org", ""):
        with pytest.raises(ValidationFailed):
            await erasures.erase_person(world.act("ada"), ErasePersonRequest(person_id, reason))


@pytest.mark.parametrize("who", ["anna", "mia", "ben"])
async def test_only_admins_forget_people(world, who):
    person_id = await deactivate(world, "ben")

    with pytest.raises(Forbidden):
        await erasures.erase_person(world.act(who), ErasePersonRequest(person_id, WHY))


async def test_an_admin_of_another_organisation_finds_nobody(world):
    person_id = await deactivate(world, "ben")
    assert world.viewers["eve"].role == Role.ADMIN

    with pytest.raises(NotFound):
        await erasures.erase_person(world.act("eve"), ErasePersonRequest(person_id, WHY))


async def test_a_dry_run_forgets_nobody(world):
    person_id = await deactivate(world, "ben")
    before = json.dumps([link.text for link in await history(world)])

    await erasures.erase_person(
        replace(world.act("ada"), dry_run=True), ErasePersonRequest(person_id, WHY)
    )

    assert json.dumps([link.text for link in await history(world)]) == before
