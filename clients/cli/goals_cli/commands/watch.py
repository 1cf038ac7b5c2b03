"""`goals watch`: what happens, as it happens."""

from typing import Any

from goals_cli import output
from goals_cli.client import connect
from goals_cli.command import declare, option
from goals_cli.dates import moment
from goals_cli.labels import EVENT, EXPECTATION, STATE, label
from goals_cli.language import Words, say
from goals_cli.parameters import optional_key_argument
from goals_cli.refusals import not_found


@declare(
    "watch",
    Words(
        "Zusehen, was geschieht: eine Zeile für jede Handlung an einem Auftrag, oder an allen, die "
        "Sie sehen dürfen. Strg-C beendet; nach einer Unterbrechung geht es lückenlos weiter.",
        "Watch what happens: one line for each act on one commission, or on all that you may see. "
        "Ctrl-C ends it; after a lost connection it goes on without a gap.",
    ),
    examples=("goals watch", "goals watch C-12", "goals watch --inbox --json"),
)
@optional_key_argument
@option(
    "--inbox",
    is_flag=True,
    words=Words("Nur, wenn sich ändert, was Sie schulden.", "Only when what you owe changes."),
)
def command(key: str | None, inbox: bool) -> None:
    """Print one line for each change."""
    with connect() as client:
        if inbox:
            changes = client.follow("WatchInbox")
        else:
            changes = client.follow("WatchCommissions", by={"key": key} if key else None)
        for change in changes:
            if change is None:
                raise not_found(key or "")
            commission = change["node"] or {}
            if inbox and key and commission.get("key") != key:
                continue
            output.record(change)
            output.line(_line(change, commission))


def _line(change: dict[str, Any], commission: dict[str, Any]) -> str:
    what = label(EVENT, change["kind"])
    about = f"{commission['title']} ({label(STATE, commission['state'])})" if commission else ""
    owed = ""
    if "owed" in change:
        things = ", ".join(label(EXPECTATION, kind) for kind in change["owed"])
        owed = f" → {things or say('nichts mehr offen', 'nothing owed any more')}"
    return f"{moment(change['occurredAt'])}  {commission.get('key', '?')}  {what}: {about}{owed}"
