"""`goals show`: one commission as a card."""

from goals_cli import card, output
from goals_cli.client import Client, connect
from goals_cli.command import declare, option
from goals_cli.dates import moment
from goals_cli.labels import EVENT, label
from goals_cli.language import Words
from goals_cli.parameters import key_argument
from goals_cli.tables import table


@declare(
    "show",
    Words(
        "Einen Auftrag zeigen: die fünf Fragen, Stand, wer am Zug ist, und was Sie tun können.",
        "Show one commission: the five questions, where it stands, who is to move, and what you "
        "can do now.",
    ),
    examples=("goals show C-12", "goals show 12 --history"),
)
@key_argument
@option("--history", is_flag=True, words=Words("Was bisher geschah.", "What happened so far."))
def command(key: str, history: bool) -> None:
    """Read and print the card, or the history."""
    with connect() as client:
        if history:
            _show_history(client, key)
            return
        commission = client.commission(key, "ShowCommission")
    output.data(commission)
    if not output.as_json():
        card.show(commission)


def _show_history(client: Client, key: str) -> None:
    commission = client.commission(key, "CommissionHistory")
    events = [*commission["history"]["nodes"]]
    page = commission["history"]["pageInfo"]
    while page["hasNextPage"] and len(events) < 1000:
        more = client.read("CommissionHistory", by={"key": key}, first=100, after=page["endCursor"])
        events += more["history"]["nodes"]
        page = more["history"]["pageInfo"]
    output.data(events)
    rows = [
        (
            moment(event["at"]),
            event["actor"]["name"] if event["actor"] else str(event["channel"]).lower(),
            label(EVENT, event["kind"]),
        )
        for event in events
    ]
    headings = (Words("Wann", "When"), Words("Wer", "Who"), Words("Was", "What"))
    table([str(words) for words in headings], rows)
