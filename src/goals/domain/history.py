"""History: what an event of a commission says to a reader, as one sentence and as differences.

``sentence`` words who did what; ``Change`` is one field before and after. A kind of event without
a phrase cannot be told; a test compares ``PHRASES`` with the acts.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from goals.domain.labels import label
from goals.domain.parties import Language, Side

PHRASES: dict[str, tuple[str, str]] = {
    "commission.drafted": ("hat den Auftrag entworfen", "drafted the commission"),
    "commission.revised": ("hat eine neue Fassung geschrieben", "wrote a new revision"),
    "commission.proposed": ("hat den Auftrag vorgelegt", "proposed the commission"),
    "question.asked": ("hat nachgefragt", "asked a question"),
    "question.answered": ("hat eine Frage beantwortet", "answered a question"),
    "question.withdrawn": ("hat eine Frage zurückgezogen", "took a question back"),
    "commission.played_back": ("hat in eigenen Worten wiedergegeben", "played it back"),
    "playback.confirmed": ("hat die Wiedergabe bestätigt", "confirmed the playback"),
    "playback.corrected": ("hat die Wiedergabe berichtigt", "corrected the playback"),
    "commission.accepted": ("hat unterschrieben", "signed"),
    "commission.declined": ("hat abgelehnt", "declined"),
    "commission.withdrawn": ("hat den Auftrag zurückgezogen", "withdrew the commission"),
    "commission.expired": ("hat die Klärung verfallen lassen", "let the clarification expire"),
    "commission.amended": ("hat eine Änderung vorgeschlagen", "proposed a change"),
    "commission.checked_in": ("hat gemeldet, wie es steht", "reported how it goes"),
    "check_in.acknowledged": (
        "hat die Meldung zur Kenntnis genommen",
        "acknowledged the report",
    ),
    "criterion.measured": ("hat gemessen", "measured"),
    "attainment.overridden": (
        "hat eine Zielerreichung von Hand gesetzt",
        "set an attainment by hand",
    ),
    "blocker.raised": ("hat ein Hindernis gemeldet", "raised a blocker"),
    "blocker.closed": ("hat ein Hindernis als beseitigt gemeldet", "closed a blocker"),
    "duty.fulfilled": ("hat eine Pflicht erfüllt", "fulfilled a duty"),
    "commission.delivered": ("hat geliefert", "delivered"),
    "delivery.accepted": ("hat die Lieferung abgenommen", "accepted the delivery"),
    "delivery.rejected": ("hat die Lieferung zurückgegeben", "rejected the delivery"),
    "delivery.lapsed": ("ging ohne Abnahme weiter", "went on without a review"),
    "commission.cancelled": ("hat den Auftrag abgebrochen", "cancelled the commission"),
    "commission.revoked": ("ist vom Auftrag zurückgetreten", "revoked the commission"),
    "commission.closed_for_evaluation": (
        "hat den Auftrag in die Auswertung gegeben",
        "closed it for evaluation",
    ),
    "commission.assessed": ("hat bewertet", "gave an assessment"),
    "commission.closed": ("hat den Auftrag abgeschlossen", "closed the commission"),
    "commission.texts_erased": (
        "hat die Texte nach Ablauf der Frist gelöscht",
        "erased the texts after their time",
    ),
    "commission.handed_over": ("hat den Auftrag übergeben", "handed the commission over"),
    "commission.shared": ("hat den Auftrag jemandem gezeigt", "shared the commission"),
    "commission.unshared": ("hat eine Freigabe beendet", "took a share back"),
    "smart_finding.suppressed": (
        "hat einen Hinweis der SMART-Prüfung abgeschaltet",
        "silenced a finding of the SMART check",
    ),
    "lesson.recorded": ("hat eine Lehre festgehalten", "recorded a lesson"),
    "action.planned": ("hat eine Maßnahme geplant", "planned an action"),
    "action.completed": ("hat eine Maßnahme abgeschlossen", "completed an action"),
    "benefit.reviewed": ("hat den Nutzen geprüft", "reviewed the benefit"),
}
FIELDS: dict[str, tuple[str, str]] = {
    "state": ("Stand", "state"),
    "goal": ("Ziel", "goal"),
    "benefit": ("Nutzen", "benefit"),
    "background": ("Hintergrund", "background"),
    "inScope": ("gehört dazu", "in scope"),
    "outOfScope": ("gehört nicht dazu", "out of scope"),
    "mustNotChange": ("muss bleiben", "must not change"),
    "deadline": ("Termin", "deadline"),
    "deadlineTimeZone": ("Zeitzone", "time zone"),
    "checkInCadenceDays": ("Meldung alle … Tage", "check-in every … days"),
    "criteria": ("Erfolgskriterium", "success criterion"),
    "resources": ("Ressource", "resource"),
    "duties": ("Pflicht", "duty"),
    "risks": ("Risiko oder Chance", "risk or opportunity"),
    "parties": ("Beteiligte", "interested party"),
    "cause": ("Anlass", "cause"),
    "confidence": ("Zuversicht in %", "confidence in %"),
    "health": ("Lage", "health"),
    "contact": ("Ansprechperson", "contact"),
    "measurement": ("Messwert", "measured value"),
    "attainment": ("Zielerreichung", "attainment"),
    "outcome": ("Ergebnis", "outcome"),
}
_NOBODY = ("Die Software", "The software")


@dataclass(frozen=True, slots=True)
class Change:
    """One field before and after; None for what was not there. ``about`` names a part of it."""

    field: str
    before: str | None
    after: str | None
    about: str | None = None

    def label(self, language: Language) -> str:
        """The name of the field for a reader."""
        name = FIELDS[self.field][language is not Language.DE]
        return name if self.about is None else f"{name}: {self.about}"


def sentence(kind: str, actor: str | None, side: Side | None, language: Language) -> str:
    """Who did what: ``Anna (customer) proposed the commission.``"""
    english = language is not Language.DE
    who = actor or _NOBODY[english]
    of = "" if side is None else f" ({label(side, language)})"
    said = PHRASES[kind][english] if kind in PHRASES else kind
    return f"{who}{of} {said}."


def changed(field: str, before: str | None, after: str | None) -> list[Change]:
    """The change of one value, if it is one."""
    return [] if before == after else [Change(field, before, after)]


def changed_lines(
    field: str, before: Sequence[tuple[str, str]], after: Sequence[tuple[str, str]]
) -> list[Change]:
    """The changes of a list of (identity, text): what went, what came, what reads otherwise.

    Of things without an identity of their own the text is one.
    """
    old, new = dict(before), dict(after)
    found = [Change(field, text, new.get(key)) for key, text in before if new.get(key) != text]
    return found + [Change(field, None, text) for key, text in after if key not in old]
