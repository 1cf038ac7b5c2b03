"""Open duties: what somebody would leave behind, listed before they are deactivated."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from goals.domain.acts import Expectation
from goals.domain.error_base import Path
from goals.domain.parties import Side
from goals.domain.refusals import GuardFailed
from goals.domain.words import Word

MOST_NAMED = 20


class OpenDutyKind(Word):
    """Why something would be left behind."""

    CONTACT = "CONTACT", "The person is the contact of a side of a commission that is not over."
    EXPECTATION = "EXPECTATION", "The other side waits for something from the person."
    ACTION = "ACTION", "The person owns a planned action that is not done."
    RISK = "RISK", "A risk names the person as its owner; whoever takes over revises it."
    BLOCKER = "BLOCKER", "An open blocker names the person as its owner."

    @property
    def is_handed_over(self) -> bool:
        """Whether a successor takes it over; what is only named in a text stays as it is."""
        return self not in {OpenDutyKind.RISK, OpenDutyKind.BLOCKER}


@dataclass(frozen=True, slots=True)
class OpenDuty:
    """One thing left behind: on which commission, for which side, what, and by when.

    ``subject_id`` names the question, check-in, duty, action, risk or blocker, if it is one.
    """

    kind: OpenDutyKind
    commission_id: UUID
    commission_key: str
    commission_title: str
    side: Side | None = None
    expectation: Expectation | None = None
    subject_id: UUID | None = None
    text: str | None = None
    due: date | None = None


class OpenDutiesLeft(GuardFailed):
    """{person} would leave {count} commission(s) behind: {named}. Name a successor for each.

    Raised by deactivating; one successor may be named for all of them.
    """

    code = "OPEN_DUTIES"
    german = (
        "{person} hinterließe {count} Auftrag/Aufträge: {named}. Bitte je eine Nachfolge nennen."
    )

    def __init__(self, person: str, duties: tuple[OpenDuty, ...], path: Path = ("handOver",)):
        """Name the person and what has no successor yet."""
        super().__init__(path)
        self.person, self.duties = person, duties
        keys = tuple(dict.fromkeys(duty.commission_key for duty in duties))
        self.count = len(keys)
        self.named = (*keys[:MOST_NAMED], *("…" for _ in keys[MOST_NAMED:][:1]))
