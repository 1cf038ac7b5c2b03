"""Administering: what teams, people and settings do not allow now, and what to do instead."""

from collections.abc import Sequence

from goals.domain.error_base import Path
from goals.domain.refusals import GuardFailed

MOST_NAMED = 20


class TeamCycle(GuardFailed):
    """The teams would form a circle: {circle}. Choose a team that is not below this one.

    Raised by moving a team; teams are a tree.
    """

    code = "TEAM_CYCLE"
    german = (
        "Die Teams ergäben einen Kreis: {circle}. Bitte ein Team wählen, das nicht darunter ist."
    )

    def __init__(self, teams: Sequence[str], path: Path = ("parentId",)) -> None:
        """Take the names along the circle, each below the next one."""
        super().__init__(path)
        self.teams = tuple(teams)
        self.circle = circle(self.teams)


def circle(teams: Sequence[str]) -> str:
    """Write a circle of teams as people read it; a very long one in its first and last parts."""
    named = [*teams, *teams[:1]]
    if len(named) > MOST_NAMED:
        named = [*named[: MOST_NAMED - 2], "…", named[-1]]
    return " → ".join(named)


class TeamInUse(GuardFailed):
    """{team} still has {count}: {named}. End, move or archive these first.

    Raised by archiving a team with open commissions or with teams below it.
    """

    code = "TEAM_IN_USE"
    german = (
        "An {team} hängt noch ({count}): {named}. Bitte erst beenden, verschieben, archivieren."
    )

    def __init__(
        self, team: str, commissions: Sequence[str], teams: Sequence[str], path: Path = ("teamId",)
    ) -> None:
        """Take the keys of open commissions and the names of the teams below."""
        super().__init__(path)
        self.team, self.commissions, self.teams = team, tuple(commissions), tuple(teams)
        everything = (*self.commissions, *self.teams)
        self.count = len(everything)
        self.named = (*everything[:MOST_NAMED], *("…" for _ in everything[MOST_NAMED:][:1]))


class TeamArchived(GuardFailed):
    """The team {team} is archived. Choose another one.

    Raised by whatever would bring new work or people into it.
    """

    code = "TEAM_ARCHIVED"
    german = "Das Team {team} ist archiviert. Bitte ein anderes wählen."

    def __init__(self, team: str, path: Path = ("teamId",)) -> None:
        """Name the team."""
        super().__init__(path)
        self.team = team


class LastAdmin(GuardFailed):
    """This is the last active admin. Make somebody else an admin first.

    Raised by demoting or deactivating: an organisation without an admin cannot be mended.
    """

    code = "LAST_ADMIN"
    german = "Das ist die letzte aktive Verwaltung. Bitte zuerst jemand anderem diese Rolle geben."


class PersonInactive(GuardFailed):
    """{person} is deactivated. Reactivate the person first.

    Raised by whatever needs somebody who takes part.
    """

    code = "PERSON_INACTIVE"
    german = "{person} ist deaktiviert. Bitte die Person erst reaktivieren."

    def __init__(self, person: str, path: Path = ("personId",)) -> None:
        """Name the person."""
        super().__init__(path)
        self.person = person


class PersonActive(GuardFailed):
    """{person} takes part already: there is nothing to reactivate.

    Raised by reactivating somebody who was never deactivated.
    """

    code = "PERSON_ACTIVE"
    german = "{person} nimmt schon teil; zu reaktivieren ist nichts."

    def __init__(self, person: str, path: Path = ("personId",)) -> None:
        """Name the person."""
        super().__init__(path)
        self.person = person


class PersonTakesPart(GuardFailed):
    """{person} still takes part. Deactivate the person first; then the open duties are handed over.

    Raised by erasing somebody who is active.
    """

    code = "PERSON_TAKES_PART"
    german = "{person} nimmt noch teil. Erst die Person deaktivieren; dabei wird Offenes übergeben."

    def __init__(self, person: str, path: Path = ("personId",)) -> None:
        """Name the person."""
        super().__init__(path)
        self.person = person


class PersonErased(GuardFailed):
    """{person} was erased and stays so. Add the person anew instead.

    Raised by whatever would bring back, or give a name to, somebody who was forgotten.
    """

    code = "PERSON_ERASED"
    german = "{person} wurde gelöscht, und dabei bleibt es. Bitte die Person neu anlegen."

    def __init__(self, person: str, path: Path = ("personId",)) -> None:
        """Name the person."""
        super().__init__(path)
        self.person = person


class ComesInAlready(GuardFailed):
    """{person} can sign in already, so only {person} makes further tokens. End a lost one first.

    Raised by an admin who makes a token for somebody else: nobody speaks for others unseen.
    """

    code = "COMES_IN_ALREADY"
    german = (
        "{person} kann sich schon anmelden; weitere Token macht nur {person} selbst. Ein verlorenes"
        " bitte erst beenden."
    )

    def __init__(self, person: str, path: Path = ("personId",)) -> None:
        """Name the person."""
        super().__init__(path)
        self.person = person
