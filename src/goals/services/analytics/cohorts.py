"""Cohorts: the commissions a question is about, and the cells that can serve them."""

import calendar
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from uuid import UUID

from goals.domain.cubes.groups import (
    EVERYTHING,
    of_both,
    of_customer,
    of_grade,
    of_supplier,
    of_tag,
)
from goals.domain.enums import Commitment
from goals.domain.errors import NotFound, Path
from goals.domain.periods import Period
from goals.reads.viewer import Viewer
from goals.services.rates import RateQuestion
from goals.store.database import Database
from goals.store.slices import CUSTOMER, GRADE, SUPPLIER, TAG

MIDDLE_OF_MONTH = 15


@dataclass(frozen=True, slots=True)
class Cohort:
    """Due in a period by the deadline first agreed, of one commitment, and what narrows it."""

    period: Period
    commitment: Commitment = Commitment.COMMITTED
    customer_team_id: UUID | None = None
    supplier_team_id: UUID | None = None
    tag: str | None = None
    team_id: UUID | None = None
    grade: str | None = None

    @property
    def narrowed(self) -> bool:
        """Whether it is about a part of the organisation."""
        return self.question.where != {}

    @property
    def question(self) -> RateQuestion:
        """The same cohort, asked for its rate."""
        return RateQuestion(
            self.period,
            self.commitment,
            customer_team_id=self.customer_team_id,
            supplier_team_id=self.supplier_team_id,
            team_id=self.team_id,
            tag=self.tag,
            grade=self.grade,
        )

    @property
    def groups(self) -> dict[str, int] | None:
        """The groups of cells that serve it, each to be added or (-1) taken away.

        None where only single facts do.
        """
        where = self.question.where
        if len(where) > 1:
            return None
        if self.team_id:
            return of_teams([self.team_id])
        return {_GROUP[name](value): 1 for name, value in where.items()} or {EVERYTHING: 1}

    @property
    def team(self) -> UUID | None:
        """The team that it is about, in whichever role, where it is about one."""
        return self.customer_team_id or self.supplier_team_id or self.team_id

    def over(self, period: Period) -> "Cohort":
        """The same over another period."""
        return replace(self, period=period)


_GROUP = {CUSTOMER: of_customer, SUPPLIER: of_supplier, TAG: of_tag, GRADE: of_grade}


def of_teams(teams: Iterable[UUID]) -> dict[str, int]:
    """The groups of what teams did in either role; what is between two of them counts twice."""
    signs = {of_customer: 1, of_supplier: 1, of_both: -1}
    return {of(str(team)): sign for team in teams for of, sign in signs.items()}


async def check(database: Database, viewer: Viewer, cohort: Cohort) -> None:
    """Raise NotFound for a team that the organisation has not."""
    teams = {
        "customerTeam": cohort.customer_team_id,
        "supplierTeam": cohort.supplier_team_id,
        "team": cohort.team_id,
    }
    await check_teams(database, viewer, teams, ("filter",))


async def check_teams(
    database: Database, viewer: Viewer, teams: Mapping[str, UUID | None], path: Path
) -> None:
    """Raise NotFound for one of these teams, by the name of its field, that is not there."""
    for name, team in teams.items():
        sql = "SELECT id FROM team WHERE org_id = $1 AND id = $2"
        if team is not None and not await database.look_up(sql, [UUID(viewer.org_id), team]):
            raise NotFound("Team", path=(*path, name))


def rounded(period: Period) -> Period:
    """The months of which at least half lies in the period; of none, the one it begins in."""
    start = period.first.replace(day=1)
    if period.first.day > MIDDLE_OF_MONTH:
        start = _next_month(period.first)
    end = period.last
    if end.day < MIDDLE_OF_MONTH:
        end = end.replace(day=1) - timedelta(days=1)
    if end < start:
        start = end = period.first
    return Period(start.replace(day=1), end.replace(day=_days(end)))


def _next_month(day: date) -> date:
    return (day.replace(day=1) + timedelta(days=31)).replace(day=1)


def _days(day: date) -> int:
    return calendar.monthrange(day.year, day.month)[1]
