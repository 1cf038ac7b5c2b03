"""`goals withdraw`: take back a commission before agreement, or an own question."""

from goals_cli.acting import told
from goals_cli.client import connect
from goals_cli.command import declare, option
from goals_cli.commands.answer import open_question
from goals_cli.errors import Misused
from goals_cli.language import Words, say
from goals_cli.parameters import WholeNumber, key_argument


@declare(
    "withdraw",
    Words(
        "Einen vorgelegten Auftrag vor der Einigung zurückziehen, oder eine eigene Frage.",
        "Take back a proposed commission before agreement, or an own question.",
    ),
    examples=(
        'goals withdraw C-12 --reason "No longer needed."',
        "goals withdraw C-12 --question 1",
    ),
)
@key_argument
@option("--reason", words=Words("Warum.", "Why."))
@option(
    "--question",
    type=WholeNumber(1, 999),
    words=Words("Nur diese Frage zurückziehen.", "Take back this question only."),
)
def command(key: str, reason: str | None, question: int | None) -> None:
    """Withdraw the question if one is named, else the commission."""
    if question is None and not reason:
        raise Misused(
            say("Es fehlt der Grund.", "The reason is missing."), '--reason "…"', path=("reason",)
        )
    with connect() as client:
        commission = client.commission(key)
        if question is not None:
            asked = open_question(commission, question)
            payload = client.act("WithdrawQuestion", {"questionId": asked["id"]}, key=key)
        else:
            values = {"commissionId": commission["id"], "reason": reason}
            payload = client.act("WithdrawCommission", values, key=key)
    told(payload, Words("zurückgezogen", "withdrawn"))
