"""`goals revise`: write a new revision, starting from the current one."""

from typing import Any

from goals_cli import output
from goals_cli.acting import told
from goals_cli.client import connect
from goals_cli.command import declare, option
from goals_cli.content import revised
from goals_cli.errors import Misused
from goals_cli.given import collected, content_options
from goals_cli.language import Words, say
from goals_cli.parameters import key_argument
from goals_cli.texts import read_stdin


@declare(
    "revise",
    Words(
        """Eine neue Fassung schreiben, im Entwurf oder während der Klärung.

        Geändert wird nur, was angegeben ist; Listen (Kriterien, Mittel …) werden als Ganzes
        ersetzt. Unterschriften unter früheren Fassungen verfallen.""",
        """Write a new revision, of a draft or during clarification.

        Only what is given changes; lists (criteria, resources …) are replaced as a whole.
        Signatures under earlier revisions go stale.""",
    ),
    examples=(
        'goals revise C-12 --goal "Train 20 pilot users in Sales" --deadline 2027-03-31',
        "goals revise C-12 -F commission.md",
    ),
)
@key_argument
@option("--title", words=Words("Neuer Titel.", "New title."))
@content_options
def command(key: str, title: str | None, **options: Any) -> None:
    """Read the current content, lay the changes over it, send the whole."""
    changes = changes_of(options)
    title = title or changes.pop("title", None)
    if not changes and title is None:
        raise nothing_given(key, "revise")
    with connect() as client:
        commission = client.commission(key, "ReadContent")
        revision = commission["currentRevision"]
        payload = client.act(
            "ReviseCommission",
            {
                "commissionId": commission["id"],
                "expectedRevision": revision["number"],
                "title": title,
                "content": revised(revision, changes),
            },
            key=key,
        )
    number = payload["commission"]["currentRevision"]["number"] if payload["commission"] else ""
    told(payload, say("neu gefasst, Fassung {}", "revised, revision {}").format(number))


def changes_of(options: dict[str, Any]) -> dict[str, Any]:
    """The changes from options and file; from stdin when there are none and it is piped."""
    changes = collected(options)
    if not changes and not options.get("file"):
        text = read_stdin()
        if text.strip():
            from goals_cli.answers import read_answers

            changes = read_answers(text, "stdin")
    for name in (
        "customer",
        "supplier",
        "customerContact",
        "supplierContact",
        "commitment",
        "tags",
    ):
        if changes.pop(name, None) is not None:
            output.note(say("{} bleibt, wie es ist.", "{} stays as it is.").format(name))
    return changes


def nothing_given(key: str, name: str) -> Misused:
    """The error for a new revision that would change nothing."""
    return Misused(
        say("Was soll sich ändern?", "What is to change?"),
        f'goals {name} {key} --goal "…"',
        f"goals {name} {key} -F FILE.md",
    )
