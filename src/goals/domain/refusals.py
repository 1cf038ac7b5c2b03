# ruff: noqa: N818 - an error states the fact; that it is an error shows where it is raised
"""Refusals: what the rules of the trade do not allow now, and what to do instead.

``code`` is stable: clients decide by it. ``GuardFailed`` is the base of refusals by a fact of the
commission; faults of the input itself are in ``issues``.
"""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from goals.domain.acts import Act
from goals.domain.clarifying import Dimension
from goals.domain.error_base import GoalsError, Path
from goals.domain.labels import label
from goals.domain.lifecycle import Who
from goals.domain.parties import Language, Side
from goals.domain.scopes import Scope
from goals.domain.states import State
from goals.domain.words import Word


class NotFound(GoalsError):
    """There is no {kind} with this {by} that you may see. Check it, or ask for access.

    Also raised for what exists but is invisible: both look the same from outside.
    """

    code = "NOT_FOUND"
    german = "Es gibt zu {by} nichts Sichtbares der Art {kind}. Bitte prüfen oder Zugang erfragen."

    def __init__(self, kind: str, by: str = "id", path: Path = ("id",)) -> None:
        """Name the kind of thing sought (``Commission``), and by what (``id``, ``key``)."""
        super().__init__(path)
        self.kind, self.by = kind, by


class Forbidden(GoalsError):
    """You may not do this: {act} is for {who}. Ask somebody there to do it.

    Raised when the actor is on neither side, lacks a role, or is a person doing the clock's act.
    """

    code = "FORBIDDEN"
    german = "Nicht erlaubt: {act} ist {who} vorbehalten. Bitte dort darum bitten."

    def __init__(self, act: Word | str, who: tuple[Word, ...], path: Path = ()) -> None:
        """Name the act refused and those who may do it."""
        super().__init__(path)
        self.act, self.who = act, who


class NotInTheirName(Forbidden):
    """A token for somebody else may only read. Whoever acts makes their own, or signs in by the
    identity provider; the operator gives the first one (`goals admin token create`).

    Raised for an admin: admins administer, they do not sign. Programs have no name to sign with.
    """

    code = "NOT_IN_THEIR_NAME"
    german = (
        "Ein Token für jemand anderen darf nur lesen. Wer handelt, macht sich selbst eines oder "
        "meldet sich beim Identitätsanbieter an; das erste gibt der Betrieb aus "
        "(`goals admin token create`)."
    )

    def __init__(self, path: Path = ("scopes",)) -> None:
        """Name what was asked for."""
        super().__init__("token.created", (Who.SELF,), path)


class ScopeMissing(GoalsError):
    """This token may not be used for that: it lacks the scope {scope}. Use one that has it.

    Raised before anything is looked up, whatever the role of the holder.
    """

    code = "SCOPE_MISSING"
    german = "Dieses Token darf das nicht: ihm fehlt das Recht {scope}. Bitte eines mit ihm nutzen."

    def __init__(self, scope: Scope, path: Path = ()) -> None:
        """Name the scope that is needed."""
        super().__init__(path)
        self.scope = scope


class NotYourTurn(GoalsError):
    """{act} is up to the other side now ({side}). Wait for it, or remind the other side.

    Raised when the actor's own side may not do this act, but the other one may.
    """

    code = "NOT_YOUR_TURN"
    german = "{act}: Jetzt ist die andere Seite am Zug ({side}). Bitte abwarten oder erinnern."

    def __init__(self, act: Act, side: Side, path: Path = ()) -> None:
        """Name the act and the side that may do it."""
        super().__init__(path)
        self.act, self.side = act, side


class WrongState(GoalsError):
    """{act} cannot be done while the commission is: {state}. Possible now: {allowed_actions}.

    Read the commission again and choose one of the possible acts.
    """

    code = "WRONG_STATE"
    german = "{act} geht nicht im Zustand „{state}“. Jetzt möglich: {allowed_actions}."

    def __init__(self, act: Act, state: State | None, allowed_actions: tuple[Act, ...]) -> None:
        """Name the act refused, the state, and what this side can do instead."""
        super().__init__()
        self.act, self.state, self.allowed_actions = act, state, allowed_actions


class StaleRevision(GoalsError):
    """Revision {expected} is no longer current; the current one is {actual}.

    Raised by every act that signs or changes a revision. Read it again, then repeat.
    """

    code = "STALE_REVISION"
    german = "Fassung {expected} ist überholt; aktuell ist {actual}. Neu lesen, dann wiederholen."

    def __init__(self, expected: int, actual: int, path: Path = ("expectedRevision",)) -> None:
        """Take both revision numbers."""
        super().__init__(path)
        self.expected, self.actual = expected, actual


class StaleVersion(GoalsError):
    """Somebody changed this meanwhile: version {actual} instead of {expected}. Read it again.

    Raised by a compare-and-swap that found another version. Read, look, repeat.
    """

    code = "STALE_VERSION"
    german = "Inzwischen geändert: Version {actual} statt {expected}. Bitte neu lesen."

    def __init__(self, expected: int, actual: int, path: Path = ("expectedVersion",)) -> None:
        """Take both version numbers."""
        super().__init__(path)
        self.expected, self.actual = expected, actual


