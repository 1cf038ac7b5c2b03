"""Importing people: a list as a spreadsheet saves it, all of it or nothing."""

import strawberry

from goals.api.acts.declaring import ActInput, Outcome, Payload, act, input_for, part
from goals.api.fields import given, picked
from goals.api.node import described
from goals.api.resolving import ByName
from goals.services import rosters
from goals.services.requests import ImportPeopleRequest


@input_for(ImportPeopleRequest)
class PeopleImportInput(ActInput):
    """What it takes to import people."""

    csv: str = given(
        "The text of a CSV file, delimited by `,` or `;`. Its first line names the columns: team,"
        " parent team, name, email, role, language, lead, or in German Team, Oberteam, Name,"
        " E-Mail, Rolle, Sprache, Leitung. A line is a team, a person, or a person in a team; what"
        " a cell leaves empty stays."
    )


@described
class PeopleImportTally:
    """How many things of one kind an import created, changed, and found as they should be."""

    created: int = picked("How many are new.")
    updated: int = picked("How many were changed.")
    unchanged: int = picked("How many were there already, just so.")


@described
class PeopleImportReport:
    """What an import came to. The same list again changes nothing."""

    teams: PeopleImportTally = picked("The teams of the list.")
    people: PeopleImportTally = picked("The people of the list, known by their e-mail.")
    memberships: PeopleImportTally = picked("Who belongs to which team, as the list says.")


def _report(outcome: Outcome) -> ByName | None:
    if outcome.result is None or outcome.result.report is None:
        return None
    return ByName({kind: ByName(tally) for kind, tally in outcome.result.report.items()})


@described
class PeopleImportPayload(Payload):
    """What importing people gave."""

    report: PeopleImportReport | None = part(
        "What was done, or on a dry run would be; null when the list was refused.", _report
    )


@strawberry.type
class RosterActs:
    """Lists of people."""

    people_import: PeopleImportPayload | None = act(
        rosters.import_people,
        PeopleImportInput,
        "Add and change teams, people and memberships from a CSV list, all of it or nothing; for"
        " admins. Nobody is ever removed.",
    )
