"""`goals confirm`: the customer says that the supplier understood rightly."""

from goals_cli import output
from goals_cli.client import connect
from goals_cli.command import declare
from goals_cli.commands.playback import confirm_playback, pending
from goals_cli.language import Words, quoted
from goals_cli.parameters import key_argument


@declare(
    "confirm",
    Words(
        "Bestätigen, dass der Lieferant den Auftrag richtig verstanden hat.",
        "Confirm that the supplier understood the commission rightly.",
    ),
    examples=("goals confirm C-12",),
)
@key_argument
def command(key: str) -> None:
    """Show the playback, then confirm it."""
    with connect() as client:
        commission = client.commission(key)
        output.note(quoted(pending(commission)["text"]))
        confirm_playback(client, commission)
