"""Fetching: small JSON documents of identity providers, and nothing else.

No redirect is followed and no proxy of the environment used; time and size are bounded.
"""

import asyncio
import json
import ssl
from typing import Any

import httpx
import truststore

SECONDS = 5.0
LARGEST = 262_144


class NotFetched(Exception):  # noqa: N818 - the text says what came instead, for the log
    """A provider gave no usable document."""


class Fetcher:
    """Asks identity providers; ``sender`` stands in for the network in tests."""

    def __init__(self, sender: httpx.AsyncBaseTransport | None = None) -> None:
        self._sender = sender

    async def get(self, url: str) -> dict[str, Any]:
        """The JSON object at this address. Raises NotFetched."""
        try:
            async with asyncio.timeout(SECONDS), self._client() as client:
                return _object(await _body(client, url))
        except (httpx.HTTPError, httpx.InvalidURL, OSError, TimeoutError) as error:
            raise NotFetched(f"{url}: {type(error).__name__}") from None

    def _client(self) -> httpx.AsyncClient:
        return httpx.AsyncClient(
            transport=self._sender,
            trust_env=False,
            follow_redirects=False,
            timeout=SECONDS,
            verify=truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT),
            headers={"Accept": "application/json", "Accept-Encoding": "identity"},
        )


async def _body(client: httpx.AsyncClient, url: str) -> bytes:
    async with client.stream("GET", url) as answer:
        if answer.status_code != 200:
            raise NotFetched(f"{url}: HTTP {answer.status_code}")
        if answer.headers.get("content-encoding", "identity") != "identity":
            raise NotFetched(f"{url}: compressed, though that was not asked for")
        body = b""
        async for part in answer.aiter_bytes():
            body += part
            if len(body) > LARGEST:
                raise NotFetched(f"{url}: more than {LARGEST} bytes")
    return body


def _object(body: bytes) -> dict[str, Any]:
    try:
        found = json.loads(body)
    except (ValueError, RecursionError):
        raise NotFetched("what came is no JSON") from None
    if not isinstance(found, dict):
        raise NotFetched("what came is no JSON object")
    return found
