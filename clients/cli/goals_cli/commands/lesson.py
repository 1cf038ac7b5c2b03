"""`goals lesson`: write down what was learnt."""

from goals_cli.acting import told
from goals_cli.client import connect
from goals_cli.command import argument, declare, option
from goals_cli.language import Words, say
from goals_cli.parameters import key_argument
from goals_cli.texts import given_or_asked


@declare(
    "lesson",
    Words(
        "Festhalten, was man beim nächsten Mal wissen sollte.",
        "Write down what one should know next time.",
    ),
    examples=('goals lesson C-12 "Agree test data before the start." --tag testing',),
)
@key_argument
@argument(
    "text", Words("Die Lehre; sonst von stdin.", "The lesson; else from stdin."), required=False
)
@option(
    "--tag",
    "tags",
    multiple=True,
    words=Words("Schlagwort. Mehrfach möglich.", "A tag. Repeatable."),
)
def command(key: str, text: str | None, tags: tuple[str, ...]) -> None:
    """Record the lesson."""
    learnt = given_or_asked(
        text, Words("Was war zu lernen?", "What was learnt?"), name=say("die Lehre", "the lesson")
    )
    with connect() as client:
        commission = client.commission(key)
        values = {"commissionId": commission["id"], "text": learnt, "tags": list(tags)}
        payload = client.act("RecordLesson", values, key=key)
    told(payload, Words("Lehre festgehalten", "lesson recorded"))
