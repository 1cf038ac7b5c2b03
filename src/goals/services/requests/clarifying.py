"""What clarifying asks for: questions, playbacks, signatures, and their ends."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from goals.domain.enums import QuestionField


@dataclass(frozen=True, slots=True)
class AskRequest:
    """Ask about one field."""

    commission_id: UUID | None
    field: QuestionField
    text: str


@dataclass(frozen=True, slots=True)
class AnswerRequest:
    """Answer a question of the other side."""

    question_id: UUID | None
    answer: str


@dataclass(frozen=True, slots=True)
class WithdrawQuestionRequest:
    """Take one's own question back."""

    question_id: UUID | None


@dataclass(frozen=True, slots=True)
class PlayBackRequest:
    """Restate the commission in the supplier's own words."""

    commission_id: UUID | None
    expected_revision: int
    text: str


@dataclass(frozen=True, slots=True)
class ConfirmPlaybackRequest:
    """Say that the playback is what was meant."""

    playback_id: UUID | None


@dataclass(frozen=True, slots=True)
class CorrectPlaybackRequest:
    """Say what the playback got wrong."""

    playback_id: UUID | None
    correction: str


@dataclass(frozen=True, slots=True)
class AcceptRequest:
    """Sign the revision that is up for signature."""

    commission_id: UUID | None
    expected_revision: int
    confidence: int
    note: str | None = None
    override_reason: str | None = None


@dataclass(frozen=True, slots=True)
class DeclineRequest:
    """Refuse the revision, with a reason and an alternative or the word that there is none."""

    commission_id: UUID | None
    expected_revision: int
    reason: str
    alternative: str | None = None
    no_alternative: bool = False


@dataclass(frozen=True, slots=True)
class WithdrawRequest:
    """Take a proposal back."""

    commission_id: UUID | None
    reason: str


@dataclass(frozen=True, slots=True)
class SuppressFindingRequest:
    """Silence one finding of the checker for this text, with a reason."""

    commission_id: UUID | None
    rule: str
    field: str
    span_text: str
    reason: str
    expires_on: date | None = None
