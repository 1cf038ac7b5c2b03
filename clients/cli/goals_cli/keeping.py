"""Keeping: what `goals login` remembers, in the keyring of the system where one works.

Whether one works is tried out with a dummy, once, at login. Else everything is in one file that
only its owner can read (0600). In the keyring's case that file names the server and no secret.
"""

import json
import os
import tempfile
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from goals_cli.errors import Misused
from goals_cli.language import say

SERVICE = "goals"
_DUMMY = ("goals login probe", "probe")
_KEYRING = "keyring"
_TOO_WEAK = 1  # backends below this priority keep secrets in the open, or not at all


@dataclass(frozen=True)
class Login:
    """A server, the token for it, and, after `goals login --device`, how to get the next one.

    ``expires_at`` is in seconds since 1970.
    """

    url: str
    token: str = field(repr=False)
    refresh_token: str | None = field(default=None, repr=False)
    expires_at: float | None = None
    token_url: str | None = None
    client_id: str | None = None
    answer_key: str = "access_token"


def folder() -> Path:
    """The folder of the configuration; it need not exist."""
    if os.name == "nt" and os.environ.get("APPDATA"):
        return Path(os.environ["APPDATA"]) / "goals"
    base = os.environ.get("XDG_CONFIG_HOME", "")
    return (Path(base) if base.startswith("/") else Path.home() / ".config") / "goals"


def path() -> Path:
    """The file that `goals login` writes."""
    return folder() / "login.json"


def load() -> Login | None:
    """What was remembered, or None. Raises Misused for a file that cannot be read."""
    stored = _stored()
    if stored.get("kept_in") == _KEYRING and stored.get("url"):
        text = _from_keyring(str(stored["url"]))
        stored = {} if text is None else {**_object(text), "url": stored["url"]}
    known = {name: stored[name] for name in Login.__dataclass_fields__ if _fits(name, stored)}
    return Login(**known) if known.get("url") and known.get("token") else None


def _fits(name: str, stored: dict[str, Any]) -> bool:
    return isinstance(stored.get(name), int | float if name == "expires_at" else str)


def save(login: Login) -> Path | None:
    """Remember it; gives the file it is in, None for the keyring. Raises Misused."""
    secret = {name: value for name, value in asdict(login).items() if _says_something(name, value)}
    before = _url_in_keyring()
    in_keyring = _to_keyring(login.url, json.dumps(secret))
    _write({"url": login.url, "kept_in": _KEYRING} if in_keyring else secret)
    if before is not None and (before != login.url or not in_keyring):
        _drop_from_keyring(before)
    return None if in_keyring else path()


def forget() -> bool:
    """Forget everything; False where nothing was remembered. Raises Misused."""
    url = _url_in_keyring()
    if url is not None:
        _drop_from_keyring(url)
    if not path().exists():
        return False
    try:
        path().unlink()
    except OSError as error:
        raise _unwritable(error) from None
    return True


def place() -> str:
    """Where the token is, for people."""
    if _url_in_keyring() is not None:
        return say("Schlüsselbund", "keyring")
    return str(path())


def _says_something(name: str, value: object) -> bool:
    return value is not None and (name != "answer_key" or value != Login.answer_key)


def _url_in_keyring() -> str | None:
    with suppress(Misused):
        stored = _stored()
        if stored.get("kept_in") == _KEYRING:
            return str(stored.get("url", ""))
    return None


def _stored() -> dict[str, Any]:
    try:
        return _object(path().read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError):
        raise _unreadable() from None


def _object(text: str) -> dict[str, Any]:
    try:
        content = json.loads(text)
    except (ValueError, RecursionError):
        content = None
    if not isinstance(content, dict):
        raise _unreadable()
    return {name: value for name, value in content.items() if isinstance(value, str | float | int)}


def _unreadable() -> Misused:
    return Misused(
        say("{} ist nicht lesbar.", "{} cannot be read.").format(path()),
        say("Datei löschen, dann goals login", "Delete the file, then goals login"),
    )


def _write(content: dict[str, Any]) -> None:
    """Write the file for the owner only, in one step."""
    target = path()
    try:
        target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle, name = tempfile.mkstemp(dir=target.parent)  # created with 0600
        with os.fdopen(handle, "w", encoding="utf-8") as stream:
            json.dump(content, stream)
        Path(name).replace(target)
    except OSError as error:
        raise _unwritable(error) from None


def _unwritable(error: OSError) -> Misused:
    return Misused(
        say("{} ist nicht schreibbar: {}.", "{} cannot be written: {}.").format(
            path(), error.strerror
        ),
        say(
            "Oder ohne Datei: GOALS_URL und GOALS_TOKEN setzen.",
            "Or set GOALS_URL and GOALS_TOKEN.",
        ),
    )


def _backend() -> Any:
    """The keyring of this system; None where there is none, or none worth the name."""
    try:
        import keyring
    except ImportError:
        return None
    found: Any = keyring.get_keyring()
    return found if getattr(found, "priority", 0) >= _TOO_WEAK else None


def _to_keyring(url: str, text: str) -> bool:
    """Whether the keyring took it: a dummy first, and the secret itself read back."""
    try:
        backend = _backend()
        if backend is None:
            return False
        backend.set_password(SERVICE, *_DUMMY)
        works = backend.get_password(SERVICE, _DUMMY[0]) == _DUMMY[1]
        backend.delete_password(SERVICE, _DUMMY[0])
        if works:
            backend.set_password(SERVICE, url, text)
            works = backend.get_password(SERVICE, url) == text
    except Exception:
        return False
    return bool(works)


def _from_keyring(url: str) -> str | None:
    try:
        backend = _backend()
        found = None if backend is None else backend.get_password(SERVICE, url)
    except Exception as error:
        raise Misused(
            say(
                "Der Schlüsselbund antwortet nicht: {}.", "The keyring does not answer: {}."
            ).format(type(error).__name__),
            say("Aufschließen, oder goals login", "Unlock it, or goals login"),
        ) from None
    return None if found is None else str(found)


def _drop_from_keyring(url: str) -> None:
    with suppress(Exception):  # it may be gone already, or locked: then nothing reads it either
        backend = _backend()
        if backend is not None:
            backend.delete_password(SERVICE, url)
