"""Every act in every situation by everybody, through the contract, against what the domain says."""

from datetime import datetime, timedelta

import pytest
from acting import CONTENT, assess, by, deliver, done, events, of, refused, review, sign

from goals.api.errors import user_errors
from goals.domain.decide import Effect, allowed_acts, decide
from goals.domain.enums import Act, Language, ReviewDecision, Side
from goals.domain.errors import GoalsError
from goals.domain.identity import read_global_id, uuid_of
from goals.domain.situation import Request
from goals.services import clock
from goals.services.situations import situation_of
from goals.store import acting

SIDES = {"anna": Side.CUSTOMER, "ben": Side.SUPPLIER, "mia": None}
NOWHERE = "nowhere"
FACTORS = [{"factor": "trust", "polarity": "MISSING", "locus": "OTHER"}]
SIGNED = {"confidence": 80, "note": "Understood.", "overrideReason": "Known."}
PLAIN = {
    Act.REVISE: ("commissionRevise", {"content": CONTENT}),
    Act.PROPOSE: ("commissionPropose", {}),
    Act.PLAY_BACK: ("playbackSubmit", {"text": "So it is."}),
    Act.ACCEPT: ("commissionAccept", SIGNED),
    Act.DECLINE: ("commissionDecline", {"reason": "No.", "noAlternative": True}),
    Act.AMEND: ("commissionAmend", {"cause": "New law.", "content": CONTENT}),
}
UNNUMBERED = {
    Act.ASK: ("questionAsk", {"field": "GOAL", "text": "Why?"}),
    Act.WITHDRAW: ("commissionWithdraw", {"reason": "No."}),
    Act.CHECK_IN: ("checkInRecord", {"health": "AT_RISK"}),
    Act.RAISE_BLOCKER: ("blockerRaise", {"kind": "INPUT", "text": "No list."}),
    Act.CANCEL: ("commissionCancel", {"reason": "No.", "factors": FACTORS}),
    Act.REVOKE: ("commissionRevoke", {"reason": "No.", "factors": FACTORS}),
    Act.CLOSE_FOR_EVALUATION: ("commissionCloseForEvaluation", {}),
    Act.RECORD_LESSON: ("lessonRecord", {"text": "Ask."}),
    Act.PLAN_ACTION: ("actionPlan", {"kind": "CHANGE", "text": "Ask."}),
    Act.REVIEW_BENEFIT: ("benefitReview", {"verdict": "TOO_EARLY"}),
}
PARTS = {
    Act.ANSWER: ("questionAnswer", "questionId", {"answer": "So."}),
    Act.WITHDRAW_QUESTION: ("questionWithdraw", "questionId", {}),
    Act.CONFIRM_PLAYBACK: ("playbackConfirm", "playbackId", {}),
    Act.CORRECT_PLAYBACK: ("playbackCorrect", "playbackId", {"correction": "Not so."}),
    Act.MEASURE: ("criterionMeasure", "criterionId", {"value": "90"}),
    Act.OVERRIDE_ATTAINMENT: (
        "criterionOverride",
        "criterionId",
        {"attainment": 1, "reason": "So"},
    ),
    Act.ACKNOWLEDGE: ("checkInAcknowledge", "checkInId", {}),
    Act.CLOSE_BLOCKER: ("blockerClose", "blockerId", {"resolution": "Gone."}),
    Act.FULFIL_DUTY: ("dutyFulfil", "dutyId", {}),
    Act.COMPLETE_ACTION: ("actionComplete", "actionId", {}),
}
BY_CLOCK = {Act.EXPIRE, Act.LAPSE, Act.CLOSE}
HAS_SUBJECT = set(PARTS) - {
    Act.CONFIRM_PLAYBACK,
    Act.CORRECT_PLAYBACK,
    Act.MEASURE,
    Act.OVERRIDE_ATTAINMENT,
}

PARTS_OF = """query P($id: ID!) { commission(by: {id: $id}) {
  questions { nodes { id status askedBy { name } } } playbacks { nodes { id } }
  checkIns { nodes { id } } blockers { nodes { id } } actions { nodes { id } }
  currentRevision { number criteria { id priority } duties { id side } }
  pendingRevision { number } } }"""


