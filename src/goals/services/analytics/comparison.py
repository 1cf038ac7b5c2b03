"""Is group A different from group B, or this year from the last?"""

from dataclasses import dataclass, replace
from uuid import UUID

from goals.domain.analysis.proportions import Comparison, Proportion, compare
from goals.domain.analysis.reading import Reading
from goals.domain.enums import Commitment, Language
from goals.domain.periods import Period
from goals.reads.viewer import Viewer
from goals.services.analytics.cohorts import check_teams
from goals.services.analytics.figures import Difference, Speaker
from goals.services.context import standing_of
from goals.services.rates import Rated, RateQuestion, achievement_rate
from goals.store import analysis
from goals.store.analysis import Selection
from goals.store.catching_up import UpToDate


@dataclass(frozen=True, slots=True)
class RateComparison:
    """Both rates, and the first minus the second."""

    commitment: Commitment
    a: Rated
    b: Rated
    difference: Difference
    shared: int
    note: Reading
    sentence: str


async def compare_rates(
    database: UpToDate, viewer: Viewer, a: RateQuestion, b: RateQuestion
) -> RateComparison:
    """Compare two cohorts of one commitment; what they share is counted up to 1,000."""
    for name, question in (("a", a), ("b", b)):
        teams = {
            "customerTeam": question.customer_team_id,
            "supplierTeam": question.supplier_team_id,
            "team": question.team_id,
        }
        await check_teams(database, viewer, teams, (name,))
    first = (await achievement_rate(database, viewer, a)).total
    second = (await achievement_rate(database, viewer, b)).total
    found = compare(_proportion(first), _proportion(second))
    shared = 0
    if a == b:
        found = replace(found, difference=None, reading=Reading.SAME)
    elif first.estimate.suppressed or second.estimate.suppressed:
        found = replace(found, difference=None, reading=Reading.SUPPRESSED)
    else:
        shared = await _shared(database, viewer, a, b)
        if shared:
            found = replace(found, difference=None, reading=Reading.OVERLAPPING)
    return _told(a.commitment, (first, second), found, shared, Speaker(Language(viewer.language)))


def _told(
    commitment: Commitment,
    both: tuple[Rated, Rated],
    found: Comparison,
    shared: int,
    speaker: Speaker,
) -> RateComparison:
    said = speaker.said(found.reading)
    difference = speaker.comparison(found)
    return RateComparison(commitment, *both, difference, shared, said.note, said.sentence)


def _proportion(rated: Rated) -> Proportion:
    return Proportion(rated.estimate.achieved, rated.estimate.n)


MOST_SHARED = 1_000


async def _shared(database: UpToDate, viewer: Viewer, a: RateQuestion, b: RateQuestion) -> int:
    """How many commissions are in both."""
    first = max(a.period.first, b.period.first)
    last = min(a.period.last, b.period.last)
    alone = ("customer_team_id", "supplier_team_id", "grade")
    values = {name: {getattr(a, name), getattr(b, name)} - {None} for name in alone}
    if last < first or any(len(given) > 1 for given in values.values()):
        return 0
    one = {name: next(iter(given), None) for name, given in values.items()}
    teams = dict.fromkeys(team for team in (a.team_id, b.team_id) if team is not None)
    tags = dict.fromkeys(tag for tag in (a.tag, b.tag) if tag is not None)
    selection = Selection(
        org_id=UUID(viewer.org_id),
        commitment=a.commitment,
        first=first,
        last=last,
        every_tag=tuple(tags),
        every_team=tuple(teams),
        standing=standing_of(viewer),
        **one,  # type: ignore[arg-type]
    )
    return await analysis.how_many(database, selection, MOST_SHARED)


def over(period: Period, question: RateQuestion) -> RateQuestion:
    """The same question over another period."""
    return replace(question, period=period)
