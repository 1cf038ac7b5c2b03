"""Did an action change anything: the supplier's team before and after it was done.

The rate of what was due in the six months before the month in which it was done stands against
that of the six months after it. Beside it what changed in the organisation as a whole meanwhile:
only what goes beyond that may be the action's doing.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from goals.domain.analysis.proportions import Proportion, against_nought, compare
from goals.domain.analysis.reading import Reading
from goals.domain.enums import ActionKind, Commitment, Language
from goals.domain.errors import LimitExceeded
from goals.domain.periods import Period
from goals.domain.statistics.change import change
from goals.reads.viewer import Viewer
from goals.services.analytics.cohorts import Cohort, check
from goals.services.analytics.counting import selected
from goals.services.analytics.figures import Difference, Share, Speaker
from goals.services.rates import Rated, TeamSpan, rates_over
from goals.store import action_effects as stored
from goals.store.action_effects import DoneAction
from goals.store.catching_up import UpToDate

WINDOW = 6
MOST_ACTIONS = 50
MOVER = "Difference of two Newcombe intervals (MOVER), 95 %"


@dataclass(frozen=True, slots=True)
class ActionEffect:
    """One action, the rates around it, and the change beside that of everybody else."""

    action: UUID
    kind: ActionKind
    team: UUID
    done_on: date
    before_period: Period
    after_period: Period
    before: Share
    after: Share
    change: Difference
    beyond_others: Difference
    note: Reading
    sentence: str


@dataclass(frozen=True, slots=True)
class ActionEffects:
    """The actions done in the period, the latest first; how many were done in all."""

    period: Period
    commitment: Commitment
    done: int
    still_open: int
    actions: list[ActionEffect]


async def action_effects(
    database: UpToDate, viewer: Viewer, cohort: Cohort, first: int
) -> ActionEffects:
    """Compare before and after for the latest actions. Raises LimitExceeded."""
    if not 0 <= first <= MOST_ACTIONS:
        raise LimitExceeded("first", MOST_ACTIONS, first, ("first",))
    await check(database, viewer, cohort)
    selection = selected(viewer, cohort)
    done, still_open = await stored.counts(database, selection)
    found = await stored.latest(database, selection, first) if done else []
    wanted = [
        (team, period)
        for action in found
        for team in (action.team_id, None)
        for period in windows(action.done_on)
    ]
    rates = await rates_over(database, viewer, cohort.commitment, wanted)
    speaker = Speaker(Language(viewer.language))
    effects = [_effect(rates, one, speaker) for one in found]
    return ActionEffects(cohort.period, cohort.commitment, done, still_open, effects)


def _effect(rates: Mapping[TeamSpan, Rated], action: DoneAction, speaker: Speaker) -> ActionEffect:
    before_period, after_period = windows(action.done_on)
    own = [rates[action.team_id, period].estimate for period in (before_period, after_period)]
    whole = [rates[None, period].estimate for period in (before_period, after_period)]
    before, after = (Proportion(each.achieved, each.n) for each in own)
    others = [
        (all_of.achieved - part.achieved, all_of.n - part.n)
        for all_of, part in zip(whole, own, strict=True)
    ]
    compared = compare(after, before)
    reading, beyond = compared.reading, None
    if any(each.suppressed for each in own):
        reading = Reading.SUPPRESSED
    if compared.difference is not None and reading is not Reading.SUPPRESSED:
        both = change((before.count, before.n), (after.count, after.n), (others[0], others[1]))
        beyond = both.beyond_others
    shown = None if reading is Reading.SUPPRESSED else compared.difference
    beyond_reading = reading if beyond is None else against_nought(beyond)
    said = speaker.said(beyond_reading)
    return ActionEffect(
        action=action.id,
        kind=ActionKind(action.kind),
        team=action.team_id,
        done_on=action.done_on,
        before_period=before_period,
        after_period=after_period,
        before=speaker.share(before),
        after=speaker.share(after),
        change=speaker.difference(shown, reading),
        beyond_others=speaker.difference(beyond, beyond_reading, MOVER),
        note=said.note,
        sentence=said.sentence,
    )


def windows(done_on: date) -> tuple[Period, Period]:
    """The six months before the month of a day, and the six after it."""
    year, month = divmod(done_on.year * 12 + done_on.month - 1 - WINDOW, 12)
    after_year, after_month = divmod(done_on.year * 12 + done_on.month, 12)
    return (
        Period.months(year, month + 1, WINDOW),
        Period.months(after_year, after_month + 1, WINDOW),
    )
