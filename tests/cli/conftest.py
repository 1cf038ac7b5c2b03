"""A server on the loopback that answers what a test tells it, and a runner for `goals`.

Every request is executed against graphql/schema.graphql: a document or a variable the contract
does not know fails the test, and the canned answers are cut and checked by the schema's types.
"""

import io
import json
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from graphql import GraphQLSchema, build_schema, graphql_sync

from goals_cli import keeping, output
from goals_cli.main import main

SCHEMA = Path(__file__).parents[2] / "graphql" / "schema.graphql"
TOKEN = "goals_test_token"


@cache
def contract() -> GraphQLSchema:
    return build_schema(SCHEMA.read_text(encoding="utf-8"))


@dataclass
class Request:
    operation: str
    variables: dict[str, Any]
    headers: dict[str, str]


@dataclass
class FakeServer:
    """Answers by operation name.

    ``raw`` answers go out first, as they are: status, body, headers. The connection of an
    operation in ``lose`` is closed without an answer, once each time it is listed; then follow
    the answers of ``answer_late``. Other paths give their ``pages`` in order, the last for ever;
    what was posted there is in ``forms``.
    """

    url: str = ""
    answers: dict[str, Any] = field(default_factory=dict)
    raw: list[tuple[int, bytes, dict[str, str]]] = field(default_factory=list)
    lose: list[str] = field(default_factory=list)
    answer_late: list[tuple[int, bytes, dict[str, str]]] = field(default_factory=list)
    seen: list[Request] = field(default_factory=list)
    pages: dict[str, list[tuple[int, Any]]] = field(default_factory=dict)
    forms: list[tuple[str, dict[str, list[str]]]] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def answer(self, body: bytes) -> tuple[int, bytes, dict[str, str]]:
        request = json.loads(body)
        name = request["operationName"]
        root = self.answers.get(name)
        if callable(root):
            root = root(request["variables"])
        result = graphql_sync(
            contract(),
            request["query"],
            root_value=root,
            variable_values=request["variables"],
            operation_name=name,
        )
        if result.errors or name not in self.answers:
            text = [str(error) for error in result.errors or [f"no answer for {name}"]]
            self.faults += text
            return 400, json.dumps({"errors": [{"message": text[0]}]}).encode(), {}
        return 200, json.dumps({"data": result.data}).encode(), {"X-Request-Id": "r-1"}

    def inputs(self, operation: str) -> dict[str, Any]:
        """The input of the one act of this name."""
        (found,) = [one for one in self.seen if one.operation == operation]
        return dict(found.variables["input"])


def _handler(server: FakeServer) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._page()

        def _page(self) -> None:
            waiting = server.pages.get(self.path, [(404, {})])
            status, value = waiting.pop(0) if len(waiting) > 1 else waiting[0]
            self._send(status, json.dumps(value).encode(), {})

        def _send(self, status: int, content: bytes, headers: dict[str, str]) -> None:
            self.send_response(status)
            for name, value in {"Content-Type": "application/json", **headers}.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            if self.path not in ("/graphql", urlsplit(server.url).path):
                server.forms.append((self.path, parse_qs(body.decode())))
                self._page()
                return
            request = json.loads(body)
            server.seen.append(
                Request(request["operationName"], request["variables"], dict(self.headers))
            )
            if request["operationName"] in server.lose:
                server.lose.remove(request["operationName"])
                server.raw += server.answer_late
                self.close_connection = True
                return
            self._send(*(server.raw.pop(0) if server.raw else server.answer(body)))

        def log_message(self, *_: object) -> None:
            pass

    return Handler


