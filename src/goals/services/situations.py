"""Situations: loaded facts as goals.domain wants to see them.

The windows are here: how long a proposal, a review and an assessment may take before the clock
goes on without an answer.
"""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from goals.domain.enums import (
    Dimension,
    Language,
    PlaybackStatus,
    QuestionField,
    Side,
    State,
)
from goals.domain.health import is_check_in_due
from goals.domain.refusals import SmartFailure
from goals.domain.situation import Owned, Situation
from goals.store.acting import LoadedCommission

CLARIFICATION_DAYS = 90
REVIEW_DAYS = 14
ASSESSMENT_DAYS = 14

_GATING = {
    "specific": Dimension.SPECIFIC,
    "measurable": Dimension.MEASURABLE,
    "realistic": Dimension.REALISTIC,
    "time_bound": Dimension.TIME_BOUND,
}
_LANGUAGES = {"de": Language.DE, "en": Language.EN}


def situation_of(loaded: LoadedCommission, now: datetime) -> Situation:
    """The situation of a loaded commission at a moment (aware)."""
    return situation_from(
        loaded.facts,
        state=State(loaded.state),
        initiator=Side(loaded.initiator),
        self_commission=loaded.self_commission,
        amendment_pending=loaded.pending_revision_id is not None,
        today=now.astimezone(ZoneInfo(loaded.time_zone)).date(),
        deadline=loaded.deadline,
        proposed_at=loaded.proposed_at,
        agreed_at=loaded.agreed_at,
        delivered_at=loaded.delivered_at,
        evaluating_at=loaded.evaluating_at,
        last_check_in_at=loaded.last_check_in_at,
    )


def situation_from(
    facts: Mapping[str, Any],
    *,
    state: State,
    initiator: Side,
    self_commission: bool,
    amendment_pending: bool,
    today: date,
    deadline: date | None,
    proposed_at: datetime | None,
    agreed_at: datetime | None,
    delivered_at: datetime | None,
    evaluating_at: datetime | None,
    last_check_in_at: datetime | None,
) -> Situation:
    """The situation from the JSON of goals.store.situations and columns of the commission."""
    playback = facts["playback"]
    return Situation(
        state=state,
        initiator=initiator,
        today=today,
        revision=facts["number"],
        missing_answers=_missing(facts),
        open_questions=_owned(facts["questions"]),
        playback=PlaybackStatus(playback) if playback else None,
        smart_failures=smart_failures(facts["smart"]),
        accepted_by=frozenset(Side(side) for side in facts["signed"]),
        amendment_pending=amendment_pending,
        criteria=frozenset(key for key, _ in facts["criteria"]),
        criterion_texts=dict(facts["criteria"]),
        must_criteria=tuple(facts["musts"]),
        deadline=deadline,
        unacknowledged_check_ins=tuple(facts["check_ins"]),
        check_in_due=is_check_in_due(
            today, _day(agreed_at), _day(last_check_in_at), facts["cadence"]
        ),
        open_blockers=tuple(facts["blockers"]),
        open_duties=_owned(facts["duties"]),
        open_actions=_owned(facts["actions"]),
        assessed_by=frozenset(Side(side) for side in facts["assessed"]),
        expires_on=_after(proposed_at, CLARIFICATION_DAYS),
        lapses_on=_after(delivered_at, REVIEW_DAYS),
        assessment_closes_on=_after(evaluating_at, ASSESSMENT_DAYS),
        self_commission=self_commission,
    )


def _missing(facts: Mapping[str, Any]) -> tuple[QuestionField, ...]:
    answers = {
        QuestionField.GOAL: facts["has_goal"],
        QuestionField.BENEFIT: facts["has_benefit"],
        QuestionField.SUCCESS_CRITERIA: facts["signing_criteria"],
        QuestionField.DEADLINE: facts["deadline"],
    }
    return tuple(question for question, answer in answers.items() if not answer)


def _owned(pairs: list[list[str]]) -> tuple[Owned, ...]:
    return tuple(Owned(key, Side(side)) for key, side in pairs)


def smart_failures(smart: Mapping[str, Any] | None) -> tuple[SmartFailure, ...]:
    """The errors of the last report in the dimensions that gate, one at least for each FAIL."""
    if smart is None:
        return ()
    failures: list[SmartFailure] = []
    for name, dimension in _GATING.items():
        if smart[name] != "FAIL":
            continue
        errors = [
            found
            for found in smart["findings"]
            if found["dimension"] == dimension and found["severity"] == "ERROR"
        ]
        failures += [
            SmartFailure(
                dimension,
                found["rule"],
                found["field"],
                {_LANGUAGES[key]: text for key, text in found["message"].items()},
            )
            for found in errors
        ] or [SmartFailure(dimension)]
    return tuple(failures)


def _day(moment: datetime | None) -> date | None:
    return None if moment is None else moment.date()


def _after(moment: datetime | None, days: int) -> date | None:
    return None if moment is None else moment.date() + timedelta(days=days)
