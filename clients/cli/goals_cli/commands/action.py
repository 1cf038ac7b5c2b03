"""`goals action`: plan a consequence, or say that it is done."""

from goals_cli.acting import nodes, told
from goals_cli.client import connect
from goals_cli.command import argument, declare, option
from goals_cli.criteria import pick
from goals_cli.labels import ACTION
from goals_cli.language import Words, say
from goals_cli.parameters import DAY, Choice, WholeNumber, key_argument
from goals_cli.parties import person_id
from goals_cli.texts import given_or_asked


@declare(
    "action",
    Words(
        "Eine Maßnahme planen – ändern, was hinderte; beibehalten, was half; entwickeln, was "
        "fehlte – oder als erledigt melden.",
        "Plan an action – change what hindered, sustain what helped, develop what was missing – "
        "or say that it is done.",
    ),
    examples=(
        'goals action C-12 "Weekly call with Sales" --kind develop --due 2027-03-31',
        'goals action C-12 --done 1 --effect "Questions are answered in a day."',
    ),
)
@key_argument
@argument(
    "text", Words("Die Maßnahme; sonst von stdin.", "The action; else from stdin."), required=False
)
@option("--kind", type=Choice(ACTION), default="CHANGE", words=Words("Art.", "Kind."))
@option(
    "--owner", words=Words("Wer (Name oder E-Mail); sonst Sie.", "Who (name or e-mail); else you.")
)
@option("--due", type=DAY, words=Words("Bis wann.", "By when."))
@option(
    "--done",
    type=WholeNumber(1, 999),
    words=Words("Nummer der erledigten.", "Number of the one done."),
)
@option("--effect", words=Words("Was sie bewirkt hat.", "What it changed."))
def command(
    key: str,
    text: str | None,
    kind: str,
    owner: str | None,
    due: str | None,
    done: int | None,
    effect: str | None,
) -> None:
    """Complete the action with the number, else plan a new one."""
    if done is None:
        text = given_or_asked(
            text, Words("Was ist zu tun?", "What is to do?"), name=say("die Maßnahme", "the action")
        )
    with connect() as client:
        commission = client.commission(key)
        if done is not None:
            chosen = pick(nodes(commission, "actions"), done, what=say("Maßnahme", "action"))
            values = {"actionId": chosen["id"], "effectCheck": effect}
            payload = client.act("CompleteAction", values, key=key)
            told(payload, Words("Maßnahme abgeschlossen", "action completed"))
            return
        owner_id = person_id(client, owner) if owner else client.read("Viewer")["person"]["id"]
        values = {
            "commissionId": commission["id"],
            "kind": kind,
            "text": text,
            "ownerId": owner_id,
            "due": due,
        }
        payload = client.act("PlanAction", values, key=key)
    told(payload, Words("Maßnahme geplant", "action planned"))
