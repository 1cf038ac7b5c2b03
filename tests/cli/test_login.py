"""`goals login` and where server and token come from."""

import json
import stat

import pytest

from goals_cli import configuration, keeping
from goals_cli.errors import Trouble


@pytest.fixture
def nobody(monkeypatch):
    monkeypatch.delenv("GOALS_URL")
    monkeypatch.delenv("GOALS_TOKEN")


def test_login_checks_the_token_and_keeps_it_for_its_owner_only(goals, server, make, nobody):
    server.answers["Viewer"] = {"viewer": make.viewer}

    outcome = goals("login", "--url", server.url, "--token-stdin", stdin="secret_token\nrest\n")

    path = keeping.path()
    assert outcome.code == 0
    assert outcome.out == (
        f"Signed in as Anna (Sales), Example Works.\nRemembered in {path}\n  → goals inbox\n"
    )
    assert json.loads(path.read_text()) == {"url": server.url, "token": "secret_token"}
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert "secret_token" not in outcome.out + outcome.err


def test_what_login_remembered_is_used(goals, server, make, nobody):
    server.answers |= {"Viewer": {"viewer": make.viewer}, "Inbox": {"inbox": []}}
    goals("login", "--url", server.url, "--token-stdin", stdin="secret_token")

    outcome = goals("inbox", language="de")

    assert outcome.out == "Niemand wartet auf Sie.\n"
    assert server.seen[-1].headers["Authorization"] == "Bearer secret_token"
    assert server.seen[-1].headers["Accept-Language"] == "de"


def test_a_remembered_token_goes_to_no_other_server(goals, server, make, nobody, monkeypatch):
    server.answers["Viewer"] = {"viewer": make.viewer}
    goals("login", "--url", server.url, "--token-stdin", stdin="secret_token")
    monkeypatch.setenv("GOALS_URL", "https://elsewhere.example")

    outcome = goals("inbox")

    assert outcome.code == 3
    assert "There is no token for https://elsewhere.example" in outcome.err


def test_the_environment_goes_before_what_is_remembered(goals, server, make, nobody, monkeypatch):
    server.answers |= {"Viewer": {"viewer": make.viewer}, "Inbox": {"inbox": []}}
    goals("login", "--url", server.url, "--token-stdin", stdin="secret_token")
    monkeypatch.setenv("GOALS_TOKEN", "other_token")

    goals("inbox")

    assert server.seen[-1].headers["Authorization"] == "Bearer other_token"


def test_a_person_is_asked_for_address_and_token(goals, server, make, nobody, terminal):
    server.answers["Viewer"] = {"viewer": make.viewer}
    terminal(server.url, "secret_token")

    assert goals("login").code == 0


@pytest.mark.parametrize("language", ["de", "en"])
def test_without_a_server_the_next_step_is_login(goals, nobody, language):
    outcome = goals("inbox", language=language)

    assert outcome.code == 3
    assert "→ goals login --url https://goals.example.org" in outcome.err


def test_a_token_the_server_does_not_know_is_not_kept(goals, server, nobody):
    server.answers["Viewer"] = {"viewer": None}

    outcome = goals("login", "--url", server.url, "--token-stdin", stdin="wrong")

    assert outcome.code == 3
    assert not keeping.path().exists()


@pytest.mark.parametrize("token", ["", "two words", "tab\tbed", "ümlaut", "x" * 600])
def test_what_is_no_token_is_not_sent(goals, server, nobody, token):
    outcome = goals("login", "--url", server.url, "--token-stdin", stdin=token)

    assert outcome.code == 3
    assert server.seen == []


def test_a_token_in_the_open_is_warned_of(goals, nobody):
    outcome = goals(
        "login", "--url", "http://goals.invalid", "--token-stdin", stdin="t", language="de"
    )

    assert outcome.code == 4
    assert outcome.err.startswith("Achtung: Über http:// kann jeder")


@pytest.mark.parametrize(
    ("typed", "url"),
    [
        ("goals.example.org", "https://goals.example.org/graphql"),
        ("goals.example.org:8443/", "https://goals.example.org:8443/graphql"),
        ("localhost:8000", "http://localhost:8000/graphql"),
        ("http://127.0.0.1:8000/graphql", "http://127.0.0.1:8000/graphql"),
        (" https://x.example/goals/graphql ", "https://x.example/goals/graphql"),
    ],
)
def test_an_address_is_completed(typed, url):
    assert configuration.server_url(typed) == url


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "https://",
        "ftp://x.example",
        "http://x:99999",
        "http://user:secret@x.example",
        "http://[",
        "a b",
    ],
)
def test_what_is_no_address_is_refused(typed):
    with pytest.raises(Trouble) as caught:
        configuration.server_url(typed)

    assert caught.value.exit_code == 2


@pytest.mark.parametrize("content", ["", "[]", "nonsense", "\udcff"])
def test_a_broken_file_says_to_delete_it(goals, nobody, content):
    path = keeping.path()
    path.parent.mkdir(parents=True)
    path.write_bytes(content.encode("utf-8", "surrogateescape"))

    outcome = goals("inbox")

    assert outcome.code == 2
    assert "Delete the file, then goals login" in outcome.err


def test_a_folder_that_cannot_be_written_is_told(goals, server, make, nobody, monkeypatch):
    server.answers["Viewer"] = {"viewer": make.viewer}
    monkeypatch.setenv("XDG_CONFIG_HOME", "/dev/null")

    outcome = goals("login", "--url", server.url, "--token-stdin", stdin="t")

    assert outcome.code == 2
    assert "cannot be written" in outcome.err
