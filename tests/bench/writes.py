"""What acts pay for being counted: whole lives of commissions, with and without, in turn."""

import time
from collections import defaultdict
from collections.abc import Awaitable, Callable
from datetime import timedelta
from statistics import median
from typing import Any
from unittest.mock import patch
from uuid import UUID

from many_rates import NOW

from goals.domain.enums import Channel, CheckInHealth, Language, ReviewDecision, Role, Side
from goals.reads.viewer import Viewer
from goals.services import (
    assessments,
    check_ins,
    commissions,
    deliveries,
    organisations,
    people,
    signatures,
    teams,
)
from goals.services.context import ActContext
from goals.services.organisations import operator
from goals.services.requests import (
    AcceptRequest,
    AssessRequest,
    AttainmentPart,
    CheckInRequest,
    ClaimPart,
    CreatePersonRequest,
    CreateTeamRequest,
    CriterionPart,
    DeliverRequest,
    DraftRequest,
    JudgementPart,
    ProposeRequest,
    ReviewRequest,
    RevisionContent,
)
from goals.store import lookups
from goals.store.database import Database

MOST = 1.15
COUNTED = ("accept second", "deliver", "review", "assess second")
CONTENT = RevisionContent(
    goal="Cut the time from request to quote from 9 to 4 working days for spare parts",
    benefit="Customers decide before competitors answer; about 9 more orders a year",
    deadline=(NOW + timedelta(days=100)).date(),
    criteria=(CriterionPart("All 14 sales people are trained"),),
)


async def write_cost(database: Database, lives: int) -> bool:
    """Act so many lives each way; print the medians; False where the mix costs too much."""
    acting = await _people(database)
    taken: dict[bool, dict[str, list[float]]] = {True: defaultdict(list), False: defaultdict(list)}
    for number in range(2 * lives + 4):
        counted = number % 2 == 0
        if counted:
            await _live(database, acting, taken[True])
        else:
            with patch("goals.services.acting._counted", _nothing):
                await _live(database, acting, taken[False])
        if number == 3:
            for times in taken.values():
                times.clear()
    both = {name: (median(taken[True][name]), median(taken[False][name])) for name in taken[True]}
    for name in COUNTED:
        print(f"  {name}: {both[name][0]:.2f} ms, without counting {both[name][1]:.2f} ms")
    facts = sum(both[name][0] for name in COUNTED) / sum(both[name][1] for name in COUNTED)
    mix = sum(each[0] for each in both.values()) / sum(each[1] for each in both.values())
    print(f"  acts that change facts take {facts:.2f} times as long, a whole life {mix:.2f} times")
    return mix <= MOST


async def _nothing(*_: object) -> tuple[()]:
    return ()


async def _people(database: Database) -> dict[str, tuple[Viewer, UUID]]:
    org_id = await organisations.found(database, name="Acting", language=Language.EN, now=NOW)
    context = operator(database, org_id, NOW)
    found = {}
    for name in ("customer", "supplier"):
        team = (await teams.create_team(context, CreateTeamRequest(name))).subject_id
        assert team is not None
        request = CreatePersonRequest(
            name, f"{name}@example.org", Language.EN, Role.MEMBER, (team,), (team,)
        )
        person = (await people.create_person(context, request)).subject_id
        viewer = Viewer(str(org_id), str(person), Role.MEMBER, (str(team),), now=NOW)
        found[name] = viewer, team
    return found


async def _live(
    database: Database, acting: dict[str, tuple[Viewer, UUID]], taken: dict[str, list[float]]
) -> None:
    (anna, sales), (ben, it) = acting["customer"], acting["supplier"]

    def context(viewer: Viewer) -> ActContext:
        return ActContext(database, viewer, Channel.API, None, NOW)

    async def act(name: str, work: Callable[..., Awaitable[Any]], who: Viewer, request: Any) -> Any:
        began = time.perf_counter()
        result = await work(context(who), request)
        taken[name].append((time.perf_counter() - began) * 1000)
        return result

    request = DraftRequest(Side.CUSTOMER, "Faster quotes", sales, it, CONTENT, tags=("a", "b"))
    made = (await act("draft", commissions.draft, anna, request)).commission_id
    (criterion,) = await lookups.criteria(database, UUID(anna.org_id), made)
    await act("propose", commissions.propose, anna, ProposeRequest(made, 1))
    accept = AcceptRequest(made, 1, 80, "Clear, we do that.", "Known to both.")
    await act("accept first", signatures.accept, ben, accept)
    await act("accept second", signatures.accept, anna, accept)
    for _ in range(2):
        report = CheckInRequest(made, CheckInHealth.ON_TRACK, 70)
        await act("check in", check_ins.check_in, ben, report)
    claim = DeliverRequest(made, (ClaimPart(criterion, "Done."),))
    await act("deliver", deliveries.deliver, ben, claim)
    judged = (JudgementPart(criterion, met=True),)
    review = ReviewRequest(made, ReviewDecision.ACCEPTED, judged)
    await act("review", deliveries.review, anna, review)
    assessed = AssessRequest(made, (AttainmentPart(criterion, 100),), (), ())
    await act("assess first", assessments.assess, ben, assessed)
    await act("assess second", assessments.assess, anna, assessed)
