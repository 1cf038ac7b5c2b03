"""Content: the answers of a person as the input of a revision, and a revision as answers again.

A new revision starts from the current one; only what is given changes. Criteria keep their
lineage when their text stays, so that measurements go on belonging to them.
"""

from typing import Any

from goals_cli.criteria import criterion
from goals_cli.dates import read_day
from goals_cli.errors import Misused
from goals_cli.language import say

TEXTS = ("goal", "benefit", "background", "inScope", "outOfScope", "mustNotChange")
PLAIN = (*TEXTS, "deadline", "deadlineTimeZone", "checkInCadenceDays")
LISTS = ("criteria", "resources", "duties", "risks", "parties")


def content_of(answers: dict[str, Any]) -> dict[str, Any]:
    """The ``RevisionContentInput`` for a mapping of answers; raises Misused when unclear."""
    content: dict[str, Any] = {
        name: answers[name] for name in (*TEXTS, "deadlineTimeZone") if answers.get(name)
    }
    if answers.get("deadline"):
        content["deadline"] = _deadline(str(answers["deadline"]))
    if answers.get("checkInCadenceDays"):
        content["checkInCadenceDays"] = _days(str(answers["checkInCadenceDays"]))
    content["criteria"] = [_criterion(row) for row in answers.get("criteria") or ()]
    for name in LISTS[1:]:
        if answers.get(name):
            content[name] = [_row(name, row) for row in answers[name]]
    return content


def revised(revision: dict[str, Any], changes: dict[str, Any]) -> dict[str, Any]:
    """The whole new content: the current revision with the changes laid over it."""
    content = {name: revision[name] for name in PLAIN if revision.get(name) is not None}
    for name in LISTS:
        content[name] = [_carried(row) for row in revision.get(name) or ()]
    new = content_of(changes)
    content.update({name: value for name, value in new.items() if name in changes})
    if "criteria" in changes:
        known = {row["text"]: row for row in revision.get("criteria") or ()}
        content["criteria"] = [
            {**_carried(known[row["text"]]), **row} if row["text"] in known else row
            for row in content["criteria"]
        ]
    return content


def title_of(answers: dict[str, Any]) -> str:
    """The title given, else the beginning of the goal, cut at a word."""
    if answers.get("title"):
        return str(answers["title"])
    goal = " ".join(str(answers.get("goal", "")).split())
    first = goal.split(". ")[0].rstrip(".")
    if len(first) <= 70:
        return first
    return f"{first[:69].rpartition(' ')[0] or first[:69]}…"


def _criterion(row: Any) -> dict[str, Any]:
    if isinstance(row, str):
        return criterion(row)
    if not isinstance(row, dict) or not str(row.get("text") or "").strip():
        raise Misused(
            say("Einem Erfolgskriterium fehlt sein Text.", "A criterion has no text."),
            "criteria: [{text: …}]",
            path=("criteria",),
        )
    read = criterion(str(row["text"]))
    numbers = ("baseline", "target", "stretch", "band")
    given = {
        str(name): str(value) if name in numbers else value
        for name, value in row.items()
        if value is not None
    }
    if "target" in given:
        given.setdefault("kind", "METRIC")
    for name in ("kind", "direction", "priority", "origin"):
        if name in given:
            given[name] = str(given[name]).strip().upper().replace("-", "_").replace(" ", "_")
    return {**read, **given}


def _row(name: str, row: Any) -> dict[str, Any]:
    if isinstance(row, dict):
        return {str(key): value for key, value in row.items() if value is not None}
    text = str(row)
    filled: dict[str, dict[str, Any]] = {
        "resources": {"kind": "PEOPLE", "text": text, "side": "SUPPLIER"},
        "duties": {"side": "CUSTOMER", "text": text},
        "risks": {"text": text, "likelihood": 3, "impact": 3},
        "parties": {"who": text, "involvement": "INFORM"},
    }
    return filled[name]


def _carried(row: dict[str, Any]) -> dict[str, Any]:
    """What of a row goes into the next revision: its lineage stays, its id is that revision's."""
    return {name: value for name, value in row.items() if value is not None and name != "id"}


def _deadline(text: str) -> str:
    day = read_day(text)
    if day is None:
        raise Misused(
            say("Den Termin {!r} verstehe ich nicht.", "The deadline {!r} is unclear.").format(
                text[:60]
            ),
            say("Form: 2027-03-31 oder 31.3.2027", "Form: 2027-03-31"),
            path=("deadline",),
        )
    return day.isoformat()


def _days(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 1 <= int(text[:6]) <= 366):
        raise Misused(
            say(
                "Meldung alle wie viele Tage? {!r} ist keine Zahl von 1 bis 366.",
                "Check in every how many days? {!r} is no number from 1 to 366.",
            ).format(text[:20]),
            path=("checkInCadenceDays",),
        )
    return int(text)
