"""`goals assess`: the own side's assessment, sealed until both are in."""

import re
from typing import Any

from goals_cli import output
from goals_cli.acting import told
from goals_cli.client import connect
from goals_cli.command import declare, option
from goals_cli.criteria import numbered, pick
from goals_cli.errors import Misused
from goals_cli.factors import FACTOR_WORDS, observations
from goals_cli.labels import ASPECT
from goals_cli.language import Words, say
from goals_cli.parameters import Choice, WholeNumber, key_argument
from goals_cli.texts import ask

_MARK = re.compile(r"\s*(all|alle|[0-9]{1,3})\s*[:=]\s*([0-9]{1,4})\s*%?\s*\Z", re.IGNORECASE)
_SCORE = re.compile(r"\s*([\w-]+)\s*[:=]\s*([1-7])\s*/\s*([1-7])\s*\Z")


@declare(
    "assess",
    Words(
        """Nach der Abnahme bewerten: wie weit jedes Kriterium erreicht ist, wie zufrieden Sie
        sind, was half, hinderte oder fehlte.

        Die andere Seite sieht nichts davon, bis auch sie bewertet hat. Im Terminal wird
        gefragt.""",
        """Assess after the review: how far every criterion was reached, how satisfied you are,
        what helped, hindered or was missing.

        The other side sees nothing of it until it has assessed too. In a terminal you are
        asked.""",
    ),
    examples=(
        "goals assess C-12 --attained all=100 --satisfaction overall=5/6",
        "goals assess C-12 --attained 1=100 --attained 2=80 --factor helped:clear-goal:3:own",
    ),
)
@key_argument
@option(
    "--attained",
    multiple=True,
    words=Words(
        "Wie viel Prozent eines Kriteriums: 1=100 oder alle=100. Mehrfach möglich.",
        "Per cent of a criterion: 1=100 or all=100. Repeatable.",
    ),
)
@option(
    "--satisfaction",
    multiple=True,
    words=Words(
        "Erwartet/erlebt von 1 bis 7: insgesamt=5/6; auch Verlässlichkeit, Reaktion, Klarheit, "
        "Zusammenarbeit.",
        "Expected/perceived from 1 to 7: overall=5/6; also reliability, responsiveness, clarity, "
        "cooperation.",
    ),
)
@option("--factor", "factors", multiple=True, words=FACTOR_WORDS)
@option("--comment", words=Words("Anmerkung.", "A comment."))
def command(
    key: str,
    attained: tuple[str, ...],
    satisfaction: tuple[str, ...],
    factors: tuple[str, ...],
    comment: str | None,
) -> None:
    """Collect judgements, satisfaction and factors, then assess."""
    seen = observations(factors)
    scores = [_score(value) for value in satisfaction]
    with connect() as client:
        commission = client.commission(key)
        criteria = numbered(commission)
        if not attained and output.interactive():
            attained, scores = _asked(criteria, scores)
        payload = client.act(
            "AssessCommission",
            {
                "commissionId": commission["id"],
                "judgements": _judgements(attained, criteria),
                "satisfaction": scores,
                "factors": seen,
                "comment": comment,
            },
            key=key,
        )
    told(payload, Words("bewertet", "assessed"))


def _judgements(values: tuple[str, ...], criteria: list[dict[str, Any]]) -> list[dict[str, Any]]:
    found: dict[int, int] = {}
    for value in values:
        match = _MARK.match(value)
        if not match or int(match[2]) > 1000:
            raise Misused(
                say("{!r} verstehe ich nicht.", "{!r} is unclear.").format(value[:40]),
                "--attained 1=100",
                path=("attained",),
            )
        if match[1].isdigit():
            pick(criteria, int(match[1]), what=say("Kriterium", "criterion"))
            found[int(match[1])] = int(match[2])
        else:
            found.update(dict.fromkeys(range(1, len(criteria) + 1), int(match[2])))
    return [
        {"criterionId": criteria[number - 1]["id"], "attainment": reached}
        for number, reached in sorted(found.items())
    ]


def _score(value: str) -> dict[str, Any]:
    match = _SCORE.match(value)
    if not match:
        raise Misused(
            say("{!r} verstehe ich nicht.", "{!r} is unclear.").format(value[:40]),
            say("--satisfaction insgesamt=5/6", "--satisfaction overall=5/6"),
            path=("satisfaction",),
        )
    aspect = Choice(ASPECT).convert(match[1], None, None)
    return {"aspect": aspect, "expected": int(match[2]), "perceived": int(match[3])}


def _asked(
    criteria: list[dict[str, Any]], scores: list[dict[str, Any]]
) -> tuple[tuple[str, ...], list[dict[str, Any]]]:
    marks = []
    for number, one in enumerate(criteria, 1):
        output.note(f"{number}. {one['text']}")
        text = ask(
            say("Zu wie viel Prozent erreicht?", "Reached by how many per cent?"), default="100"
        )
        marks.append(f"{number}={WholeNumber(0, 1000).convert(text, None, None)}")
    if not scores:
        expected = ask(say("Was hatten Sie erwartet (1-7)?", "What did you expect (1-7)?"))
        perceived = ask(say("Und was haben Sie erlebt (1-7)?", "And what did you get (1-7)?"))
        if expected and perceived:
            scores = [_score(f"overall={expected}/{perceived}")]
    return tuple(marks), scores
