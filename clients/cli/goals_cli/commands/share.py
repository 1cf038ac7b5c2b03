"""`goals share` and `goals unshare`: who may read a commission besides its sides."""

from typing import Any

from goals_cli import output
from goals_cli.acting import told
from goals_cli.client import Client, connect
from goals_cli.command import declare, option
from goals_cli.dates import day
from goals_cli.errors import Misused
from goals_cli.labels import SIDE, label
from goals_cli.language import Words, quoted, say
from goals_cli.parameters import key_argument
from goals_cli.parties import person_id, team_id
from goals_cli.refusals import not_found
from goals_cli.tables import table

_TEAM = Words("Team, das lesen darf.", "The team that may read it.")
_PERSON = Words("Person, die lesen darf.", "The person who may read it.")


@declare(
    "share",
    Words(
        """Andere einen Auftrag lesen lassen.

        Wer ihn mitlesen darf, sieht ihn, kann aber nichts daran tun. Ohne --team und --person
        wird gezeigt, wer es darf.""",
        """Let others read a commission.

        Who may read it sees it and can do nothing to it. Without --team and --person you see who
        may.""",
    ),
    examples=("goals share C-12 --team Controlling", "goals share C-12"),
)
@key_argument
@option("--team", words=_TEAM)
@option("--person", words=_PERSON)
def command(key: str, team: str | None, person: str | None) -> None:
    """Share the commission, or list its shares."""
    with connect() as client:
        commission = _shares(client, key)
        if team is None and person is None:
            _listed(commission)
            return
        values = {"commissionId": commission["id"], **_reader(client, team, person)}
        payload = client.act("ShareCommission", values, key=key)
    name = quoted(team or person or "")
    told(payload, Words(f"geteilt mit {name}", f"shared with {name}"))


@declare(
    "unshare",
    Words(
        "Jemanden einen Auftrag nicht mehr mitlesen lassen.",
        "Let somebody read a commission no more.",
    ),
    examples=("goals unshare C-12 --team Controlling",),
)
@key_argument
@option("--team", words=_TEAM)
@option("--person", words=_PERSON)
def unshare(key: str, team: str | None, person: str | None) -> None:
    """Take a share back."""
    wanted = (team or person or "").strip().casefold()
    if bool(team) == bool(person):
        raise _one_reader()
    with connect() as client:
        commission = _shares(client, key)
        kind = "team" if team else "person"
        found = [one for one in commission["sharedWith"] if wanted in _names(one[kind])]
        if not found:
            raise Misused(
                say("Mit {} ist {} nicht geteilt.", "{1} is not shared with {0}.").format(
                    quoted(team or person or ""), commission["key"]
                ),
                f"goals share {key}",
            )
        payload = client.act("UnshareCommission", {"shareId": found[0]["id"]}, key=key)
    told(payload, Words("nicht mehr geteilt", "no longer shared"))


def _shares(client: Client, key: str) -> dict[str, Any]:
    found: dict[str, Any] | None = client.read("ReadShares", by={"key": key})
    if found is None:
        raise not_found(key)
    return found


def _reader(client: Client, team: str | None, person: str | None) -> dict[str, str]:
    if team and person:
        raise _one_reader()
    if team:
        return {"teamId": team_id(client, team)}
    return {"personId": person_id(client, person or "")}


def _one_reader() -> Misused:
    return Misused(
        say("Entweder --team oder --person angeben.", "Give either --team or --person."),
        path=("team",),
    )


def _names(who: dict[str, Any] | None) -> tuple[str, ...]:
    if who is None:
        return ()
    return who["name"].casefold(), str(who.get("email") or "").casefold()


def _listed(commission: dict[str, Any]) -> None:
    output.data(commission["sharedWith"])
    if not commission["sharedWith"]:
        output.line(
            say("{} lesen nur die beiden Seiten.", "Only its two sides read {}.").format(
                commission["key"]
            )
        )
        return
    rows = [
        (
            (one["team"] or one["person"])["name"],
            say("Team", "team") if one["team"] else say("Person", "person"),
            label(SIDE, one["side"]),
            one["sharedBy"]["name"],
            day(one["sharedAt"]),
        )
        for one in commission["sharedWith"]
    ]
    headings = (
        Words("Wer liest mit", "Reader"),
        Words("Art", "Kind"),
        Words("Geteilt von", "Shared by"),
        Words("Durch", "Who"),
        Words("Seit", "Since"),
    )
    table([str(words) for words in headings], rows)
