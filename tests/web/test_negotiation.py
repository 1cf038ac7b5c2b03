"""Negotiation: the client's weights decide on media type and language."""

import pytest

from goals.domain.enums import Language
from goals.web.faults import Fault
from goals.web.negotiation import GRAPHQL_JSON, PLAIN_JSON, answer_language, answer_type


@pytest.mark.parametrize(
    ("accept", "expected"),
    [
        (f"{GRAPHQL_JSON}, {PLAIN_JSON}", GRAPHQL_JSON),
        (f"{PLAIN_JSON}, {GRAPHQL_JSON}", GRAPHQL_JSON),
        (f"{GRAPHQL_JSON};q=0.5, {PLAIN_JSON};q=0.9", PLAIN_JSON),
        (f"{GRAPHQL_JSON};q=0.9, {PLAIN_JSON};q=0.5", GRAPHQL_JSON),
        (f"{PLAIN_JSON};q=0, */*", GRAPHQL_JSON),
        (f"{GRAPHQL_JSON};q=0, */*", PLAIN_JSON),
        ("text/html, application/*;q=0.8", PLAIN_JSON),
        ("text/html,application/xhtml+xml,*/*;q=0.8", PLAIN_JSON),
        (f"{GRAPHQL_JSON};charset=utf-8", GRAPHQL_JSON),
        (f"{GRAPHQL_JSON};charset=latin-1, {PLAIN_JSON}", PLAIN_JSON),
        (f"  {GRAPHQL_JSON.upper()} ; Q=1 ,", GRAPHQL_JSON),
        ("text/event-stream, application/json", PLAIN_JSON),
        (None, PLAIN_JSON),
        (" ", PLAIN_JSON),
    ],
)
def test_the_best_liked_type_wins(accept, expected):
    assert answer_type(accept) == expected


@pytest.mark.parametrize(
    "accept",
    ["text/html", "text/event-stream", f"{PLAIN_JSON};q=0", f"{GRAPHQL_JSON};q=nan", "*/*;q=2"],
)
def test_whoever_takes_neither_is_told_what_there_is(accept):
    with pytest.raises(Fault) as refused:
        answer_type(accept)

    assert (refused.value.status, GRAPHQL_JSON in refused.value.message) == (406, True)


async def test_a_fault_of_negotiation_is_json_all_the_same(door):
    answer = await door.ask("{ __typename }", accept="text/html")

    assert answer.status_code == 406
    assert answer.headers["content-type"].startswith("application/json")
    assert answer.json()["errors"][0]["extensions"]["code"] == "BAD_REQUEST"


@pytest.mark.parametrize(
    ("accept", "expected"),
    [
        ("de", Language.DE),
        ("de-AT, en;q=0.9", Language.DE),
        ("en;q=0.1, de;q=0.9", Language.DE),
        ("fr, en;q=0.5, de;q=0.4", Language.EN),
        ("DE", Language.DE),
        ("de;q=0, en;q=0.1", Language.EN),
        ("fr, *", None),
        ("den, deu", None),
        ("", None),
        (None, None),
    ],
)
def test_the_best_liked_language_wins(accept, expected):
    assert answer_language(accept) is expected


async def test_messages_speak_the_header_s_language_else_the_person_s(door):
    asked = """mutation {
      commissionWithdraw(input: {commissionId: "x", reason: "We need it no more."}) {
        errors { message } } }"""

    english = await door.ask(asked, who="anna")
    german = await door.ask(asked, who="ben")
    wished = await door.ask(asked, who="anna", accept_language="de")

    messages = [
        answer.json()["data"]["commissionWithdraw"]["errors"][0]["message"]
        for answer in (english, german, wished)
    ]
    assert messages[1] == messages[2] != messages[0]
