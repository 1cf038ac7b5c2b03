"""`goals share`, `unshare` and `deputy`: who else reads, and who acts meanwhile."""

import datetime as dt

import pytest

from goals_cli.dates import day


def moment(days: int) -> str:
    return (dt.datetime.now(dt.UTC) + dt.timedelta(days=days)).isoformat()


@pytest.fixture
def shared(server, make):
    team = {"id": "T9", "name": "Controlling"}
    share = {
        "id": "SH",
        "side": "CUSTOMER",
        "sharedAt": "2026-11-02T10:00:00Z",
        "person": None,
        "team": team,
        "sharedBy": make.person("Anna"),
    }
    commission = {"id": "COM", "key": "C-12", "title": "Pilot training", "sharedWith": [share]}
    done = {"commission": make.commission(), "errors": [], "share": {"id": "SH"}}
    server.answers |= {
        "ReadShares": {"commission": commission},
        "FindTeams": {"teams": make.connection(team)},
        "ShareCommission": {"commissionShare": done},
        "UnshareCommission": {"commissionUnshare": done},
    }
    return commission


def test_a_commission_is_shared_with_a_team(goals, server, shared):
    outcome = goals("share", "C-12", "--team", "controlling")

    assert server.inputs("ShareCommission") == {"commissionId": "COM", "teamId": "T9"}
    assert outcome.out.startswith("C-12 Pilot training: shared with “controlling”")


def test_who_reads_it_is_listed(goals, shared):
    assert goals("share", "12", language="de").out == (
        "Wer liest mit  Art   Geteilt von  Durch  Seit\n"
        "Controlling    Team  Kunde        Anna   02.11.2026\n"
    )
    shared["sharedWith"] = []
    assert goals("share", "12").out == "Only its two sides read C-12.\n"


def test_a_share_is_taken_back(goals, server, shared):
    goals("unshare", "C-12", "--team", "Controlling")

    assert server.inputs("UnshareCommission") == {"shareId": "SH"}


def test_what_is_not_shared_cannot_be_taken_back(goals, shared):
    outcome = goals("unshare", "C-12", "--person", "Ben")

    assert outcome.code == 2
    assert "C-12 is not shared with “Ben”." in outcome.err
    assert goals("unshare", "C-12").code == 2


@pytest.fixture
def deputies(server, make):
    ben = {**make.person("Ben Roth", 2), "email": "ben@example.org"}
    standing = {
        "id": "DEP",
        "startsAt": moment(-1),
        "endsAt": moment(9),
        "endedAt": None,
        "actor": ben,
        "person": make.person("Anna", 1),
    }
    over = {**standing, "id": "OLD", "endsAt": moment(-5)}
    me = {
        "id": "P1",
        "name": "Anna",
        "deputies": make.connection(over, standing),
        "deputyFor": make.connection(),
    }
    server.answers |= {
        "ReadDeputies": {"viewer": {"person": me}},
        "FindPeople": {"people": make.connection(ben)},
        "AppointDeputy": {"deputyAppoint": {"deputy": standing, "errors": []}},
        "EndDeputy": {"deputyEnd": {"deputy": standing, "errors": []}},
    }
    return me


def test_a_deputy_is_appointed_to_the_end_of_a_day(goals, server, deputies):
    outcome = goals("deputy", "ben@example.org", "--until", "2027-01-31")

    sent = server.inputs("AppointDeputy")
    ends = dt.datetime.fromisoformat(sent["endsAt"])
    assert (sent["deputyId"], ends.date().isoformat()) == ("P2", "2027-02-01")
    assert outcome.out == "Ben Roth acts for you until 31 Jan 2027.\n"


def test_only_who_acts_now_or_later_is_listed(goals, deputies):
    first, second = goals("deputy").out.splitlines()

    assert first.split() == ["What", "Who", "From", "Until"]
    assert second.startswith(f"acts for me  Ben Roth  {day(moment(-1)[:10])}")


def test_a_deputy_is_ended_by_name(goals, server, deputies):
    assert goals("deputy", "Ben Roth", "--end").out == "Ben Roth no longer acts for you.\n"
    assert server.inputs("EndDeputy") == {"appointmentId": "DEP"}


def test_an_end_is_needed_and_somebody_too(goals, deputies):
    assert "--until is missing" in goals("deputy", "Ben Roth").err
    assert goals("deputy", "--end").code == 2
    assert "“Zoe” does not act for you." in goals("deputy", "Zoe", "--end").err


def test_nobody_is_a_deputy(goals, deputies, make):
    deputies["deputies"] = make.connection()

    assert goals("deputy", language="de").out == (
        "Niemand vertritt Sie, und Sie vertreten niemanden.\n"
    )
