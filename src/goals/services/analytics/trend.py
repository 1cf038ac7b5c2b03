"""Are we improving: rates by month or quarter, and whether any stated rule gives a signal."""

from dataclasses import dataclass, replace

from goals.domain.analysis.reading import Reading
from goals.domain.analysis.trending import TrendRule, trend
from goals.domain.enums import Commitment, Language
from goals.domain.periods import Period
from goals.domain.rates import Exclusion
from goals.domain.statistics.control import Point
from goals.reads.viewer import Viewer
from goals.services.analytics.cohorts import Cohort, check
from goals.services.analytics.figures import Share, Speaker
from goals.services.rates import Rated, achievement_rate
from goals.store.catching_up import UpToDate

SETTLED = 0.8
"""A period counts once so many of those due are evaluated or ended: early ones end well."""
RULES = (
    "A rate beyond the limits (exact binomial, 0.135 % on each side of the mean), eight in a row on"
    " one side of it, or a steady rise or fall (Cochran-Armitage, p < 0.01)"
)


@dataclass(frozen=True, slots=True)
class TrendPoint:
    """One month or quarter; its limits are where the rate would lie if nothing had changed."""

    label: str
    due: int
    pending: int
    rate: Share
    counted: bool
    suppressed: bool
    lower_limit: float | None
    upper_limit: float | None
    beyond: bool
    in_run: bool


@dataclass(frozen=True, slots=True)
class RateTrend:
    """The series, its mean, and what the rules say."""

    period: Period
    commitment: Commitment
    points: list[TrendPoint]
    mean: float | None
    fired: list[TrendRule]
    pvalue: float | None
    rules: str
    sufficient: bool
    note: Reading
    sentence: str


async def rate_trend(database: UpToDate, viewer: Viewer, cohort: Cohort, months: int) -> RateTrend:
    """Read the rates of the spans of so many months that the period touches."""
    await check(database, viewer, cohort)
    question = replace(cohort.question, span=months)
    spans = (await achievement_rate(database, viewer, question)).groups
    counted = [span for span in spans if _counts(span)]
    found = trend([(span.estimate.achieved, span.estimate.n) for span in counted])
    speaker = Speaker(Language(viewer.language))
    charted: dict[tuple[str, ...], Point] = {}
    if found.chart is not None:
        charted = {span.key: point for span, point in zip(counted, found.chart.points, strict=True)}
    said = speaker.said(found.reading)
    enough = found.reading not in {Reading.TOO_FEW, Reading.EMPTY}
    return RateTrend(
        period=cohort.period,
        commitment=cohort.commitment,
        points=[_point(span, charted.get(span.key), speaker) for span in spans],
        mean=None
        if found.chart is None or found.reading is Reading.TOO_FEW
        else found.chart.centre,
        fired=list(found.fired),
        pvalue=found.chart.trend if enough and found.chart is not None else None,
        rules=RULES,
        sufficient=enough,
        note=said.note,
        sentence=said.sentence,
    )


def _pending(span: Rated) -> int:
    excluded = span.estimate.excluded
    return excluded[Exclusion.PENDING] + excluded[Exclusion.OVERDUE]


def _counts(span: Rated) -> bool:
    due = span.estimate.due
    return bool(due) and due - _pending(span) >= SETTLED * due


def _point(span: Rated, point: Point | None, speaker: Speaker) -> TrendPoint:
    estimate = span.estimate
    return TrendPoint(
        label=span.label,
        due=estimate.due,
        pending=_pending(span),
        rate=speaker.counted(estimate.achieved, estimate.n),
        counted=point is not None,
        suppressed=estimate.suppressed,
        lower_limit=None if point is None else point.limits.low,
        upper_limit=None if point is None else point.limits.high,
        beyond=point is not None and point.beyond,
        in_run=point is not None and point.in_run,
    )
