"""Transport: one GraphQL operation over HTTP, and what may go wrong on the way.

Certificates are checked against the operating system's trust store. A change carries an
idempotency key, so that it may be sent once more when the connection is lost; answers are bounded
in size and time. What the data mean is for ``client``.
"""

import json
import ssl
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import httpx
import truststore

from goals_cli.configuration import Server
from goals_cli.errors import Misused, NotSignedIn, Trouble, Unreachable
from goals_cli.language import current, say
from goals_cli.operations import DOCUMENTS
from goals_cli.version import version

EVENT_STREAM = "text/event-stream"
LARGEST_ANSWER = 32 * 1024 * 1024  # bytes
LONGEST_ANSWER = 60.0  # seconds from sending to the last byte
STILL_RUNNING = 409  # the first of two requests with one key has not ended
PATIENCE = 10  # times
PAUSE = 1.0  # seconds
TIMEOUT = httpx.Timeout(30.0, connect=10.0)

_LOST = (httpx.RemoteProtocolError, httpx.ReadError, httpx.WriteError, httpx.CloseError)


class Transport:
    """Sends operations to one server; a context manager."""

    def __init__(self, server: Server, *, sender: httpx.BaseTransport | None = None) -> None:
        self.server = server
        self._http = httpx.Client(
            transport=sender,
            timeout=TIMEOUT,
            verify=trust(server.url),
            follow_redirects=False,
            headers={
                "Accept": "application/json",
                "Accept-Encoding": "gzip",
                "Accept-Language": current(),
                "Authorization": f"Bearer {server.token}",
                "Goals-Client": f"cli/{version()}",
                "User-Agent": f"goals-cli/{version()}",
            },
        )

    def __enter__(self) -> "Transport":
        return self

    def __exit__(self, *_: object) -> None:
        self._http.close()

    def send(self, operation: str, variables: dict[str, Any]) -> dict[str, Any]:
        """Send a named operation; gives the ``data`` of the answer.

        Raises Misused, NotSignedIn or Unreachable. Typed refusals are inside the data.
        """
        document = DOCUMENTS[operation]
        body = _encode({"query": document, "operationName": operation, "variables": variables})
        headers = {"Content-Type": "application/json"}
        if document.startswith("mutation"):
            headers["Idempotency-Key"] = str(uuid.uuid4())
        try:
            status, sent, content = self._post_patiently(body, headers)
        except httpx.HTTPError as error:
            raise self._lost(error, document.startswith("mutation")) from None
        except (httpx.InvalidURL, ssl.SSLError, OSError, ValueError) as error:
            raise self._unusable(str(error)) from None
        return self._read(status, sent, content)

    @contextmanager
    def stream(self, operation: str, variables: dict[str, Any]) -> Iterator[httpx.Response]:
        """Open the event stream of a subscription; the block reads it.

        Raises what ``send`` raises, also when the connection is lost in the midst of it.
        """
        body = _encode(
            {"query": DOCUMENTS[operation], "operationName": operation, "variables": variables}
        )
        headers = {"Content-Type": "application/json", "Accept": EVENT_STREAM}
        try:
            with self._http.stream(
                "POST", self.server.url, content=body, headers=headers
            ) as response:
                kind = response.headers.get("Content-Type", "").partition(";")[0]
                if response.status_code != 200 or kind != EVENT_STREAM:
                    content = response.read()[:LARGEST_ANSWER]
                    self._read(response.status_code, response.headers, content)
                    raise self._unusable(kind or "?")
                yield response
        except httpx.HTTPError as error:
            raise self._lost(error, change=False) from None
        except (httpx.InvalidURL, ssl.SSLError, OSError) as error:
            raise self._unusable(str(error)) from None

    def read_event(self, content: bytes) -> dict[str, Any]:
        """The ``data`` of one answer in a stream; raises as ``send`` does."""
        return self._read(200, httpx.Headers(), content)

    def _post_patiently(
        self, body: bytes, headers: dict[str, str]
    ) -> tuple[int, httpx.Headers, bytes]:
        """Send once more when the connection is lost; wait while the first one is still at work.

        Safe, because it is a query, or a change with its key.
        """
        try:
            return self._post(body, headers)
        except _LOST:
            answer = self._post(body, headers)
        for _ in range(PATIENCE):
            if answer[0] != STILL_RUNNING:
                break
            time.sleep(PAUSE)
            answer = self._post(body, headers)
        return answer

    def _post(self, body: bytes, headers: dict[str, str]) -> tuple[int, httpx.Headers, bytes]:
        end = time.monotonic() + LONGEST_ANSWER
        parts: list[bytes] = []
        size = 0
        with self._http.stream("POST", self.server.url, content=body, headers=headers) as response:
            for part in response.iter_bytes():
                size += len(part)
                parts.append(part)
                if size > LARGEST_ANSWER:
                    raise ValueError(say("Antwort zu groß", "answer too large"))
                if time.monotonic() > end:
                    raise httpx.ReadTimeout("the answer does not end")
        return response.status_code, response.headers, b"".join(parts)

    def _read(self, status: int, sent: httpx.Headers, content: bytes) -> dict[str, Any]:
        request_id = sent.get("X-Request-Id")
        if 300 <= status < 400:
            raise self._unusable(
                say("Umleitung nach {}", "it redirects to {}").format(sent.get("Location", "?"))
            )
        try:
            answer = json.loads(content)
        except (ValueError, RecursionError):
            answer = None
        if not isinstance(answer, dict):
            raise self._unusable(f"HTTP {status}, {sent.get('Content-Type', '?')}", request_id)
        faults = answer.get("errors")
        if isinstance(faults, list) and faults:
            raise self._fault(faults[0], status, sent, request_id)
        data = answer.get("data")
        if status >= 400 or not isinstance(data, dict):
            detail = answer.get("detail")
            raise self._unusable(
                f"HTTP {status}{f', {detail}' if isinstance(detail, str) else ''}", request_id
            )
        return data

    def _fault(
        self, fault: Any, status: int, sent: httpx.Headers, request_id: str | None
    ) -> Trouble:
        plain = fault if isinstance(fault, dict) else {}
        extensions = plain.get("extensions")
        extensions = extensions if isinstance(extensions, dict) else {}
        code = str(extensions.get("code") or f"HTTP_{status}")
        message = str(plain.get("message") or code)[:2000]
        request_id = str(extensions.get("requestId") or request_id or "") or None
        if code == "UNAUTHENTICATED" or status == 401:
            return NotSignedIn(
                say("{} nimmt dieses Token nicht an: {}", "{} does not take this token: {}").format(
                    self.server.url, message
                ),
                f"goals login --url {self.server.url}",
                code=code,
                request_id=request_id,
            )
        if code == "FORBIDDEN" or status == 403:
            return NotSignedIn(message, code=code, request_id=request_id)
        if code in ("BAD_USER_INPUT", "BAD_REQUEST", "IDEMPOTENCY_MISMATCH"):
            return Misused(message, code=code, request_id=request_id)
        if code == "GRAPHQL_VALIDATION_FAILED":
            return Unreachable(
                say(
                    "Server und Programm passen nicht zusammen: {}",
                    "Server and program do not fit together: {}",
                ).format(message),
                say("Das ältere von beiden erneuern.", "Renew the older of the two."),
                code=code,
                request_id=request_id,
            )
        if code == "RATE_LIMITED" or status == 429:
            wait = sent.get("Retry-After", "60")
            step = say("In {} Sekunden noch einmal.", "Try again in {} seconds.").format(wait)
            return Unreachable(message, step, code=code, request_id=request_id)
        return Unreachable(
            say("Fehler im Server: {}", "Fault in the server: {}").format(message),
            say(
                "Noch einmal versuchen; bleibt es dabei, die Anfrage-Nummer melden.",
                "Try again; if it stays, report the request id.",
            ),
            code=code,
            request_id=request_id,
        )

    def _unusable(self, reason: str, request_id: str | None = None) -> Unreachable:
        return Unreachable(
            say(
                "Die Antwort von {} ist nicht zu gebrauchen ({}).",
                "The answer of {} cannot be used ({}).",
            ).format(self.server.url, reason[:200]),
            say("Ist das ein Goals-Server? goals login", "Is that a Goals server? goals login"),
            code="UNUSABLE_ANSWER",
            request_id=request_id,
        )

    def _lost(self, error: httpx.HTTPError, change: bool) -> Unreachable:
        url = self.server.url
        if _certificate_refused(error):
            return Unreachable(
                say(
                    "Das Zertifikat von {} wird nicht anerkannt: {}",
                    "The certificate of {} is not trusted: {}",
                ).format(url, str(error)[:200]),
                say(
                    "Das Zertifikat der Organisation im Betriebssystem eintragen lassen.",
                    "Have your organisation's certificate added to the operating system.",
                ),
                code="CERTIFICATE",
            )
        if isinstance(error, httpx.TimeoutException) and not isinstance(
            error, httpx.ConnectTimeout
        ):
            return Unreachable(
                say("{} antwortet nicht rechtzeitig.", "{} does not answer in time.").format(url),
                _look_first() if change else say("Noch einmal versuchen.", "Try again."),
                code="TIMEOUT",
            )
        if isinstance(error, _LOST):
            return Unreachable(
                say("Die Verbindung zu {} brach ab.", "The connection to {} was lost.").format(url),
                _look_first() if change else say("Noch einmal versuchen.", "Try again."),
                code="CONNECTION_LOST",
            )
        return Unreachable(
            say("{} ist nicht erreichbar: {}", "{} cannot be reached: {}").format(
                url, str(error)[:200] or type(error).__name__
            ),
            say(
                "Läuft der Server, und stimmt die Adresse? goals login --url URL",
                "Is the server up, and the address right? goals login --url URL",
            ),
        )


