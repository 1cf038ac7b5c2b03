"""Settings of the front door: what may be said, and what is refused with a better proposal."""

import pytest

from goals.settings import FrontDoor, SettingsError


def test_without_any_word_nobody_elses_page_may_read_and_points_are_counted():
    told = FrontDoor.from_environment({})

    assert FrontDoor() == told
    assert (told.origins, told.proxies, told.https) == ((), (), False)
    assert told.points_a_second > 0


def test_lists_are_separated_by_commas_and_brought_to_one_form():
    told = FrontDoor.from_environment(
        {
            "GOALS_ALLOWED_HOSTS": " Goals.Example.org., *.example.com,[::1] ,192.0.2.7,",
            "GOALS_ALLOWED_ORIGINS": "https://App.example.org:443/, http://localhost:5173",
            "GOALS_TRUSTED_PROXIES": "127.0.0.1,10.1.2.3/8, ::1",
            "GOALS_HTTPS": "YES",
            "GOALS_LOG": "json",
        }
    )

    assert told.hosts == ("goals.example.org", "*.example.com", "::1", "192.0.2.7")
    assert told.origins == ("https://app.example.org", "http://localhost:5173")
    assert told.proxies == ("127.0.0.1/32", "10.0.0.0/8", "::1/128")
    assert (told.https, told.log_format) == (True, "json")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("GOALS_ALLOWED_HOSTS", "https://goals.example.org"),
        ("GOALS_ALLOWED_HOSTS", "goals.example.org:443"),
        ("GOALS_ALLOWED_HOSTS", "*"),
        ("GOALS_ALLOWED_HOSTS", "a b"),
        ("GOALS_ALLOWED_HOSTS", "x" * 5_000 + "!"),
        ("GOALS_ALLOWED_ORIGINS", "*"),
        ("GOALS_ALLOWED_ORIGINS", "null"),
        ("GOALS_ALLOWED_ORIGINS", "goals.example.org"),
        ("GOALS_ALLOWED_ORIGINS", "https://goals.example.org/app"),
        ("GOALS_ALLOWED_ORIGINS", "https://[::1"),
        ("GOALS_ALLOWED_ORIGINS", "https://x:99999"),
        ("GOALS_TRUSTED_PROXIES", "*"),
        ("GOALS_TRUSTED_PROXIES", "proxy.example.org"),
        ("GOALS_HTTPS", "maybe"),
        ("GOALS_RATE", "-1"),
        ("GOALS_RATE", "9" * 5_000),
        ("GOALS_RATE_BURST", "10"),
        ("GOALS_CONNECTIONS", "0"),
        ("GOALS_LOG", "xml"),
        ("GOALS_LOG_LEVEL", "loud"),
    ],
)
def test_what_cannot_be_used_is_refused_by_its_name(name, text):
    with pytest.raises(SettingsError, match=name):
        FrontDoor.from_environment({name: text})