@dataclass(frozen=True, slots=True)
class SmartFailure:
    """One FAIL of the SMART check: its dimension, rule, field, and message in both languages."""

    dimension: Dimension
    rule: str = ""
    field: str = ""
    messages: Mapping[Language, str] = dataclasses.field(default_factory=dict)

    def message(self, language: Language = Language.EN) -> str:
        """The checker's own message, or the name of the dimension when there is none."""
        return self.messages.get(language) or label(self.dimension, language)


class SmartGateClosed(GoalsError):
    """The SMART check fails: {findings}. Revise the commission, or accept with an override reason.

    Raised by accept; both sides have to give a reason when they override.
    """

    code = "SMART_GATE"
    german = "Die SMART-Prüfung scheitert: {findings}. Überarbeiten oder die Ausnahme begründen."

    def __init__(
        self, findings: tuple[SmartFailure, ...], path: Path = ("overrideReason",)
    ) -> None:
        """Take the failures that keep the gate closed."""
        super().__init__(path)
        self.findings = findings


class GuardFailed(GoalsError):
    """This act is not possible yet.

    The base of refusals by a fact of the commission, not of the input.
    """

    code = "GUARD"
    german = "Diese Handlung ist noch nicht möglich."


class OpenQuestions(GuardFailed):
    """{count} question(s) are still open. Answer or withdraw them, then accept.

    Raised by accept: nobody signs what is not clear.
    """

    code = "OPEN_QUESTIONS"
    german = "{count} Rückfrage(n) sind noch offen. Beantworten oder zurückziehen, dann annehmen."

    def __init__(self, question_ids: tuple[str, ...]) -> None:
        """Take the ids of the open questions."""
        super().__init__()
        self.question_ids, self.count = question_ids, len(question_ids)


class PlaybackUnconfirmed(GuardFailed):
    """The playback of this revision is not confirmed. The customer confirms or corrects it first.

    Raised by accept while a playback is pending, or was corrected and not repeated.
    """

    code = "PLAYBACK_UNCONFIRMED"
    german = "Die Rückspiegelung ist nicht bestätigt. Erst bestätigt oder korrigiert der Kunde sie."


class SameHand(GuardFailed):
    """You signed or delivered for the other side. Somebody else has to act for this one.

    Raised by accept where a deputy's hand would be on both signatures, by review where it would
    be on the delivery too.
    """

    code = "SAME_HAND"
    german = (
        "Für die andere Seite haben Sie schon unterschrieben oder geliefert. Für diese Seite muss "
        "jemand anderes handeln."
    )


class PersonStatisticsOff(GuardFailed):
    """Figures by person are off in this organisation. Ask by team, or ask an admin to allow them.

    Raised by every statistic that would group or filter by single people.
    """

    code = "PERSON_STATISTICS_OFF"
    german = (
        "Zahlen je Person sind in dieser Organisation ausgeschaltet. Bitte nach Teams fragen oder "
        "die Administration um Freigabe bitten."
    )


class AmendmentPending(GuardFailed):
    """Another amendment waits for signatures. Accept or decline it before proposing a new one.

    Raised by amend: one change at a time.
    """

    code = "AMENDMENT_PENDING"
    german = (
        "Eine andere Änderung ist noch offen. Erst annehmen oder ablehnen, dann neu vorschlagen."
    )


class NothingThere(GuardFailed):
    """{act} has nothing to act on: no such thing is open. Read the commission again.

    Raised when a question, playback, check-in, blocker, duty, amendment or action that the act
    needs is not open, or not of this side.
    """

    code = "NOTHING_OPEN"
    german = "{act}: dazu ist nichts offen. Bitte den Auftrag neu lesen."

    def __init__(self, act: Act, path: Path = ()) -> None:
        """Name the act that found nothing."""
        super().__init__(path)
        self.act = act


class TooEarly(GuardFailed):
    """{act} is possible from {date} on, not before. Wait, or choose another act.

    Raised by acts that need a window to be over. ``date`` None means: no window is set.
    """

    code = "TOO_EARLY"
    german = "{act} geht erst ab {date}. Bitte abwarten oder eine andere Handlung wählen."

    def __init__(self, act: Act, date: date | None) -> None:
        """Name the act and the first day on which it is possible."""
        super().__init__()
        self.act, self.date = act, date


class LimitExceeded(GoalsError):
    """{what} is limited to {limit}; this is {actual}. Ask for less at once.

    Raised for sizes and counts beyond what one request may ask for.
    """

    code = "LIMIT"
    german = "{what}: erlaubt sind {limit}, das hier sind {actual}. Bitte weniger auf einmal."

    def __init__(self, what: str, limit: int, actual: int, path: Path = ()) -> None:
        """Name what is limited, the limit and the amount asked for."""
        super().__init__(path)
        self.what, self.limit, self.actual = what, limit, actual


class AlreadyExists(GoalsError):
    """This {field} is taken already. Choose another one, or use what is there.

    The one error for unique violations of both engines; it never repeats the stored value.
    """

    code = "ALREADY_EXISTS"
    german = "{field} ist schon vergeben. Bitte etwas anderes wählen oder das Vorhandene nutzen."

    def __init__(self, field: str, path: Path = ()) -> None:
        """Name the field that must be unique."""
        super().__init__(path or (field,))
        self.field = field
