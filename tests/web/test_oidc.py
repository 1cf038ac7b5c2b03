"""JWTs at the door: only what the configured provider signed, for us, for now."""

import json
import time
from dataclasses import replace
from datetime import UTC, datetime

import httpx
import jwt
import providers
import pytest
from providers import (
    EC,
    ED,
    ISSUER,
    OTHER_RSA,
    RSA,
    Provider,
    claims,
    listed,
    part,
    signed_with_the_public_key,
    token,
    unsigned,
)

from goals.domain.errors import ProviderAway, Unauthenticated
from goals.web.oidc import keys
from goals.web.oidc.fetching import Fetcher
from goals.web.oidc.issuers import Issuers
from goals.web.sign_in import Doorkeeper

WHO = "{ viewer { person { name } } }"


@pytest.fixture
def provider():
    return Provider()


@pytest.fixture
def guarded(both):
    """The front door with a provider behind it."""
    return lambda provider, **changes: providers.guarded(both, provider, **changes)


async def ask(door, bearer):
    return await providers.ask(door, bearer, WHO)


@pytest.mark.parametrize(
    ("key", "algorithm", "kid"), [(RSA, "RS256", "r"), (EC, "ES256", "e"), (ED, "EdDSA", "d")]
)
async def test_a_token_of_the_provider_stands_for_the_person_of_its_email(
    guarded, provider, key, algorithm, kid
):
    door = guarded(provider)

    answer = await ask(door, token(key, algorithm, kid))

    assert answer.json()["data"]["viewer"]["person"]["name"] == "Anna"
    assert await door.count("person") == 3


LATER, EARLIER = int(time.time()) + 3_600, int(time.time()) - 3_600
BAD = {
    "a forged signature": lambda: token(OTHER_RSA),
    "a changed claim": lambda: _with_claims(token(), claims(sub="s-2")),
    "a cut signature": lambda: token()[:-4],
    "no signature": lambda: token().rpartition(".")[0] + ".",
    "expired": lambda: token(exp=EARLIER),
    "no expiry": lambda: token(exp=None),
    "an expiry that is no time": lambda: _claims_by_hand(exp="x"),
    "an expiry beyond all time": lambda: _claims_by_hand(exp=10**400),
    "not yet valid": lambda: token(nbf=LATER),
    "from the future": lambda: token(iat=LATER, exp=LATER + 300),
    "no time of issue": lambda: token(iat=None),
    "another audience": lambda: token(aud="payroll"),
    "no audience": lambda: token(aud=None),
    "an audience like ours": lambda: token(aud=["goals2", "oals"]),
    "another issuer": lambda: token(iss="https://evil.example.org"),
    "no issuer": lambda: token(iss=None),
    "no subject": lambda: token(sub=None),
    "alg none": unsigned,
    "alg None": lambda: unsigned(alg="None"),
    "no alg": lambda: _with_header(token(), {"kid": "r"}),
    "a swapped algorithm": signed_with_the_public_key,
    "an algorithm that is not allowed": lambda: token(RSA, "RS512"),
    "an algorithm that does not fit the key": lambda: token(RSA, "RS256", "e"),
    "no key id": lambda: token(kid=None),
    "an unknown key id": lambda: token(OTHER_RSA, kid="x"),
    "a key id that is no text": lambda: _with_header(token(), {"alg": "RS256", "kid": 7}),
    "its own key": lambda: token(OTHER_RSA, headers={"jwk": listed("r", OTHER_RSA)}),
    "its own address of keys": lambda: token(OTHER_RSA, headers={"jku": "https://evil.example"}),
    "a critical header": lambda: token(headers={"crit": ["exp"], "exp": 1}),
    "an unencoded payload": lambda: _with_header(
        token(), {"alg": "RS256", "kid": "r", "b64": False, "crit": ["b64"]}
    ),
    "another kind of token": lambda: token(headers={"typ": "logout+jwt"}),
    "garbage": lambda: "a.b.c",
    "dots": lambda: "..",
    "a deep header": lambda: "W1t" * 1_000 + ".e30.e30",
    "a payload that is a list": lambda: f"{part({'alg': 'RS256', 'kid': 'r'})}.{part([1])}.e30",
    "100 kB": lambda: token(name="x" * 100_000),
}


