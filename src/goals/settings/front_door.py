"""The front door's settings: who may knock, how often, and what is written down about it.

Hosts are compared without their port, origins with it. What is measured in points is the cost of
operations (goals.api.limits).
"""

import ipaddress
import re
from dataclasses import dataclass
from typing import Literal, cast
from urllib.parse import urlsplit

from goals.settings.reading import (
    Environment,
    SettingsError,
    choice,
    several,
    whole_number,
)

LogFormat = Literal["text", "json"]

POINTS_AT_ONCE = 100_000
POINTS_A_SECOND = 5_000
CONNECTIONS = 5_000
_LABEL = re.compile(r"[a-z0-9_-]{1,63}", re.ASCII)


@dataclass(frozen=True)
class FrontDoor:
    """What the front door was told. The defaults suit one server that is asked directly."""

    hosts: tuple[str, ...] = ()
    """Names by which the API may be called; none: by any."""
    origins: tuple[str, ...] = ()
    """Origins of pages that may read answers; none: no page of another origin."""
    https: bool = False
    """Everybody comes by HTTPS, and browsers may remember that."""
    proxies: tuple[str, ...] = ()
    """Addresses of reverse proxies whose X-Forwarded-For is believed."""
    points_at_once: int = POINTS_AT_ONCE
    points_a_second: int = POINTS_A_SECOND
    """How fast a token's points come back; 0: they are not counted."""
    connections: int = CONNECTIONS
    log_format: LogFormat = "text"
    log_level: str = "info"

    @classmethod
    def from_environment(cls, given: Environment) -> "FrontDoor":
        """Read the settings. Raises SettingsError when one is unusable."""
        return cls(
            hosts=several(given, "GOALS_ALLOWED_HOSTS", _host),
            origins=several(given, "GOALS_ALLOWED_ORIGINS", _origin),
            https=choice(given, "GOALS_HTTPS", ("no", "yes")) == "yes",
            proxies=several(given, "GOALS_TRUSTED_PROXIES", _proxy),
            points_at_once=whole_number(
                given, "GOALS_RATE_BURST", default=POINTS_AT_ONCE, low=5_000, high=10**9
            ),
            points_a_second=whole_number(
                given, "GOALS_RATE", default=POINTS_A_SECOND, low=0, high=10**9
            ),
            connections=whole_number(
                given, "GOALS_CONNECTIONS", default=CONNECTIONS, low=10, high=1_000_000
            ),
            log_format=cast("LogFormat", choice(given, "GOALS_LOG", ("text", "json"))),
            log_level=choice(given, "GOALS_LOG_LEVEL", ("info", "debug", "warning", "error")),
        )


def _host(text: str) -> str:
    name = text.lower().rstrip(".")
    try:
        return str(ipaddress.ip_address(name.strip("[]")))
    except ValueError:
        pass
    if not all(_LABEL.fullmatch(label) for label in name.removeprefix("*.").split(".")):
        raise SettingsError(
            f"GOALS_ALLOWED_HOSTS holds {text!r}; write names without scheme and port, such as "
            "goals.example.org, *.example.org or 192.0.2.7."
        )
    return name


def _origin(text: str) -> str:
    try:
        parts = urlsplit(text.lower())
        port = parts.port
    except ValueError:
        parts, port = urlsplit(""), None
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.path.strip("/"):
        raise SettingsError(
            f"GOALS_ALLOWED_ORIGINS holds {text!r}; write origins such as "
            "https://goals.example.org or http://localhost:5173, one by one."
        )
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    usual = port in {None, {"http": 80, "https": 443}[parts.scheme]}
    return f"{parts.scheme}://{host}" + ("" if usual else f":{port}")


def _proxy(text: str) -> str:
    try:
        return str(ipaddress.ip_network(text, strict=False))
    except ValueError:
        raise SettingsError(
            f"GOALS_TRUSTED_PROXIES holds {text!r}; write addresses or networks, such as "
            "127.0.0.1 or 10.0.0.0/8."
        ) from None
