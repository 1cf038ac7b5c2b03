"""`goals override`: set the attainment of a criterion by hand, with a reason."""

from goals_cli.acting import told
from goals_cli.client import connect
from goals_cli.command import argument, declare, option
from goals_cli.commands.measure import NUMBER_WORDS
from goals_cli.criteria import numbered, pick
from goals_cli.language import Words, say
from goals_cli.parameters import WholeNumber, key_argument


@declare(
    "override",
    Words(
        "Die Zielerreichung eines Kriteriums von Hand setzen. Der berechnete Wert bleibt daneben "
        "stehen.",
        "Set the attainment of a criterion by hand. The computed value stays beside it.",
    ),
    examples=('goals override C-12 1 80 --reason "Two sites were closed for a month."',),
)
@key_argument
@argument("criterion", NUMBER_WORDS, type=WholeNumber(1, 999))
@argument(
    "attainment", Words("Prozent, 0 bis 1000.", "Per cent, 0 to 1000."), type=WholeNumber(0, 1000)
)
@option("--reason", required=True, words=Words("Warum.", "Why."))
def command(key: str, criterion: int, attainment: int, reason: str) -> None:
    """Send the attainment as a fraction of one."""
    with connect() as client:
        commission = client.commission(key)
        chosen = pick(numbered(commission), criterion, what=say("Kriterium", "criterion"))
        fraction = f"{attainment // 100}.{attainment % 100:02d}"
        values = {"criterionId": chosen["id"], "attainment": fraction, "reason": reason}
        payload = client.act("OverrideCriterion", values, key=key)
    told(payload, Words("Zielerreichung gesetzt", "attainment set"))
