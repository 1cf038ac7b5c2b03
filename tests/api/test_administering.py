"""Administering through the contract: teams, people, memberships, settings; and who may."""

import pytest
from acting import agree, done, events, of, refused

SETTINGS = "organisation { language timeZone personStatistics retentionYears }"


@pytest.fixture
async def teams(world):
    """Teams below Sales: North, and Berlin below that."""
    made = {"Sales": world.id("Team", "Sales"), "Elsewhere": world.id("Team", "Elsewhere")}
    for name, parent in (("North", "Sales"), ("Berlin", "North")):
        given = {"name": name, "parentId": made[parent]}
        made[name] = (await done(world, "ada", "teamCreate", given, "team { id }"))["team"]["id"]
    return made


def kinds(errors):
    return [error["__typename"] for error in errors]


async def test_a_team_is_renamed_moved_and_archived(world, teams):
    berlin = {"teamId": teams["Berlin"]}

    renamed = await done(world, "ada", "teamRename", berlin | {"name": "Potsdam"}, "team { name }")
    moved = await done(
        world,
        "ada",
        "teamMove",
        berlin | {"parentId": teams["Elsewhere"]},
        "team { parent { name } }",
    )
    top = await done(world, "ada", "teamMove", berlin, "team { parent { name } }")
    archived = await done(world, "ada", "teamArchive", berlin, "team { archivedAt }")

    assert renamed["team"] == {"name": "Potsdam"}
    assert moved["team"] == {"parent": {"name": "Elsewhere"}}
    assert top["team"] == {"parent": None}
    assert archived["team"]["archivedAt"] is not None


async def test_a_team_cannot_be_moved_below_itself(world, teams):
    before = await events(world)

    (error,) = (
        await world.act(
            "ada",
            "teamMove",
            {"teamId": teams["Sales"], "parentId": teams["Berlin"]},
            "errors { ... on TeamCycleError { teams } }",
        )
    )["errors"]
    itself = await refused(
        world, "ada", "teamMove", {"teamId": teams["Sales"], "parentId": teams["Sales"]}
    )

    assert error["teams"] == ["Sales", "Berlin", "North"]
    assert "Sales → Berlin → North → Sales" in error["message"]
    assert (error["code"], error["path"]) == ("TEAM_CYCLE", ["parentId"])
    assert kinds(itself) == ["TeamCycleError"]
    assert await events(world) == before


async def test_a_team_with_something_open_is_not_archived_and_says_what(world, draft, teams):
    commission = await draft()
    wanted = "errors { ... on TeamInUseError { commissions teams } }"

    answer = await world.act("ada", "teamArchive", {"teamId": teams["Sales"]}, wanted)

    (error,) = answer["errors"]
    assert (error["commissions"], error["teams"]) == ([commission["key"]], ["North"])
    assert all(word in error["message"] for word in ("Sales", commission["key"], "North"))


async def test_a_team_whose_commissions_are_over_is_archived(world, draft):
    commission = await draft()
    await agree(world, commission)
    factors = [{"factor": "trust", "polarity": "MISSING", "locus": "OTHER"}]
    await done(world, "anna", "commissionCancel", of(commission, reason="No.", factors=factors))

    sales = {"teamId": world.id("Team", "Sales")}
    await done(world, "ada", "teamArchive", sales)

    assert kinds(await refused(world, "ada", "teamArchive", sales)) == ["ConflictError"]
    for name, given in (
        ("teamCreate", {"name": "Below", "parentId": sales["teamId"]}),
        ("teamMove", {"teamId": world.id("Team", "Elsewhere"), "parentId": sales["teamId"]}),
        ("membershipAdd", sales | {"personId": world.id("Person", "ben")}),
    ):
        (error,) = await refused(world, "ada", name, given)
        assert (error["__typename"], error["code"]) == ("ConflictError", "TEAM_ARCHIVED")


async def test_a_person_is_changed_and_only_what_was_given(world):
    ben = {"personId": world.id("Person", "ben")}

    one = await done(
        world,
        "ada",
        "personUpdate",
        ben | {"email": "Ben.B@Example.org", "role": "MANAGER"},
        "person { name email role language }",
    )
    two = await done(
        world, "ada", "personUpdate", ben | {"name": "Ben B", "language": "EN"}, "person { name }"
    )

    assert one["person"] == {
        "name": "Ben",
        "email": "ben.b@example.org",
        "role": "MANAGER",
        "language": "DE",
    }
    assert two["person"] == {"name": "Ben B"}


async def test_an_email_is_unique_however_it_is_typed(world):
    given = {"personId": world.id("Person", "ben"), "email": "ANNA@example.ORG"}

    (error,) = await refused(world, "ada", "personUpdate", given)

    assert (error["__typename"], error["path"]) == ("ConflictError", ["email"])
    assert "anna" not in error["message"].lower()


async def test_the_last_admin_stays_one(world):
    ada, ben = world.id("Person", "ada"), world.id("Person", "ben")

    (error,) = await refused(world, "ada", "personUpdate", {"personId": ada, "role": "MEMBER"})
    await done(world, "ada", "personUpdate", {"personId": ben, "role": "ADMIN"})
    await done(world, "ada", "personUpdate", {"personId": ada, "role": "MEMBER"})

    assert (error["code"], error["path"]) == ("LAST_ADMIN", ["role"])
    assert "admin" in error["message"]


