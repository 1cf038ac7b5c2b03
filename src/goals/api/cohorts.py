"""Cohorts: what is asked about in the contract, as goals.services.analytics takes it."""

from datetime import date

from strawberry import UNSET

from goals.api.rate_inputs import NO_TEAM, period_of, team_of
from goals.api.types.analytics.reference_class import ReferenceDraftInput, ReferenceInput
from goals.api.types.rates import PeriodInput, RateFilter
from goals.domain.errors import LimitExceeded, NotFound
from goals.domain.identity import uuid_of
from goals.domain.values import TAGS
from goals.reads.viewer import Viewer
from goals.services.analytics.cohorts import Cohort, check_teams
from goals.services.analytics.reference_class import Draft, of_commission
from goals.store.database import Database


def cohort(period: PeriodInput, narrowed: RateFilter | None, today: date) -> Cohort:
    """Read a cohort. Raises GraphQLError for a period that does not exist."""
    found = narrowed or RateFilter()
    grade = found.smart_grade
    return Cohort(
        period=period_of(period, today),
        commitment=found.commitment,
        customer_team_id=team_of(found.customer_team),
        supplier_team_id=team_of(found.supplier_team),
        team_id=team_of(found.team),
        tag=found.tag or None,
        grade=None if grade is UNSET or grade is None else grade,
    )


async def draft_of(database: Database, viewer: Viewer, given: ReferenceInput) -> Draft:
    """Read what is to be compared. Raises NotFound, LimitExceeded."""
    if isinstance(given.draft, ReferenceDraftInput):
        return await _draft(database, viewer, given.draft)
    commission = uuid_of(str(given.commission), "Commission")
    if commission is None:
        raise NotFound("Commission", path=("of", "commission"))
    return await of_commission(database, viewer, commission)


async def _draft(database: Database, viewer: Viewer, given: ReferenceDraftInput) -> Draft:
    if len(given.tags) > TAGS:
        raise LimitExceeded("tags", TAGS, len(given.tags), ("of", "draft", "tags"))
    supplier, customer = team_of(given.supplier_team), team_of(given.customer_team)
    teams = {"supplierTeam": supplier, "customerTeam": customer}
    await check_teams(database, viewer, teams, ("of", "draft"))
    return Draft(
        supplier_team_id=supplier or NO_TEAM,
        customer_team_id=customer,
        tags=tuple(dict.fromkeys(given.tags)),
        commitment=given.commitment,
        deadline=None if given.deadline is UNSET else given.deadline,
        start=None if given.start is UNSET else given.start,
    )
