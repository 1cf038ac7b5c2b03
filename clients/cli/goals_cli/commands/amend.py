"""`goals amend`: propose a change after agreement; it is in force once both sides signed it."""

from typing import Any

from goals_cli.acting import told
from goals_cli.client import connect
from goals_cli.command import declare, option
from goals_cli.commands.revise import changes_of, nothing_given
from goals_cli.content import revised
from goals_cli.given import content_options
from goals_cli.language import Words
from goals_cli.parameters import key_argument


@declare(
    "amend",
    Words(
        "Nach der Einigung eine Änderung vorschlagen. Sie gilt, sobald beide Seiten sie "
        "unterschrieben haben; der zuerst vereinbarte Termin bleibt für immer sichtbar.",
        "Propose a change after agreement. It is in force once both sides have signed it; the "
        "deadline first agreed stays visible for ever.",
    ),
    examples=('goals amend C-12 --cause "Test system two weeks late" --deadline 2027-04-15',),
)
@key_argument
@option("--cause", required=True, words=Words("Anlass der Änderung.", "Cause of the change."))
@content_options
def command(key: str, cause: str, **options: Any) -> None:
    """Lay the changes over the current content and propose it."""
    changes = changes_of(options)
    changes.pop("title", None)
    if not changes:
        raise nothing_given(key, "amend --cause …")
    with connect() as client:
        commission = client.commission(key, "ReadContent")
        revision = commission["currentRevision"]
        payload = client.act(
            "AmendCommission",
            {
                "commissionId": commission["id"],
                "expectedRevision": revision["number"],
                "cause": cause,
                "content": revised(revision, changes),
            },
            key=key,
        )
    told(payload, Words("Änderung vorgeschlagen", "change proposed"))
