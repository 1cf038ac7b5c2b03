"""`goals inbox`: what the others wait for from me."""

from typing import Any

from goals_cli import output
from goals_cli.client import connect
from goals_cli.command import declare
from goals_cli.dates import day
from goals_cli.hints import commands_for
from goals_cli.labels import EXPECTATION, label
from goals_cli.language import Words, say
from goals_cli.tables import paragraph


@declare(
    "inbox",
    Words(
        "Was Sie den anderen schulden: Antworten, Unterschriften, Abnahmen, Bewertungen – mit dem "
        "Befehl dazu.",
        "What you owe the others: answers, signatures, reviews, assessments – with the command "
        "for each.",
    ),
    examples=("goals inbox",),
)
def command() -> None:
    """Read and print the inbox."""
    with connect() as client:
        items = client.read("Inbox", first=50)
    output.data(items)
    same: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for item in items or []:
        same.setdefault((item["commission"]["key"], item["kind"]), []).append(item)
    for group in same.values():
        _print(group[0], len(group))
    if not items:
        output.line(say("Niemand wartet auf Sie.", "Nobody waits for you."))


def _print(item: dict[str, Any], count: int) -> None:
    commission = item["commission"]
    what = label(EXPECTATION, item["kind"])
    due = say(" bis {}", " by {}").format(day(item["due"])) if item.get("due") else ""
    since = say(", seit {}", ", since {}").format(day(item["since"]))
    times = f" ({count})" if count > 1 else ""
    stands_in = item.get("onBehalfOf")
    instead = say(" (für {})", " (for {})").format(stands_in["name"]) if stands_in else ""
    output.line(f"{commission['key']}: {what}{times}{due}{since}{instead}")
    paragraph(commission["title"])
    for text in commands_for([item["act"]], commission["key"]):
        output.line(f"  → {text}")
