"""Analytics: root fields that need arithmetic, so that Strawberry executes them.

The one rule: translate in, call one service, translate out. Their entities are fetched by the
same compiler as everything else.
"""

from typing import Any

import strawberry
from strawberry.types import Info

from goals.api import derived
from goals.api.enums import RateGrouping
from goals.api.fields import argument, resolved
from goals.api.rate_inputs import bad_input
from goals.api.rates import achievement_rate
from goals.api.resolving import ByName
from goals.api.types.inbox import InboxItem
from goals.api.types.rates import AchievementRate, PeriodInput, RateFilter
from goals.api.types.smart_drafts import SmartDraftInput
from goals.api.types.smart_reports import SmartCheck
from goals.domain.enums import Expectation, Language
from goals.domain.identity import global_id
from goals.services import inbox, smart_drafts
from goals.services.inbox import InboxItem as Owed

MOST_ITEMS = 100

_SUBJECTS = {
    Expectation.ANSWER: "Question",
    Expectation.ACKNOWLEDGE: "CheckIn",
    Expectation.FULFIL_DUTY: "Duty",
    Expectation.COMPLETE_ACTION: "Action",
}


async def _inbox(info: Info[Any, Any], first: int | None = 50) -> list[ByName]:
    context = info.context
    size = 50 if first is None else first
    if not 0 <= size <= MOST_ITEMS:
        raise bad_input("OUT_OF_RANGE", ("first",), actual=size, low=0, high=MOST_ITEMS)
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
        onBehalfOf=item.on_behalf_of,
        act=item.act,
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
        achievement_rate,
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
