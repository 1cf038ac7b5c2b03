"""Where a login is kept: in a keyring that works, else in a file for its owner only."""

import json
import stat

import pytest

from goals_cli import keeping
from goals_cli.errors import Trouble
from goals_cli.keeping import Login

LOGIN = Login("https://goals.example.org/graphql", "secret_token", "again", 1_800_000_000.0)


class Keyring:
    """A keyring in memory; ``broken`` names what does not work."""

    priority = 5

    def __init__(self, broken=""):
        self.broken = broken
        self.held = {}

    def set_password(self, service, name, text):
        self._refuse("set")
        if self.broken != "forgets":
            self.held[name] = text

    def get_password(self, service, name):
        self._refuse("get")
        return self.held.get(name)

    def delete_password(self, service, name):
        self._refuse("delete")
        del self.held[name]

    def _refuse(self, act):
        if self.broken == act:
            raise RuntimeError(act)


@pytest.fixture
def own(monkeypatch, tmp_path):
    """Puts a keyring in the place of the system's."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))

    def use(backend):
        monkeypatch.setattr(keeping, "_backend", lambda: backend)
        return backend

    return use


def test_a_keyring_that_works_keeps_the_secrets_and_the_file_none(own):
    keyring = own(Keyring())

    assert keeping.save(LOGIN) is None

    assert keeping.load() == LOGIN
    assert list(keyring.held) == [LOGIN.url]
    assert json.loads(keeping.path().read_text()) == {"url": LOGIN.url, "kept_in": "keyring"}
    assert keeping.place() == "keyring"


@pytest.mark.parametrize("broken", ["set", "get", "delete", "forgets"])
def test_a_keyring_that_fails_leaves_it_to_the_file(own, broken):
    keyring = own(Keyring(broken))

    assert keeping.save(LOGIN) == keeping.path()

    assert keeping.load() == LOGIN
    assert stat.S_IMODE(keeping.path().stat().st_mode) == 0o600
    assert LOGIN.url not in keyring.held


@pytest.mark.parametrize("priority", [0, 0.5, -1])
def test_a_keyring_in_the_open_is_none(monkeypatch, priority):
    import keyring

    backend = Keyring()
    backend.priority = priority
    monkeypatch.setattr(keyring, "get_keyring", lambda: backend)

    assert keeping._backend() is None


def test_without_the_package_there_is_no_keyring(monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "keyring", None)

    assert keeping._backend() is None


def test_forgetting_empties_keyring_and_file(own):
    keyring = own(Keyring())
    keeping.save(LOGIN)

    assert (keeping.forget(), keeping.forget()) == (True, False)
    assert (keyring.held, keeping.load()) == ({}, None)


def test_a_new_login_leaves_nothing_of_the_old_one(own):
    keyring = own(Keyring())
    keeping.save(LOGIN)
    keeping.save(Login("https://other.example/graphql", "other"))

    assert list(keyring.held) == ["https://other.example/graphql"]


def test_a_keyring_that_is_locked_later_says_so(own):
    keyring = own(Keyring())
    keeping.save(LOGIN)
    keyring.broken = "get"

    with pytest.raises(Trouble) as trouble:
        keeping.load()

    assert "keyring" in trouble.value.message


def test_logout_says_what_it_did(goals, server, make, monkeypatch):
    monkeypatch.delenv("GOALS_URL")
    monkeypatch.delenv("GOALS_TOKEN")
    server.answers["Viewer"] = {"viewer": make.viewer}
    goals("login", "--url", server.url, "--token-stdin", stdin="secret_token")

    first, second = goals("logout"), goals("logout", language="de")

    assert (first.code, first.out) == (0, f"Forgotten (was in: {keeping.path()}).\n")
    assert (second.code, second.out) == (0, "Es war nichts gemerkt.\n")
    assert goals("inbox").code == 3
