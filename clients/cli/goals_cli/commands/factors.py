"""`goals factors`: the catalogue of what may help, hinder or be missing."""

from goals_cli import output
from goals_cli.client import connect
from goals_cli.command import declare
from goals_cli.labels import LEVEL, label
from goals_cli.language import Words, say
from goals_cli.tables import table


@declare(
    "factors",
    Words(
        "Rahmenbedingungen auflisten, die förderlich, hinderlich oder fehlend sein können; die "
        "Schlüssel gelten für --factor.",
        "List the conditions that may help, hinder or be missing; --factor takes their keys.",
    ),
    examples=("goals factors",),
)
def command() -> None:
    """Read all factors and print them by level."""
    with connect() as client:
        factors = list(client.every("ListFactors"))
    output.data(factors)
    name = say("labelDe", "labelEn")
    order = list(LEVEL)
    rows = sorted(
        ((label(LEVEL, one["level"]), one["key"], one[name], one["level"]) for one in factors),
        key=lambda row: (order.index(row[3]) if row[3] in order else 99, row[1]),
    )
    headings = (Words("Ebene", "Level"), Words("Schlüssel", "Key"), Words("Was", "What"))
    table([str(words) for words in headings], [row[:3] for row in rows])
