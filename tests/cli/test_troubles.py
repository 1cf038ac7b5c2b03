"""Troubles: whatever is typed and whatever the server says, an exit code and the next step."""

import json
import os
import signal
import socket
import subprocess
import sys
import threading

import pytest

from goals_cli import transport


def test_a_stale_revision_says_look_then_repeat(goals, server, make):
    refuse(server, make, {"__typename": "StaleRevisionError", "expected": 3, "actual": 4})

    outcome = goals("propose", "C-12")

    assert outcome.code == 1
    assert "→ goals show C-12\n  → then repeat the command" in outcome.err


def test_a_wrong_state_names_the_commands_that_are_possible(goals, server, make):
    refuse(
        server,
        make,
        {
            "__typename": "WrongStateError",
            "state": "AGREED",
            "allowedActions": ["CHECK_IN", "DELIVER"],
        },
    )

    outcome = goals("propose", "C-12", language="de")

    assert outcome.code == 1
    assert "Fehler: No.\n" in outcome.err
    assert "→ goals checkin C-12 im-plan --confidence 80" in outcome.err
    assert '→ goals deliver C-12 --claim "1: …"' in outcome.err


def test_out_of_turn_says_where_to_look(goals, server, make):
    refuse(server, make, {"__typename": "NotYourTurnError", "side": "SUPPLIER"})

    assert goals("propose", "C-12", language="de").err == "Fehler: No.\n  → goals show C-12\n"


def test_a_closed_gate_shows_what_fails_and_both_ways_on(goals, server, make):
    finding = {"rule": "M201", "dimension": "MEASURABLE", "field": "goal", "message": "No measure."}
    refuse(server, make, {"__typename": "SmartGateError", "findings": [finding]})

    outcome = goals("propose", "C-12")

    assert "→ M201 measurable: No measure." in outcome.err
    assert "→ goals explain M201" in outcome.err
    assert '→ goals revise C-12 --goal "…"' in outcome.err
    assert '--override-reason "…"' in outcome.err


def test_all_faults_of_the_input_are_told_at_once(goals, server, make):
    first = {"__typename": "ValidationError", "path": ["input", "content", "criteria", "0", "text"]}
    second = {"__typename": "ValidationError", "path": ["input", "content", "goal"]}
    refuse(server, make, first, second)

    outcome = goals("propose", "C-12")

    assert outcome.code == 1
    assert "Error: criteria.1.text: No." in outcome.err
    assert "Error: goal: No." in outcome.err


def test_forbidden_has_a_code_of_its_own(goals, server, make):
    refuse(server, make, {"__typename": "ForbiddenError"})

    assert goals("propose", "C-12").code == 3


def test_a_refusal_is_plain_data_with_json(goals, server, make):
    refuse(server, make, {"__typename": "StaleRevisionError", "expected": 3, "actual": 4})

    outcome = goals("propose", "C-12", "--json")

    (error,) = outcome.json["errors"]
    assert (error["code"], error["actual"]) == ("NO", 4)


def refuse(server, make, *errors):
    plain = {"code": "NO", "message": "No.", "path": []}
    payload = {"commission": None, "errors": [{**plain, **error} for error in errors]}
    server.answers["FindCommission"] = {"commission": make.commission(state="DRAFT")}
    server.answers["ProposeCommission"] = {"commissionPropose": payload}


def test_an_unknown_commission_is_refused_without_a_hint_that_it_exists(goals, server):
    server.answers["ShowCommission"] = {"commission": None}

    outcome = goals("show", "C-99")

    assert outcome.code == 1
    assert outcome.err == (
        "Error: There is no commission C-99, or you may not see it.\n  → goals list\n"
    )


