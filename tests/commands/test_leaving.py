"""`goals admin person deactivate` and the verbs of teams: nothing open is left behind unsaid."""

import asyncio
import json
from datetime import UTC, datetime, timedelta

import pytest

from goals.domain.enums import Channel, Role, Side
from goals.reads.viewer import Viewer
from goals.services import commissions
from goals.services.context import ActContext
from goals.services.requests import CriterionPart, DraftRequest, RevisionContent
from goals.store import lookups
from goals.store.database import Database

PEOPLE = [("Anna", "Sales"), ("Ben", "IT"), ("Dora", "Sales")]


@pytest.fixture
def place(here, empty_place, typed, monkeypatch):
    """Two teams with three people, and a commission that Anna drafted, on either engine."""
    monkeypatch.setenv("GOALS_DATABASE_URL", empty_place)
    typed("migrate")
    typed("admin", "organisation", "create", "Our company")
    for team in ("Sales", "IT"):
        typed("admin", "team", "create", team)
    for name, team in PEOPLE:
        typed("admin", "person", "create", name, f"{name}@example.org", "--team", team)
    asyncio.run(drafted(empty_place))
    return empty_place


async def drafted(place):
    now = datetime.now(UTC)
    async with await Database.open(place) as database:
        (org_id,) = await lookups.organisations(database, None)
        sales, it = [await lookups.team_by_name(database, org_id, name) for name in ("Sales", "IT")]
        anna = await lookups.person_by_email(database, org_id, "anna@example.org")
        viewer = Viewer(str(org_id), str(anna), Role.MEMBER, (str(sales),), now=now)
        content = RevisionContent(
            goal="Cut the time from request to quote from 9 to 4 working days",
            benefit="Customers decide before competitors answer",
            deadline=(now + timedelta(days=90)).date(),
            criteria=(CriterionPart("All 14 sales people are trained"),),
        )
        request = DraftRequest(Side.CUSTOMER, "Faster quotes", sales, it, content)
        await commissions.draft(ActContext(database, viewer, Channel.API, None, now), request)


def leave(typed, *words):
    return typed("admin", "person", "deactivate", "Anna@example.org", *words)


def test_who_would_leave_something_behind_is_told_what(place, typed):
    refused = leave(typed)

    assert refused.code == 1
    assert "C-1" in refused.err
    assert "successor" in refused.err


@pytest.mark.parametrize(
    "words", [["--successor", "dora@example.org"], ["--hand-over", "c-1=dora@example.org"]]
)
def test_a_successor_takes_over_and_the_person_may_come_back(place, typed, words):
    tried = leave(typed, *words, "--dry-run", "--json")
    left = leave(typed, *words)
    again = leave(typed, *words)
    back = typed("admin", "person", "reactivate", "anna@example.org")
    nothing_open = leave(typed)

    assert json.loads(tried.out)["dryRun"] is True
    assert [ran.code for ran in (tried, left, again, back, nothing_open)] == [0, 0, 1, 0, 0]
    assert "takes part no longer" in left.out
    assert "takes part again" in back.out


@pytest.mark.parametrize(
    ("words", "code", "word"),
    [
        (["--successor", "nobody@example.org"], 1, "Nobody has the e-mail"),
        (["--successor", "ben@example.org"], 1, "Ben"),
        (["--hand-over", "C-9=dora@example.org"], 1, "no commission C-9"),
        (["--hand-over", "dora@example.org"], 2, "C-12=anna@example.org"),
    ],
)
def test_a_successor_who_does_not_fit_is_refused_and_nobody_leaves(place, typed, words, code, word):
    refused = leave(typed, *words)

    assert refused.code == code
    assert word in refused.err
    assert typed("admin", "person", "reactivate", "anna@example.org").code == 1


def test_teams_are_renamed_moved_and_archived(place, typed):
    ran = [
        typed("admin", "team", "create", "Inside sales", "--parent", "Sales"),
        typed("admin", "team", "rename", "Inside sales", "Export"),
        typed("admin", "team", "move", "Export", "--parent", "IT"),
        typed("admin", "team", "move", "Export"),
        typed("admin", "team", "archive", "Export"),
    ]

    assert [(each.code, each.err) for each in ran] == [(0, "")] * 5
    assert "below “IT”" in ran[2].out
    assert "without a team above it" in ran[3].out


def test_a_team_below_itself_or_in_use_is_refused(place, typed):
    typed("admin", "team", "create", "Export", "--parent", "Sales")

    circle = typed("admin", "team", "move", "Sales", "--parent", "Export")
    in_use = typed("admin", "team", "archive", "Sales")

    assert (circle.code, in_use.code) == (1, 1)
    assert "Sales" in circle.err
    assert in_use.err.startswith("goals: ")