async def drafted(world, draft):
    duties = [{"side": side, "text": f"What {side} owes."} for side in Side]
    return await draft(content=CONTENT | {"duties": duties})


async def signable(world, draft):
    made = await drafted(world, draft)
    await done(world, "anna", "commissionPropose", by(made))
    return made


async def asking(world, draft):
    made = await signable(world, draft)
    for who in ("anna", "ben"):
        await done(world, who, "questionAsk", of(made, field="GOAL", text="Why?"))
    await done(world, "ben", "playbackSubmit", by(made, text="So it is."))
    return made


async def half_signed(world, draft):
    made = await signable(world, draft)
    await sign(world, made, "ben")
    return made


async def agreed(world, draft):
    made = await half_signed(world, draft)
    await sign(world, made, "anna")
    await done(world, "ben", "checkInRecord", of(made, health="ON_TRACK"))
    await done(world, "ben", "blockerRaise", of(made, kind="INPUT", text="No list."))
    return made


async def amended(world, draft):
    made = await agreed(world, draft)
    await done(world, "ben", "commissionAmend", by(made, cause="New law.", content=CONTENT))
    return made


async def half_amended(world, draft):
    made = await amended(world, draft)
    await sign(world, made, "ben", revision=2)
    return made


async def overdue(world, draft):
    made = await agreed(world, draft)
    world.now = datetime.fromisoformat("2026-06-07T09:00:00Z")
    return made


async def delivered(world, draft):
    made = await agreed(world, draft)
    await deliver(world, made)
    return made


async def rejected(world, draft):
    made = await delivered(world, draft)
    await review(world, made, met=False)
    return made


async def evaluated(world, draft):
    made = await delivered(world, draft)
    await review(world, made, met=True)
    await done(world, "ben", "actionPlan", of(made, kind="CHANGE", text="A list."))
    return made


async def half_assessed(world, draft):
    made = await evaluated(world, draft)
    await assess(world, "ben", made)
    return made


async def closed(world, draft):
    made = await half_assessed(world, draft)
    await assess(world, "anna", made)
    return made


async def declined(world, draft):
    made = await asking(world, draft)
    await done(world, "ben", "commissionDecline", by(made, reason="No.", noAlternative=True))
    return made


async def withdrawn(world, draft):
    made = await asking(world, draft)
    await done(world, "anna", "commissionWithdraw", of(made, reason="No."))
    return made


async def expired(world, draft):
    made = await asking(world, draft)
    world.now += timedelta(days=92)
    assert await clock.tick(world.database, world.now) == 1
    return made


async def cancelled(world, draft):
    made = await agreed(world, draft)
    await done(world, "anna", "commissionCancel", of(made, reason="No.", factors=FACTORS))
    return made


COURSES = {
    course.__name__: course
    for course in (
        drafted, signable, asking, half_signed, agreed, amended, half_amended, overdue, delivered,
        rejected, evaluated, half_assessed, closed, declined, withdrawn, expired, cancelled,
    )
}  # fmt: skip
RUNS = [("sqlite", name) for name in COURSES] + [
    ("postgres", name) for name in ("asking", "amended", "delivered", "half_assessed")
]


def request_for(act, who, made, parts):
    """The name of the act, and an input that brings all it can ask for."""
    number = (parts["pendingRevision"] or parts["currentRevision"])["number"]
    criteria = parts["currentRevision"]["criteria"]
    musts = [one["id"] for one in criteria if one["priority"] == "MUST"]
    if act in PLAIN:
        name, more = PLAIN[act]
        return name, by(made, expectedRevision=number) | more, None
    if act in UNNUMBERED:
        name, more = UNNUMBERED[act]
        return name, of(made) | more, None
    if act in PARTS:
        name, field, more = PARTS[act]
        subject = part_for(act, who, parts)
        return name, {field: subject} | more, subject
    if act is Act.DELIVER:
        claims = [{"criterionId": one, "claim": "Done."} for one in musts]
        return "commissionDeliver", of(made, claims=claims), None
    if act is Act.ASSESS:
        judged = [{"criterionId": one, "attainment": 100} for one in musts]
        return "commissionAssess", of(made, judgements=judged), None
    met = act is Act.REVIEW_ACCEPT
    judged = [{"criterionId": one, "met": met} for one in musts]
    decision = "ACCEPTED" if met else "REJECTED"
    return "deliveryReview", of(made, decision=decision, judgements=judged), None


