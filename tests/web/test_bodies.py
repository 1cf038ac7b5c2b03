"""Bodies: whatever is sent, the answer is JSON that says what is wrong, and the process lives."""

import json

import pytest

ASK = "{ __typename }"


def asking(**more):
    return json.dumps({"query": ASK} | more).encode()


def with_variables(text):
    return b'{"query": "{ __typename }", "variables": ' + text + b"}"


DEEP = b"[" * 40_000 + b"]" * 40_000
BAD = {
    "nothing": (b"", "JSON"),
    "null": (b"null", "object"),
    "a number": (b"1", "object"),
    "a text": (b'"{ __typename }"', "object"),
    "a batch": (b"[" + asking() + b"]", "Batches"),
    "an empty batch": (b"[]", "Batches"),
    "deep lists": (with_variables(b'{"a": ' + DEEP + b"}"), "deeper"),
    "deep objects": (b'{"a":' * 40_000 + b"1" + b"}" * 40_000, "deeper"),
    "deep and never closed": (b"[" * 500_000, "deeper"),
    "deep behind a text of brackets": (b'["]]]]\\"]", ' + b"[" * 100 + b"]" * 100 + b"]", "deeper"),
    "an endless integer": (with_variables(b'{"a": ' + b"9" * 5_000 + b"}"), "too long"),
    "a key twice": (b'{"query": "{ __typename }", "query": "{ a }"}', "twice"),
    "a key twice inside": (with_variables(b'{"a": {"b": 1, "b": 2}}'), "twice"),
    "NaN": (with_variables(b'{"a": NaN}'), "NaN"),
    "Infinity": (with_variables(b'{"a": -Infinity}'), "Infinity"),
    "bytes that are no UTF-8": (b'{"query": "\xff"}', "UTF-8"),
    "UTF-16": (json.dumps({"query": ASK}).encode("utf-16"), "UTF-8"),
    "a byte order mark": (b"\xef\xbb\xbf" + asking(), "JSON"),
    "a control sign in a text": (b'{"query": "\x00"}', "JSON"),
    "something behind it": (asking() + b" x", "JSON"),
    "a form": (b"query=%7B__typename%7D", "JSON"),
}


@pytest.mark.parametrize(("raw", "word"), BAD.values(), ids=BAD.keys())
async def test_a_body_that_is_no_request_is_refused_with_the_reason(door, raw, word):
    answer = await door.post(raw)

    assert answer.status_code == 400
    (error,) = answer.json()["errors"]
    assert error["extensions"]["code"] == "BAD_REQUEST"
    assert word in error["message"]


@pytest.mark.parametrize(
    "raw",
    [
        b" \n" + asking() + b"\n ",
        asking(variables={"a": [[[[1]]]]}),
        asking(variables={"a": "[" * 1_000 + '"' + "{" * 1_000}),
        asking(unknown=1),
        b'{"query": "{ __typename }", "variables": {"a": 1e999}}',
    ],
)
async def test_unusual_but_right_bodies_are_served(door, raw):
    answer = await door.post(raw)

    assert (answer.status_code, answer.json()) == (200, {"data": {"__typename": "Query"}})


@pytest.mark.parametrize(
    ("raw", "status"),
    [
        (asking(padding="x" * (1_000_000 - len(asking(padding="")))), 200),
        (asking(padding="x" * (1_000_001 - len(asking(padding="")))), 413),
        (b"x" * 3_000_000, 413),
    ],
    ids=["a million bytes", "one more", "three million"],
)
async def test_a_body_may_have_a_million_bytes(served, raw, status):
    answer = await served.post(raw)

    assert answer.status_code == status
    assert ("errors" in answer.json()) == (status == 413)


async def test_a_large_body_without_its_length_is_cut_as_well(served):
    async def drops():
        for _ in range(30):
            yield b" " * 50_000

    headers = served.headers(content_type="application/json")
    answer = await served.client.post("/graphql", content=drops(), headers=headers)

    assert answer.status_code == 413


