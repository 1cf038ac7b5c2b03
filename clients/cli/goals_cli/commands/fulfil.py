"""`goals fulfil`: say that an own duty is done."""

from goals_cli.acting import told
from goals_cli.client import connect
from goals_cli.command import argument, declare
from goals_cli.criteria import pick
from goals_cli.language import Words, say
from goals_cli.parameters import WholeNumber, key_argument


@declare(
    "fulfil",
    Words(
        "Eine eigene Pflicht (Zuarbeit, Zugang, Entscheidung) als erfüllt melden.",
        "Say that an own duty (input, access, decision) is done.",
    ),
    examples=("goals fulfil C-12 1",),
)
@key_argument
@argument(
    "duty",
    Words("Nummer der Pflicht, wie in `goals show`.", "Number of the duty, as in `goals show`."),
    type=WholeNumber(1, 999),
)
def command(key: str, duty: int) -> None:
    """Fulfil the duty with this number."""
    with connect() as client:
        commission = client.commission(key)
        duties = commission["currentRevision"]["duties"]
        chosen = pick(duties, duty, what=say("Pflicht", "duty"))
        payload = client.act("FulfilDuty", {"dutyId": chosen["id"]}, key=key)
    told(payload, Words("Pflicht erfüllt", "duty fulfilled"))
