"""`goals people`: who is in the organisation, with role and teams."""

from typing import Any

from goals_cli import output
from goals_cli.client import connect
from goals_cli.command import declare, option
from goals_cli.labels import ROLE, label
from goals_cli.language import Words, say
from goals_cli.parties import team_id
from goals_cli.tables import table


@declare(
    "people",
    Words(
        "Personen auflisten, mit Rolle und Teams; * heißt: leitet das Team.",
        "List people with their roles and teams; * means: leads the team.",
    ),
    examples=("goals people", "goals people --team Sales"),
)
@option("--team", words=Words("Nur aus diesem Team.", "Only of this team."))
@option("--all", "inactive", is_flag=True, words=Words("Auch deaktivierte.", "Deactivated too."))
def command(team: str | None, inactive: bool) -> None:
    """Read the people and print them by name."""
    with connect() as client:
        conditions: dict[str, Any] = {} if inactive else {"active": {"eq": True}}
        if team:
            conditions["team"] = {"eq": team_id(client, team)}
        people = list(client.every("ListPeople", filter=conditions or None))
    output.data(people)
    if not people:
        output.line(say("Niemand gefunden.", "Nobody found."))
        return
    headings = (
        Words("Name", "Name"),
        Words("E-Mail", "E-mail"),
        Words("Rolle", "Role"),
        Words("Teams", "Teams"),
    )
    table([str(words) for words in headings], [_row(one) for one in people])


def _row(one: dict[str, Any]) -> tuple[str, str, str, str]:
    role = label(ROLE, one["role"])
    if not one["active"]:
        role = f"{role}, {say('deaktiviert', 'deactivated')}"
    teams = (each["team"]["name"] + ("*" if each["lead"] else "") for each in one["memberships"])
    return one["name"], one["email"], role, ", ".join(sorted(teams))
