"""`goals block`: name something that stands in the way."""

from goals_cli.acting import told
from goals_cli.client import connect
from goals_cli.command import argument, declare, option
from goals_cli.labels import BLOCKER
from goals_cli.language import Words, say
from goals_cli.parameters import Choice, key_argument
from goals_cli.texts import given_or_asked


@declare(
    "block",
    Words(
        "Ein Hindernis melden, mit dem, der es beseitigen kann, und dem nächsten Schritt.",
        "Name something that stands in the way, who can clear it, and the next step.",
    ),
    examples=(
        'goals block C-12 decision "Budget not released" --owner "Anna" --next "Ask Monday"',
    ),
)
@key_argument
@argument("kind", Words("Art des Hindernisses.", "Kind of blocker."), type=Choice(BLOCKER))
@argument(
    "text",
    Words("Was im Weg steht; sonst von stdin.", "What it is; else from stdin."),
    required=False,
)
@option("--owner", words=Words("Wer es beseitigen kann.", "Who can clear it."))
@option("--next", "next_step", words=Words("Nächster Schritt.", "Next step."))
def command(
    key: str, kind: str, text: str | None, owner: str | None, next_step: str | None
) -> None:
    """Raise the blocker."""
    what = given_or_asked(
        text,
        Words("Was steht im Weg?", "What stands in the way?"),
        name=say("das Hindernis", "the blocker"),
    )
    with connect() as client:
        commission = client.commission(key)
        payload = client.act(
            "RaiseBlocker",
            {
                "commissionId": commission["id"],
                "kind": kind,
                "text": what,
                "owner": owner,
                "nextStep": next_step,
            },
            key=key,
        )
    told(payload, Words("Hindernis gemeldet", "blocker raised"))
