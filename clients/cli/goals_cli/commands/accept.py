"""`goals accept`: sign the revision that is on the table."""

from pathlib import Path

import click

from goals_cli import output
from goals_cli.acting import on_the_table, show_revision, told
from goals_cli.client import connect
from goals_cli.command import declare, option
from goals_cli.errors import Misused
from goals_cli.language import Words, say
from goals_cli.parameters import PERCENT, key_argument
from goals_cli.receipts import keep
from goals_cli.texts import agreed, ask


@declare(
    "accept",
    Words(
        """Die Fassung unterschreiben, die auf dem Tisch liegt.

        Gezeigt wird, was unterschrieben wird; im Terminal wird nachgefragt. Sind sich beide
        Seiten über dieselbe Fassung einig, ist der Auftrag vereinbart. Die Zuversicht sagt, wie
        wahrscheinlich das Ziel zum Termin erreicht wird.""",
        """Sign the revision that is on the table.

        What is signed is shown; in a terminal you are asked once more. When both sides have
        signed the same revision the commission is agreed. The confidence says how likely it is
        that the goal is reached by the deadline.""",
    ),
    examples=(
        "goals accept C-12 --confidence 80",
        'goals accept C-12 --confidence 80 --note "Clear; like last year." --yes',
        "goals accept C-12 --confidence 80 --receipt receipt.json",
    ),
)
@key_argument
@option(
    "--confidence",
    type=PERCENT,
    words=Words("Zuversicht in Prozent, 0 bis 100.", "Confidence in per cent, 0 to 100."),
)
@option("--note", words=Words("Anmerkung zur Unterschrift.", "A note to the signature."))
@option(
    "--override-reason",
    words=Words(
        "Warum trotz fehlgeschlagener SMART-Prüfung.", "Why, although the SMART check failed."
    ),
)
@option(
    "--receipt",
    "path",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    words=Words("Wohin die Quittung geschrieben wird.", "Where to write the receipt."),
)
@option("--yes", is_flag=True, words=Words("Nicht nachfragen.", "Do not ask."))
def command(
    key: str,
    confidence: int | None,
    note: str | None,
    override_reason: str | None,
    path: Path | None,
    yes: bool,
) -> None:
    """Show the revision, ask, sign."""
    with connect() as client:
        commission = client.commission(key)
        revision = on_the_table(commission)
        show_revision(commission, revision)
        if confidence is None:
            confidence = _asked_confidence()
        question = say("Diese Fassung unterschreiben?", "Sign this revision?")
        if not yes and output.interactive() and not agreed(question):
            raise Misused(say("Nicht unterschrieben.", "Not signed."), code="NOT_CONFIRMED")
        payload = client.act(
            "AcceptCommission",
            {
                "commissionId": commission["id"],
                "expectedRevision": revision["number"],
                "confidence": confidence,
                "note": note,
                "overrideReason": override_reason,
            },
            key=key,
        )
    done = say("Fassung {} unterschrieben", "revision {} signed").format(revision["number"])
    told(payload, done, *keep(payload.get("receipt"), path))


def _asked_confidence() -> int:
    if not output.interactive():
        raise Misused(
            say("Es fehlt die Zuversicht.", "The confidence is missing."),
            "--confidence 80",
            path=("confidence",),
        )
    text = ask(
        say(
            "Wie wahrscheinlich wird das Ziel zum Termin erreicht (0-100 %)?",
            "How likely is the goal to be reached by the deadline (0-100 %)?",
        )
    )
    return PERCENT.convert(text, None, None)
