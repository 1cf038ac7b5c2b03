"""Fates: what becomes of a thin commission, from draft to close, as ``courses`` has it in full.

The one rule: the same fates, as often, with the same waits; what is said is rounder, as people
say it, so that the domain need not be asked a million times for what it has answered before.
"""

from datetime import timedelta
from functools import lru_cache

from goals.demo import sheets
from goals.demo.course import Present
from goals.demo.courses import FATES
from goals.demo.fulfilment import GOOD
from goals.demo.thin import CUSTOMER, SUPPLIER, Thin
from goals.domain.canonical import canonical_json
from goals.domain.enums import Act
from goals.services.clock import EXPIRED
from goals.store.bulk import Row

PERCENT = {"partly": (60, 70, 80, 90, 95), "missed": (10, 25, 40, 50, 60), "undelivered": (0, 20)}
_FATES, _WEIGHTS = tuple(FATES), tuple(FATES.values())
_OTHER_SIDE = {CUSTOMER: SUPPLIER, SUPPLIER: CUSTOMER}


def told(thin: Thin) -> list[Row]:
    """Let a commission go its way up to the present; its rows, without events and signatures."""
    fate = thin.past.dice.choices(_FATES, _WEIGHTS)[0]
    try:
        thin.draft()
        if fate != "shelved" and _is_agreed(thin, fate):
            _fulfil(thin, fate)
    except Present:
        return thin.finish()
    return thin.finish()


def _is_agreed(thin: Thin, fate: str) -> bool:
    german, dice = thin.short.spoken.theme.language == "de", thin.past.dice
    thin.wait(1, 30)
    thin.act(Act.PROPOSE, thin.initiator, "CLARIFYING", '"revision":1,')
    thin.proposed = thin.at
    if fate == "expired":
        thin.at += timedelta(days=91)
        thin.act(Act.EXPIRE, None, "EXPIRED")
        thin.end(None, EXPIRED)
        return False
    thin.wait(2, 48)
    if fate == "withdrawn":
        thin.act(Act.WITHDRAW, thin.initiator, "WITHDRAWN")
        thin.end(
            thin.initiator, "Der Bedarf ist entfallen." if german else "It is no longer needed."
        )
        return False
    if fate == "declined":
        _decline(thin, german=german)
        return False
    likely = 55 + int(dice.random() * 9) * 5 if fate in GOOD else 35 + int(dice.random() * 11) * 5
    override = None
    if thin.short.spoken.needs_override:
        override = "Eilt; wir schärfen nach." if german else "Urgent; we sharpen it later."
    note = "Klar, so machen wir es." if german else "Clear, we do that."
    body = _accepted(likely, "CLARIFYING", overridden=override is not None)
    thin.sign(SUPPLIER, "CLARIFYING", body, likely, note, None, None, override)
    thin.wait(1, 30)
    likely = min(likely + dice.choice((-10, -5, 0, 5, 10, 15)), 100)
    body = _accepted(likely, "AGREED", overridden=override is not None)
    thin.sign(CUSTOMER, "AGREED", body, likely, None, None, None, override)
    thin.agreed = thin.at
    return True


@lru_cache(maxsize=1_000)
def _accepted(confidence: int, state: str, *, overridden: bool) -> str:
    body = {"confidence": confidence, "decision": "ACCEPT", "override": overridden}
    return canonical_json(body | {"revision": 1, "state": state}).decode()


def _decline(thin: Thin, *, german: bool) -> None:
    reason = "Bis dahin ist niemand frei." if german else "Nobody is free until then."
    other = "Ein Quartal später ginge es." if german else "A quarter later it would work."
    body = '{"decision":"DECLINE","revision":1,"state":"DECLINED"}'
    thin.sign(SUPPLIER, "DECLINED", body, None, None, reason, other, None, decline=True)
    thin.end(SUPPLIER, reason)


