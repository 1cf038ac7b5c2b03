"""Service accounts read and measure; they stand on no side and are nobody's contact."""

from dataclasses import replace
from decimal import Decimal

import pytest

from goals.domain.enums import Act, Channel, CheckInHealth, PersonKind, Role, Scope, Side
from goals.domain.errors import Forbidden, GoalsError, NotFound, ScopeMissing
from goals.domain.scopes import SCOPE_OF, SCOPES_OF_KIND
from goals.reads.viewer import Viewer
from goals.services import check_ins, commissions, measurements, service_accounts, shares
from goals.services.requests import (
    CheckInRequest,
    CreateServiceAccountRequest,
    CreateTeamRequest,
    DraftRequest,
    MeasurementPart,
    MeasureRequest,
    ShareRequest,
)
from goals.services.teams import create_team

SCOPES = SCOPES_OF_KIND[PersonKind.SERVICE]


@pytest.fixture
async def erp(world):
    """Makes a program that belongs to a team; the context of one of its acts."""

    async def make(team="IT", **changes):
        own = (world.teams[team],)
        made = await service_accounts.create_service_account(
            replace(world.act("ada"), **changes), CreateServiceAccountRequest("ERP", team_ids=own)
        )
        viewer = Viewer(
            str(world.org_id), str(made.subject_id), Role.MEMBER, tuple(map(str, own)), "en"
        )
        context = replace(world.act("anna"), viewer=viewer, channel=Channel.INTEGRATION)
        return replace(context, scopes=SCOPES)

    return make


def a_value(world):
    return MeasureRequest(MeasurementPart(world.criteria[0], Decimal(6)))


async def test_a_program_measures_and_its_values_are_known_as_such(world, erp):
    await world.agree()
    program = await erp()

    await measurements.measure(program, a_value(world))

    ((source, actor),) = await world.database.read_rows(
        "SELECT source, actor_id FROM measurement", []
    )
    channel = await world.database.read_value(
        "SELECT channel FROM event ORDER BY seq DESC LIMIT 1", []
    )
    assert (source, str(actor), channel) == (
        "INTEGRATION",
        program.viewer.person_id,
        "INTEGRATION",
    )


async def test_a_program_sees_no_more_than_its_teams(world, erp):
    await world.agree()

    with pytest.raises(NotFound):
        await measurements.measure(await erp("Elsewhere"), a_value(world))


async def test_what_is_shared_with_a_program_it_reads_and_does_not_measure(world, erp):
    await world.agree()
    program = await erp("Elsewhere")
    await shares.share(world.act("anna"), ShareRequest(world.commission, program.person_id))

    with pytest.raises(Forbidden):
        await measurements.measure(program, a_value(world))


async def test_a_program_on_the_side_of_the_supplier_does_nothing_a_person_must_do(world, erp):
    await world.agree()
    program = await erp()
    report = CheckInRequest(world.commission, CheckInHealth.ON_TRACK, 70)

    with pytest.raises(ScopeMissing):
        await check_ins.check_in(program, report)
    with pytest.raises(Forbidden):  # not even with a token that says it could
        await check_ins.check_in(replace(program, scopes=frozenset(Scope)), report)


def test_the_scopes_of_a_program_allow_measuring_and_no_other_act():
    assert {act for act in Act if SCOPE_OF[act] in SCOPES} == {Act.MEASURE}


@pytest.mark.parametrize("named", [True, False])
async def test_a_program_is_nobodys_contact(world, erp, named):
    made = await create_team(world.act("ada"), CreateTeamRequest("Machines"))
    world.teams["Machines"] = made.subject_id
    program = await erp("Machines")
    contact = program.person_id if named else None
    request = DraftRequest(
        Side.CUSTOMER,
        "Faster quotes",
        world.teams["Sales"],
        world.teams["Machines"],
        world.content,
        supplier_id=contact,
    )

    with pytest.raises(GoalsError) as refusal:
        await commissions.draft(world.act("anna"), request)

    assert refusal.value.code in {"NOT_FOUND", "VALIDATION"}


async def test_only_admins_add_programs_and_none_of_them_is_an_admin(world):
    with pytest.raises(Forbidden):
        await service_accounts.create_service_account(
            world.act("mia"), CreateServiceAccountRequest("ERP")
        )
    with pytest.raises(GoalsError) as refusal:
        await service_accounts.create_service_account(
            world.act("ada"), CreateServiceAccountRequest("ERP", Role.ADMIN)
        )

    assert refusal.value.path == ("role",)
