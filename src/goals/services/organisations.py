"""Organisations: found one, with the catalogue of factors it starts with, and set it up."""

from datetime import datetime
from uuid import UUID

from goals.domain.chain import GENESIS
from goals.domain.enums import Channel, Language, Machine, Role
from goals.domain.errors import NotFound
from goals.domain.factors import DEFAULT_FACTORS
from goals.domain.identity import uuid7
from goals.domain.organisation_settings import (
    MOST_YEARS,
    PERSON_STATISTICS,
    RETENTION_YEARS,
)
from goals.reads.viewer import Viewer
from goals.services.administration import administer
from goals.services.context import ActContext, ActResult
from goals.services.forms import TITLE, Form
from goals.services.requests import KEPT, ConfigureOrganisationRequest
from goals.store import organisations, records
from goals.store.database import Database
from goals.store.factors import FactorRow
from goals.store.organisations import OrganisationRow
from goals.store.transaction import Transaction

NOBODY = UUID(int=0)


def operator(database: Database, org_id: UUID, now: datetime) -> ActContext:
    """The context of whoever runs the machine: no person, no token, may administer."""
    viewer = Viewer(
        org_id=str(org_id), person_id=str(NOBODY), role=Role.ADMIN, language="en", now=now
    )
    return ActContext(database, viewer, Channel.SYSTEM, None, now, machine=Machine.CLOCK)


async def found(
    database: Database,
    *,
    name: str,
    language: Language,
    now: datetime,
    time_zone: str = "Europe/Berlin",
) -> UUID:
    """Found an organisation and give its id."""
    form = Form()
    clean = form.line(name, "name", TITLE)
    zone = form.time_zone(time_zone, "timeZone")
    form.check()
    org_id = uuid7(now)

    async def write(tx: Transaction) -> None:
        row = OrganisationRow(
            id=org_id,
            name=clean,
            language=language.lower(),
            time_zone=zone,
            settings={},
            created_at=now,
            updated_at=now,
        )
        await organisations.found(tx, row, GENESIS)
        factors = [
            FactorRow(
                org_id=org_id,
                id=uuid7(now),
                key=factor.key,
                level=factor.level,
                label_de=factor.de,
                label_en=factor.en,
                active=True,
                created_at=now,
            )
            for factor in DEFAULT_FACTORS
        ]
        await records.insert(tx, *factors)

    await database.write(write)

    async def nothing(_: Transaction) -> dict[str, object]:
        return {"name": clean}

    await administer(
        operator(database, org_id, now),
        "organisation.founded",
        ("Organisation", org_id),
        nothing,
    )
    return org_id


async def configure(context: ActContext, request: ConfigureOrganisationRequest) -> ActResult:
    """Change settings of the organisation; what is not given stays."""
    form = Form()
    columns: dict[str, object] = {}
    settings: dict[str, object] = {}
    if request.time_zone is not None:
        columns["time_zone"] = form.time_zone(request.time_zone, "timeZone")
    if request.language is not None:
        columns["language"] = request.language.lower()
    if request.person_statistics is not None:
        settings[PERSON_STATISTICS] = request.person_statistics
    if request.retention_years is not KEPT:
        years = form.optional_integer(request.retention_years, "retentionYears", 1, MOST_YEARS)
        settings[RETENTION_YEARS] = years
    form.check()

    async def work(tx: Transaction) -> dict[str, object]:
        found = await organisations.find(tx, context.org_id)
        if found is None:
            raise NotFound("Organisation", path=())
        changes = {**columns, "settings": {**found.settings, **settings}}
        await organisations.update(tx, context.org_id, **changes, updated_at=context.now)
        return {**columns, **settings}

    subject = ("Organisation", context.org_id)
    return await administer(context, "organisation.configured", subject, work)
