"""`goals watch`: one line for each change, without a gap when the line is lost."""

import json
import os
import signal
import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from goals.domain.history import PHRASES
from goals_cli import event_stream
from goals_cli.errors import Unreachable
from goals_cli.labels import EVENT

STREAM = {"Content-Type": "text/event-stream; charset=utf-8"}
COMPLETE = b"event: complete\ndata:\n\n"


def change(cursor, kind="commission.proposed", **more):
    node = {"id": "x", "key": "C-12", "title": "Parcels\u2028today", "state": "CLARIFYING"}
    return {
        "kind": kind,
        "id": "x",
        "revision": 1,
        "occurredAt": "2026-03-02T09:00:00.000000Z",
        "cursor": cursor,
        "node": node,
    } | more


def event(value, root="commissionChanged"):
    data = json.dumps({"data": {root: value}}, ensure_ascii=False).encode()
    place = b"id: " + value["cursor"].encode() + b"\n" if value else b""
    return b"event: next\n" + place + b"data: " + data + b"\n\n"


def fault(code, message="No."):
    error = {"message": message, "extensions": {"code": code, "requestId": "r-1"}}
    return b"event: next\ndata: " + json.dumps({"errors": [error]}).encode() + b"\n\n" + COMPLETE


@pytest.fixture(autouse=True)
def _at_once(monkeypatch):
    monkeypatch.setattr(event_stream, "FIRST_PAUSE", 0.0)


def test_each_change_is_a_line(server, goals):
    server.raw = [(200, b":\n\n" + event(change("a")) + COMPLETE, STREAM)]

    outcome = goals("watch")

    assert (outcome.code, outcome.err) == (0, "")
    assert "09:00  C-12  proposed: Parcels" in outcome.out
    assert "today (clarifying)" in outcome.out
    assert server.seen[0].variables == {"by": None, "after": None}
    assert server.seen[0].headers["Accept"] == "text/event-stream"


def test_it_speaks_german(server, goals):
    owed = change("a", owed=["SIGN", "ANSWER"])
    nothing = change("b", owed=[])
    stream = event(owed, "inboxChanged") + event(nothing, "inboxChanged") + COMPLETE
    server.raw = [(200, stream, STREAM)]

    outcome = goals("watch", "--inbox", language="de")

    assert "vorgelegt" in outcome.out
    assert "→ unterschreiben, Frage beantworten" in outcome.out
    assert "→ nichts mehr offen" in outcome.out


def test_json_is_one_value_a_line(server, goals):
    server.raw = [(200, event(change("a")) + event(change("b")) + COMPLETE, STREAM)]

    outcome = goals("watch", "12", "--json")

    assert [json.loads(line)["cursor"] for line in outcome.out.split("\n")[:-1]] == ["a", "b"]
    assert server.seen[0].variables["by"] == {"key": "C-12"}


def test_a_lost_line_is_taken_up_where_it_ended(server, goals):
    server.raw = [
        (200, b":\n\n", STREAM | {"Goals-Cursor": "start"}),
        (200, event(change("a")) + event(change("b"))[:40], STREAM),
        (503, b'{"errors":[{"message":"Away."}]}', {}),
        (200, event(change("b")) + COMPLETE, STREAM),
    ]

    outcome = goals("watch", "--json")

    assert [json.loads(line)["cursor"] for line in outcome.out.split("\n")[:-1]] == ["a", "b"]
    assert [one.variables["after"] for one in server.seen] == [None, "start", "a", "a"]
    assert "Connected again." in outcome.err


def test_a_place_that_is_too_old_is_given_up(server, goals):
    server.raw = [
        (200, event(change("a")), STREAM),
        (200, fault("BAD_USER_INPUT", "Too old."), STREAM),
        (200, event(change("c")) + COMPLETE, STREAM),
    ]

    outcome = goals("watch", "--json")

    assert [one.variables["after"] for one in server.seen] == [None, "a", None]
    assert "Too old." in outcome.err


def test_a_commission_that_is_not_to_be_seen_is_refused(server, goals):
    server.raw = [(200, event(None) + COMPLETE, STREAM)]

    outcome = goals("watch", "C-99")

    assert outcome.code == 1
    assert "C-99" in outcome.err


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        ((401, b'{"errors":[{"message":"No."}]}', {}), 3),
        ((200, b"{}", {}), 4),
        ((200, b"<html>", {"Content-Type": "text/html"}), 4),
        ((503, b"", {}), 4),
        ((200, fault("UNAUTHENTICATED"), STREAM), 3),
        ((200, fault("BAD_USER_INPUT"), STREAM), 2),
    ],
)
def test_what_goes_wrong_at_the_beginning_ends_it(server, goals, raw, code):
    server.raw = [raw]

    outcome = goals("watch", "--json")

    assert outcome.code == code
    assert outcome.json["errors"]


def test_a_token_that_ends_meanwhile_ends_it(server, goals):
    server.raw = [(200, event(change("a")) + fault("UNAUTHENTICATED"), STREAM)]

    assert goals("watch").code == 3


@pytest.mark.parametrize("size", [1, 7, 64, 10_000])
def test_events_are_found_however_the_bytes_are_cut(size):
    whole = b":\r\n\r\n" + event(change("ä")) + b":\n\n" + COMPLETE
    parts = [whole[at : at + size] for at in range(0, len(whole), size)]

    found = list(event_stream.events(parts))

    assert [(name, place) for name, place, _ in found] == [
        ("next", "\ufffd\ufffd"),
        ("complete", None),
    ]
    assert json.loads(found[0][2])["data"]["commissionChanged"]["node"]["title"].endswith("today")


def test_an_event_without_end_is_not_gathered():
    with pytest.raises(Unreachable):
        list(event_stream.events([b"data: " + b"x" * 600_000] * 3))


def test_ctrl_c_ends_it_cleanly(tmp_path):
    asked = threading.Event()

    class Silent(BaseHTTPRequestHandler):
        def do_POST(self):
            self.send_response(200)
            self.send_header("Content-Type", "text/event-stream")
            self.end_headers()
            self.wfile.write(event(change("a")))
            self.wfile.flush()
            asked.set()
            ended.wait(10)

        def log_message(self, *_):
            pass

    ended = threading.Event()
    http = ThreadingHTTPServer(("127.0.0.1", 0), Silent)
    http.daemon_threads = True
    threading.Thread(target=http.serve_forever, args=(0.01,), daemon=True).start()
    known = {"GOALS_URL": f"http://127.0.0.1:{http.server_port}", "GOALS_TOKEN": "goals_x"}
    running = subprocess.Popen(
        [sys.executable, "-m", "goals_cli", "watch"],
        env=os.environ | known | {"LANG": "C.UTF-8", "XDG_CONFIG_HOME": str(tmp_path)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert "C-12" in running.stdout.readline()
        running.send_signal(signal.SIGINT)
        _, complaint = running.communicate(timeout=10)
    finally:
        running.kill()
        running.wait()
        ended.set()
        http.shutdown()
        http.server_close()

    assert running.returncode == 130
    assert "Traceback" not in complaint


def test_every_kind_of_event_of_a_commission_has_words():
    assert set(PHRASES) == set(EVENT)
