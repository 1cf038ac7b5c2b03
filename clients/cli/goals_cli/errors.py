"""Troubles: everything that may go wrong, each with its exit code and what to do next.

``main`` turns them into lines on stderr (or JSON on stdout with ``--json``) and into the exit
code; nothing else exits. What a server's typed refusal means is told in ``refusals``.
"""

from typing import Any, ClassVar


class Trouble(Exception):  # noqa: N818 - errors state the fact
    """Something did not work; the text says what, and ``next_steps`` what to do.

    ``code`` is for programs and never translated, ``path`` names the input at fault.
    """

    exit_code: ClassVar[int] = 1
    default_code: ClassVar[str] = "TROUBLE"

    def __init__(
        self,
        message: str,
        *next_steps: str,
        code: str | None = None,
        path: tuple[str, ...] = (),
        request_id: str | None = None,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.next_steps = next_steps
        self.code = code or self.default_code
        self.path = path
        self.request_id = request_id

    def as_dict(self) -> dict[str, Any]:
        """The trouble as plain data, as printed with ``--json``."""
        plain: dict[str, Any] = {
            "code": self.code,
            "message": self.message,
            "path": list(self.path),
            "next": list(self.next_steps),
        }
        if self.request_id:
            plain["requestId"] = self.request_id
        return plain


class Refused(Trouble):
    """The server understood and said no; ``payload`` is its whole answer with the typed errors."""

    exit_code = 1
    default_code = "REFUSED"

    def __init__(self, problems: list[Trouble], payload: dict[str, Any] | None = None) -> None:
        super().__init__("; ".join(problem.message for problem in problems))
        self.problems = problems
        self.payload = payload


class Misused(Trouble):
    """The command line or the input cannot be used as given."""

    exit_code = 2
    default_code = "USAGE"


class NotSignedIn(Trouble):
    """No token, one the server does not take, or one that may not do this."""

    exit_code = 3
    default_code = "UNAUTHENTICATED"


class Unreachable(Trouble):
    """The server cannot be reached in time, or its answer cannot be used."""

    exit_code = 4
    default_code = "UNREACHABLE"
