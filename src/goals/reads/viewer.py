"""The viewer: who reads. He enters a plan only as parameters, never as text.

Only ``role`` is part of the key of a plan, because a manager's plan carries no member rule.
The rules that use these values are in rules.py; tokens become viewers in goals.web.
"""

from dataclasses import dataclass, field
from datetime import UTC, datetime


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Represented:
    """Somebody for whom the viewer is a deputy now, with that person's teams."""

    person_id: str
    team_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Viewer:
    """One authenticated person, for the length of one request.

    ``org_id``, ``person_id`` and ``team_ids`` are canonical UUID texts (lower case, hyphens);
    ``now`` is aware UTC, and is what "overdue" and the like are measured against.
    """

    org_id: str
    person_id: str
    role: str
    team_ids: tuple[str, ...] = ()
    language: str = "en"
    now: datetime = field(default_factory=_now)
    deputy_for: tuple[Represented, ...] = ()

    @property
    def own(self) -> tuple[str, ...]:
        """What the viewer stands by himself: person and teams."""
        return (self.person_id, *self.team_ids)

    @property
    def represented(self) -> tuple[str, ...]:
        """What the viewer stands by as a deputy: people and their teams."""
        return tuple(key for each in self.deputy_for for key in (each.person_id, *each.team_ids))

    @property
    def either(self) -> tuple[str, ...]:
        """What the viewer stands by in either way."""
        return (*self.own, *self.represented)
