"""The tree of teams: each is a part of at most one other, and none of itself.

``cycle_through`` is asked before one team is moved, ``cycles`` before many are; nothing else
decides whether a tree stays one.
"""

from collections.abc import Hashable, Mapping
from typing import TypeVar

Team = TypeVar("Team", bound=Hashable)


def cycle_through(parents: Mapping[Team, Team | None], start: Team) -> tuple[Team, ...]:
    """The circle that this team is on, each below the next one; empty where it is on none.

    ``parents`` maps a team to the one it is a part of; a team that is not in it is at the top.
    """
    path, team = [start], parents.get(start)
    seen = {start}
    while team is not None and team not in seen:
        path.append(team)
        seen.add(team)
        team = parents.get(team)
    return tuple(path) if team == start else ()


def cycles(parents: Mapping[Team, Team | None]) -> list[tuple[Team, ...]]:
    """Every circle among the teams, once each; every team is looked at once."""
    found: list[tuple[Team, ...]] = []
    walk_of: dict[Team, int] = {}
    for walk, start in enumerate(parents):
        path: list[Team] = []
        team: Team | None = start
        while team is not None and team not in walk_of:
            walk_of[team] = walk
            path.append(team)
            team = parents.get(team)
        if team is not None and walk_of[team] == walk:
            found.append(tuple(path[path.index(team) :]))
    return found
