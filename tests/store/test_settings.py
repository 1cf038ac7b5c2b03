"""Settings: what the environment may say, and what is refused with a better proposal."""

from pathlib import Path

import pytest

from goals.settings import DatabaseURL, Settings, SettingsError


def test_without_any_word_the_data_lies_in_a_file_here():
    settings = Settings.from_environment({})

    assert (settings.database.dialect, settings.database.path) == ("sqlite", Path("goals.db"))


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("sqlite:///goals.db", "goals.db"),
        ("sqlite:///data/my%20goals.db", "data/my goals.db"),
        ("sqlite:////var/lib/goals.db", "/var/lib/goals.db"),
    ],
)
def test_a_file_is_named_relative_or_absolute(text, path):
    assert DatabaseURL.parse(text).path == Path(path)


@pytest.mark.parametrize("scheme", ["postgres", "postgresql"])
def test_both_names_of_postgresql_are_understood(scheme):
    url = DatabaseURL.parse(f"{scheme}://me@host:5433/goals")

    assert (url.dialect, url.text) == ("postgres", "postgresql://me@host:5433/goals")


@pytest.mark.parametrize(
    "text",
    [
        "mysql://host/db",
        "goals.db",
        "sqlite://goals.db",
        "sqlite:///",
        "sqlite:///:memory:",
        "sqlite:///goals.db?mode=ro",
        "postgres://host",
        "postgres://host:port/db",
        "postgres://[::1/db",
    ],
)
def test_an_address_that_cannot_be_used_is_refused_with_a_proposal(text):
    with pytest.raises(SettingsError) as refused:
        DatabaseURL.parse(text)

    assert any(word in str(refused.value) for word in ("sqlite:///", "postgres://", "address"))


def test_the_password_is_never_shown():
    url = DatabaseURL.parse("postgres://me:secret@host:5433/goals")

    assert "secret" not in f"{url} {url!r}"
    assert str(url) == "postgresql://me:***@host:5433/goals"


@pytest.mark.parametrize("size", ["0", "many", "-1", "1000", "٣"])
def test_a_pool_size_that_makes_no_sense_is_refused(size):
    with pytest.raises(SettingsError):
        Settings.from_environment({"GOALS_POOL_SIZE": size})
