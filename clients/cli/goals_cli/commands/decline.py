"""`goals decline`: say no, with a reason and an alternative."""

from pathlib import Path

import click

from goals_cli.acting import on_the_table, told
from goals_cli.client import connect
from goals_cli.command import declare, option
from goals_cli.errors import Misused
from goals_cli.language import Words, say
from goals_cli.parameters import key_argument
from goals_cli.receipts import keep


@declare(
    "decline",
    Words(
        "Ablehnen. Ein Nein nennt seinen Grund und was stattdessen möglich ist.",
        "Say no. A no names its reason, and what is possible instead.",
    ),
    examples=(
        'goals decline C-12 --reason "No capacity before May." --alternative "Start in May."',
        'goals decline C-12 --reason "Not ours to decide." --no-alternative',
    ),
)
@key_argument
@option("--reason", required=True, words=Words("Warum nicht.", "Why not."))
@option("--alternative", words=Words("Was stattdessen möglich ist.", "What is possible instead."))
@option(
    "--no-alternative",
    is_flag=True,
    words=Words("Es gibt keine Alternative.", "There is no alternative."),
)
@option(
    "--receipt",
    "path",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    words=Words("Wohin die Quittung geschrieben wird.", "Where to write the receipt."),
)
def command(
    key: str, reason: str, alternative: str | None, no_alternative: bool, path: Path | None
) -> None:
    """Decline the revision on the table."""
    if not alternative and not no_alternative:
        raise Misused(
            say("Es fehlt die Alternative.", "The alternative is missing."),
            '--alternative "…"',
            say(
                "oder --no-alternative, wenn es keine gibt", "or --no-alternative if there is none"
            ),
            path=("alternative",),
        )
    with connect() as client:
        commission = client.commission(key)
        payload = client.act(
            "DeclineCommission",
            {
                "commissionId": commission["id"],
                "expectedRevision": on_the_table(commission)["number"],
                "reason": reason,
                "alternative": alternative,
                "noAlternative": no_alternative,
            },
            key=key,
        )
    told(payload, Words("abgelehnt", "declined"), *keep(payload.get("receipt"), path))