STRANGE = {
    "a page": (200, b"<html>hello</html>", 4),
    "nothing": (200, b"", 4),
    "a list": (200, b"[]", 4),
    "null": (200, b"null", 4),
    "only numbers": (200, b"12345", 4),
    "data that is no object": (200, b'{"data": 5}', 4),
    "no data": (200, b"{}", 4),
    "a foreign root": (200, b'{"data": {"x": {"y": []}, "z": 1}}', 4),
    "a foreign form": (200, b'{"data": {"inbox": {"y": []}}}', 4),
    "a list of numbers": (200, b'{"data": {"inbox": [1, 2]}}', 4),
    "very deep": (200, b"[" * 100_000, 4),
    "no UTF-8": (200, b'{"data": "\xff\xfe"}', 4),
    "errors that are none": (200, b'{"errors": [5]}', 4),
    "errors as text": (200, b'{"errors": "no", "data": null}', 4),
    "not found": (404, b'{"detail": "Not Found"}', 4),
    "redirection": (302, b"", 4),
    "a broken gateway": (502, b"Bad Gateway", 4),
    "no token taken": (
        401,
        b'{"errors": [{"message": "Who?", "extensions": {"code": "UNAUTHENTICATED"}}]}',
        3,
    ),
    "forbidden": (
        403,
        b'{"errors": [{"message": "No.", "extensions": {"code": "FORBIDDEN"}}]}',
        3,
    ),
    "bad input": (
        400,
        b'{"errors": [{"message": "No.", "extensions": {"code": "BAD_USER_INPUT"}}]}',
        2,
    ),
    "too many": (
        429,
        b'{"errors": [{"message": "No.", "extensions": {"code": "RATE_LIMITED"}}]}',
        4,
    ),
    "another contract": (
        400,
        b'{"errors": [{"message": "No.", "extensions": {"code": "GRAPHQL_VALIDATION_FAILED"}}]}',
        4,
    ),
    "a fault": (
        500,
        b'{"errors": [{"message": "x", "extensions": {"code": "INTERNAL_SERVER_ERROR"}}]}',
        4,
    ),
}


@pytest.mark.parametrize("what", STRANGE, ids=str)
@pytest.mark.parametrize("language", ["de", "en"])
def test_whatever_the_server_says_there_is_a_next_step(what, language, goals, server):
    status, body, code = STRANGE[what]
    server.raw = [(status, body, {"Location": "https://elsewhere.example"})] * 2

    outcome = goals("inbox", language=language)

    assert outcome.code == code
    assert outcome.err.startswith({"de": "Fehler: ", "en": "Error: "}[language])
    assert "→" in outcome.err or what in ("forbidden", "bad input")


def test_a_fault_in_the_server_shows_the_request_id(goals, server):
    fault = {"message": "x", "extensions": {"code": "INTERNAL_SERVER_ERROR", "requestId": "r-77"}}
    server.raw = [(500, json.dumps({"errors": [fault]}).encode(), {})]

    outcome = goals("inbox", "--json")

    assert "Request id: r-77" in outcome.err
    assert outcome.json["errors"][0]["requestId"] == "r-77"


def test_a_server_that_is_down_is_named(goals, monkeypatch):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    monkeypatch.setenv("GOALS_URL", f"http://127.0.0.1:{port}")

    outcome = goals("inbox")

    assert outcome.code == 4
    assert f"http://127.0.0.1:{port}/graphql cannot be reached" in outcome.err


def test_a_lost_connection_warns_that_the_change_may_have_arrived(goals, server, make):
    server.answers["FindCommission"] = {"commission": make.commission()}
    server.lose = ["ProposeCommission", "ProposeCommission"]

    outcome = goals("propose", "C-12")

    assert outcome.code == 4
    assert "It may have arrived all the same" in outcome.err


def test_a_server_that_never_answers_is_given_up(goals, monkeypatch):
    monkeypatch.setattr(transport, "TIMEOUT", 0.2)
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        monkeypatch.setenv("GOALS_URL", f"http://127.0.0.1:{silent.getsockname()[1]}")

        outcome = goals("inbox", language="de")

    assert outcome.code == 4
    assert "antwortet nicht rechtzeitig" in outcome.err


def test_an_answer_without_end_is_given_up(goals, monkeypatch):
    monkeypatch.setattr(transport, "LARGEST_ANSWER", 1000)

    with answering(b"HTTP/1.1 200 OK\r\n\r\n" + b"x" * 100_000) as url:
        monkeypatch.setenv("GOALS_URL", url)
        outcome = goals("inbox")

    assert outcome.code == 4
    assert "answer too large" in outcome.err


