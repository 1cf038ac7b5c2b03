"""`goals admin organisation configure`: what is given changes, the rest stays."""

import asyncio

import pytest

from goals.domain.organisation_settings import OrganisationSettings
from goals.store import lookups, organisations
from goals.store.database import Database


@pytest.fixture
def place(here, empty_place, typed, monkeypatch):
    """An organisation without anything, on either engine."""
    monkeypatch.setenv("GOALS_DATABASE_URL", empty_place)
    typed("migrate")
    typed("admin", "organisation", "create", "Our company")
    return empty_place


async def stored(place):
    async with await Database.open(place) as database:
        (org_id,) = await lookups.organisations(database, None)
        sql = "SELECT time_zone, language FROM organisation"
        (row,) = await database.look_up(sql, [])
        settings = OrganisationSettings.read(await organisations.settings(database, org_id))
        return (*row, settings.person_statistics, settings.retention_years)


def change(typed, *words):
    return typed("admin", "organisation", "configure", *words)


def test_what_is_given_changes_and_the_rest_stays(place, typed):
    before = asyncio.run(stored(place))
    some = change(typed, "--person-statistics", "on", "--retention-years", "10")
    more = change(typed, "--time-zone", "Europe/Vienna", "--speaks", "de")
    between = asyncio.run(stored(place))
    back = change(typed, "--person-statistics", "off", "--retention-years", "forever")

    assert [ran.code for ran in (some, more, back)] == [0, 0, 0]
    assert before == ("Europe/Berlin", "en", False, None)
    assert between == ("Europe/Vienna", "de", True, 10)
    assert asyncio.run(stored(place)) == ("Europe/Vienna", "de", False, None)


@pytest.mark.parametrize(
    ("words", "code", "word"),
    [
        ([], 1, "Nothing to change"),
        (["--retention-years", "long"], 2, "forever"),
        (["--retention-years", "0"], 1, "between"),
        (["--time-zone", "Mars/Base"], 1, "Europe/Berlin"),
        (["--person-statistics", "maybe"], 2, "on"),
    ],
)
def test_what_cannot_be_set_is_refused_and_nothing_changes(place, typed, words, code, word):
    before = asyncio.run(stored(place))

    refused = change(typed, *words)

    assert refused.code == code
    assert word in refused.err
    assert asyncio.run(stored(place)) == before
