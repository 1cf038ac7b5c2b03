"""`goals deliver`: declare the work delivered, criterion by criterion."""

from typing import Any

from goals_cli import output
from goals_cli.acting import told
from goals_cli.client import connect
from goals_cli.command import declare, option
from goals_cli.criteria import numbered, said
from goals_cli.errors import Misused
from goals_cli.language import Words, say
from goals_cli.parameters import key_argument
from goals_cli.texts import ask


@declare(
    "deliver",
    Words(
        """Das Ergebnis übergeben und zu jedem Muss-Kriterium sagen, was erreicht ist.

        Ob es gut ist, sagt danach der Kunde. Im Terminal wird zu jedem Kriterium gefragt.""",
        """Declare the work delivered, and say for every MUST criterion what was reached.

        Whether it is satisfactory is for the customer to say. In a terminal you are asked
        criterion by criterion.""",
    ),
    examples=(
        'goals deliver C-12 --claim "1: 21 users trained" --claim "2: manual is online"',
        'goals deliver C-12 --claim "1: done" --evidence "1: https://example.org/list"',
    ),
)
@key_argument
@option(
    "--claim",
    "claims",
    multiple=True,
    words=Words(
        "Was zu einem Kriterium erreicht ist: „1: …“. Mehrfach möglich.",
        'What was reached for a criterion: "1: …". Repeatable.',
    ),
)
@option(
    "--evidence",
    multiple=True,
    words=Words("Adresse eines Belegs: „1: https://…“.", 'Address of evidence: "1: https://…".'),
)
@option("--note", words=Words("Anmerkung.", "A note."))
def command(key: str, claims: tuple[str, ...], evidence: tuple[str, ...], note: str | None) -> None:
    """Collect the claims, then deliver."""
    with connect() as client:
        commission = client.commission(key)
        criteria = numbered(commission)
        texts = said(claims, criteria)
        if not texts and output.interactive():
            texts = _asked(criteria)
        _complete(criteria, texts)
        proofs = said(evidence, criteria)
        made: list[dict[str, Any]] = []
        for number, text in texts.items():
            claim = {"criterionId": criteria[number - 1]["id"], "claim": text}
            if number in proofs:
                claim["evidenceUrl"] = proofs[number]
            made.append(claim)
        payload = client.act(
            "DeliverCommission",
            {"commissionId": commission["id"], "note": note, "claims": made},
            key=key,
        )
    told(payload, Words("geliefert", "delivered"))


def _complete(criteria: list[dict[str, Any]], texts: dict[int, str]) -> None:
    """Say by their numbers which MUST criteria still want a claim."""
    missing = [
        f'--claim "{number}: …"   {one["text"]}'
        for number, one in enumerate(criteria, 1)
        if one["priority"] == "MUST" and not texts.get(number)
    ]
    if missing:
        raise Misused(
            say(
                "Zu jedem Muss-Kriterium gehört, was erreicht ist.",
                "Every MUST criterion needs what was reached.",
            ),
            *missing,
            path=("claims",),
        )


def _asked(criteria: list[dict[str, Any]]) -> dict[int, str]:
    answers = {}
    for number, one in enumerate(criteria, 1):
        output.note(f"{number}. {one['text']}")
        text = ask(say("Was ist erreicht?", "What was reached?"))
        if text:
            answers[number] = text
    return answers
