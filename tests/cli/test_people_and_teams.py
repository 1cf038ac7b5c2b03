"""`goals people` and `goals teams`: who is there, and how teams hang together."""

import pytest


def person(name, role="MEMBER", active=True, **teams):
    return {
        "id": f"P{name}",
        "name": name,
        "email": f"{name.lower()}@example.org",
        "role": role,
        "active": active,
        "memberships": [
            {"lead": lead, "team": {"id": team, "name": team}} for team, lead in teams.items()
        ],
    }


def team(name, parent=None, archived=None, **people):
    return {
        "id": name,
        "name": name,
        "archivedAt": archived,
        "parent": parent and {"id": parent, "name": parent},
        "memberships": [
            {"lead": lead, "person": {"id": who, "name": who, "active": True}}
            for who, lead in people.items()
        ],
    }


def test_people_are_listed_with_role_and_teams(goals, server, make):
    found = [person("Anna", Sales=True, IT=False), person("Ben", "ADMIN", active=False)]
    server.answers["ListPeople"] = {"people": make.connection(*found)}

    english, german = goals("people"), goals("people", "--all", language="de")

    assert english.out == (
        "Name  E-mail            Role                Teams\n"
        "Anna  anna@example.org  member              IT, Sales*\n"
        "Ben   ben@example.org   admin, deactivated\n"
    )
    assert "Verwaltung, deaktiviert" in german.out
    assert [one.variables["filter"] for one in server.seen] == [{"active": {"eq": True}}, None]
    assert goals("people", "--json").json == found


def test_teams_are_a_tree(goals, server, make):
    found = [team("Berlin", "North"), team("IT"), team("North", "Sales"), team("Sales", Anna=True)]
    server.answers["ListTeams"] = {"teams": make.connection(*found)}

    outcome = goals("teams")

    assert outcome.out == (
        "Team        People  Lead\n"
        "IT          0\n"
        "Sales       1       Anna\n"
        "· North     0\n"
        "· · Berlin  0\n"
    )


def test_a_team_below_one_that_is_not_listed_stands_on_top(goals, server, make):
    server.answers["ListTeams"] = {"teams": make.connection(team("North", "Gone", "2026-01-01"))}

    outcome = goals("teams", "--all", language="de")

    assert "North (archiviert)" in outcome.out
    assert server.seen[-1].variables["filter"] is None


@pytest.mark.parametrize(("command", "answer"), [("people", "ListPeople"), ("teams", "ListTeams")])
def test_an_empty_list_is_said(goals, server, make, command, answer):
    server.answers[answer] = {command: make.connection()}

    assert "found" in goals(command).out
