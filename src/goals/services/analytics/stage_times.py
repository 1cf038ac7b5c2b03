"""Where does clarification stall: days in each stage, and on whom it waits."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta
from uuid import UUID

from goals.domain.analysis.lead_times import Days, lead_times
from goals.domain.analysis.reading import Reading
from goals.domain.analysis.stages import Stage
from goals.domain.enums import Side
from goals.domain.periods import Period
from goals.reads.viewer import Viewer
from goals.services.analytics.answers import Answer, Asking, asking
from goals.services.analytics.cohorts import Cohort
from goals.services.analytics.figures import KAPLAN_MEIER
from goals.services.context import standing_of
from goals.store import stages
from goals.store.catching_up import UpToDate
from goals.store.stages import Passage, StageQuestion


@dataclass(frozen=True, slots=True)
class StageTime:
    """The days in one stage, or waiting for one side."""

    stage: Stage
    waiting_for: Side | None
    n: int
    done: int
    still_open: int
    ended: int
    half: Days | None
    most: Days | None
    sufficient: bool
    method: str
    note: Reading
    sentence: str


@dataclass(frozen=True, slots=True)
class StageTimes(Answer):
    """All stages and waits of the commissions proposed in the period, or of one in n of them."""

    every: int
    stages: list[StageTime]


MOST_LOOKED_AT = 5_000
"""About so many. More would only cost time: of as many, drawn from N, the standard error of a rank
is sqrt(0.25 / n * (1 - n / N)), never more than 0.71 %. So by the median told, between 48.6 and
51.4 of 100 cases are done (95 %).
"""


async def stage_times(database: UpToDate, viewer: Viewer, cohort: Cohort) -> StageTimes:
    """Estimate the days of every stage by Kaplan and Meier; what is open or ended is censored."""
    asked = await asking(database, viewer, cohort)
    question = _question(viewer, cohort)
    found: list[Passage] = []
    if not asked.suppressed:
        count = await stages.proposed(database, question)
        question = replace(question, every=_one_in(count))
        found = await stages.passages(database, question)
    told = [_told(asked, stage, side, found) for stage, side in _places(found)]
    proposed = sum(each.n for each in told if each.stage is Stage.CLARIFYING)
    return StageTimes(**asked.header((cohort.period,), proposed), every=question.every, stages=told)


def _one_in(count: int) -> int:
    """One in how many is looked at; of very many a part of the sample."""
    every = max(1, -(-count // MOST_LOOKED_AT))
    return every if every < stages.SAMPLE else every // stages.SAMPLE * stages.SAMPLE


def _question(viewer: Viewer, cohort: Cohort) -> StageQuestion:
    start, end = _moments(cohort.period)
    return StageQuestion(
        org_id=UUID(viewer.org_id),
        commitment=cohort.commitment,
        start=start,
        end=end,
        now=viewer.now,
        customer_team_id=cohort.customer_team_id,
        supplier_team_id=cohort.supplier_team_id,
        team_id=cohort.team_id,
        tag=cohort.tag,
        standing=standing_of(viewer),
    )


def _moments(period: Period) -> tuple[datetime, datetime]:
    """From the beginning of the first day to the end of the last, in UTC."""
    start = datetime.combine(period.first, time(), UTC)
    return start, datetime.combine(period.last + timedelta(days=1), time(), UTC)


def _places(found: Iterable[Passage]) -> list[tuple[Stage, Side | None]]:
    """Every stage in the order of life, and each wait by side where there was one."""
    seen = {(each.stage, each.side) for each in found}
    return [
        (stage, Side(side) if side else None)
        for stage in Stage
        for side in (("CUSTOMER", "SUPPLIER") if stage in _WAITS else ("",))
        if stage not in _WAITS or (stage.value, side) in seen
    ]


_WAITS = {Stage.QUESTION, Stage.PLAYBACK}


def _told(asked: Asking, stage: Stage, side: Side | None, found: list[Passage]) -> StageTime:
    own = [each for each in found if each.stage == stage and each.side == (side or "")]
    done: Counter[int] = Counter()
    left: Counter[int] = Counter()
    for each in own:
        (done if each.fate == "DONE" else left)[each.days] += each.count
    times = lead_times(done, left)
    said = asked.speaker.said(times.reading)
    ended = sum(each.count for each in own if each.fate == "ENDED")
    return StageTime(
        stage=stage,
        waiting_for=side,
        n=times.n,
        done=times.done,
        still_open=times.still_open - ended,
        ended=ended,
        half=times.half,
        most=times.most,
        sufficient=times.half is not None,
        method=KAPLAN_MEIER,
        note=said.note,
        sentence=said.sentence,
    )
