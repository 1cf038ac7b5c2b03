"""`goals cancel`: end an agreed commission early, from either side."""

from goals_cli.acting import told
from goals_cli.client import connect
from goals_cli.command import declare, option
from goals_cli.errors import Misused
from goals_cli.factors import FACTOR_WORDS, observations
from goals_cli.labels import SIDE
from goals_cli.language import Words, say
from goals_cli.parameters import Choice, key_argument


@declare(
    "cancel",
    Words(
        """Einen vereinbarten Auftrag vorzeitig beenden: als Kunde abbrechen, als Lieferant
        zurücktreten.

        Er bleibt in jeder Quote stehen; deshalb gehören ein Grund und mindestens ein Einfluss
        dazu.""",
        """End an agreed commission early: cancel it as its customer, step back from it as its
        supplier.

        It stays in every rate; therefore it takes a reason and at least one factor.""",
    ),
    examples=(
        'goals cancel C-12 --reason "Project stopped." --factor hindered:changed-priorities',
    ),
)
@key_argument
@option("--reason", required=True, words=Words("Warum.", "Why."))
@option("--factor", "factors", multiple=True, words=FACTOR_WORDS)
@option(
    "--as",
    "side",
    type=Choice(SIDE),
    words=Words(
        "Für welche Seite, wenn Sie auf beiden stehen.", "For which side, if you are on both."
    ),
)
def command(key: str, reason: str, factors: tuple[str, ...], side: str | None) -> None:
    """Cancel or revoke, by the side the person is on."""
    seen = observations(factors)
    if not seen:
        raise Misused(
            say("Was hat dazu geführt? --factor fehlt.", "What led to it? --factor is missing."),
            say("--factor hinderlich:SCHLÜSSEL", "--factor hindered:KEY"),
            "goals factors",
            path=("factors",),
        )
    with connect() as client:
        commission = client.commission(key)
        sides = commission["mySides"]
        chosen = side or (sides[0] if len(sides) == 1 else None)
        if chosen is None and sides:
            raise Misused(
                say("Für welche Seite?", "For which side?"), "--as customer", "--as supplier"
            )
        operation = "RevokeCommission" if chosen == "SUPPLIER" else "CancelCommission"
        values = {"commissionId": commission["id"], "reason": reason, "factors": seen}
        payload = client.act(operation, values, key=key)
    told(payload, Words("abgebrochen", "cancelled"))
