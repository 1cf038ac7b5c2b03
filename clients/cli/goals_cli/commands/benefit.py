"""`goals benefit`: say whether what a commission was for came about."""

from goals_cli.acting import told
from goals_cli.client import connect
from goals_cli.command import argument, declare, option
from goals_cli.labels import BENEFIT, label
from goals_cli.language import Words, say
from goals_cli.parameters import DAY, Choice, key_argument


@declare(
    "benefit",
    Words(
        "Als Kunde sagen, ob der Nutzen eingetreten ist; die letzte Angabe zählt.",
        "Say, as the customer, whether the benefit arrived; the latest word counts.",
    ),
    examples=(
        'goals benefit C-12 realised --comment "Quotes go out in a day."',
        "goals benefit C-12 early --as-of 2027-03-31",
    ),
)
@key_argument
@argument("verdict", Words("Ob er da ist.", "Whether it is there."), type=Choice(BENEFIT))
@option("--comment", words=Words("Was dazu zu sagen ist.", "What there is to say."))
@option("--as-of", type=DAY, words=Words("Stand; sonst heute.", "As of which day; else today."))
def command(key: str, verdict: str, comment: str | None, as_of: str | None) -> None:
    """Record the review."""
    with connect() as client:
        commission = client.commission(key)
        values = {
            "commissionId": commission["id"],
            "verdict": verdict,
            "comment": comment,
            "asOf": as_of,
        }
        payload = client.act("ReviewBenefit", values, key=key)
    told(payload, say("Nutzen: {}", "benefit: {}").format(label(BENEFIT, verdict)))
