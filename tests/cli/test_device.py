"""`goals login --device`: a browser elsewhere, a code here, and tokens that are renewed."""

import json
import time

import pytest

from goals_cli import device, keeping

CODE = {
    "device_code": "d-1",
    "user_code": "WDJB-MJHT",
    "verification_uri": "https://login.example.org/device",
    "expires_in": 600,
    "interval": 2,
}
PENDING = (400, {"error": "authorization_pending"})
TOKEN = (200, {"access_token": "a.b.c", "refresh_token": "r-1", "expires_in": 300})


@pytest.fixture
def provider(server, make, monkeypatch):
    """The identity provider, on the same loopback as the server."""
    monkeypatch.delenv("GOALS_URL")
    monkeypatch.delenv("GOALS_TOKEN")
    base = server.url.removesuffix("/graphql")
    known = {
        "issuer": f"{base}/op",
        "configurationUrl": f"{base}/op/config",
        "clientId": "goals-cli",
        "scope": "openid offline_access",
        "audience": "goals",
        "token": "access_token",
    }
    described = {
        "issuer": f"{base}/op",
        "device_authorization_endpoint": f"{base}/op/device",
        "token_endpoint": f"{base}/op/token",
    }
    server.pages = {
        "/.well-known/goals-login": [(200, {"issuers": [known]})],
        "/op/config": [(200, described)],
        "/op/device": [(200, CODE)],
        "/op/token": [TOKEN],
    }
    server.answers = {"Viewer": {"viewer": make.viewer}, "Inbox": {"inbox": []}}
    return server


@pytest.fixture
def pauses(monkeypatch):
    """How long it waited each time, without waiting."""
    waited = []
    monkeypatch.setattr(device.time, "sleep", waited.append)
    return waited


def login(goals, provider, *more):
    return goals("login", "--url", provider.url, "--device", *more)


def test_a_code_is_shown_and_the_token_is_waited_for(goals, provider, pauses):
    provider.pages["/op/token"] = [PENDING, (400, {"error": "slow_down"}), PENDING, TOKEN]

    outcome = login(goals, provider)

    assert outcome.code == 0
    assert "Open in a browser: https://login.example.org/device\n" in outcome.err
    assert "Confirm there: WDJB-MJHT\n" in outcome.err
    assert outcome.out.startswith("Signed in as Anna (Sales), Example Works.\n")
    assert pauses == [2, 2, 7, 7]
    assert provider.forms[0] == (
        "/op/device",
        {"client_id": ["goals-cli"], "scope": ["openid offline_access"], "audience": ["goals"]},
    )
    assert provider.forms[1][1] == {
        "grant_type": ["urn:ietf:params:oauth:grant-type:device_code"],
        "device_code": ["d-1"],
        "client_id": ["goals-cli"],
    }
    assert provider.seen[-1].headers["Authorization"] == "Bearer a.b.c"


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        ((400, {"error": "access_denied"}), 3),
        ((400, {"error": "expired_token"}), 3),
        ((500, "nonsense"), 3),
        ((200, {"token_type": "bearer"}), 4),
    ],
)
def test_a_refusal_ends_the_waiting_and_keeps_nothing(goals, provider, pauses, answer, code):
    provider.pages["/op/token"] = [PENDING, answer]

    outcome = login(goals, provider)

    assert outcome.code == code
    assert not keeping.path().exists()


def test_a_code_that_nobody_enters_runs_out(goals, provider, monkeypatch):
    provider.pages["/op/token"] = [PENDING]
    clock = [0.0]
    monkeypatch.setattr(device.time, "monotonic", lambda: clock[0])
    monkeypatch.setattr(device.time, "sleep", lambda _: clock.__setitem__(0, clock[0] + 200))

    outcome = login(goals, provider, "--json")

    assert outcome.code == 3
    assert "The time to sign in is over." in outcome.err


def test_a_token_is_renewed_before_it_ends_and_the_new_one_is_kept(goals, provider, pauses):
    login(goals, provider)
    stored = json.loads(keeping.path().read_text())
    keeping.path().write_text(json.dumps(stored | {"expires_at": int(time.time()) + 10}))
    provider.pages["/op/token"] = [(200, {"access_token": "d.e.f", "expires_in": 300})]

    first, second = goals("inbox"), goals("inbox")

    assert (first.code, second.code) == (0, 0)
    assert [one.headers["Authorization"] for one in provider.seen[-2:]] == ["Bearer d.e.f"] * 2
    assert provider.forms[-1][1]["refresh_token"] == ["r-1"]
    assert [path for path, _ in provider.forms].count("/op/token") == 2
    assert keeping.load().refresh_token == "r-1"


def test_a_login_that_the_provider_ended_says_to_sign_in_again(goals, provider, pauses):
    login(goals, provider)
    stored = json.loads(keeping.path().read_text())
    keeping.path().write_text(json.dumps(stored | {"expires_at": 1}))
    provider.pages["/op/token"] = [(400, {"error": "invalid_grant"})]

    outcome = goals("inbox")

    assert outcome.code == 3
    assert "→ goals login --device" in outcome.err


def test_a_server_without_a_provider_says_so(goals, provider):
    provider.pages["/.well-known/goals-login"] = [(200, {"issuers": []})]

    outcome = login(goals, provider)

    assert outcome.code == 2
    assert "knows no identity provider" in outcome.err


def test_of_several_providers_one_is_chosen(goals, provider, pauses):
    ((_, listed),) = provider.pages["/.well-known/goals-login"]
    other = {**listed["issuers"][0], "issuer": "https://other.example"}
    listed["issuers"].append(other)

    unclear = login(goals, provider)
    chosen = login(goals, provider, "--issuer", listed["issuers"][0]["issuer"])

    assert (unclear.code, chosen.code) == (2, 0)
    assert "goals login --device --issuer https://other.example" in unclear.err


@pytest.mark.parametrize(
    "changed",
    [
        {"issuer": "https://evil.example"},
        {"token_endpoint": "http://login.example.org/token"},
        {"device_authorization_endpoint": None},
        {"device_authorization_endpoint": "http://["},
    ],
)
def test_a_provider_that_is_none_is_not_told_anything(goals, provider, changed):
    ((_, described),) = provider.pages["/op/config"]
    provider.pages["/op/config"] = [(200, described | changed)]

    assert login(goals, provider).code == 4
    assert provider.forms == []


def test_status_says_who_is_signed_in_and_where_the_token_is(goals, provider, pauses):
    login(goals, provider)

    outcome = goals("login", "--status")
    plain = goals("login", "--status", "--json")

    assert outcome.out.split("\n")[:3] == [
        "Signed in as Anna (Sales), Example Works.",
        f"Server: {provider.url}",
        f"Token: {keeping.path()}",
    ]
    assert plain.json["token"] == str(keeping.path())
    assert "a.b.c" not in outcome.out + plain.out


def test_status_without_a_login_is_not_signed_in(goals, monkeypatch):
    monkeypatch.delenv("GOALS_URL")
    monkeypatch.delenv("GOALS_TOKEN")

    assert goals("login", "--status").code == 3
