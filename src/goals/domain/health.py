"""Health: how a commission fares, derived so that silence is never green.

closed > overdue > stale > last check-in > pending. Where no cadence was agreed, a check-in counts
for ``DEFAULT_CADENCE_DAYS``; else an old "on track" would stay green for ever.
"""

from datetime import date, timedelta

from goals.domain.evaluating import CheckInHealth, Health
from goals.domain.states import State

DEFAULT_CADENCE_DAYS = 30
_OVER = frozenset(State) - {State.DRAFT, State.CLARIFYING, State.AGREED, State.DELIVERED}


def health(
    state: State,
    *,
    today: date,
    deadline: date | None,
    agreed_on: date | None,
    last_check_in_on: date | None,
    last_health: CheckInHealth | None,
    cadence_days: int | None = None,
) -> Health:
    """The health on this day; all days are in the time zone of the deadline.

    What is delivered is neither overdue nor stale: it waits for the customer.
    """
    if state in _OVER:
        return Health.CLOSED
    if state in {State.DRAFT, State.CLARIFYING}:
        return Health.PENDING
    if state is State.AGREED:
        if deadline is not None and today > deadline:
            return Health.OVERDUE
        if is_check_in_due(today, agreed_on, last_check_in_on, cadence_days):
            return Health.STALE
    return Health(last_health.value) if last_health else Health.PENDING


def is_check_in_due(
    today: date,
    agreed_on: date | None,
    last_check_in_on: date | None,
    cadence_days: int | None = None,
) -> bool:
    """Whether more days than the cadence have passed since the last check-in, or the agreement."""
    known = [day for day in (agreed_on, last_check_in_on) if day is not None]
    if not known:
        return False
    return today > max(known) + timedelta(days=cadence_days or DEFAULT_CADENCE_DAYS)
