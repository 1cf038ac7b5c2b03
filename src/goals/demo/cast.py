"""Cast: the invented organisation with its teams and people."""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from goals.domain.enums import Channel, Language, Role
from goals.reads.viewer import Viewer
from goals.services import organisations, people, teams, tokens
from goals.services.context import ActContext
from goals.services.organisations import operator
from goals.services.requests import CreatePersonRequest, CreateTeamRequest, CreateTokenRequest
from goals.store.database import Database

NAME = "Nordwerk Anlagenbau"
TEAMS: dict[str, tuple[str, ...]] = {
    "Vertrieb": ("Anna Brandt", "Jonas Keller", "Mira Vogt"),
    "IT": ("Ben Okafor", "Lea Winter", "Tom Fischer"),
    "Produktion": ("Karin Maurer", "Emre Demir", "Paul Sommer"),
    "Logistik": ("Nina Roth", "Igor Petrov", "Sara Lindner"),
    "Einkauf": ("Ralf Hoffmann", "Chiara Conti", "Uwe Jansen"),
    "Personal": ("Grace Hill", "Stefan Wolf", "Julia Engel"),
    "Kundendienst": ("Oliver Stein", "Fatima Aziz", "Max Huber"),
    "Finanzen": ("Claudia Berg", "Henry Moss", "Petra Lang"),
}
READ_ENGLISH = frozenset({"Ben Okafor", "Grace Hill", "Henry Moss", "Igor Petrov", "Oliver Stein"})


@dataclass(frozen=True, slots=True)
class Member:
    """A person of the cast, in one team."""

    id: UUID
    name: str
    team_id: UUID
    language: Language


@dataclass(slots=True)
class Cast:
    """The organisation: teams by name, their people in order (the lead first)."""

    database: Database
    org_id: UUID
    teams: dict[str, UUID] = field(default_factory=dict)
    members: dict[str, list[Member]] = field(default_factory=dict)
    manager_id: UUID | None = None
    admin_id: UUID | None = None

    def acting(self, member: Member, at: datetime) -> ActContext:
        """The context of a member who acts at a moment of the invented past."""
        viewer = Viewer(
            org_id=str(self.org_id),
            person_id=str(member.id),
            role=Role.MEMBER,
            team_ids=(str(member.team_id),),
            language=member.language,
            now=at,
        )
        return ActContext(self.database, viewer, Channel.CLI, None, at)

    async def token(self, person_id: UUID, now: datetime) -> str:
        """A new token for somebody; gives the secret."""
        request = CreateTokenRequest(person_id, "demo")
        made = await tokens.create_token(operator(self.database, self.org_id, now), request)
        return made.secret or ""


async def assemble(database: Database, at: datetime) -> Cast:
    """Found the organisation with all its teams and people."""
    org_id = await organisations.found(database, name=NAME, language=Language.DE, now=at)
    cast = Cast(database, org_id)
    context = operator(database, org_id, at)
    for team, names in TEAMS.items():
        made = await teams.create_team(context, CreateTeamRequest(team))
        cast.teams[team] = _present(made.subject_id)
        cast.members[team] = [
            await _member(context, cast.teams[team], name, lead=place == 0)
            for place, name in enumerate(names)
        ]
    cast.manager_id = await _officer(context, "Martina Kraus", Role.MANAGER)
    cast.admin_id = await _officer(context, "Alex Neumann", Role.ADMIN)
    return cast


async def _member(context: ActContext, team_id: UUID, name: str, *, lead: bool) -> Member:
    language = Language.EN if name in READ_ENGLISH else Language.DE
    request = CreatePersonRequest(
        name=name,
        email=_email(name),
        language=language,
        team_ids=(team_id,),
        lead_of_team_ids=(team_id,) if lead else (),
    )
    made = await people.create_person(context, request)
    return Member(_present(made.subject_id), name, team_id, language)


async def _officer(context: ActContext, name: str, role: Role) -> UUID:
    request = CreatePersonRequest(name, _email(name), Language.DE, role)
    return _present((await people.create_person(context, request)).subject_id)


def _email(name: str) -> str:
    return name.lower().replace(" ", ".") + "@nordwerk.example"


def _present(made: UUID | None) -> UUID:
    if made is None:
        raise LookupError("nothing was made")
    return made
