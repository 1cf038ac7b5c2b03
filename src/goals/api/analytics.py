"""Analytics: root fields that need arithmetic, so that Strawberry executes them.

The one rule: translate in, call one service, translate out. Their entities are fetched by the
same compiler as everything else.
"""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

import strawberry
from graphql import GraphQLError
from strawberry import UNSET
from strawberry.types import Info

from goals.api import derived
from goals.api.enums import RateGrouping
from goals.api.fields import argument, resolved
from goals.api.resolving import ByName
from goals.api.types.inbox import InboxItem
from goals.api.types.rates import AchievementRate, PeriodInput, RateFilter
from goals.api.types.smart_drafts import SmartDraftInput
from goals.api.types.smart_reports import SmartCheck
from goals.domain.enums import Expectation, Language
from goals.domain.identity import global_id, uuid_of
from goals.domain.periods import Period
from goals.services import inbox, rates, smart_drafts
from goals.services.inbox import InboxItem as Owed
from goals.services.rates import Rated, RateQuestion

METHOD = "Wilson score interval, 95 %"
NO_TEAM = UUID(int=0)
MOST_ITEMS = 100

_SUBJECTS = {
    Expectation.ANSWER: "Question",
    Expectation.ACKNOWLEDGE: "CheckIn",
    Expectation.FULFIL_DUTY: "Duty",
    Expectation.COMPLETE_ACTION: "Action",
}
_PERIODS: dict[str, Callable[[Any, date], Period]] = {
    "quarter": lambda given, _: _quarter(given.year, given.quarter),
    "year": lambda given, _: Period.months(given, 1, 12),
    "month": lambda given, _: Period.months(given.year, given.month, 1),
    "between": lambda given, _: Period(given.from_, given.to),
    "text": Period.parse,
}


async def _inbox(info: Info[Any, Any], first: int | None = 50) -> list[ByName]:
    context = info.context
    size = 50 if first is None else first
    if not 0 <= size <= MOST_ITEMS:
        raise bad_input(f"`first` must lie between 0 and {MOST_ITEMS}.")
    found = await inbox.owed(context.database, context.known_viewer)
    return [_item(item) for item in found[:size]]


def _item(item: Owed) -> ByName:
    type_name = _SUBJECTS.get(item.expectation)
    subject = None
    if type_name is not None and item.subject_id is not None:
        subject = global_id(type_name, item.subject_id)
    return ByName(
        kind=item.expectation,
        commission=item.commission_id,
        side=item.side,
        subjectId=subject,
        since=item.since,
        due=item.due,
        act=item.act,
    )


async def _achievement_rate(
    info: Info[Any, Any],
    period: PeriodInput,
    by: RateGrouping | None = None,
    filter: RateFilter | None = None,  # noqa: A002 - the name in the contract
) -> ByName:
    context = info.context
    narrowed = filter or RateFilter()
    question = RateQuestion(
        period=_period(period, context.now.date()),
        commitment=narrowed.commitment,
        by=None if by is None else by.lower(),  # type: ignore[arg-type]
        customer_team_id=_team(narrowed.customer_team),
        supplier_team_id=_team(narrowed.supplier_team),
        tag=narrowed.tag or None,
    )
    found = await rates.achievement_rate(context.database, context.known_viewer, question)
    by_team = by in {RateGrouping.CUSTOMER_TEAM, RateGrouping.SUPPLIER_TEAM}
    return ByName(
        period=ByName({"from": question.period.first, "to": question.period.last}),
        commitment=question.commitment,
        total=_estimate(found.total),
        groups=[_group(group, by_team=by_team) for group in found.groups],
    )


def _period(given: PeriodInput, today: date) -> Period:
    for name, read in _PERIODS.items():
        value = getattr(given, name)
        if value is UNSET or value is None:
            continue
        try:
            return read(value, today)
        except (ValueError, OverflowError):
            raise bad_input(f"`period.{name}` is no period that exists.") from None
    raise bad_input("`period` is empty.")


def _quarter(year: int, quarter: int) -> Period:
    if not 1 <= quarter <= 4:
        raise ValueError("There are four quarters.")
    return Period.months(year, 3 * quarter - 2, 3)


def _team(given: Any) -> UUID | None:
    if given is UNSET or given is None:
        return None
    return uuid_of(given, "Team") or NO_TEAM


def _group(group: Rated, *, by_team: bool) -> ByName:
    team = UUID(group.key) if by_team else None
    key = global_id("Team", team) if team else group.key
    return ByName(key=key, label=group.label, team=team, estimate=_estimate(group))


def _estimate(rated: Rated) -> ByName:
    found = rated.estimate
    interval, bounds = found.interval, found.bounds
    return ByName(
        due=found.due,
        settled=found.settled,
        achieved=found.achieved,
        rate=found.rate,
        strictRate=found.strict_rate,
        low=None if interval is None else interval.low,
        high=None if interval is None else interval.high,
        lowIfPendingMissed=None if bounds is None else bounds.low,
        highIfPendingAchieved=None if bounds is None else bounds.high,
        onTime=rated.on_time,
        lapsed=found.lapsed,
        excluded=[ByName(reason=why, count=count) for why, count in found.excluded.items()],
        n=found.n,
        sufficient=found.sufficient,
        method=METHOD,
        note=found.note,
    )


async def _smart_check(info: Info[Any, Any], draft: SmartDraftInput) -> ByName:
    context = info.context
    found = smart_drafts.check_draft(
        goal=draft.goal,
        benefit=draft.benefit or None,
        customer=draft.customer or None,
        criteria=tuple(draft.criteria),
        deadline=draft.deadline or None,
        language=draft.language.lower() if draft.language else None,
        today=context.now.date(),
        plain=draft.plain,
    )
    language = found["language"]
    return ByName(
        rulesVersion=found["rules_version"],
        language=Language(language) if language in set(Language) else None,
        timeBound=found["time_bound"],
        findings=[
            ByName(one)
            for one in derived.findings({"stored": found["findings"]}, context.known_viewer)
        ],
        evidence=[ByName(one) for one in found["evidence"]],
        **{
            name: found[name]
            for name in (
                "grade",
                "score",
                "coverage",
                "specific",
                "measurable",
                "accepted",
                "realistic",
                "deadline",
            )
        },
    )


def bad_input(message: str) -> GraphQLError:
    """Make the error for a value that is well-typed but cannot be used."""
    return GraphQLError(message, extensions={"code": "BAD_USER_INPUT"})


@strawberry.type
class Analytics:
    """Root fields that need arithmetic."""

    inbox: list[InboxItem] | None = resolved(
        "What the viewer owes others now, the most urgent deadline first.",
        _inbox,
        [argument("first", int, "How many at most, 0 to 100.", 50)],
    )
    achievement_rate: AchievementRate | None = resolved(
        "How many of the commissions due in a period achieved their goal, of those the viewer may"
        " see. Rate = (EXCEEDED + ACHIEVED) / (settled - NOT_ASSESSABLE).",
        _achievement_rate,
        [
            argument("period", PeriodInput, "The period in which the deadline first agreed lies."),
            argument("by", RateGrouping | None, "By what to split it into groups."),
            argument("filter", RateFilter | None, "What narrows it."),
        ],
    )
    smart_check: SmartCheck | None = resolved(
        "Check a text against the rules for SMART goals; nothing is stored.",
        _smart_check,
        [argument("draft", SmartDraftInput, "The text.")],
    )