def _look_first() -> str:
    return say(
        "Vielleicht kam es doch an: erst nachsehen mit goals show, dann wiederholen.",
        "It may have arrived all the same: look with goals show before you repeat it.",
    )


def trust(url: str) -> ssl.SSLContext:
    """What certificates are checked by: the trust store of the system."""
    if url.startswith("https:"):
        return truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    return ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)  # unused, and cheap to make


def _certificate_refused(error: BaseException) -> bool:
    seen: BaseException | None = error
    while seen is not None:
        if isinstance(seen, ssl.SSLError):
            return True
        seen = seen.__cause__ or seen.__context__
    return "CERTIFICATE_VERIFY_FAILED" in str(error)


def _encode(body: dict[str, Any]) -> bytes:
    """JSON as bytes; raises Misused for text that is no text (lone surrogates)."""
    try:
        return json.dumps(body, ensure_ascii=False, allow_nan=False).encode("utf-8")
    except (UnicodeEncodeError, ValueError):
        raise Misused(
            say(
                "Die Eingabe enthält Bytes, die kein UTF-8 sind.",
                "The input holds bytes that are not UTF-8.",
            ),
            say("Den Text als UTF-8 speichern.", "Save the text as UTF-8."),
            code="NOT_UTF8",
        ) from None
