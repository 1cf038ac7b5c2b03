"""States of a commission, and what kind of promise it is.

Only these are stored; "in progress", "overdue", "stale" and "at risk" are derived in ``health``.
Which act leads where is in ``lifecycle``.
"""

from goals.domain.words import Word


class State(Word):
    """Where a commission stands."""

    DRAFT = "DRAFT", "Being written by the side that starts it; the other side has not seen it."
    CLARIFYING = "CLARIFYING", "Proposed; both sides ask, answer, play back and revise."
    AGREED = "AGREED", "Both sides signed the same revision; the supplier is at work."
    DELIVERED = "DELIVERED", "The supplier says it is done; the customer has yet to review it."
    EVALUATING = "EVALUATING", "Reviewed, lapsed or past its deadline; both sides assess it."
    CLOSED = "CLOSED", "Assessed and evaluated; only lessons and actions may be added."
    DECLINED = "DECLINED", "The supplier said no, with a reason and an alternative."
    WITHDRAWN = "WITHDRAWN", "Taken back by the side that started it, before agreement."
    EXPIRED = "EXPIRED", "Never agreed within the time for clarification."
    CANCELLED = "CANCELLED", "Ended after agreement by one side; stays in every denominator."

    @property
    def is_final(self) -> bool:
        """Whether the commission can no longer change its state."""
        return self in _FINAL


_FINAL = frozenset({State.CLOSED, State.DECLINED, State.WITHDRAWN, State.EXPIRED, State.CANCELLED})


class Commitment(Word):
    """How firmly the result is promised; COMMITTED and STRETCH never share one rate."""

    COMMITTED = "COMMITTED", "The supplier stands by the result."
    STRETCH = "STRETCH", "Meant to be hard; reaching a good part of it is a success."
    LEARNING = "LEARNING", "The result is knowledge; nobody can promise what will be found."
