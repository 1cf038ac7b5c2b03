"""Attacks: what is sent by those who mean harm, as data for the tests and for the bench.

Everything here is sent with a valid token, which is the worst case. ``DOCUMENTS`` are GraphQL,
``REQUESTS`` are whole HTTP requests, ``LINES`` are bytes on a bare connection.
"""

import gzip
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

SECONDS = 2.0
"""The longest an answer may take, and the others may be held up meanwhile."""


def chain(levels: int, inside: str = "...F{n} ...F{n}") -> str:
    """Fragments that spread one another."""
    parts = [
        f"fragment F{n} on Team {{ {inside.replace('{n}', str(n + 1))} }}" for n in range(levels)
    ]
    return " ".join([*parts, f"fragment F{levels} on Team {{ name }}"])


def nested(levels: int, before: str, after: str) -> str:
    """Something within itself."""
    return before * levels + after * levels


TWICE = "a: parent { ...F{n} } b: parent { ...F{n} }"
DOCUMENTS: dict[str, str] = {
    "fragments in fragments": "{ teams { nodes { ...F0 } } } " + chain(60),
    "fragments below fragments": "{ teams { nodes { ...F0 } } } " + chain(60, TWICE),
    "a circle of fragments": "{ teams { nodes { ...A } } } fragment A on Team { parent { ...B } }"
    " fragment B on Team { parent { ...A } }",
    "a fragment in itself": "{ viewer { ...A } } fragment A on Viewer { role ...A }",
    "a circle of many fragments": "{ teams { nodes { ...F0 } } } "
    + " ".join(f"fragment F{n} on Team {{ ...F{(n + 1) % 300} }}" for n in range(300)),
    "fragments nobody uses": "{ __typename } "
    + " ".join(f"fragment F{n} on Team {{ name }}" for n in range(550)),
    "aliases": "{" + "".join(f" a{n}: __typename" for n in range(1_600)) + "}",
    "aliases below": "{ viewer {" + "".join(f" a{n}: role" for n in range(1_600)) + "} }",
    "one field repeated": "{" + " viewer { role }" * 1_200 + "}",
    "one field with arguments": "{" + " commissions(first: 1) { totalCount }" * 500 + "}",
    "unknown directives": "{ __typename" + " @a" * 2_400 + " }",
    "known directives": "{ __typename" + " @include(if: true)" * 700 + " }",
    "directives everywhere": "{" + " viewer @include(if: true) @skip(if: false) {role}" * 200 + "}",
    "many operations": " ".join(f"query Q{n} {{ __typename }}" for n in range(900)),
    "many variables": "query(" + "".join(f"$a{n}: Int " for n in range(1_200)) + ") { __typename }",
    "deep fields": "{ a" + nested(2_000, "{a", "}") + " }",
    "deep known fields": "{ teams { nodes {" + " parent {" * 600 + "name" + "}" * 600 + "} } }",
    "deep lists": "{ nodes(ids: " + nested(2_400, "[", "]") + ") { id } }",
    "deep objects": "{ nodes(ids: " + "{a:" * 1_000 + "1" + "}" * 1_000 + ") { id } }",
    "deep types": "query($a: " + "[" * 1_500 + "ID" + "]" * 1_500 + ") { __typename }",
    "deep inline fragments": "{" + "... {" * 100 + "__typename" + "}" * 100 + "}",
    "a long comment": "#" + "x" * 990_000,
    "many comments": "#\n" * 300_000 + "{ __typename }",
    "commas": "{" + "," * 990_000 + "__typename }",
    "a long text": '{ node(id: "' + "x" * 990_000 + '") { id } }',
    "a long block text": '{ node(id: """' + " x\n" * 240_000 + '""") { id } }',
    "a long name": "{ " + "x" * 990_000 + " }",
    "a long number": "{ commissions(first: " + "9" * 990_000 + ") { totalCount } }",
    "many ids": "{ nodes(ids: [" + '"VGVhbTox",' * 2_000 + "]) { id } }",
    "a page of everything": "{ commissions(first: 2147483647) { nodes { key } } }",
    "pages of pages": "{ teams(first: 100) { nodes { children(first: 100) { nodes"
    " { children(first: 100) { nodes { name } } } } } } }",
    "introspection without end": "{ __schema { types" + " { fields { type" * 30 + "{ name }"
    + "} }" * 30 + " } }",
    "introspection in circles": "{ __schema { types { fields { type { fields { type { fields"
    " { type { fields { name } } } } } } } } } }",
    "acts at once": "mutation {"
    + " ".join(f'a{n}: teamCreate(input: {{name: "x"}}) {{ team {{ id }} }}' for n in range(100))
    + "}",
}  # fmt: skip


@dataclass(frozen=True)
class Request:
    """A whole request, and the statuses that may answer it."""

    statuses: frozenset[int]
    body: bytes = b""
    method: str = "POST"
    query: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)


