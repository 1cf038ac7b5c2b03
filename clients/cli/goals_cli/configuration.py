"""Configuration: which server, and with which token.

``--url``, then ``GOALS_URL`` and ``GOALS_TOKEN``, then what `goals login` stored in
``$XDG_CONFIG_HOME/goals/login.json``, readable by its owner only. A token is never printed.
"""

import json
import os
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from goals_cli.errors import Misused, NotSignedIn
from goals_cli.language import say

LOCAL_HOSTS = ("localhost", "127.0.0.1", "::1")


@dataclass(frozen=True)
class Server:
    """Where to send requests, and the secret that says who is asking."""

    url: str
    token: str = field(repr=False)


def folder() -> Path:
    """The folder of the configuration; it need not exist."""
    if os.name == "nt" and os.environ.get("APPDATA"):
        return Path(os.environ["APPDATA"]) / "goals"
    base = os.environ.get("XDG_CONFIG_HOME", "")
    return (Path(base) if base.startswith("/") else Path.home() / ".config") / "goals"


def path() -> Path:
    """The file that `goals login` writes."""
    return folder() / "login.json"


def load() -> Server:
    """Find server and token; raises NotSignedIn when one is missing."""
    stored = _stored()
    given_url = os.environ.get("GOALS_URL", "").strip()
    url = given_url or stored.get("url", "")
    token = os.environ.get("GOALS_TOKEN", "").strip()
    if not token and (not given_url or server_url(given_url) == stored.get("url")):
        token = stored.get("token", "")  # a stored token goes to its own server only
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


def save(server: Server) -> Path:
    """Write server and token for the owner only (0600), in one step; gives the file."""
    target = path()
    try:
        target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle, name = tempfile.mkstemp(dir=target.parent)  # created with 0600
        with os.fdopen(handle, "w", encoding="utf-8") as stream:
            json.dump({"url": server.url, "token": server.token}, stream)
        Path(name).replace(target)
    except OSError as error:
        raise Misused(
            say("{} ist nicht schreibbar: {}.", "{} cannot be written: {}.").format(
                target, error.strerror
            ),
            say(
                "Oder ohne Datei: GOALS_URL und GOALS_TOKEN setzen.",
                "Or set GOALS_URL and GOALS_TOKEN.",
            ),
        ) from None
    return target


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
        or len(plain) > 500
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


def _stored() -> dict[str, str]:
    try:
        content = json.loads(path().read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, RecursionError):
        content = None
    if not isinstance(content, dict):
        raise Misused(
            say("{} ist nicht lesbar.", "{} cannot be read.").format(path()),
            say("Datei löschen, dann goals login", "Delete the file, then goals login"),
        )
    return {name: value for name, value in content.items() if isinstance(value, str)}
