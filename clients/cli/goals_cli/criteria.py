"""Criteria on the command line: named by the number that `goals show` gives them.

``"1: text"`` says something of the first criterion, ``1=80`` gives it a number. A new one may be
written with its measure: ``"Response time: 8 -> 4 hours"``, ``"Uptime: >= 99.5 %"``.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Any

from goals_cli.errors import Misused
from goals_cli.language import say

_NUMBER = r"[+-]?[0-9]{1,15}(?:[.,][0-9]{1,15})?"
_CHANGE = re.compile(
    rf"^(?P<text>.+):\s*(?P<from>{_NUMBER})\s*(?:->|→)\s*(?P<to>{_NUMBER})\s*(?P<unit>\S.{{0,40}})?$"
)
_BOUND = re.compile(
    rf"^(?P<text>.+):\s*(?P<sign>>=|<=|≥|≤)\s*(?P<to>{_NUMBER})\s*(?P<unit>\S.{{0,40}})?$"
)
_SAID = re.compile(r"^\s*([0-9]{1,3})\s*[:=]\s*(.+)$", re.DOTALL)


def criterion(text: str) -> dict[str, Any]:
    """Read a criterion as typed; one without a measure is BINARY."""
    plain = text.strip()
    change, bound = _CHANGE.match(plain), _BOUND.match(plain)
    if change:
        baseline, target = _decimal(change["from"]), _decimal(change["to"])
        rising = float(target) >= float(baseline)
        return {
            "text": plain,
            "kind": "METRIC",
            "direction": "INCREASE" if rising else "DECREASE",
            "baseline": baseline,
            "target": target,
            **_unit(change["unit"]),
        }
    if bound:
        return {
            "text": plain,
            "kind": "METRIC",
            "direction": "AT_LEAST" if bound["sign"] in (">=", "≥") else "AT_MOST",
            "target": _decimal(bound["to"]),
            **_unit(bound["unit"]),
        }
    return {"text": plain, "kind": "BINARY"}


def numbered(commission: dict[str, Any]) -> list[dict[str, Any]]:
    """The criteria of the current revision in the order in which they are numbered."""
    criteria = commission["currentRevision"]["criteria"]
    return sorted(criteria, key=lambda one: int(one["position"]))


def pick(rows: Sequence[dict[str, Any]], number: int, *, what: str) -> dict[str, Any]:
    """The row with a number as shown, counted from 1; raises Misused when there is none."""
    if not 1 <= number <= len(rows):
        raise Misused(
            say("{} {} gibt es nicht; es gibt {}.", "There is no {} {}; there are {}.").format(
                what, number, len(rows)
            )
        )
    return rows[number - 1]


def said(values: Iterable[str], rows: Sequence[dict[str, Any]]) -> dict[int, str]:
    """Read ``"1: text"`` values to a text per number; a bare text is for the only criterion.

    Raises Misused for an unknown number or an unclear value.
    """
    found: dict[int, str] = {}
    for value in values:
        match = _SAID.match(value)
        if match:
            number, text = int(match[1]), match[2].strip()
        elif value.strip().isascii() and value.strip().isdigit():
            number, text = int(value), ""
        elif len(rows) == 1:
            number, text = 1, value.strip()
        else:
            raise Misused(
                say(
                    "{!r}: zu welchem Kriterium gehört das? Nummer davorschreiben: „1: …“",
                    '{!r}: which criterion is that about? Put its number first: "1: …"',
                ).format(value[:60])
            )
        pick(rows, number, what=say("Kriterium", "criterion"))
        found[number] = text
    return found


def _decimal(text: str) -> str:
    return text.replace(",", ".").removeprefix("+")


def _unit(text: str | None) -> dict[str, str]:
    return {"unit": text.strip()} if text and text.strip() else {}