def posted(body: bytes, *statuses: int, **headers: str) -> Request:
    """A body sent as JSON; ``headers`` in snake case."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Request(
        frozenset(statuses or {400}), body, headers={"content-type": "application/json"} | named
    )


def asking(text: str, **variables: Any) -> bytes:
    """A document with variables, as JSON."""
    return json.dumps({"query": text, "variables": variables}).encode()


def with_variable(raw: bytes) -> bytes:
    """A document whose variable is this JSON, right or wrong."""
    return b'{"query": "{ __typename }", "variables": {"a": ' + raw + b"}}"


BY_IDS = "query($a: [ID!]!) { nodes(ids: $a) { id } }"
BY_FILTER = "query($a: CommissionFilter) { commissions(filter: $a) { totalCount } }"
BY_ID = "query($a: ID!) { node(id: $a) { id } }"
ACT = 'mutation { teamCreate(input: {name: "x"}) { team { id } } }'
REQUESTS: dict[str, Request] = {
    "deep lists": posted(with_variable(b"[" * 400_000 + b"]" * 400_000)),
    "deep objects": posted(b'{"a":' * 190_000),
    "brackets in texts": posted(with_variable(b'"' + b"[" * 900_000 + b'"'), 200),
    "an endless number": posted(with_variable(b"9" * 900_000)),
    "a number without end": posted(with_variable(b"1e99999"), 200),
    "many keys": posted(
        with_variable(b"{" + b",".join(b'"%d":1' % n for n in range(70_000)) + b"}"), 200
    ),
    "one key many times": posted(with_variable(b"{" + b'"a":1,' * 100_000 + b'"a":1}')),
    "many ids": posted(asking(BY_IDS, a=["x"] * 150_000), 200),
    "a long id": posted(asking(BY_ID, a="x" * 900_000), 200),
    "a long text": posted(asking(BY_FILTER, a={"title": {"contains": "x" * 900_000}}), 200),
    "wildcards": posted(asking(BY_FILTER, a={"title": {"contains": "%_" * 400_000}}), 200),
    "a NUL": posted(asking(BY_FILTER, a={"title": {"eq": "\0"}}), 200),
    "half a pair": posted(b'{"query": "{ __typename }", "operationName": "\\ud800"}', 200),
    "half a pair in the document": posted(b'{"query": "{ __typename \\ud800 }"}', 200),
    "many conditions": posted(
        asking(BY_FILTER, a={"or": [{"title": {"eq": "x"}}] * 20_000}), 200
    ),
    "no UTF-8": posted(b'{"query": "\xff\xfe"}'),
    "UTF-16": posted('{"query": "{ __typename }"}'.encode("utf-16")),
    "a batch": posted(b"[" + b",".join([b'{"query": "{ __typename }"}'] * 1_000) + b"]"),
    "nothing": posted(b""),
    "null": posted(b"null"),
    "too much": posted(b" " * 3_000_000, 413),
    "a bomb of gzip": posted(
        gzip.compress(b" " * 50_000_000, compresslevel=1), 415, content_encoding="gzip"
    ),
    "a long operation name": posted(
        b'{"query": "{ __typename }", "operationName": "' + b"x" * 900_000 + b'"}', 200
    ),
    "a long idempotency key": posted(asking(ACT), 400, idempotency_key="k" * 20_000),
    "a long Accept": posted(asking("{ __typename }"), 200, accept="text/html," * 2_000 + "*/*"),
    "a long Accept-Language": posted(
        asking("{ __typename }"), 200, accept_language="xx;q=0.1," * 2_000
    ),
    "an act by a link": Request(frozenset({405}), method="GET", query=ACT),
    "an act by a form": Request(
        frozenset({415}),
        b"query=" + ACT.encode(),
        headers={"content-type": "application/x-www-form-urlencoded"},
    ),
    "an act as text": Request(
        frozenset({415}), asking(ACT), headers={"content-type": "text/plain"}
    ),
    "an upload": Request(
        frozenset({415}),
        b'--x\r\nContent-Disposition: form-data; name="operations"\r\n\r\n{}\r\n--x--',
        headers={"content-type": "multipart/form-data; boundary=x"},
    ),
    "another method by a header": Request(
        frozenset({405}), method="PUT", headers={"x-http-method-override": "POST"}
    ),
    "a question of another site": Request(
        frozenset({403}),
        method="OPTIONS",
        headers={"origin": "https://evil.example", "access-control-request-method": "POST"},
    ),
}  # fmt: skip

HEAD = b"POST /graphql HTTP/1.1\r\nHost: goals.test\r\n"
LINES: dict[str, bytes] = {
    "a head of many lines": HEAD + b"".join(b"x-%d: y\r\n" % n for n in range(50_000)),
    "a head of one line": HEAD + b"x: " + b"y" * 1_000_000,
    "a line that folds": HEAD + b"x: y\r\n z\r\n" * 10_000 + b"\r\n",
    "a long path": b"GET /" + b"a" * 1_000_000 + b" HTTP/1.1\r\n\r\n",
    "a long method": b"A" * 1_000_000,
    "two lengths": HEAD + b"Content-Length: 3\r\nContent-Length: 4\r\n\r\nabcd",
    "a length and chunks": HEAD
    + b"Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\nGET / HTTP/1.1\r\n\r\n",
    "a length below nothing": HEAD + b"Content-Length: -1\r\n\r\n",
    "a length beyond all": HEAD + b"Content-Length: 99999999999999999999\r\n\r\n",
    "a chunk without size": HEAD + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n",
    "TLS": b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"\x00" * 100,
    "HTTP/2": b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    "noise": bytes(range(256)) * 100,
    "nothing but ends of lines": b"\r\n" * 100_000,
    "requests without waiting": b"GET /healthz HTTP/1.1\r\nHost: goals.test\r\n\r\n" * 500
    + b"GET /healthz HTTP/1.1\r\nHost: goals.test\r\nConnection: close\r\n\r\n",
}
