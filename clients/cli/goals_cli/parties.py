"""Parties: teams and people by name, and the side on which the viewer stands."""

from typing import Any

from goals_cli.client import Client
from goals_cli.errors import Misused
from goals_cli.language import say


def team_id(client: Client, name: str) -> str:
    """The id of the team with this name; case is ignored.

    Raises Misused, naming the teams that come near, when none or several match.
    """
    return _one(client, "FindTeams", name, say("Team", "team"))


def person_id(client: Client, name: str) -> str:
    """The id of the person with this name or e-mail address; raises Misused as for teams."""
    return _one(client, "FindPeople", name, say("Person", "person"))


def _one(client: Client, operation: str, name: str, what: str) -> str:
    wanted = name.strip().casefold()
    rows = list(client.every(operation))
    same = [row for row in rows if wanted in (_fold(row["name"]), _fold(row.get("email")))]
    if len(same) == 1:
        return str(same[0]["id"])
    near = same or [row for row in rows if wanted in _fold(row["name"])]
    if len(near) == 1:
        return str(near[0]["id"])
    shown = ", ".join(_title(row) for row in (near or rows)[:12])
    if near:
        message = say("{} {!r} ist nicht eindeutig: {}", "{} {!r} is not unique: {}")
    else:
        message = say("{} {!r} gibt es nicht. Es gibt: {}", "There is no {} {!r}. There are: {}")
    raise Misused(message.format(what, name[:60], shown or "–"), path=(what,))


def own_teams(viewer: dict[str, Any]) -> list[dict[str, Any]]:
    """The teams the viewer belongs to."""
    return [one["team"] for one in viewer["memberships"]]


def own_side(
    viewer: dict[str, Any], customer_team: str | None, supplier_team: str | None
) -> str | None:
    """CUSTOMER or SUPPLIER, by the side whose team the viewer belongs to; None if unclear."""
    mine = {team["id"] for team in own_teams(viewer)}
    customer, supplier = customer_team in mine, supplier_team in mine
    if customer == supplier:
        return None
    return "CUSTOMER" if customer else "SUPPLIER"


def _fold(text: object) -> str:
    return text.casefold() if isinstance(text, str) else ""


def _title(row: dict[str, Any]) -> str:
    email = row.get("email")
    return f"{row['name']} <{email}>" if email else str(row["name"])
