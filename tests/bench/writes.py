"""What counting costs beside the acts: whole lives of commissions, and catching up with them."""

import time
from collections import defaultdict
from collections.abc import Awaitable, Callable
from datetime import timedelta
from statistics import median
from typing import Any
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
from goals.store.catching_up import up_to_date
from goals.store.database import Database

MOST = 1.15
AT_ONCE = (1, 10)
"""Lives acted before it is counted what they did: as when somebody asks, or the server goes on."""
CONTENT = RevisionContent(
    goal="Cut the time from request to quote from 9 to 4 working days for spare parts",
    benefit="Customers decide before competitors answer; about 9 more orders a year",
    deadline=(NOW + timedelta(days=100)).date(),
    criteria=(CriterionPart("All 14 sales people are trained"),),
)


async def write_cost(database: Database, lives: int) -> bool:
    """Act lives and count them, in turn; False where counting costs too much beside the acts.

    Acts do nothing for statistics; so what they cost is the time of the counting.
    """
    acting = await _people(database)
    org_id = UUID(acting["customer"][0].org_id)
    acts: dict[str, list[float]] = defaultdict(list)
    good = True
    for at_once in AT_ONCE:
        both: list[tuple[float, float]] = []
        for _ in range(max(lives // at_once, 3)):
            began = time.perf_counter()
            for _ in range(at_once):
                await _live(database, acting, acts)
            acted = time.perf_counter()
            await up_to_date(database, org_id)
            both.append((acted - began, time.perf_counter() - acted))
        acted, counted = (median(times) * 1000 / at_once for times in zip(*both, strict=True))
        ratio = (acted + counted) / acted
        good = good and ratio <= MOST
        print(
            f"  a life takes {acted:.1f} ms, counting it {counted:.2f} ms after each {at_once}:"
            f" {ratio:.2f} times as long"
        )
    print("  " + ", ".join(f"{name} {median(times):.1f} ms" for name, times in acts.items()))
    return good


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