@pytest.mark.parametrize("role", ["MANAGER", "ADMIN"])
async def test_a_program_gets_no_other_role(world, role):
    made = await done(world, "ada", "serviceAccountCreate", {"name": "ERP"}, "person { id }")
    erp = {"personId": made["person"]["id"]}

    (error,) = await refused(world, "ada", "personUpdate", erp | {"role": role})
    await done(world, "ada", "personUpdate", erp | {"name": "SAP"})

    assert (error["code"], error["path"]) == ("ROLE_OF_PROGRAM", ["role"])
    roles = await world.database.look_up("SELECT role FROM person WHERE name = 'SAP'")
    assert roles == [("MEMBER",)]


async def test_members_come_go_and_lead(world):
    wanted = "person { memberships { lead team { name } } }"
    given = {"personId": world.id("Person", "otto"), "teamId": world.id("Team", "Sales")}

    added = await done(world, "ada", "membershipAdd", given, wanted)
    leading = await done(world, "ada", "membershipSetLead", given | {"lead": True}, wanted)
    again = await refused(world, "ada", "membershipAdd", given)
    removed = await done(world, "ada", "membershipRemove", given, wanted)
    gone = [
        await refused(world, "ada", "membershipRemove", given),
        await refused(world, "ada", "membershipSetLead", given | {"lead": True}),
    ]

    def of_sales(payload):
        return [
            one["lead"]
            for one in payload["person"]["memberships"]
            if one["team"]["name"] == "Sales"
        ]

    assert [of_sales(each) for each in (added, leading, removed)] == [[False], [True], []]
    assert kinds(again) == ["ConflictError"]
    assert [kinds(each) for each in gone] == [["NotFoundError"]] * 2


async def test_settings_are_changed_and_what_is_left_out_stays(world):
    first = await done(
        world,
        "ada",
        "organisationConfigure",
        {"timeZone": "Europe/Zurich", "personStatistics": True, "retentionYears": 10},
        SETTINGS,
    )
    second = await done(world, "ada", "organisationConfigure", {"language": "DE"}, SETTINGS)
    third = await done(world, "ada", "organisationConfigure", {"retentionYears": None}, SETTINGS)

    assert first["organisation"] == {
        "language": "EN",
        "timeZone": "Europe/Zurich",
        "personStatistics": True,
        "retentionYears": 10,
    }
    assert second["organisation"] == first["organisation"] | {"language": "DE"}
    assert third["organisation"] == second["organisation"] | {"retentionYears": None}


async def test_settings_that_cannot_be_are_refused_all_at_once(world):
    given = {"timeZone": "Mars/Base", "retentionYears": 0}

    errors = await refused(world, "ada", "organisationConfigure", given)

    assert [(error["code"], error["path"]) for error in errors] == [
        ("NOT_A_TIME_ZONE", ["timeZone"]),
        ("OUT_OF_RANGE", ["retentionYears"]),
    ]


async def test_settings_are_off_until_somebody_turns_them_on(world):
    text = f"{{ viewer {{ {SETTINGS} }} }}"

    data = await world.data("ada", text)

    found = data["viewer"]["organisation"]
    assert (found["personStatistics"], found["retentionYears"]) == (False, None)


def administering(world):
    """Every act of administration with an input that would be taken."""
    sales, ben = world.id("Team", "Sales"), world.id("Person", "ben")
    return {
        "organisationConfigure": {"language": "DE"},
        "teamCreate": {"name": "New"},
        "teamRename": {"teamId": sales, "name": "New"},
        "teamMove": {"teamId": sales, "parentId": world.id("Team", "Operations")},
        "teamArchive": {"teamId": sales},
        "personCreate": {"name": "New", "email": "new@example.org", "language": "EN"},
        "personUpdate": {"personId": ben, "name": "New"},
        "personDeactivate": {"personId": world.id("Person", "otto")},
        "peopleImport": {"csv": "team\nNew"},
        "membershipAdd": {"teamId": sales, "personId": ben},
        "membershipRemove": {"teamId": world.id("Team", "Operations"), "personId": ben},
        "membershipSetLead": {
            "teamId": world.id("Team", "Operations"),
            "personId": ben,
            "lead": False,
        },
    }


async def test_only_admins_administer_and_a_dry_run_leaves_no_trace(world, stranger):
    before = await events(world)

    for name, given in administering(world).items():
        for who in ("anna", "ben", "mia"):
            assert kinds(await refused(world, who, name, given)) == ["ForbiddenError"], (name, who)
        if any(key.endswith("Id") for key in given):
            abroad = await refused(world, stranger, name, given)
            assert kinds(abroad) == ["NotFoundError"], name
        tried = await done(world, "ada", name, given | {"dryRun": True})
        assert tried["errors"] == []

    assert await events(world) == before


async def test_what_does_not_exist_is_not_found_in_every_place(world):
    for name, given in administering(world).items():
        for field in (key for key in given if key.endswith("Id")):
            for wrong in ("nonsense", world.id("Person", "anna")[:-2] + "AA"):
                (error,) = await refused(world, "ada", name, given | {field: wrong})
                assert (error["__typename"], error["path"]) == ("NotFoundError", [field])
