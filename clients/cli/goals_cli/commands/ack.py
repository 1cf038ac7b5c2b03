"""`goals ack`: say that the check-ins were read."""

from goals_cli import output
from goals_cli.acting import nodes, told
from goals_cli.client import connect
from goals_cli.command import declare
from goals_cli.dates import day
from goals_cli.errors import Misused
from goals_cli.labels import HEALTH, label
from goals_cli.language import Words, say
from goals_cli.parameters import key_argument


@declare(
    "ack",
    Words(
        "Ungelesene Zwischenstände zur Kenntnis nehmen, damit der Lieferant weiß, dass sie "
        "gelesen wurden.",
        "Acknowledge the unread check-ins, so that the supplier knows that they were read.",
    ),
    examples=("goals ack C-12",),
)
@key_argument
def command(key: str) -> None:
    """Show the unread check-ins and acknowledge each, the oldest first."""
    with connect() as client:
        commission = client.commission(key)
        waiting = [one for one in nodes(commission, "checkIns") if not one["acknowledgedAt"]]
        if not waiting:
            raise Misused(
                say("Es wartet kein Zwischenstand.", "No check-in is waiting."),
                f"goals show {key}",
            )
        for one in waiting:
            output.note(
                f"{day(one['createdAt'])} {label(HEALTH, one['health'])}: {one['note'] or '–'}"
            )
            payload = client.act("AcknowledgeCheckIn", {"checkInId": one["id"]}, key=key)
    told(payload, Words("zur Kenntnis genommen", "acknowledged"))
