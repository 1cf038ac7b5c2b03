"""`goals ack`: say that a check-in was read."""

from goals_cli import output
from goals_cli.acting import nodes, told
from goals_cli.client import connect
from goals_cli.command import declare
from goals_cli.errors import Misused
from goals_cli.labels import HEALTH, label
from goals_cli.language import Words, say
from goals_cli.parameters import key_argument


@declare(
    "ack",
    Words(
        "Den letzten Zwischenstand zur Kenntnis nehmen, damit der Lieferant weiß, dass er "
        "gelesen wurde.",
        "Acknowledge the last check-in, so that the supplier knows that it was read.",
    ),
    examples=("goals ack C-12",),
)
@key_argument
def command(key: str) -> None:
    """Acknowledge the latest check-in nobody has acknowledged."""
    with connect() as client:
        commission = client.commission(key)
        waiting = [one for one in nodes(commission, "checkIns") if not one["acknowledgedAt"]]
        if not waiting:
            raise Misused(
                say("Es wartet kein Zwischenstand.", "No check-in is waiting."),
                f"goals show {key}",
            )
        latest = waiting[-1]
        output.note(f"{label(HEALTH, latest['health'])}: {latest['note'] or '–'}")
        payload = client.act("AcknowledgeCheckIn", {"checkInId": latest["id"]}, key=key)
    told(payload, Words("zur Kenntnis genommen", "acknowledged"))