def part_for(act, who, parts):
    """A part that this person could act upon, else one of the same kind, else nothing."""
    name = PARTS[act][1].removesuffix("Id")
    if name == "criterion":
        return parts["currentRevision"]["criteria"][0]["id"]
    if name == "duty":
        duties = parts["currentRevision"]["duties"]
        own = [one["id"] for one in duties if one["side"] == SIDES.get(who)]
        return (own or [one["id"] for one in duties])[0]
    found = parts[f"{name}s"]["nodes"]
    if name == "question":
        asked = {"anna": "Anna", "ben": "Ben"}.get(who)
        own = act is Act.WITHDRAW_QUESTION
        fitting = [one for one in found if (one["askedBy"]["name"] == asked) is own]
        found = fitting or found
    return found[0]["id"] if found else NOWHERE


def subject_key(subject):
    """The UUID in an id of any type, or None."""
    found = read_global_id(subject)
    return None if found is None else found[1]


def code_of(act, side, situation, subject, musts):
    """Why the domain refuses this act with everything it can ask for, or None."""
    request = Request(
        expected_revision=situation.revision if act in PLAIN else None,
        reason="r",
        no_alternative=True,
        correction="c",
        cause="c",
        confidence=80,
        note="n",
        override_reason="o",
        factors=("trust",),
        claims=frozenset(musts),
        decision=ReviewDecision.ACCEPTED,
        judgements=dict.fromkeys(musts, act is Act.REVIEW_ACCEPT),
        subject=str(subject) if act in HAS_SUBJECT else None,
    )
    try:
        decision = decide(act, side, situation, request)
    except GoalsError as refusal:
        return user_errors(refusal, Language.EN)[0].code
    assert not decision.effects & {Effect.LAPSED}
    return None


async def situation(world, made):
    key = uuid_of(made["id"], "Commission")

    async def read(tx):
        return await acting.load(tx, world.org_id, key)

    return situation_of(await world.database.write(read), world.now)


@pytest.mark.parametrize(("engine_name", "course"), RUNS)
async def test_every_act_by_everybody_is_decided_as_the_domain_says(world, draft, course):
    made = await COURSES[course](world, draft)
    now = await situation(world, made)
    data = await world.data("mia", PARTS_OF, {"id": made["id"]})
    parts, before = data["commission"], await events(world)

    for act in [act for act in Act if act not in BY_CLOCK and act is not Act.DRAFT]:
        for who, side in SIDES.items():
            name, given, subject = request_for(act, who, made, parts)
            key = subject_key(subject)
            expected = code_of(act, side, now, key, now.must_criteria)
            if subject == NOWHERE or (who == "ben" and course == "drafted"):
                expected = "NOT_FOUND"
            payload = await world.act(who, name, given | {"dryRun": expected is None})
            codes = [error["code"] for error in payload["errors"]]
            assert codes == ([expected] if expected else []), (act, who)
        name, given, _ = request_for(act, "anna", made, parts)
        hidden = await refused(world, "otto", name, given)
        assert [error["code"] for error in hidden] == ["NOT_FOUND"], act
        assert await events(world) == before, act


@pytest.mark.parametrize(("engine_name", "course"), RUNS)
async def test_the_actions_shown_are_those_the_domain_allows(world, draft, course):
    made = await COURSES[course](world, draft)
    now = await situation(world, made)

    text = "query A($id: ID!) { commission(by: {id: $id}) { allowedActions } }"
    shown = {who: await world.data(who, text, {"id": made["id"]}) for who in SIDES}

    hidden = {"ben"} if course == "drafted" else set()
    for who, side in SIDES.items():
        expected = {"allowedActions": [] if side is None else list(allowed_acts(now, side))}
        assert shown[who]["commission"] == (None if who in hidden else expected)
