"""OIDC: the identity providers whose tokens open the front door, read from one TOML file.

``GOALS_OIDC_FILE`` names it. One ``[[issuer]]`` table each; a misspelt or missing key is refused
at the start. Nothing in the file is secret.
"""

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from goals.settings.reading import Environment, SettingsError

ALGORITHMS = ("RS256", "ES256", "EdDSA")
POSSIBLE = (*ALGORITHMS, "RS384", "RS512", "PS256", "PS384", "PS512", "ES384", "ES512")
"""Signatures by a key of which only the public half is known here; never HS256, never none."""
ROLES = ("MEMBER", "MANAGER", "ADMIN")
LARGEST = 1_000_000


@dataclass(frozen=True)
class Issuer:
    """One identity provider, and what its tokens mean here."""

    issuer: str
    audience: str
    organisation: str
    algorithms: tuple[str, ...] = ALGORITHMS
    jwks_url: str | None = None
    """Where the keys are; None: found by discovery."""
    client_id: str | None = None
    """Under which name `goals login --device` asks; None: it cannot."""
    device_scope: str = "openid profile email offline_access"
    email_claim: str = "email"
    name_claim: str = "name"
    groups_claim: str = "groups"
    roles: Mapping[str, str] = field(default_factory=dict)
    """Group to role; empty: roles are given here."""
    teams: Mapping[str, str] = field(default_factory=dict)
    """Group to name of a team; only teams named here are touched."""

    @property
    def configuration_url(self) -> str:
        """Where the provider describes itself (OpenID Connect Discovery 1.0, 4)."""
        return self.issuer.rstrip("/") + "/.well-known/openid-configuration"


def from_environment(given: Environment) -> tuple[Issuer, ...]:
    """Read the file that ``GOALS_OIDC_FILE`` names; none without it. Raises SettingsError."""
    name = given.get("GOALS_OIDC_FILE", "").strip()
    if not name:
        return ()
    path = Path(name)
    try:
        if path.stat().st_size > LARGEST:
            raise SettingsError(f"GOALS_OIDC_FILE: {path} is too large to be meant.")
        text = path.read_text("utf-8")
    except (OSError, ValueError) as error:
        raise SettingsError(f"GOALS_OIDC_FILE: {path} cannot be read: {error}.") from None
    return parse(text)


def parse(text: str) -> tuple[Issuer, ...]:
    """Read the text of such a file. Raises SettingsError, which names the key at fault."""
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"GOALS_OIDC_FILE is no TOML: {error}.") from None
    tables = content.pop("issuer", [])
    if content or not isinstance(tables, list) or not tables:
        raise SettingsError("GOALS_OIDC_FILE holds [[issuer]] tables and nothing else.")
    issuers = tuple(_issuer(table) for table in tables)
    names = [(issuer.issuer, issuer.audience) for issuer in issuers]
    if len(set(names)) < len(names):
        raise SettingsError("GOALS_OIDC_FILE names the same issuer and audience twice.")
    return issuers


def _issuer(table: object) -> Issuer:
    if not isinstance(table, dict):
        raise SettingsError("GOALS_OIDC_FILE: [[issuer]] begins a table.")
    unknown = sorted(set(table) - set(_READ))
    if unknown:
        known = ", ".join(_READ)
        raise SettingsError(f"GOALS_OIDC_FILE: there is no key {unknown[0]!r}; there are: {known}.")
    missing = [key for key in ("issuer", "audience", "organisation") if key not in table]
    if missing:
        raise SettingsError(f"GOALS_OIDC_FILE: {missing[0]} is missing in an [[issuer]].")
    return Issuer(**{key: _READ[key](key, value) for key, value in table.items()})


def _text(key: str, value: object) -> str:
    if not isinstance(value, str) or not value.strip() or len(value) > 500:
        raise SettingsError(f"GOALS_OIDC_FILE: {key} must be a text in quotes.")
    return value


def _address(key: str, value: object) -> str:
    """An address by https, or by http on this machine alone."""
    text = _text(key, value)
    try:
        parts = urlsplit(text)
        local = parts.hostname in {"localhost", "127.0.0.1", "::1"}
    except ValueError:
        raise SettingsError(f"GOALS_OIDC_FILE: {key} is no address.") from None
    if not parts.hostname or (parts.scheme != "https" and not (local and parts.scheme == "http")):
        raise SettingsError(f"GOALS_OIDC_FILE: {key} is {text!r}; write an address with https://.")
    return text


def _algorithms(key: str, value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not value or not set(value) <= set(POSSIBLE):
        choice = ", ".join(POSSIBLE)
        raise SettingsError(f"GOALS_OIDC_FILE: {key} is a list of some of: {choice}.")
    return tuple(value)


def _map(key: str, value: object) -> dict[str, str]:
    if not isinstance(value, dict):
        raise SettingsError(f"GOALS_OIDC_FILE: [issuer.{key}] is a table of group = name.")
    return {group: _text(f"{key}.{group}", name) for group, name in value.items()}


def _roles(key: str, value: object) -> dict[str, str]:
    found = _map(key, value)
    wrong = sorted(set(found.values()) - set(ROLES))
    if wrong:
        choice = ", ".join(ROLES)
        raise SettingsError(f"GOALS_OIDC_FILE: {key} gives {wrong[0]!r}; roles are: {choice}.")
    return found


_READ: dict[str, Callable[[str, object], Any]] = {
    "issuer": _address,
    "audience": _text,
    "organisation": _text,
    "algorithms": _algorithms,
    "jwks_url": _address,
    "client_id": _text,
    "device_scope": _text,
    "email_claim": _text,
    "name_claim": _text,
    "groups_claim": _text,
    "roles": _roles,
    "teams": _map,
}
