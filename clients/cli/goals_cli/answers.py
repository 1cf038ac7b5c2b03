"""Answers in a file: YAML, Markdown with front matter or headings, or plain text.

Names may be German or English (``ziel`` or ``goal``). Gives a plain mapping of the answers that
are there; what the server makes of them is in ``content``.
"""

import datetime as dt
import re
from typing import Any

from goals_cli.errors import Misused
from goals_cli.language import say

NAMES: dict[str, tuple[str, ...]] = {
    "title": ("title", "titel"),
    "goal": ("goal", "ziel", "what", "was"),
    "benefit": ("benefit", "nutzen", "what for", "wozu"),
    "customer": ("customer", "kunde", "for whom", "für wen"),
    "supplier": ("supplier", "lieferant", "auftragnehmer"),
    "customerContact": ("customer contact", "ansprechpartner kunde", "kundenkontakt"),
    "supplierContact": ("supplier contact", "ansprechpartner lieferant", "lieferantenkontakt"),
    "criteria": ("criteria", "success criteria", "erfolgskriterien", "kriterien", "criterion"),
    "deadline": ("deadline", "termin", "by when", "bis wann", "due"),
    "beneficiary": ("beneficiary", "nutznießer", "endkunde"),
    "commitment": ("commitment", "verbindlichkeit"),
    "tags": ("tags", "schlagworte", "schlagwörter"),
    "background": ("background", "hintergrund", "anlass"),
    "inScope": ("in scope", "umfang", "gehört dazu"),
    "outOfScope": ("out of scope", "gehört nicht dazu", "nicht im umfang"),
    "mustNotChange": ("must not change", "bleibt unverändert"),
    "deadlineTimeZone": ("deadline time zone", "zeitzone"),
    "checkInCadenceDays": ("check in cadence days", "check-in cadence days", "meldung alle tage"),
    "resources": ("resources", "mittel", "ressourcen"),
    "duties": ("duties", "pflichten"),
    "risks": ("risks", "risiken"),
    "parties": ("parties", "beteiligte"),
}
_BY_NAME = {spelling: name for name, spellings in NAMES.items() for spelling in spellings}
_LISTS = frozenset({"criteria", "tags", "resources", "duties", "risks", "parties"})
_FRONT_MATTER = re.compile(
    r"\A---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE
)
_HEADING = re.compile(r"^(#{1,6})[ \t]+(.+?)[ \t#]*$")
_LABELLED = re.compile(r"^\**([^:*\n]{2,30})\**:\**[ \t]+(\S.*)$")
_BULLET = re.compile(r"^[ \t]*(?:[-*+]|\d{1,3}[.)])[ \t]+(.*)$")


def read_answers(text: str, name: str) -> dict[str, Any]:
    """The answers in a document; ``name`` tells YAML from Markdown by its ending.

    Raises Misused when YAML is broken, or a name in it is unknown.
    """
    plain = text.replace("\r\n", "\n")
    if name.endswith((".yaml", ".yml", ".json")):
        return _named(_yaml(plain, name), name)
    front = _FRONT_MATTER.match(plain)
    if front:
        answers = _named(_yaml(front[1], name), name)
        body = _sections(plain[front.end() :])
        return {**body, **answers}
    if not name.endswith((".md", ".markdown", ".txt")) and _looks_like_yaml(plain):
        return _named(_yaml(plain, name), name)
    return _sections(plain)


def _yaml(text: str, name: str) -> dict[Any, Any]:
    import yaml

    try:
        found = yaml.safe_load(text)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        place = f"{name}:{mark.line + 1}" if mark is not None else name
        raise Misused(
            say("{} ist kein gültiges YAML.", "{} is no valid YAML.").format(place),
            say(
                "Text mit Doppelpunkt in Anführungszeichen setzen.",
                "Put text that holds a colon in quotes.",
            ),
        ) from None
    if found is None:
        return {}
    if not isinstance(found, dict):
        raise Misused(
            say("{} enthält keine benannten Antworten.", "{} holds no named answers.").format(name),
            "goal: …",
        )
    return found


def _named(found: dict[Any, Any], name: str) -> dict[str, Any]:
    answers: dict[str, Any] = {}
    for spelling, value in found.items():
        known = _known(str(spelling))
        if known is None:
            raise Misused(
                say("{}: {!r} kenne ich nicht.", "{}: {!r} is unknown.").format(
                    name, str(spelling)[:40]
                ),
                say("Bekannt: {}", "Known: {}").format(", ".join(NAMES)),
                path=(str(spelling),),
            )
        if value is not None:
            answers[known] = _value(known, value, name)
    return answers


def _known(spelling: str) -> str | None:
    if spelling in NAMES:
        return spelling
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", spelling)
    return _BY_NAME.get(" ".join(re.split(r"[\s_]+", spaced.strip().casefold())))


def _value(known: str, value: Any, name: str) -> Any:
    if known in _LISTS:
        rows = value if isinstance(value, list) else [value]
        if all(isinstance(row, str | int | float | dict) for row in rows):
            return [row if isinstance(row, dict) else str(row) for row in rows]
    elif isinstance(value, dt.date):
        return value.isoformat()[:10]
    elif isinstance(value, str | int | float) and not isinstance(value, bool):
        return str(value).strip()
    raise Misused(
        say("{}: {} hat eine unbekannte Form.", "{}: {} has an unknown form.").format(name, known),
        path=(known,),
    )


def _sections(text: str) -> dict[str, Any]:
    """Read headings and ``Name: text`` lines; without any, the whole text is the goal."""
    found: dict[str, list[str]] = {}
    current = "goal"
    for line in text.split("\n"):
        heading, labelled = _HEADING.match(line), _LABELLED.match(line)
        name = _name_in(heading[2]) if heading else None
        if heading:
            current = name or ("title" if len(heading[1]) == 1 else "background")
            if current == "title" and name is None:
                found.setdefault("title", []).append(heading[2].strip())
                current = "goal"
        elif labelled and _known(labelled[1]):
            current = str(_known(labelled[1]))
            found.setdefault(current, []).append(labelled[2])
        else:
            found.setdefault(current, []).append(line)
    answers: dict[str, Any] = {}
    for name, lines in found.items():
        value = _items(lines) if name in _LISTS else "\n".join(lines).strip()
        if value:
            answers[name] = value
    return answers


def _name_in(heading: str) -> str | None:
    """Find the answer a heading asks for: "Ziel", "Goal – what?", "Erfolgskriterien:"."""
    plain = heading.strip().rstrip(":?")
    first = re.split(r"\s+[–-]\s+|\s*[(:]", plain)[0]
    return _known(plain) or _known(first)


def _items(lines: list[str]) -> list[str]:
    items: list[str] = []
    for line in lines:
        bullet = _BULLET.match(line)
        if bullet:
            items.append(bullet[1].strip())
        elif line.strip() and items and line[:1] in " \t":
            items[-1] += f" {line.strip()}"
        elif line.strip():
            items.append(line.strip())
    return [item for item in items if item]


def _looks_like_yaml(text: str) -> bool:
    first = next((line for line in text.split("\n") if line.strip()), "")
    name, colon, _ = first.partition(":")
    return bool(colon) and (_known(name) is not None or name in NAMES)
