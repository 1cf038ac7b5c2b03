"""`goals history`: who changed what in a commission, from what to what."""

from typing import Any

import click

from goals_cli import output
from goals_cli.client import Client, connect
from goals_cli.command import declare
from goals_cli.dates import moment
from goals_cli.differences import difference
from goals_cli.language import Words, say
from goals_cli.parameters import key_argument


@declare(
    "history",
    Words(
        """Wer hat wann was geändert, von was zu was.

        Jeder Eintrag ist ein Ereignis der unveränderlichen Historie. Texte werden Wort für Wort
        verglichen: [-weg-] und {+neu+}, im Terminal in Farbe.""",
        """Who changed what, when, and from what to what.

        Each entry is one event of the history that nobody can change. Texts are compared word by
        word: [-gone-] and {+new+}, in colours in a terminal.""",
    ),
    examples=("goals history C-12", "goals history C-12 --json"),
)
@key_argument
def command(key: str) -> None:
    """Read all events and print them, the oldest first."""
    with connect() as client:
        entries = _entries(client, key)
    output.data(entries)
    for entry in entries:
        _print(entry)


def _entries(client: Client, key: str) -> list[dict[str, Any]]:
    found = client.commission(key, "CommissionHistory")["history"]
    entries = list(found["nodes"])
    while found["pageInfo"]["hasNextPage"]:
        after = found["pageInfo"]["endCursor"]
        found = client.read("CommissionHistory", by={"key": key}, first=50, after=after)["history"]
        entries += found["nodes"]
    return entries


def _print(entry: dict[str, Any]) -> None:
    said = output.clean(entry["summary"])
    if entry["onBehalfOf"]:
        said += say(" (für {})", " (for {})").format(output.clean(entry["onBehalfOf"]))
    output.line(f"{moment(entry['at'])}  {said}")
    for change in entry["changes"]:
        text = difference(change["before"], change["after"])
        _line(f"    {output.clean(change['label'])}: {text}")


def _line(text: str) -> None:
    """Print a line whose parts are clean; colours are not taken out again."""
    if not output.as_json():
        click.echo(text, color=output.coloured())
