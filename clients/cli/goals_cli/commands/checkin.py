"""`goals checkin`: report how the work goes."""

from goals_cli.acting import told
from goals_cli.client import connect
from goals_cli.command import argument, declare, option
from goals_cli.criteria import numbered, pick, said
from goals_cli.labels import CHECK_IN_HEALTH
from goals_cli.language import Words, say
from goals_cli.parameters import AMOUNT, PERCENT, Choice, key_argument


@declare(
    "checkin",
    Words(
        "Melden, wie es steht: im Plan, gefährdet oder nicht im Plan; mit Messwerten, wenn es "
        "welche gibt.",
        "Report how the work goes: on track, at risk or off track; with measured values if there "
        "are any.",
    ),
    examples=(
        "goals checkin C-12 on-track --confidence 80",
        'goals checkin C-12 at-risk --note "Two people ill." --needs "A tester" --value 1=12',
    ),
)
@key_argument
@argument("health", Words("Wie es steht.", "How it goes."), type=Choice(CHECK_IN_HEALTH))
@option(
    "--confidence", type=PERCENT, words=Words("Zuversicht, 0 bis 100.", "Confidence, 0 to 100.")
)
@option("--note", words=Words("Anmerkung.", "A note."))
@option("--needs", words=Words("Was gebraucht wird.", "What is needed."))
@option(
    "--value",
    "values",
    multiple=True,
    words=Words(
        "Messwert zu Kriterium: 1=42. Mehrfach möglich.", "Value of a criterion: 1=42. Repeatable."
    ),
)
def command(
    key: str,
    health: str,
    confidence: int | None,
    note: str | None,
    needs: str | None,
    values: tuple[str, ...],
) -> None:
    """Record the check-in with its measurements."""
    with connect() as client:
        commission = client.commission(key)
        criteria = numbered(commission)
        measured = [
            {
                "criterionId": pick(criteria, number, what=say("Kriterium", "criterion"))["id"],
                "value": AMOUNT.convert(text, None, None),
            }
            for number, text in said(values, criteria).items()
        ]
        payload = client.act(
            "RecordCheckIn",
            {
                "commissionId": commission["id"],
                "health": health,
                "confidence": confidence,
                "note": note,
                "needs": needs,
                "measurements": measured or None,
            },
            key=key,
        )
    told(payload, Words("Stand gemeldet", "checked in"))