def _fulfil(thin: Thin, fate: str) -> None:
    dice, end = thin.past.dice, thin.ends
    late = dice.random() < (0.2 if fate in GOOD else 0.5)
    days = 1 + int(dice.random() * 12) if late else -int(dice.random() * 10)
    broken = fate in {"cancelled", "revoked"}
    if broken:
        days -= 5 + int(dice.random() * 16)
    thin.at = max(end + timedelta(days=days), thin.at + timedelta(hours=6))
    if broken:
        side = CUSTOMER if fate == "cancelled" else SUPPLIER
        thin.act(Act.CANCEL if side is CUSTOMER else Act.REVOKE, side, "CANCELLED")
        german = thin.short.spoken.theme.language == "de"
        thin.end(side, "Andere Vorhaben gehen vor." if german else "Other work comes first.")
        return
    if fate == "undelivered":
        thin.at = max(end + timedelta(days=9), thin.at)
        thin.act(Act.CLOSE_FOR_EVALUATION, CUSTOMER, "EVALUATING")
    else:
        if fate == "exceeded" and thin.short.spoken.values is not None:
            _measure(thin)
        _deliver(thin, fate)
    thin.evaluating = thin.at
    _assess_both(thin, fate)


def _measure(thin: Thin) -> None:
    """Record the stretch value just before the delivery: without it nothing is exceeded."""
    made, value = thin.near(), thin.short.stretch
    body = f'"measurements":[{{"criterion":"{thin.criteria[0]}","value":"{value}"}}],'
    thin.act(Act.MEASURE, SUPPLIER, "AGREED", body, ("Measurement", made))
    thin.tell()
    thin.measured_at, thin.measurement_id = thin.at, made
    thin.at += timedelta(minutes=20)


def _deliver(thin: Thin, fate: str) -> None:
    thin.act(Act.DELIVER, SUPPLIER, "DELIVERED", '"delivery":1,')
    thin.delivered = thin.at
    if fate == "lapsed":
        thin.at += timedelta(days=15)
        thin.act(Act.LAPSE, None, "EVALUATING")
        thin.lapsed = True
        return
    thin.wait(3, 200)
    decision = "ACCEPTED" if fate in GOOD else "ACCEPTED_WITH_RESERVATIONS"
    thin.act(Act.REVIEW_ACCEPT, CUSTOMER, "EVALUATING", f'"decision":"{decision}",')


def _assess_both(thin: Thin, fate: str) -> None:
    """Both assess; where one does not, the clock closes."""
    begin, dice = thin.at, thin.past.dice
    first = CUSTOMER if dice.random() < 0.5 else SUPPLIER
    sides = [first, _OTHER_SIDE[first]]
    if fate == "one_sided":
        sides = [SUPPLIER]
    elif fate == "lapsed":
        sides = sides[: int(dice.random() * 2)]
    for side in sides:
        thin.wait(3, 100)
        _assess(thin, side, fate)
    if len(sides) < 2:
        thin.at = begin + timedelta(days=15)
        _close(thin, Act.CLOSE, None, None)


def _assess(thin: Thin, side: str, fate: str) -> None:
    thin.check()
    dice = thin.past.dice
    reached = _reached(thin, side, fate)
    good, expected, perceived = reached[0] >= 100, None, None
    if side is CUSTOMER or dice.random() < 0.5:
        expected = 4 + int(dice.random() * 3)
        change = int(dice.random() * 3) if good else -int(dice.random() * 4)
        perceived = min(max(expected + change, 1), 7)
    made = thin.near()
    thin.assessed[side] = sheets.Assessed(made, thin.at, reached, expected, perceived)
    if len(thin.assessed) == 2:
        _close(thin, Act.ASSESS, side, ("Assessment", made))
    else:
        thin.act(Act.ASSESS, side, "EVALUATING", "", ("Assessment", made))


def _close(thin: Thin, act: Act, side: str | None, about: tuple[str, str] | None) -> None:
    thin.check()
    found = sheets.derived(thin)
    thin.act(act, side, "CLOSED", f'"outcome":"{found.outcome}",', about)
    thin.verdict, thin.closed = found, thin.at


def _reached(thin: Thin, side: str, fate: str) -> tuple[int, ...]:
    """The attainment of the first two criteria in per cent, as a side sees it."""
    dice = thin.past.dice
    first = 120 if fate == "exceeded" else dice.choice(PERCENT.get(fate, (100,)))
    second = 100 if fate in GOOD or fate == "partly" else dice.choice((0, 20, 50, 80))
    if side is SUPPLIER and dice.random() < 0.3:  # the sides do not always see it alike
        first = min(first + dice.choice((10, 20, 40)), 120)
    return first, second