@pytest.fixture
def server() -> Iterator[FakeServer]:
    fake = FakeServer()
    http = ThreadingHTTPServer(("127.0.0.1", 0), _handler(fake))
    http.daemon_threads = True
    thread = threading.Thread(target=http.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    fake.url = f"http://127.0.0.1:{http.server_address[1]}/graphql"
    yield fake
    http.shutdown()
    http.server_close()
    thread.join()
    assert fake.faults == []


@dataclass
class Outcome:
    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Goals = Callable[..., Outcome]


@pytest.fixture
def goals(
    server: FakeServer,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
) -> Goals:
    """Run `goals` in this process: ``goals("show", "C-12", stdin="…", language="de")``."""
    for name in ("LC_ALL", "LC_MESSAGES", "NO_COLOR", "GOALS_DEBUG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "C.UTF-8")
    monkeypatch.setattr(keeping, "_backend", lambda: None)  # never the keyring of whoever tests
    monkeypatch.setenv("TZ", "UTC")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("GOALS_URL", server.url)
    monkeypatch.setenv("GOALS_TOKEN", TOKEN)

    def run(*arguments: str, stdin: bytes | str = b"", language: str = "en") -> Outcome:
        content = stdin.encode() if isinstance(stdin, str) else stdin
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content), "utf-8"))
        monkeypatch.setenv("GOALS_LANGUAGE", language)
        capsys.readouterr()
        code = main(arguments)
        captured = capsys.readouterr()
        output.want_json(False)
        assert "Traceback" not in captured.err
        return Outcome(code, captured.out, captured.err)

    return run


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Pretend that a person sits at a terminal and types these lines."""

    def typing(*lines: str) -> None:
        waiting = list(lines)
        monkeypatch.setattr(output, "interactive", lambda: True)
        monkeypatch.setattr("click.termui.visible_prompt_func", lambda _prompt: waiting.pop(0))
        monkeypatch.setattr("click.termui.hidden_prompt_func", lambda _prompt: waiting.pop(0))

    return typing


def person(name: str, number: int = 1) -> dict[str, Any]:
    return {"id": f"P{number}", "name": name, "email": f"{name.lower()}@example.org"}


def connection(*nodes: dict[str, Any]) -> dict[str, Any]:
    return {
        "nodes": list(nodes),
        "pageInfo": {"hasNextPage": False, "endCursor": None},
        "totalCount": len(nodes),
    }


def criterion(position: int, text: str, **more: Any) -> dict[str, Any]:
    plain = {
        "id": f"K{position}",
        "lineageId": f"00000000-0000-0000-0000-00000000000{position}",
        "position": position,
        "text": text,
        "kind": "BINARY",
        "weight": 1,
        "priority": "MUST",
        "origin": "CUSTOMER",
    }
    return {**plain, **more}


def revision(number: int = 3, **more: Any) -> dict[str, Any]:
    plain = {
        "id": f"R{number}",
        "number": number,
        "contentHash": "c0ffee" * 10,
        "createdAt": "2026-11-01T09:00:00Z",
        "goal": "Train 20 pilot users.",
        "benefit": "The pilot can start.",
        "deadline": "2099-03-31",
        "deadlineTimeZone": "Europe/Berlin",
        "criteria": [
            criterion(1, "Users trained: >= 20", kind="METRIC", direction="AT_LEAST", target="20"),
            criterion(2, "Manual approved", priority="SHOULD"),
        ],
        "resources": [],
        "duties": [],
        "risks": [],
        "parties": [],
        "signatures": [],
    }
    return {**plain, **more}


def commission(**more: Any) -> dict[str, Any]:
    """A commission with every field a document of the client asks for."""
    plain = {
        "id": "COM",
        "key": "C-12",
        "title": "Pilot training",
        "state": "CLARIFYING",
        "commitment": "COMMITTED",
        "initiator": "CUSTOMER",
        "selfCommission": False,
        "version": 4,
        "overdue": False,
        "health": "PENDING",
        "deadline": "2099-03-31",
        "mySides": ["CUSTOMER"],
        "allowedActions": ["ASK", "ACCEPT"],
        "customerTeam": {"id": "T1", "name": "Sales"},
        "customer": person("Anna"),
        "supplierTeam": {"id": "T2", "name": "IT"},
        "supplier": person("Ben", 2),
        "currentRevision": revision(),
        "tags": [],
        "createdAt": "2026-11-01T09:00:00Z",
        "lapsed": False,
        "assessments": [],
        "dependsOn": [],
        "externalReferences": [],
    }
    for name in ("questions", "playbacks", "checkIns", "blockers", "actions"):
        plain[name] = connection()
    for name in ("deliveries", "reviews", "lessons", "factorObservations"):
        plain[name] = connection()
    return {**plain, **more}


VIEWER = {
    "person": person("Anna"),
    "organisation": {"id": "O", "name": "Example Works"},
    "role": "MEMBER",
    "language": "EN",
    "memberships": [{"lead": True, "team": {"id": "T1", "name": "Sales"}}],
}


@pytest.fixture
def make() -> SimpleNamespace:
    """The pieces of canned answers."""
    return SimpleNamespace(
        estimate=estimate,
        commission=commission,
        revision=revision,
        criterion=criterion,
        connection=connection,
        person=person,
        viewer=VIEWER,
    )


@pytest.fixture
def busy(server, make):
    """A commission in which everything can be named once."""
    asked = {
        "askedSide": "SUPPLIER",
        "askedBy": make.person("Ben", 2),
        "askedAt": "2026-11-02T09:00:00Z",
    }
    by = {"author": make.person("Ben", 2), "createdAt": "2026-11-03T09:00:00Z"}
    duty = {"id": "D1", "position": 1, "side": "CUSTOMER", "text": "Name the users"}
    found = make.commission(
        currentRevision=make.revision(duties=[duty]),
        questions=make.connection(
            {"id": "Q1", "field": "GOAL", "text": "Why?", "status": "ANSWERED", **asked},
            {"id": "Q2", "field": "GOAL", "text": "Who?", "status": "OPEN", **asked},
        ),
        playbacks=make.connection({"id": "PB", "text": "20 people.", "status": "PENDING", **by}),
        checkIns=make.connection({"id": "CI", "health": "ON_TRACK", **by}),
        blockers=make.connection(
            {"id": "BL", "kind": "INPUT", "text": "List", "openedAt": "2026-11-02T09:00:00Z"}
        ),
        actions=make.connection(
            {"id": "AC", "kind": "CHANGE", "text": "Call", "owner": make.person("Anna")}
        ),
    )
    server.answers["FindCommission"] = {"commission": found}
    server.answers["Viewer"] = {"viewer": make.viewer}
    return found


def estimate(**more: Any) -> dict[str, Any]:
    plain = {
        "due": 25,
        "settled": 21,
        "achieved": 17,
        "rate": 0.85,
        "strictRate": 0.68,
        "low": 0.6396,
        "high": 0.9476,
        "excluded": [{"reason": "PENDING", "count": 4}, {"reason": "NOT_ASSESSABLE", "count": 1}],
        "n": 20,
        "sufficient": True,
        "suppressed": False,
        "shrunk": 0.8,
        "method": "Wilson",
        "onTime": 11,
        "onTimeByCurrentDeadline": 13,
        "lapsed": 2,
        "lowIfPendingMissed": 0.7083,
        "highIfPendingAchieved": 0.875,
        "note": "PROVISIONAL",
    }
    return {**plain, **more}


@pytest.fixture
def rate(server: FakeServer) -> dict[str, Any]:
    few = estimate(
        due=3, settled=3, achieved=2, rate=None, strictRate=None, low=None, high=None, n=3
    )
    found = {
        "period": {"from": "2026-07-01", "to": "2026-09-30"},
        "commitment": "COMMITTED",
        "total": estimate(),
        "selfCommissions": {"due": 2, "achieved": 1, "n": 2},
        "withheld": 0,
        "groupsLeftOut": 0,
        "groups": [
            {
                "key": "T1",
                "label": "Sales",
                "estimate": {**few, "excluded": []},
                "covered": [{"from": "2026-07-01", "to": "2026-09-30"}],
            }
        ],
    }
    server.answers["AchievementRate"] = {"achievementRate": found}
    return found
