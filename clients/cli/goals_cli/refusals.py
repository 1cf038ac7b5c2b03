"""Refusals: what a typed error of the server means for the person, and what to type next."""

from typing import Any

from goals_cli.errors import NotSignedIn, Refused, Trouble
from goals_cli.hints import commands_for
from goals_cli.labels import DIMENSION, label
from goals_cli.language import say


def refused(errors: list[Any], payload: dict[str, Any], key: str | None) -> Refused:
    """Make one Refused of all the typed errors of a payload."""
    problems = [_problem(error, key) for error in errors if isinstance(error, dict)]
    return Refused(problems, payload)


def not_found(key: str) -> Refused:
    """The commission is not there, or not visible to this person."""
    return Refused(
        [
            Trouble(
                say(
                    "Den Auftrag {} gibt es nicht, oder Sie dürfen ihn nicht sehen.",
                    "There is no commission {}, or you may not see it.",
                ).format(key),
                "goals list",
                code="NOT_FOUND",
                path=("key",),
            )
        ]
    )


def _problem(error: dict[str, Any], key: str | None) -> Trouble:
    kind = str(error.get("__typename", ""))
    code = str(error.get("code") or kind)
    path = tuple(str(part) for part in error.get("path") or ())
    message = str(error.get("message") or code)
    if kind == "ForbiddenError":
        return NotSignedIn(message, code=code, path=path)
    steps = _steps(kind, error, key or say("SCHLÜSSEL", "KEY"))
    place = _shown(path)
    if kind == "ValidationError" and place and place[-1] not in message:
        message = f"{'.'.join(place)}: {message}"
    return Trouble(message, *steps, code=code, path=path)


def _shown(path: tuple[str, ...]) -> list[str]:
    shown = [part for part in path if part not in ("input", "content")]
    return [str(int(part) + 1) if part.isdigit() else part for part in shown]


def _steps(kind: str, error: dict[str, Any], key: str) -> list[str]:
    if kind == "StaleRevisionError":
        return [
            f"goals show {key}",
            say("dann den Befehl wiederholen", "then repeat the command"),
        ]
    if kind == "WrongStateError":
        return commands_for(error.get("allowedActions") or (), key) or [f"goals show {key}"]
    if kind == "SmartGateError":
        return [*_findings(error.get("findings") or []), *_ways_through(key)]
    if kind == "NotFoundError":
        return ["goals list"]
    if kind in ("NotYourTurnError", "ConflictError"):
        return [f"goals show {key}"]
    return []


def _findings(findings: list[Any]) -> list[str]:
    lines = []
    for finding in findings[:10]:
        rule = finding.get("rule", "")
        dimension = label(DIMENSION, finding.get("dimension"))
        lines.append(f"{rule} {dimension}: {finding.get('message', '')}".strip())
    rules = [str(finding["rule"]) for finding in findings if finding.get("rule")]
    return [*lines, *(f"goals explain {rule}" for rule in dict.fromkeys(rules[:1]))]


def _ways_through(key: str) -> list[str]:
    return [
        f'goals revise {key} --goal "…"',
        say(
            'oder begründet trotzdem: goals accept {} --override-reason "…"',
            'or, with a reason: goals accept {} --override-reason "…"',
        ).format(key),
    ]
