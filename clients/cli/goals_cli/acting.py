"""Acting: reading a commission before an act, and telling what came of it.

Every act reads first, so that the person signs the revision they saw and can name questions,
criteria and duties by their numbers.
"""

from typing import Any

from goals_cli import output
from goals_cli.dates import day
from goals_cli.hints import commands_for
from goals_cli.labels import SIDE, STATE, label
from goals_cli.language import Words, say
from goals_cli.tables import paragraph

# What moves a commission on comes first; the rest is shown by `goals show`.
FORWARD = (
    "ANSWER",
    "CONFIRM_PLAYBACK",
    "PROPOSE",
    "ACCEPT",
    "PLAY_BACK",
    "ACKNOWLEDGE",
    "CHECK_IN",
    "DELIVER",
    "REVIEW_ACCEPT",
    "ASSESS",
    "RECORD_LESSON",
)
ALWAYS = {"ACKNOWLEDGE", "RECORD_LESSON"}  # worth saying when the other side is to move, too


def told(payload: dict[str, Any], done: Words | str, *details: str) -> None:
    """Print what was done, where the commission stands now, and what may come next."""
    output.data(payload)
    commission = payload["commission"]
    if commission is None:
        output.line(str(done))
        return
    key = commission["key"]
    paragraph(f"{key} {commission['title']}: {done}", indent=0)
    for detail in details:
        paragraph(detail)
    state = label(STATE, commission["state"])
    paragraph(say("Stand: {}. {}", "Now {}. {}").format(state, waits_for(commission)), indent=0)
    allowed = set(commission["allowedActions"])
    if not set(_to_move(commission)[0]) & set(commission["mySides"]):
        allowed &= ALWAYS
    for text in commands_for([act for act in FORWARD if act in allowed][:2], key):
        output.line(f"  → {text}")


def waits_for(commission: dict[str, Any]) -> str:
    """Say which side is to move, and with what, with the name of its contact."""
    sides, what = _to_move(commission)
    if not sides:
        return ""
    if len(sides) == 2:
        return say("Am Zug sind beide Seiten: {}.", "Both sides are to move: {}.").format(what)
    who = f"{label(SIDE, sides[0])} ({party(commission, sides[0])})"
    return say("Am Zug: {}: {}.", "To move: {}: {}.").format(who, what)


def _to_move(commission: dict[str, Any]) -> tuple[list[str], object]:
    state = commission["state"]
    if state == "DRAFT":
        side = commission.get("initiator") or _only(commission["mySides"])
        return ([side] if side else []), Words("vorlegen", "propose")
    if state == "CLARIFYING":
        return _clarifying(commission)
    if state == "AGREED" and commission.get("pendingRevision"):
        unsigned = _unsigned(commission["pendingRevision"])
        return unsigned, Words("Änderung unterschreiben", "sign the change")
    if state == "AGREED":
        return ["SUPPLIER"], Words("arbeiten und liefern", "work and deliver")
    if state == "DELIVERED":
        return ["CUSTOMER"], Words("Lieferung abnehmen", "review the delivery")
    if state == "EVALUATING":
        given = {one["side"] for one in commission["assessments"]}
        return [side for side in SIDE if side not in given], Words("bewerten", "assess")
    return [], ""


def _clarifying(commission: dict[str, Any]) -> tuple[list[str], object]:
    questions = nodes(commission, "openQuestions")
    if questions:
        return [_other(questions[0]["askedSide"])], Words("Frage beantworten", "answer a question")
    playback = [one["status"] for one in nodes(commission, "lastPlayback")]
    if playback == ["PENDING"]:
        return ["CUSTOMER"], Words("Wiedergabe bestätigen", "confirm the playback")
    if playback == ["CORRECTED"]:
        return ["SUPPLIER"], Words("neu wiedergeben", "play back again")
    return _unsigned(commission["currentRevision"]), Words("unterschreiben", "sign")


def _unsigned(revision: dict[str, Any]) -> list[str]:
    signed = {one["side"] for one in revision["signatures"] if one["decision"] == "ACCEPT"}
    return [side for side in SIDE if side not in signed]


def _other(side: str) -> str:
    return "SUPPLIER" if side == "CUSTOMER" else "CUSTOMER"


def party(commission: dict[str, Any], side: str) -> str:
    """Contact and team of a side: ``Anna, Sales``."""
    name = side.lower()
    return f"{commission[name]['name']}, {commission[f'{name}Team']['name']}"


def on_the_table(commission: dict[str, Any]) -> dict[str, Any]:
    """The revision that can be signed now: the pending change, else the current one."""
    pending = commission.get("pendingRevision")
    found: dict[str, Any] = pending or commission["currentRevision"]
    return found


def show_revision(commission: dict[str, Any], revision: dict[str, Any]) -> None:
    """Print what is about to be signed, in a few lines on stderr."""
    output.note(f"{commission['key']} {commission['title']}")
    short_hash = str(revision["contentHash"])[:12]
    output.note(say("Fassung {} ({})", "Revision {} ({})").format(revision["number"], short_hash))
    if revision.get("goal"):
        output.note(say("  Ziel:    ", "  Goal:     ") + str(revision["goal"]))
    for number, one in enumerate(revision.get("criteria") or (), 1):
        output.note(f"  {number}. {one['text']}")
    if revision.get("deadline"):
        output.note(say("  Termin:  ", "  Deadline: ") + day(revision["deadline"]))


def nodes(commission: dict[str, Any], name: str) -> list[dict[str, Any]]:
    """The nodes of a connection of the commission; none when it is missing."""
    found = commission.get(name)
    return list(found["nodes"]) if isinstance(found, dict) else []


def _only(sides: list[str]) -> str | None:
    return sides[0] if len(sides) == 1 else None
