"""Hosts: by which names the server may be called (RFC 9110, 7.2).

The one rule: names are compared without the port, which a proxy may have changed. The probes of
an orchestrator call by address; their paths are reached by any name.
"""

import ipaddress
from collections.abc import Sequence

from goals.web.faults import Fault, bad_request

FOR_PROBES = frozenset({"/healthz", "/readyz"})
MISDIRECTED = 421


class Hosts:
    """The names that were allowed; none: any."""

    def __init__(self, allowed: Sequence[str]) -> None:
        self._names = frozenset(name for name in allowed if not name.startswith("*."))
        self._endings = tuple(name[1:] for name in allowed if name.startswith("*."))
        self._open = not allowed

    def fault(self, path: str, given: Sequence[bytes]) -> Fault | None:
        """The fault for a request to this path with these Host headers, if there is one."""
        if self._open or path in FOR_PROBES:
            return None
        if len(given) != 1:
            return bad_request("Send one Host header.")
        name = without_port(given[0].decode("latin-1"))
        if name in self._names or (self._endings and name.endswith(self._endings)):
            return None
        return Fault(MISDIRECTED, "BAD_REQUEST", "This server is not called by that name.")


def without_port(host: str) -> str:
    """The name or address of a Host header in its one form; empty where it has none."""
    text = host.strip().lower()
    if text.startswith("["):
        inside, closed, _ = text[1:].partition("]")
        text = inside if closed else ""
    else:
        text = text.partition(":")[0]
    try:
        return str(ipaddress.ip_address(text))
    except ValueError:
        return text.rstrip(".")
