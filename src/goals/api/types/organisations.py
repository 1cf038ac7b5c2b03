"""Organisation: the tenant; nothing crosses it."""

from datetime import datetime
from typing import Any

from goals.api.derived import language
from goals.api.fields import column, computed, enum_expression
from goals.api.node import Node, entity
from goals.api.visibility import EVERYBODY
from goals.domain.enums import Language
from goals.domain.organisation_settings import OrganisationSettings
from goals.reads.sources import Column
from goals.reads.viewer import Viewer

_STORED = Column("settings", "json")


def _person_statistics(values: dict[str, Any], _viewer: Viewer) -> bool:
    return OrganisationSettings.read(values["settings"]).person_statistics


def _retention_years(values: dict[str, Any], _viewer: Viewer) -> int | None:
    return OrganisationSettings.read(values["settings"]).retention_years


@entity("organisation", EVERYBODY, org_column="id")
class Organisation(Node):
    """The organisation all of this belongs to. Nothing of it is ever visible to another one."""

    name: str = column("The name of the organisation.")
    language: Language = enum_expression(
        "The language used where a person has not chosen one.", language, Language
    )
    time_zone: str = column("The time zone, by its IANA name, in which days begin and end.")
    person_statistics: bool = computed(
        "Whether rates may be asked for by person; off unless an admin turned it on.",
        _person_statistics,
        settings=_STORED,
    )
    retention_years: int | None = computed(
        "For how many years texts are kept after the end; null keeps them for ever.",
        _retention_years,
        settings=_STORED,
    )
    created_at: datetime = column("When the organisation was set up.")
    updated_at: datetime = column("When something about the organisation last changed.")
