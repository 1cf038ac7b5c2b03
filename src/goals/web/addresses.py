"""Addresses: where a client calls from, as far as it can be counted.

The one rule: an IPv6 client has a whole network of 2^64 addresses, so the network is what counts.
"""

import ipaddress
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

UNKNOWN = "unknown"


def caller(scope: Mapping[str, Any]) -> str:
    """The address, or the IPv6 network, that an ASGI scope names as its client."""
    client = scope.get("client")
    return counted(client[0]) if client else UNKNOWN


@lru_cache(maxsize=4_096)
def counted(host: str) -> str:
    """An IPv4 address as it is, an IPv6 one as its /64; what is neither counts as one place."""
    try:
        address = ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        return UNKNOWN
    if isinstance(address, ipaddress.IPv4Address):
        return str(address)
    if address.ipv4_mapped is not None:
        return str(address.ipv4_mapped)
    return str(ipaddress.ip_network((address, 64), strict=False))