def _with_claims(signed, other):
    head, _, signature = signed.split(".")
    return f"{head}.{part(other)}.{signature}"


def _with_header(signed, other):
    _, body, signature = signed.split(".")
    return f"{part(other)}.{body}.{signature}"


def _claims_by_hand(**changes):
    """Claims that PyJWT would not encode, signed all the same."""
    text = f"{part({'alg': 'RS256', 'kid': 'r', 'typ': 'JWT'})}.{part(claims(**changes))}"
    algorithm = jwt.algorithms.RSAAlgorithm(jwt.algorithms.RSAAlgorithm.SHA256)
    signature = algorithm.sign(text.encode(), RSA)
    return f"{text}.{jwt.utils.base64url_encode(signature).decode()}"


@pytest.mark.parametrize("kind", BAD)
async def test_whatever_is_wrong_with_a_token_the_answer_is_the_same(guarded, provider, kind):
    door = guarded(provider)
    await ask(door, token())  # the keys are known: nothing but the token decides

    answer = await ask(door, BAD[kind]())
    plain = await ask(door, "goals_nonsense")

    assert answer.status_code == 401
    assert message(answer) == message(plain)
    assert answer.headers["www-authenticate"] == 'Bearer realm="goals"'
    assert await door.count("identity") == 1


def message(answer):
    (error,) = answer.json()["errors"]
    return error["message"], error["extensions"]["code"]


@pytest.mark.parametrize(("claim", "seconds"), [("exp", -10), ("nbf", 15), ("iat", 15)])
async def test_half_a_minute_of_wrong_clocks_is_forgiven(guarded, provider, claim, seconds):
    answer = await ask(guarded(provider), token(**{claim: int(time.time()) + seconds}))

    assert answer.status_code == 200


async def test_a_secret_among_the_keys_signs_nothing(guarded, provider):
    secret = "c2VjcmV0LXNlY3JldC1zZWNyZXQtc2VjcmV0LXNlY3JldA"
    provider.keys.append({"kty": "oct", "kid": "o", "k": secret, "alg": "HS256"})
    door = guarded(provider)

    forged = jwt.encode(claims(), jwt.utils.base64url_decode(secret), "HS256", headers={"kid": "o"})

    assert (await ask(door, forged)).status_code == 401


@pytest.mark.parametrize(
    "changed",
    [{"use": "enc"}, {"alg": "RS512"}, {"d": "AQAB"}, {"kty": "EC"}, {"n": "AQAB"}, {"kid": 1}],
)
async def test_a_key_meant_for_something_else_checks_nothing(guarded, provider, changed):
    provider.keys = [listed("r", RSA) | changed, listed("e", EC)]

    assert (await ask(guarded(provider), token())).status_code == 401


async def test_without_a_configured_provider_no_jwt_comes_in(both):
    assert (await ask(both, token())).status_code == 401


async def test_an_unknown_key_id_asks_the_provider_at_most_once_a_minute(
    guarded, provider, monkeypatch
):
    door = guarded(provider)
    clock = [1_000.0]
    monkeypatch.setattr(keys.time, "monotonic", lambda: clock[0])
    assert (await ask(door, token())).status_code == 200
    provider.keys.append(listed("new", OTHER_RSA))

    early = [await ask(door, token(OTHER_RSA, kid="new", sub=f"s-{n}")) for n in range(5)]
    clock[0] += 61
    late = await ask(door, token(OTHER_RSA, kid="new"))

    assert {answer.status_code for answer in early} == {401}
    assert late.status_code == 200
    assert provider.asked.count("/realms/main/keys") == 2


async def test_while_the_provider_is_away_known_keys_go_on_for_a_day(
    guarded, provider, monkeypatch
):
    door = guarded(provider)
    clock = [1_000.0]
    monkeypatch.setattr(keys.time, "monotonic", lambda: clock[0])
    assert (await ask(door, token())).status_code == 200
    provider.down = True

    clock[0] += keys.LAST_SECONDS - 1
    before = await ask(door, token(aud=["goals", "other"]))
    clock[0] += 2
    after = await ask(door, token(aud=["goals", "third"]))
    provider.down = False
    clock[0] += 6
    again = await ask(door, token(aud=["goals", "fourth"]))

    assert (before.status_code, after.status_code, again.status_code) == (200, 503, 200)
    assert after.json()["errors"][0]["extensions"]["code"] == "UNAUTHENTICATED"
    assert "identity provider cannot be asked" in message(after)[0]
    assert after.headers["retry-after"] == "60"