@pytest.mark.parametrize(
    "headers",
    [
        {"content_type": "text/plain"},
        {"content_type": "application/x-www-form-urlencoded"},
        {"content_type": "multipart/form-data; boundary=x"},
        {"content_type": "application/graphql"},
        {"content_type": "application/json; charset=latin-1"},
        {"content_type": ""},
        {"content_encoding": "gzip"},
    ],
    ids=str,
)
async def test_only_plain_json_is_read(door, headers):
    answer = await door.post(asking(), **headers)

    assert answer.status_code == 415
    assert answer.json()["errors"][0]["extensions"]["code"] == "BAD_REQUEST"


ODD = {
    "a lone surrogate": "\ud800",
    "NUL": "a\0b",
    "a bidirectional control": "a\u202eb",
    "an emoji": "🦆",
    "a megabyte": "x" * 400_000,
    "nothing": "",
    "spaces": " \u00a0\u3000",
}


@pytest.mark.parametrize("text", ODD.values(), ids=ODD.keys())
async def test_an_odd_text_is_stored_or_refused_as_data(both, text):
    before = await both.count("team")

    answer = await both.add_team(text)

    assert answer.status_code == 200
    made = answer.json()["data"]["teamCreate"]
    refused = made["team"] is None
    assert refused == bool(made["errors"])
    assert refused == (text != "🦆")
    assert await both.count("team") == before + (not refused)


@pytest.mark.parametrize("text", ODD.values(), ids=ODD.keys())
@pytest.mark.parametrize(
    "make",
    [
        lambda text: {"query": text},
        lambda text: {"query": "{ node(id: \"" + text + "\") { id } }"},
        lambda text: {"query": ASK, "operationName": text},
        lambda text: {"query": ASK, "variables": {text: text}},
        lambda text: {"query": ASK, text: text},
        lambda text: {"query": "query($a: Int) { nodes(ids: []) { id } commissions(first: $a)"
                      " { totalCount } }", "variables": {"a": text}},
        lambda text: {"query": "query($a: ID!) { node(id: $a) { id } }", "variables": {"a": text}},
        lambda text: {"query": "query($a: String) { commissions(filter: {title: {contains: $a}})"
                      " { totalCount } }", "variables": {"a": text}},
        lambda text: {"query": "query($a: String) { commissions(after: $a) { totalCount } }",
                      "variables": {"a": text}},
    ],
    ids=["query", "literal", "name", "variable", "key", "number", "id", "filter", "cursor"],
)  # fmt: skip
async def test_an_odd_text_anywhere_never_is_a_fault_of_ours(door, make, text):
    answer = await door.post(json.dumps(make(text)).encode())

    assert answer.status_code in {200, 400}
    assert "INTERNAL" not in answer.text


@pytest.mark.parametrize(
    "number", ["1e999", "-1e999", "1" * 4_000, "1.5", "9223372036854775808", "1e400"]
)
async def test_an_odd_number_never_is_a_fault_of_ours(both, number):
    text = "query($a: Int) { commissions(first: $a) { totalCount } }"
    raw = json.dumps({"query": text}).encode()[:-1] + f', "variables": {{"a": {number}}}}}'.encode()

    answer = await both.post(raw)

    assert answer.status_code in {200, 400}
    assert answer.json()["errors"][0]["extensions"]["code"] == "BAD_USER_INPUT"


@pytest.mark.parametrize(
    "query_string",
    [
        "",
        "query=",
        "query={__typename}&query={__typename}",
        "query=%FF",
        "query={__typename}&variables={",
        "query={__typename}&variables=[]",
        "query={__typename}&variables=%00",
        "query={__typename}&extensions=1",
        "&".join(f"a{n}=1" for n in range(30)),
    ],
)
async def test_a_query_string_that_is_no_request_is_refused(door, query_string):
    answer = await door.client.get(f"/graphql?{query_string}", headers=door.headers())

    assert answer.status_code == 400
    assert answer.json()["errors"][0]["extensions"]["code"] == "BAD_REQUEST"
