"""`goals show`: one commission as a card."""

from goals_cli import card, output
from goals_cli.client import connect
from goals_cli.command import declare
from goals_cli.language import Words
from goals_cli.parameters import key_argument


@declare(
    "show",
    Words(
        "Einen Auftrag zeigen: die fünf Fragen, Stand, wer am Zug ist, und was Sie tun können.",
        "Show one commission: the five questions, where it stands, who is to move, and what you "
        "can do now.",
    ),
    examples=("goals show C-12", "goals show 12 --json"),
)
@key_argument
def command(key: str) -> None:
    """Read and print the card."""
    with connect() as client:
        commission = client.commission(key, "ShowCommission")
    output.data(commission)
    if not output.as_json():
        card.show(commission)
