"""The client: operations by name, answers as plain data, refusals as exceptions.

One method a kind of request. How bytes travel is in ``transport``; what a refusal means is in
``refusals``. Commands open it with ``connect``.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from goals_cli import configuration
from goals_cli.errors import Unreachable
from goals_cli.language import say
from goals_cli.refusals import not_found, refused

if TYPE_CHECKING:
    from goals_cli.transport import Transport

Plain = dict[str, Any]


class Client:
    """Speaks to one server as one person; a context manager."""

    def __init__(self, transport: "Transport") -> None:
        self._transport = transport

    def __enter__(self) -> "Client":
        self._transport.__enter__()
        return self

    def __exit__(self, *_: object) -> None:
        self._transport.__exit__()

    def read(self, operation: str, **variables: Any) -> Any:
        """Send a query; gives the value of its one root field, None included."""
        return _root(self._transport.send(operation, variables))

    def ask(self, operation: str, **variables: Any) -> Plain:
        """Send a query that is always answered, or refused; gives the answer."""
        found = self.read(operation, **variables)
        if not isinstance(found, dict):
            raise _strange()
        return found

    def act(self, operation: str, values: Plain, *, key: str | None = None) -> Plain:
        """Send an act; gives its payload.

        Raises Refused when the payload holds errors; ``key`` names the commission in the
        commands that the refusal suggests.
        """
        given = {name: value for name, value in values.items() if value is not None}
        payload = _root(self._transport.send(operation, {"input": given}))
        if not isinstance(payload, dict):
            raise _strange()
        errors = payload.get("errors")
        if errors:
            raise refused(errors, payload, key)
        return payload

    def commission(self, key: str, operation: str = "FindCommission") -> Plain:
        """Read one commission by its key; raises Refused when it is not there."""
        found = self.read(operation, by={"key": key})
        if found is None:
            raise not_found(key)
        if not isinstance(found, dict):
            raise _strange()
        return found

    def follow(self, operation: str, **variables: Any) -> Iterator[Any]:
        """The changes that a subscription tells of, taken up again when the line is lost."""
        from goals_cli.event_stream import follow

        return follow(self._transport, operation, variables)

    def every(self, operation: str, **variables: Any) -> Iterator[Plain]:
        """All nodes of a connection, page by page (at most 50 pages of 100)."""
        after: str | None = None
        for _ in range(50):
            page = self.read(operation, first=100, after=after, **variables)
            if not isinstance(page, dict):
                return
            yield from page["nodes"]
            after = page["pageInfo"]["endCursor"]
            if not page["pageInfo"]["hasNextPage"] or after is None:
                return


def connect() -> Client:
    """A client for the configured server; raises NotSignedIn when none is configured."""
    return connect_to(configuration.load())


def connect_to(server: configuration.Server) -> Client:
    """A client for a server; httpx is imported only here, for help must not wait for it."""
    from goals_cli.transport import Transport

    return Client(Transport(server))


def _root(data: Plain) -> Any:
    if len(data) != 1:
        raise _strange()
    return next(iter(data.values()))


def _strange() -> Unreachable:
    return Unreachable(
        say(
            "Die Antwort des Servers hat eine unbekannte Form.",
            "The server's answer has an unknown form.",
        ),
        say("Ist das ein Goals-Server? goals login", "Is that a Goals server? goals login"),
        code="UNUSABLE_ANSWER",
    )
