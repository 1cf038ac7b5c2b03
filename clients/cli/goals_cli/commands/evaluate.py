"""`goals evaluate`: give an overdue commission to evaluation."""

from goals_cli.acting import told
from goals_cli.client import connect
from goals_cli.command import declare
from goals_cli.language import Words
from goals_cli.parameters import key_argument


@declare(
    "evaluate",
    Words(
        "Einen Auftrag auswerten, der nach Termin und Karenz nicht geliefert ist, damit ein "
        "verfehltes Ziel nicht für immer offen bleibt.",
        "Evaluate a commission that was not delivered by its deadline and the days of grace, so "
        "that a miss does not stay open for ever.",
    ),
    examples=("goals evaluate C-12",),
)
@key_argument
def command(key: str) -> None:
    """Close it for evaluation."""
    with connect() as client:
        commission = client.commission(key)
        payload = client.act("CloseForEvaluation", {"commissionId": commission["id"]}, key=key)
    told(payload, Words("zur Auswertung gegeben", "given to evaluation"))
