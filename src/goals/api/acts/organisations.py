"""Acts on the organisation. Admins administer, they do not sign."""

from typing import Any

import strawberry
from strawberry import UNSET

from goals.api.acts.declaring import ActInput, Payload, act, parts_of, subject
from goals.api.fields import given
from goals.api.links import OrganisationLink
from goals.api.node import described, described_input
from goals.domain.enums import Language
from goals.services import organisations
from goals.services.requests import ConfigureOrganisationRequest

_PARTS = {"time_zone", "language", "person_statistics", "retention_years"}


@described_input
class OrganisationConfigureInput(ActInput):
    """What it takes to change settings of the organisation. What is left out stays."""

    time_zone: str | None = given(
        "The time zone, by its IANA name, in which days begin and end; null leaves it.", UNSET
    )
    language: Language | None = given(
        "The language used where a person has not chosen one; null leaves it.", UNSET
    )
    person_statistics: bool | None = given(
        "Whether rates may be asked for by person; null leaves it.", UNSET
    )
    retention_years: int | None = given(
        "For how many years texts are kept after the end, 1 to 100; null keeps them for ever.",
        UNSET,
    )


@described
class OrganisationConfigurePayload(Payload):
    """What changing settings gave."""

    organisation: OrganisationLink | None = subject("The organisation.", "Organisation")


def _configuring(given_input: Any) -> ConfigureOrganisationRequest:
    return ConfigureOrganisationRequest(**parts_of(given_input, _PARTS))


@strawberry.type
class OrganisationActs:
    """The organisation."""

    organisation_configure: OrganisationConfigurePayload | None = act(
        organisations.configure,
        OrganisationConfigureInput,
        "Change settings of the organisation; for admins.",
        make=_configuring,
    )
