"""`goals teams`: the tree of teams, with who leads each."""

from collections.abc import Iterator
from typing import Any

from goals_cli import output
from goals_cli.client import connect
from goals_cli.command import declare, option
from goals_cli.language import Words, say
from goals_cli.tables import table


@declare(
    "teams",
    Words(
        "Teams als Baum auflisten, mit Leitung und Größe.",
        "List teams as a tree, with who leads each and its size.",
    ),
    examples=("goals teams",),
)
@option("--all", "archived", is_flag=True, words=Words("Auch archivierte.", "Archived too."))
def command(archived: bool) -> None:
    """Read the teams and print those on top first, each followed by those below it."""
    wanted = None if archived else {"archivedAt": {"eq": None}}
    with connect() as client:
        teams = list(client.every("ListTeams", filter=wanted))
    output.data(teams)
    if not teams:
        output.line(say("Keine Teams gefunden.", "No teams found."))
        return
    headings = (Words("Team", "Team"), Words("Personen", "People"), Words("Leitung", "Lead"))
    table([str(words) for words in headings], [_row(depth, one) for depth, one in _tree(teams)])


def _tree(teams: list[dict[str, Any]]) -> Iterator[tuple[int, dict[str, Any]]]:
    """Every team with its depth; one whose parent is not listed stands on top."""
    there = {one["id"] for one in teams}
    below: dict[str | None, list[dict[str, Any]]] = {}
    for one in teams:
        parent = one["parent"]["id"] if one["parent"] else None
        below.setdefault(parent if parent in there else None, []).append(one)
    waiting = [(0, one) for one in reversed(below.get(None, []))]
    while waiting:
        depth, one = waiting.pop()
        yield depth, one
        waiting += [(depth + 1, child) for child in reversed(below.get(one["id"], []))]


def _row(depth: int, one: dict[str, Any]) -> tuple[str, str, str]:
    members = [each for each in one["memberships"] if each["person"]["active"]]
    leads = ", ".join(each["person"]["name"] for each in members if each["lead"])
    mark = f" ({say('archiviert', 'archived')})" if one["archivedAt"] else ""
    return "· " * depth + one["name"] + mark, str(len(members)), leads