def test_a_server_that_speaks_no_http_is_no_server(goals, monkeypatch):
    with answering(b"220 mail.example.org ESMTP\r\n") as url:
        monkeypatch.setenv("GOALS_URL", url)
        outcome = goals("inbox")

    assert outcome.code == 4


def test_a_certificate_nobody_vouches_for_is_not_trusted(goals, monkeypatch, tmp_path):
    key, certificate = str(tmp_path / "key"), str(tmp_path / "certificate")
    request = [
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-days",
        "1",
        "-subj",
        "/CN=localhost",
    ]
    subprocess.run(
        ["openssl", *request, "-keyout", key, "-out", certificate], check=True, capture_output=True
    )
    import ssl

    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)

    with answering(b"", context) as url:
        monkeypatch.setenv("GOALS_URL", url.replace("http:", "https:"))
        outcome = goals("inbox")

    assert outcome.code == 4
    assert "is not trusted" in outcome.err


class answering:  # noqa: N801 - reads as a word
    """A server that sends the same bytes to everybody, then hangs up."""

    def __init__(self, content, context=None):
        self.content, self.context = content, context

    def __enter__(self):
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.thread = threading.Thread(target=self._serve, daemon=True)
        self.thread.start()
        return f"http://127.0.0.1:{self.socket.getsockname()[1]}"

    def _serve(self):
        while True:
            try:
                connection, _ = self.socket.accept()
                if self.context:
                    connection = self.context.wrap_socket(connection, server_side=True)
                connection.recv(65536)
                connection.sendall(self.content)
                connection.close()
            except OSError:
                if self.socket.fileno() < 0:
                    return

    def __exit__(self, *_):
        self.socket.shutdown(socket.SHUT_RDWR)
        self.socket.close()
        self.thread.join(2)


def started(*arguments, **more):
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "GOALS_LANGUAGE": "en"}
    return subprocess.Popen(
        [sys.executable, "-m", "goals_cli", *arguments],
        env={**environment, **more},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def test_a_reader_who_leaves_early_is_no_trouble(server, make, tmp_path):
    many = [make.commission(key=f"C-{number}", title="x" * 500) for number in range(1, 400)]
    server.answers["ListCommissions"] = {"commissions": make.connection(*many)}

    process = started("list", GOALS_URL=server.url, GOALS_TOKEN="t", XDG_CONFIG_HOME=str(tmp_path))
    process.stdout.close()
    _, errors = process.communicate(timeout=20)

    assert (process.returncode, errors) == (0, b"")


def test_control_c_stops_without_a_traceback(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as silent:
        url = f"http://127.0.0.1:{silent.getsockname()[1]}"
        process = started("inbox", GOALS_URL=url, GOALS_TOKEN="t", XDG_CONFIG_HOME=str(tmp_path))
        connection, _ = silent.accept()
        with connection:
            connection.recv(1)
            process.send_signal(signal.SIGINT)
            _, errors = process.communicate(timeout=20)

    assert (process.returncode, errors) == (130, b"Stopped.\n")


def test_a_terminal_that_knows_only_ascii_gets_question_marks(server, make, tmp_path):
    server.answers["ListCommissions"] = {"commissions": make.connection()}

    process = started(
        "list", "--language", "de", GOALS_URL=server.url, GOALS_TOKEN="t",
        PYTHONIOENCODING="ascii", XDG_CONFIG_HOME=str(tmp_path),
    )  # fmt: skip
    output, errors = process.communicate(timeout=20)

    assert (process.returncode, errors) == (0, b"")
    assert output.startswith(b"Keine Auftr?ge gefunden.")


def test_a_nul_reaches_the_server_as_it_is_and_is_refused_there(goals, server, make):
    refuse(server, make, {"__typename": "ValidationError", "path": ["input", "text"]})
    server.answers["AskQuestion"] = {
        "questionAsk": server.answers["ProposeCommission"]["commissionPropose"]
    }

    outcome = goals("ask", "C-12", stdin=b"a\x00b")

    assert outcome.code == 1
    assert server.inputs("AskQuestion")["text"] == "a\x00b"