async def test_a_provider_that_never_answered_is_a_clear_refusal(guarded, provider):
    provider.down = True
    door = guarded(provider)

    answers = [await ask(door, token()) for _ in range(3)]

    assert [answer.status_code for answer in answers] == [503] * 3
    assert len(provider.asked) == 1
    assert (await door.ask(WHO)).status_code == 200


@pytest.mark.parametrize(
    "answer",
    [
        httpx.Response(302, headers={"Location": "https://evil.example/keys"}),
        httpx.Response(500),
        httpx.Response(200, content=b"<html>"),
        httpx.Response(200, content=b"[" * 100_000),
        httpx.Response(200, content=b'{"keys": [' + b" " * 300_000 + b"]}"),
        httpx.Response(200, json={"issuer": "https://evil.example", "jwks_uri": ISSUER}),
        httpx.Response(200, json={"issuer": ISSUER, "jwks_uri": "http://login.example.org/k"}),
    ],
    ids=["redirect", "500", "html", "deep", "large", "another issuer", "unprotected"],
)
async def test_what_is_no_answer_of_the_provider_is_not_believed(guarded, provider, answer):
    provider.answer = answer

    assert (await ask(guarded(provider), token())).status_code == 503


async def test_fresh_keys_are_asked_for_in_the_background(guarded, provider, monkeypatch):
    door = guarded(provider)
    clock = [1_000.0]
    monkeypatch.setattr(keys.time, "monotonic", lambda: clock[0])
    await ask(door, token())
    provider.keys = [listed("e", EC)]  # the RSA key was withdrawn

    clock[0] += keys.FRESH_SECONDS + 1
    first = await ask(door, token(aud=["goals", "other"]))
    (known,) = [keys for _, keys in door.issuers._issuers]
    await known._renewal
    second = await ask(door, token(aud=["goals", "third"]))

    assert (first.status_code, second.status_code) == (200, 401)


async def test_an_open_connection_ends_with_its_jwt_and_with_its_person(guarded, provider):
    door = guarded(provider)
    doorkeeper = Doorkeeper(door.database, door.issuers)
    known = await doorkeeper.admit(f"Bearer {token()}")
    over = replace(known, expires_at=datetime.now(UTC))

    still, ended = await doorkeeper.still_valid([known, over])
    async with door.database.transaction() as tx:
        await tx.execute("UPDATE person SET active = $1", [False])
    (gone,) = await doorkeeper.still_valid([known])

    assert still is not None
    assert still.token_id == known.token_id
    assert (ended, gone) == (None, None)


async def test_a_jwt_is_looked_up_once_a_second(guarded, provider, monkeypatch):
    door = guarded(provider)
    doorkeeper = Doorkeeper(door.database, door.issuers)
    bearer = f"Bearer {token()}"
    await doorkeeper.admit(bearer)

    async def never(_):
        raise AssertionError

    monkeypatch.setattr(door.issuers, "by_token", never)

    assert (await doorkeeper.admit(bearer)).vouched_for


async def test_the_refusal_is_typed(guarded, provider):
    door = guarded(provider)
    doorkeeper = Doorkeeper(door.database, door.issuers)
    with pytest.raises(Unauthenticated):
        await doorkeeper.admit(f"Bearer {token(OTHER_RSA)}")
    provider.down = True

    with pytest.raises(ProviderAway):
        await Doorkeeper(door.database, fresh(door, provider)).admit(f"Bearer {token()}")


def fresh(door, provider):
    fetcher = Fetcher(httpx.MockTransport(provider.handle))
    return Issuers(door.database, [provider.issuer()], fetcher)


async def test_a_client_learns_where_to_ask_for_a_token(guarded, provider):
    door = guarded(provider, client_id="goals-cli")

    answer = await door.client.get("/.well-known/goals-login")

    assert answer.status_code == 200
    assert json.loads(answer.content) == {
        "issuers": [
            {
                "issuer": ISSUER,
                "configurationUrl": f"{ISSUER}/.well-known/openid-configuration",
                "clientId": "goals-cli",
                "scope": "openid profile email offline_access",
                "audience": "goals",
                "token": "access_token",
            }
        ]
    }
