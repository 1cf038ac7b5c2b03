"""The file of identity providers: read whole, or refused with the key at fault."""

import pytest

from goals.settings import Settings, SettingsError
from goals.settings.oidc import ALGORITHMS, parse

GOOD = """
[[issuer]]
issuer = "https://login.example.org/realms/main"
audience = "goals"
organisation = "Example"
client_id = "goals-cli"

[issuer.roles]
goals-managers = "MANAGER"

[issuer.teams]
sales = "Sales"
"""


def test_a_file_names_its_providers(tmp_path):
    path = tmp_path / "oidc.toml"
    path.write_text(GOOD)

    (issuer,) = Settings.from_environment({"GOALS_OIDC_FILE": str(path)}).issuers

    assert issuer.issuer == "https://login.example.org/realms/main"
    assert issuer.algorithms == ALGORITHMS
    assert (issuer.roles, issuer.teams) == ({"goals-managers": "MANAGER"}, {"sales": "Sales"})
    assert issuer.configuration_url.endswith("/realms/main/.well-known/openid-configuration")


def test_without_a_file_there_is_none():
    assert Settings.from_environment({}).issuers == ()


@pytest.mark.parametrize(
    ("change", "named"),
    [
        (("audience =", "audiance ="), "audiance"),
        (('audience = "goals"\n', ""), "audience"),
        (('"goals-cli"', "7"), "client_id"),
        (("https://login", "http://login"), "https://"),
        (("https://login.example.org/realms/main", "login"), "issuer"),
        (("client_id", 'algorithms = ["HS256"]\nclient_id'), "algorithms"),
        (("client_id", 'algorithms = ["none"]\nclient_id'), "algorithms"),
        (("client_id", "algorithms = []\nclient_id"), "algorithms"),
        (('"MANAGER"', '"BOSS"'), "BOSS"),
        (("[issuer.teams]\nsales = ", "[issuer.teams]\nsales.x = "), "teams.sales"),
        (("[[issuer]]", "[issuer]"), "[[issuer]]"),
        (("[[issuer]]", "x = 1\n[[issuer]]"), "[[issuer]]"),
        (("[[issuer]]", "[[issuer"), "TOML"),
        ((GOOD, GOOD + GOOD), "twice"),
        ((GOOD, ""), "[[issuer]]"),
    ],
)
def test_what_cannot_be_used_is_refused_by_name(change, named):
    with pytest.raises(SettingsError) as refusal:
        parse(GOOD.replace(*change))

    assert named in str(refusal.value)


@pytest.mark.parametrize("content", [None, b"\xff", b"x" * 1_000_001])
def test_a_file_that_cannot_be_read_is_said(tmp_path, content):
    path = tmp_path / "oidc.toml"
    if content is not None:
        path.write_bytes(content)

    with pytest.raises(SettingsError, match=r"oidc\.toml"):
        Settings.from_environment({"GOALS_OIDC_FILE": str(path)})


@pytest.mark.parametrize("address", ["http://127.0.0.1:9000", "http://localhost:9000/realm"])
def test_on_this_machine_a_provider_may_do_without_https(address):
    (issuer,) = parse(GOOD.replace("https://login.example.org/realms/main", address))

    assert issuer.issuer == address
