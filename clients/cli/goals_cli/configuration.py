"""Configuration: which server, and with which token.

``--url``, then ``GOALS_URL`` and ``GOALS_TOKEN``, then what `goals login` remembered
(``keeping``); a token that ends is exchanged for the next one on the way. A token is never
printed.
"""

import os
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from goals_cli import keeping
from goals_cli.errors import Misused, NotSignedIn
from goals_cli.language import say

LONGEST_TOKEN, LONGEST_JWT = 500, 8_192
LOCAL_HOSTS = ("localhost", "127.0.0.1", "::1")


@dataclass(frozen=True)
class Server:
    """Where to send requests, and the secret that says who is asking."""

    url: str
    token: str = field(repr=False)


def load() -> Server:
    """Find server and token; raises NotSignedIn when one is missing."""
    given_url = os.environ.get("GOALS_URL", "").strip()
    token = os.environ.get("GOALS_TOKEN", "").strip()
    login = None if given_url and token else keeping.load()
    url = given_url or (login.url if login else "")
    own = login is not None and (not given_url or server_url(given_url) == login.url)
    if not token and login is not None and own:  # a stored token goes to its own server only
        token = _current(login).token
    if not url:
        raise NotSignedIn(
            say("Es ist kein Server bekannt.", "No server is known yet."),
            *_login_steps("https://goals.example.org"),
        )
    if not token:
        raise NotSignedIn(
            say("Für {} ist kein Token bekannt.", "There is no token for {}.").format(url),
            *_login_steps(url),
        )
    return Server(server_url(url), checked_token(token))


def _current(login: keeping.Login) -> keeping.Login:
    """The login with a token that is still good for a while."""
    from goals_cli import device

    if not device.needs_refresh(login):
        return login
    try:
        renewed = device.refreshed(login)
    except NotSignedIn:
        other = keeping.load()  # another command may have been quicker, and used up the old one
        if other is None or other.token == login.token:
            raise
        return other
    keeping.save(renewed)
    return renewed


def server_url(text: str) -> str:
    """Complete an address: https:// when no scheme is given, /graphql when no path is.

    Raises Misused for what cannot be an address of a server.
    """
    plain = text.strip()
    if "://" not in plain:
        host = plain.split("/")[0].rsplit(":", 1)[0].strip("[]")
        plain = f"{'http' if host in LOCAL_HOSTS else 'https'}://{plain}"
    try:
        parts = urlsplit(plain)
        usable = parts.scheme in ("http", "https") and parts.hostname and parts.port != 0
    except ValueError:
        usable = False
    if not usable or parts.username or parts.password or any(sign.isspace() for sign in plain):
        raise Misused(
            say("{!r} ist keine Adresse eines Servers.", "{!r} is no address of a server.").format(
                text[:100]
            ),
            say("Form: https://goals.example.org", "Form: https://goals.example.org"),
        )
    place = parts.path if parts.path not in ("", "/") else "/graphql"
    return parts._replace(path=place, query="", fragment="").geturl()


def unprotected(url: str) -> bool:
    """Whether the token would travel in the open: http to another machine."""
    parts = urlsplit(url)
    return parts.scheme == "http" and (parts.hostname or "") not in LOCAL_HOSTS


def checked_token(token: str) -> str:
    """The token, if it can stand in a header; raises NotSignedIn when not."""
    plain = token.strip()
    if (
        not plain
        or len(plain) > (LONGEST_JWT if plain.count(".") == 2 else LONGEST_TOKEN)
        or not plain.isascii()
        or not plain.isprintable()
        or " " in plain
    ):
        raise NotSignedIn(
            say("Das ist kein Token.", "That is no token."),
            say(
                "Ein Token ist eine Zeile ohne Leerzeichen.", "A token is one line without spaces."
            ),
        )
    return plain


def _login_steps(url: str) -> tuple[str, str]:
    return (
        f"goals login --url {url}",
        say("oder GOALS_URL und GOALS_TOKEN setzen", "or set GOALS_URL and GOALS_TOKEN"),
    )
