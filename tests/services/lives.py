"""Lives: acts of commissions by name, and what statistics hold of them."""

from copy import copy
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from goals.domain.cubes.catalogue import BY_NAME
from goals.domain.enums import Locus, Polarity, ReviewDecision, Side
from goals.domain.facts import Standing
from goals.services import (
    clock,
    commissions,
    deliveries,
    endings,
    organisations,
    retention,
    revisions,
    signatures,
)
from goals.services.requests import (
    AcceptRequest,
    AmendRequest,
    CancelRequest,
    ClaimPart,
    CloseForEvaluationRequest,
    ConfigureOrganisationRequest,
    DeliverRequest,
    DraftRequest,
    FactorPart,
    JudgementPart,
    ProposeRequest,
    ReviewRequest,
)
from goals.store import lookups, rebuilding, rollups
from goals.store.catching_up import up_to_date

NOW = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)
FACTOR = FactorPart("time", Polarity.HINDERED, Locus.SHARED)


async def differences(world):
    return [each async for each in rebuilding.check(world.database, world.org_id)]


async def total(world, **where):
    """The counters of the whole organisation that are not nought, by name."""
    database = await up_to_date(world.database, world.org_id)
    found = await database.look_up(rollups.SELECT, [world.org_id, "day"])
    counters = BY_NAME["day"].counters
    sums = [sum(column) for column in zip(*(row[7:] for row in found), strict=True)]
    told = dict(zip(counters, sums, strict=False))
    return {name: told.get(name, 0) for name in ("due", *(each.lower() for each in Standing))}


async def drafted(world, tags=("shipping",), deadline=date(2027, 3, 31), who="anna"):
    """A commission of its own, proposed."""
    teams = world.teams["Sales"], world.teams["IT"]
    side = Side.CUSTOMER if who == "anna" else Side.SUPPLIER
    content = replace(world.content, deadline=deadline)
    made = await commissions.draft(
        world.act(who), DraftRequest(side, "Faster quotes", *teams, content, tags=tags)
    )
    own = copy(world)
    own.commission = made.commission_id
    await look_at_criteria(own)
    await commissions.propose(own.act(who), ProposeRequest(own.commission, 1))
    return own


async def look_at_criteria(own):
    own.criteria = tuple(await lookups.criteria(own.database, own.org_id, own.commission))


async def sign(own, who, revision=1):
    await signatures.accept(
        own.act(who), AcceptRequest(own.commission, revision, 80, "Clear.", "x")
    )


async def agree(own):
    await sign(own, "ben")
    await sign(own, "anna")


async def amend(own):
    later = replace(own.content, deadline=date(2027, 5, 14))
    request = AmendRequest(own.commission, 1, "A new law.", later)
    await revisions.amend(own.act("anna"), request)
    await sign(own, "anna", 2)
    await sign(own, "ben", 2)
    await look_at_criteria(own)


async def deliver(own):
    claims = tuple(ClaimPart(one, "Done.") for one in own.criteria[:1])
    await deliveries.deliver(own.act("ben"), DeliverRequest(own.commission, claims))


async def review(own, decision=ReviewDecision.ACCEPTED, *, met=True):
    judged = tuple(JudgementPart(one, met=met) for one in own.criteria[:1])
    await deliveries.review(own.act("anna"), ReviewRequest(own.commission, decision, judged))


async def reject(own):
    await review(own, ReviewDecision.REJECTED, met=False)


async def cancel(own):
    request = CancelRequest(own.commission, "Other work comes first.", (FACTOR,))
    await endings.cancel(own.act("anna"), request)


async def revoke(own):
    request = CancelRequest(own.commission, "No people.", (FACTOR,))
    await endings.revoke(own.act("ben"), request)


async def give_up(own):
    late = own.act("anna", now=NOW + timedelta(days=400))
    await endings.close_for_evaluation(late, CloseForEvaluationRequest(own.commission))


async def assess(own):
    await own.assess("ben", 60)
    await own.assess("anna", 60)


async def let_time_pass(own):
    await clock.tick(own.database, NOW + timedelta(days=40))


async def check_in(own):
    await own.check_in_as("ben")


async def erase_texts(own):
    """Texts of what ended are kept for a year, and four years go by."""
    request = ConfigureOrganisationRequest(retention_years=1)
    await organisations.configure(own.act("ada"), request)
    return await retention.apply(own.database, own.org_id, NOW + timedelta(days=4 * 365))


ACTS = {
    act.__name__: act
    for act in (
        *(agree, amend, deliver, review, reject, cancel, revoke, give_up),
        *(assess, let_time_pass, check_in, erase_texts),
    )
}
