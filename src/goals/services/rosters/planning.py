"""Planning an import: from lines and what is known to rows, or to every fault at once."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from goals.domain.administering import circle
from goals.domain.enums import Language, PersonKind, Role
from goals.domain.identity import uuid7
from goals.domain.rosters import Column, Faults, Line, Roster
from goals.domain.team_tree import cycles
from goals.store.people import PersonRow
from goals.store.rosters import Changes, Known
from goals.store.teams import MembershipRow, TeamRow


@dataclass(slots=True)
class Tally:
    """Which of one kind are new and which change, and how many stay as they are."""

    created: list[UUID] = field(default_factory=list)
    updated: list[UUID] = field(default_factory=list)
    unchanged: int = 0

    def note(self, thing: UUID, *, changed: bool) -> None:
        """Count something that was there before."""
        if changed:
            self.updated.append(thing)
        else:
            self.unchanged += 1

    @property
    def counts(self) -> dict[str, int]:
        """Numbers alone, for the report."""
        return {
            "created": len(self.created),
            "updated": len(self.updated),
            "unchanged": self.unchanged,
        }


@dataclass(slots=True)
class Plan:
    """What an import will write; ``report`` and ``body`` say it in numbers, and with ids."""

    changes: Changes = field(default_factory=Changes)
    teams: Tally = field(default_factory=Tally)
    people: Tally = field(default_factory=Tally)
    memberships: Tally = field(default_factory=Tally)

    @property
    def report(self) -> dict[str, Any]:
        """How many of each kind were created, updated, left as they are."""
        return {
            "teams": self.teams.counts,
            "people": self.people.counts,
            "memberships": self.memberships.counts,
        }

    @property
    def body(self) -> dict[str, Any]:
        """What history keeps: counts, and the ids of teams and people; of memberships counts."""
        told = self.report
        for name, tally in (("teams", self.teams), ("people", self.people)):
            told[name] |= {"createdIds": tally.created, "updatedIds": tally.updated}
        return told


def plan(roster: Roster, known: Known, org_id: UUID, now: datetime) -> Plan:
    """Say what a list changes. Raises RosterRefused with all faults of the list."""
    faults = roster.faults
    _check_teams(roster, known, faults)
    _check_people(roster, known, faults)
    faults.check()
    made = Plan()
    teams = _plan_teams(roster, known, made, org_id, now)
    people = _plan_people(roster, known, made, org_id, now)
    _plan_memberships(roster, known, made, teams, people, org_id, now)
    return made


def _stated_parents(roster: Roster) -> dict[str, tuple[str, int]]:
    """The team above each, where the list names one, with the line that does."""
    return {
        line.team: (line.parent, line.number)
        for line in reversed(roster.lines)
        if line.team is not None and line.parent is not None
    }


def _parents(roster: Roster, known: Known) -> dict[str, str | None]:
    """The team above each team by names, as the list would have it."""
    names = {team.id: team.name for team in known.teams.values()}
    before = {
        name: None if team.parent_id is None else names[team.parent_id]
        for name, team in known.teams.items()
    }
    stated = {team: parent for team, (parent, _) in _stated_parents(roster).items()}
    listed = dict.fromkeys(line.team for line in roster.lines if line.team is not None)
    return {team: before.get(team) for team in listed} | before | stated


def _check_teams(roster: Roster, known: Known, faults: Faults) -> None:
    heading, above = roster.heading(Column.TEAM), roster.heading(Column.PARENT)
    there = {line.team for line in roster.lines} | known.teams.keys()
    for line in roster.lines:
        for column, name in ((heading, line.team), (above, line.parent)):
            team = None if name is None else known.teams.get(name)
            if team is not None and team.archived_at is not None:
                faults.add("ARCHIVED_TEAM", line.number, column, team=team.name)
        if line.parent is not None and line.parent not in there:
            faults.add("UNKNOWN_PARENT", line.number, above, team=line.parent)
    stated = _stated_parents(roster)
    for found in cycles(_parents(roster, known)):
        lines = [stated[team][1] for team in found if team in stated]
        if lines:
            faults.add("TEAMS_IN_A_CIRCLE", min(lines), above, circle=circle(found))


def _check_people(roster: Roster, known: Known, faults: Faults) -> None:
    email, role = roster.heading(Column.EMAIL), roster.heading(Column.ROLE)
    admins = set(known.admins)
    gain, last = False, 0
    for line in roster.lines:
        person = known.people.get(line.email or "")
        if person is None:
            gain |= line.role is Role.ADMIN
        elif person.kind != PersonKind.HUMAN:
            faults.add("SERVICE_ACCOUNT", line.number, email)
        elif not person.active:
            faults.add("DEACTIVATED_PERSON", line.number, email)
        elif line.role is Role.ADMIN:
            admins.add(person.id)
        elif line.role is not None and person.id in admins:
            admins.discard(person.id)
            last = line.number
    if known.admins and not admins and not gain:
        faults.add("NO_ADMIN_LEFT", last, role)


def _plan_teams(
    roster: Roster, known: Known, made: Plan, org_id: UUID, now: datetime
) -> Mapping[str, UUID]:
    """Plan the teams of the list, parents before children; return the id of every team by name."""
    ids = {name: team.id for name, team in known.teams.items()}
    parents = _parents(roster, known)
    listed = dict.fromkeys(line.team for line in roster.lines if line.team is not None)
    for name in _parents_first(listed, parents):
        above = parents[name]
        parent = None if above is None else ids[above]
        before = known.teams.get(name)
        if before is None:
            row = TeamRow(
                org_id=org_id,
                id=uuid7(now),
                name=name,
                parent_id=parent,
                created_at=now,
                updated_at=now,
            )
            ids[name] = row.id
            made.changes.new_teams.append(row)
            made.teams.created.append(row.id)
            continue
        changed = before.parent_id != parent
        if changed:
            made.changes.teams.append(replace(before, parent_id=parent))
        made.teams.note(before.id, changed=changed)
    return ids


def _parents_first(listed: Mapping[str, None], parents: Mapping[str, str | None]) -> list[str]:
    """The names in an order in which every team comes after the one above it."""
    found: dict[str, None] = {}
    for name in listed:
        path: list[str] = []
        team: str | None = name
        while team is not None and team in listed and team not in found:
            path.append(team)
            team = parents[team]
        found |= dict.fromkeys(reversed(path))
    return list(found)


def _plan_people(
    roster: Roster, known: Known, made: Plan, org_id: UUID, now: datetime
) -> Mapping[str, UUID]:
    """Plan the people of the list; return the id of each by e-mail."""
    ids: dict[str, UUID] = {}
    for line in roster.lines:
        if line.email is None or line.name is None:
            continue
        before = known.people.get(line.email)
        after = _person(line, before, known, org_id, now)
        ids[line.email] = after.id
        if before is None:
            made.changes.new_people.append(after)
            made.people.created.append(after.id)
            continue
        if after != before:
            made.changes.people.append(after)
        made.people.note(after.id, changed=after != before)
    return ids


def _person(
    line: Line, before: PersonRow | None, known: Known, org_id: UUID, now: datetime
) -> PersonRow:
    """A person as the list has it; what it leaves empty stays, or is the usual for somebody new."""
    said = {
        "name": line.name,
        "role": line.role,
        "language": None if line.language is None else Language(line.language).value,
    }
    given: dict[str, Any] = {name: value for name, value in said.items() if value is not None}
    if before is not None:
        return replace(before, **given)
    usual = {"role": Role.MEMBER, "language": known.language}
    return PersonRow(
        org_id=org_id,
        id=uuid7(now),
        email=line.email or "",
        active=True,
        created_at=now,
        updated_at=now,
        **(usual | given),
    )


def _plan_memberships(
    roster: Roster,
    known: Known,
    made: Plan,
    teams: Mapping[str, UUID],
    people: Mapping[str, UUID],
    org_id: UUID,
    now: datetime,
) -> None:
    for line in roster.lines:
        if line.team is None or line.email is None:
            continue
        team, person = teams[line.team], people[line.email]
        before = known.memberships.get((team, person))
        lead = line.lead if line.lead is not None else bool(before)
        row = MembershipRow(
            org_id=org_id, team_id=team, person_id=person, lead=lead, created_at=now
        )
        if before is None:
            made.changes.new_memberships.append(row)
            made.memberships.created.append(person)
            continue
        if before != lead:
            made.changes.memberships.append(row)
        made.memberships.note(person, changed=before != lead)
