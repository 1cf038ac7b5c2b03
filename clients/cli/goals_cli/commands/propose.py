"""`goals propose`: hand a draft to the other side."""

from goals_cli.acting import told
from goals_cli.client import connect
from goals_cli.command import declare
from goals_cli.language import Words
from goals_cli.parameters import key_argument


@declare(
    "propose",
    Words(
        "Einen Entwurf der anderen Seite vorlegen: Die Klärung beginnt. "
        "Die fünf Fragen müssen beantwortet sein.",
        "Hand a draft to the other side: the clarification begins. "
        "The five questions must have an answer.",
    ),
    examples=("goals propose C-12",),
)
@key_argument
def command(key: str) -> None:
    """Read the revision, then propose it."""
    with connect() as client:
        commission = client.commission(key)
        payload = client.act(
            "ProposeCommission",
            {
                "commissionId": commission["id"],
                "expectedRevision": commission["currentRevision"]["number"],
            },
            key=key,
        )
    told(payload, Words("vorgelegt", "proposed"))
