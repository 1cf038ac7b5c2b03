"""`goals receipt`: the receipt of a signature, again."""

import json
from pathlib import Path
from typing import Any

import click

from goals_cli import output
from goals_cli.client import connect
from goals_cli.command import declare, option
from goals_cli.dates import moment
from goals_cli.errors import Misused
from goals_cli.labels import DECISION, SIDE, label
from goals_cli.language import Words, say
from goals_cli.parameters import Choice, key_argument
from goals_cli.receipts import keep


@declare(
    "receipt",
    Words(
        """Die Quittung einer Unterschrift noch einmal holen.

        Sie enthält den unterschriebenen Text und seinen Platz in der Historie und lässt sich ohne
        Server prüfen: goals audit verify DATEI. Ohne --side ist es die letzte der eigenen
        Seite.""",
        """Get the receipt of a signature again.

        It holds the text that was signed and its place in the history, and can be checked without
        the server: goals audit verify FILE. Without --side it is the last one of your own side.""",
    ),
    examples=("goals receipt C-12", "goals receipt C-12 --output receipt.json"),
)
@key_argument
@option("--side", type=Choice(SIDE), words=Words("Wessen Unterschrift.", "Whose signature."))
@option(
    "--output",
    "path",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    words=Words("Wohin sie geschrieben wird.", "Where to write it."),
)
def command(key: str, side: str | None, path: Path | None) -> None:
    """Read the signatures, pick one, write or print its receipt."""
    with connect() as client:
        commission = client.commission(key, "ReadReceipts")
    signature = _picked(commission, side)
    if signature is None:
        raise Misused(
            say("{} hat noch keine Unterschrift.", "Nothing is signed on {} yet.").format(key),
            f"goals show {key}",
            code="NOTHING_SIGNED",
        )
    receipt = signature["receipt"]
    output.data(None if receipt["document"] is None else json.loads(receipt["document"]))
    output.line(
        say("{}: {}, Fassung {}, von {} am {}", "{}: {}, revision {}, by {} on {}").format(
            label(SIDE, signature["side"]),
            label(DECISION, signature["decision"]),
            signature["revision"]["number"],
            signature["person"]["name"],
            moment(signature["signedAt"]),
        )
    )
    for text in keep(receipt, path):
        output.line(f"  {text}")
    if path is None:
        output.line(f"  → goals receipt {key} --output {key}-receipt.json")


def _picked(commission: dict[str, Any], side: str | None) -> dict[str, Any] | None:
    """The newest signature of a side; without one the own side's, else whosever it is."""
    signatures: list[dict[str, Any]] = commission["signatures"]["nodes"]
    wanted = [side] if side else commission["mySides"]
    own = [one for one in signatures if one["side"] in wanted]
    return next(iter(own if side else own or signatures), None)
