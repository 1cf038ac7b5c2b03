"""Device flow: a token from an identity provider, for a terminal without a browser (RFC 8628).

The server says which provider; the provider says where to go and what to type there. Refreshing
is the same provider asked again (RFC 6749, 6). No password is ever typed here.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlsplit

from goals_cli.configuration import LOCAL_HOSTS
from goals_cli.errors import Misused, NotSignedIn, Unreachable
from goals_cli.keeping import Login
from goals_cli.language import say

GRANT = "urn:ietf:params:oauth:grant-type:device_code"
SECONDS_BETWEEN = 5
SECONDS_SLOWER = 5
SECONDS_EARLY = 60.0
LARGEST = 1_000_000
Plain = dict[str, Any]


@dataclass(frozen=True)
class Provider:
    """An identity provider, as the server and it itself describe it."""

    issuer: str
    client_id: str
    scope: str
    audience: str
    answer_key: str
    device_url: str
    token_url: str


def find(url: str, wanted: str | None = None) -> Provider:
    """The provider of the server at this address. Raises Misused where there is none, or several.

    Raises Unreachable for anything that is no description.
    """
    place = url.removesuffix("/graphql") + "/.well-known/goals-login"
    listed = _get(place).get("issuers")
    known = [one for one in listed if isinstance(one, dict)] if isinstance(listed, list) else []
    chosen = [one for one in known if wanted in (None, one.get("issuer"))]
    if len(chosen) != 1:
        raise _no_single_one([str(one.get("issuer")) for one in known])
    (found,) = chosen
    described = _get(_safe(found.get("configurationUrl")))
    if described.get("issuer") != found.get("issuer"):
        raise _strange(place)
    return Provider(
        issuer=str(found["issuer"]),
        client_id=str(found.get("clientId")),
        scope=str(found.get("scope", "openid")),
        audience=str(found.get("audience", "")),
        answer_key="id_token" if found.get("token") == "id_token" else "access_token",
        device_url=_safe(described.get("device_authorization_endpoint")),
        token_url=_safe(described.get("token_endpoint")),
    )


def sign_in(url: str, provider: Provider, tell: Callable[[str, str], None]) -> Login:
    """Ask for a code, ``tell`` where to enter it, and wait until that was done.

    Raises NotSignedIn where it was refused or took too long.
    """
    ask = {"client_id": provider.client_id, "scope": provider.scope}
    if provider.audience != provider.client_id:
        ask["audience"] = provider.audience
    status, begun = _post(provider.device_url, ask)
    code, shown = begun.get("device_code"), begun.get("user_code")
    where = begun.get("verification_uri_complete") or begun.get("verification_uri")
    if status != 200 or not all(isinstance(text, str) for text in (code, shown, where)):
        raise _refused(begun)
    tell(str(where), str(shown))
    end = time.monotonic() + _number(begun.get("expires_in"), 600)
    pause = max(1.0, _number(begun.get("interval"), SECONDS_BETWEEN))
    return _wait(url, provider, str(code), pause, end)


def _wait(url: str, provider: Provider, code: str, pause: float, end: float) -> Login:
    ask = {"grant_type": GRANT, "device_code": code, "client_id": provider.client_id}
    while time.monotonic() < end:
        time.sleep(pause)
        try:
            status, answer = _post(provider.token_url, ask)
        except Unreachable:
            pause *= 2
            continue
        if status == 200:
            login = Login(url, "", None, None, provider.token_url, provider.client_id)
            return _renewed(replace(login, answer_key=provider.answer_key), answer)
        error = answer.get("error")
        if error == "slow_down":
            pause += SECONDS_SLOWER
        elif error != "authorization_pending":
            raise _refused(answer)
    raise NotSignedIn(
        say("Die Zeit zum Anmelden ist um.", "The time to sign in is over."),
        "goals login --device",
    )


def needs_refresh(login: Login) -> bool:
    """Whether the token ends about now, and another can be had."""
    due = login.expires_at is not None and login.expires_at - SECONDS_EARLY < time.time()
    return due and login.refresh_token is not None and login.token_url is not None


def refreshed(login: Login) -> Login:
    """The login with a new token. Raises NotSignedIn where the provider gives none any more."""
    ask = {
        "grant_type": "refresh_token",
        "refresh_token": str(login.refresh_token),
        "client_id": str(login.client_id),
    }
    status, answer = _post(_safe(login.token_url), ask)
    if status != 200:
        raise _refused(answer)
    return _renewed(login, answer)


def _renewed(login: Login, answer: Plain) -> Login:
    token = answer.get(login.answer_key)
    if not isinstance(token, str):
        raise _strange(str(login.token_url))
    again = answer.get("refresh_token", login.refresh_token)
    return replace(
        login,
        token=token,
        refresh_token=again if isinstance(again, str) else None,
        expires_at=round(time.time() + _number(answer.get("expires_in"), 300)),
    )


def _number(value: object, otherwise: float) -> float:
    usable = isinstance(value, int | float) and 0 < value < 10**9
    return float(value) if usable else otherwise  # type: ignore[arg-type]


def _get(url: str) -> Plain:
    status, found = _send("GET", url, None)
    if status != 200:
        raise _strange(url)
    return found


def _post(url: str, form: dict[str, str]) -> tuple[int, Plain]:
    return _send("POST", url, form)


def _send(method: str, url: str, form: dict[str, str] | None) -> tuple[int, Plain]:
    """Send one request; an answer that is no JSON object counts as an empty one."""
    import httpx

    from goals_cli.transport import TIMEOUT, trust

    try:
        with (
            httpx.Client(timeout=TIMEOUT, verify=trust(url), follow_redirects=False) as client,
            client.stream(method, url, data=form, headers={"Accept": "application/json"}) as answer,
        ):
            content = b""
            for part in answer.iter_bytes():
                content += part
                if len(content) > LARGEST:
                    raise _strange(url)
            return answer.status_code, _object(content)
    except (httpx.HTTPError, httpx.InvalidURL, OSError, ValueError) as error:
        raise Unreachable(
            say("{} ist nicht erreichbar ({}).", "{} cannot be reached ({}).").format(
                url, type(error).__name__
            )
        ) from None


def _object(content: bytes) -> Plain:
    import json

    try:
        found = json.loads(content)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _safe(address: object) -> str:
    """An address by https, or by http on this machine; raises Unreachable for any other."""
    text = address if isinstance(address, str) else ""
    try:
        parts = urlsplit(text)
        host = parts.hostname
    except ValueError:
        host = None
    if not host or (
        parts.scheme != "https" and (parts.scheme != "http" or host not in LOCAL_HOSTS)
    ):
        raise _strange(text or say("der Anmeldedienst", "the identity provider"))
    return text


def _no_single_one(names: list[str]) -> Misused:
    if not names:
        return Misused(
            say(
                "Dieser Server kennt keinen Anmeldedienst.",
                "This server knows no identity provider.",
            ),
            "goals login --token-stdin",
        )
    return Misused(
        say("Welcher Anmeldedienst? --issuer", "Which identity provider? --issuer"),
        *[f"goals login --device --issuer {name}" for name in names[:5]],
    )


def _refused(answer: Plain) -> NotSignedIn:
    reason = answer.get("error_description") or answer.get("error") or "?"
    return NotSignedIn(
        say("Der Anmeldedienst lehnt ab: {}", "The identity provider refuses: {}").format(
            str(reason)[:300]
        ),
        "goals login --device",
    )


def _strange(where: str) -> Unreachable:
    return Unreachable(
        say("{} antwortet nicht wie ein Anmeldedienst.", "{} is no identity provider.").format(
            where
        ),
        code="UNUSABLE_ANSWER",
    )
