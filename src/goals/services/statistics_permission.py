"""Statistics: who may ask for which grouping or filter; every analytic question asks here.

Counts are over what the viewer may see (goals.store.standing). What tells of single people is
there only where the organisation has turned it on: statistics are for improving conditions, not
for appraising people. Small groups are cut by goals.domain.floors, whoever asks.
"""

from collections.abc import Iterable
from uuid import UUID

from goals.domain.errors import PersonStatisticsOff
from goals.domain.organisation_settings import OrganisationSettings
from goals.reads.viewer import Viewer
from goals.store import organisations
from goals.store.database import Database
from goals.store.slices import CUSTOMER_PERSON, SUPPLIER_PERSON

PERSONAL = frozenset({CUSTOMER_PERSON, SUPPLIER_PERSON})
"""Dimensions whose groups are single people."""


async def permit_statistics(database: Database, viewer: Viewer, dimensions: Iterable[str]) -> None:
    """Let somebody group or filter by these dimensions.

    Raises PersonStatisticsOff for a personal one in an organisation that has not turned it on.
    """
    if PERSONAL.isdisjoint(dimensions):
        return
    stored = await organisations.settings(database, UUID(viewer.org_id))
    if not OrganisationSettings.read(stored).person_statistics:
        raise PersonStatisticsOff()
