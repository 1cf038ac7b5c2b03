"""`goals unblock`: say that a blocker is out of the way."""

from goals_cli.acting import nodes, told
from goals_cli.client import connect
from goals_cli.command import argument, declare, option
from goals_cli.criteria import pick
from goals_cli.errors import Misused
from goals_cli.language import Words, say
from goals_cli.parameters import WholeNumber, key_argument


@declare(
    "unblock",
    Words(
        "Ein Hindernis als beseitigt melden. Ist nur eines offen, braucht es keine Nummer.",
        "Say that a blocker is out of the way. The only open one needs no number.",
    ),
    examples=('goals unblock C-12 "Budget released." --blocker 1',),
)
@key_argument
@argument("resolution", Words("Wie es gelöst wurde.", "How it was solved."), required=False)
@option(
    "--blocker",
    type=WholeNumber(1, 999),
    words=Words("Nummer unter den offenen.", "Number among the open ones."),
)
def command(key: str, resolution: str | None, blocker: int | None) -> None:
    """Close the only open blocker, or the one with the number."""
    with connect() as client:
        commission = client.commission(key)
        standing = [one for one in nodes(commission, "blockers") if not one["closedAt"]]
        if blocker is None and len(standing) != 1:
            raise Misused(
                say("Offene Hindernisse: {}", "Open blockers: {}").format(len(standing)),
                *(f"--blocker {index}: {one['text']}" for index, one in enumerate(standing, 1)),
                f"goals show {key}",
            )
        chosen = pick(standing, blocker or 1, what=say("Hindernis", "blocker"))
        values = {"blockerId": chosen["id"], "resolution": resolution}
        payload = client.act("CloseBlocker", values, key=key)
    told(payload, Words("Hindernis beseitigt", "blocker closed"))
