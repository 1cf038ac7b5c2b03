"""`goals ask`: ask the other side about one of the answers."""

from goals_cli.acting import told
from goals_cli.client import connect
from goals_cli.command import argument, declare, option
from goals_cli.labels import FIELD
from goals_cli.language import Words, say
from goals_cli.parameters import Choice, key_argument
from goals_cli.texts import given_or_asked


@declare(
    "ask",
    Words(
        "Die andere Seite etwas fragen, solange geklärt wird. Mit einer offenen Frage kann "
        "niemand unterschreiben.",
        "Ask the other side something while it is being clarified. Nobody can sign while a "
        "question is open.",
    ),
    examples=('goals ask C-12 "Which customers count?" --about criteria',),
)
@key_argument
@argument(
    "text", Words("Die Frage; sonst von stdin.", "The question; else from stdin."), required=False
)
@option(
    "--about",
    type=Choice(FIELD),
    default="GOAL",
    words=Words("Worauf sie sich bezieht.", "What it is about."),
)
def command(key: str, text: str | None, about: str) -> None:
    """Ask; the field is the goal unless said otherwise."""
    question = given_or_asked(
        text, Words("Ihre Frage:", "Your question:"), name=say("die Frage", "the question")
    )
    with connect() as client:
        commission = client.commission(key)
        payload = client.act(
            "AskQuestion",
            {"commissionId": commission["id"], "field": about, "text": question},
            key=key,
        )
    told(payload, Words("gefragt", "asked"))
