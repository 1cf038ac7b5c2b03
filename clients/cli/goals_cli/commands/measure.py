"""`goals measure`: record a measured value of a criterion."""

from typing import Any

from goals_cli.acting import told
from goals_cli.client import connect
from goals_cli.command import argument, declare, option
from goals_cli.criteria import numbered, pick
from goals_cli.errors import Misused
from goals_cli.language import Words, say
from goals_cli.numbers import percent
from goals_cli.parameters import AMOUNT, WholeNumber, key_argument

NUMBER_WORDS = Words(
    "Nummer des Kriteriums, wie in `goals show`.", "Number of the criterion, as in `goals show`."
)


@declare(
    "measure",
    Words(
        "Einen Messwert eintragen. Wie weit das Kriterium damit erreicht ist, wird berechnet.",
        "Record a measured value. How far it reaches the criterion is computed.",
    ),
    examples=(
        "goals measure C-12 1 42",
        "goals measure C-12 2 99.5 --evidence https://example.org/report",
    ),
)
@key_argument
@argument("criterion", NUMBER_WORDS, type=WholeNumber(1, 999))
@argument("value", Words("Der Messwert.", "The value."), type=AMOUNT)
@option(
    "--at",
    words=Words(
        "Wann gemessen, mit Zeitzone: 2027-03-31T12:00+02:00; sonst jetzt.",
        "When it was measured, with zone: 2027-03-31T12:00+02:00; else now.",
    ),
)
@option("--evidence", words=Words("Adresse eines Belegs.", "Address of the evidence."))
def command(key: str, criterion: int, value: str, at: str | None, evidence: str | None) -> None:
    """Record the value of the criterion with this number."""
    observed = _moment(at) if at else None
    with connect() as client:
        commission = client.commission(key)
        chosen = pick(numbered(commission), criterion, what=say("Kriterium", "criterion"))
        payload = client.act(
            "MeasureCriterion",
            {
                "criterionId": chosen["id"],
                "value": value,
                "observedAt": observed,
                "evidenceUrl": evidence,
            },
            key=key,
        )
    told(payload, Words("gemessen", "measured"), *_attained(payload))


def _attained(payload: dict[str, Any]) -> list[str]:
    measured = payload["measurement"]
    if not measured:
        return []
    one = measured["criterion"]
    reached = percent(one["attainment"]) if one["attainment"] is not None else "–"
    text = say("{}: jetzt {} {}, {} erreicht", "{}: now {} {}, {} attained")
    return [text.format(one["text"], measured["value"], one["unit"] or "", reached)]


def _moment(text: str) -> str:
    """Read a time with its zone; raises Misused when the zone is missing or it is no time."""
    import datetime as dt

    try:
        found = dt.datetime.fromisoformat(text.strip())
    except ValueError:
        found = None
    if found is None or found.tzinfo is None:
        raise Misused(
            say("{!r} ist keine Zeit mit Zeitzone.", "{!r} is no time with a zone.").format(
                text[:40]
            ),
            "--at 2027-03-31T12:00+02:00",
            path=("observedAt",),
        )
    return found.isoformat()
