"""Nothing hidden shows: not by id, alias, path, filter, order, count or cursor."""

import json
from typing import Any

import pytest
from asking import Toy
from oracle import global_id

from goals.reads.viewer import Viewer

pytestmark = pytest.mark.asyncio(loop_scope="module")

ALL = "{ commissions(first: 100) { totalCount nodes { id key } } }"


def stranger(toy: Toy) -> Viewer:
    """A member without teams who stands on no commission."""
    person = toy.world["person"][0]
    return Viewer(person["org_id"], "00000000-0000-7000-8000-000000000001", "MEMBER", ())


def hidden(toy: Toy, viewer: Viewer) -> list[dict[str, Any]]:
    """The commissions of the viewer's organisation that he may not see."""
    oracle = toy.oracle(viewer)
    rows = [row for row in toy.world["commission"] if row["org_id"] == viewer.org_id]
    return [row for row in rows if not oracle.sees("Commission", row)]


async def test_a_stranger_sees_no_commission_and_counts_none(toy: Toy) -> None:
    answers = await toy.ask(ALL, viewer=stranger(toy))

    nothing = '{"commissions":{"totalCount":0,"nodes":[]}}'
    assert {"sqlite": nothing, "postgres": nothing} == answers


async def test_a_member_sees_own_and_team_commissions_and_a_manager_all(toy: Toy) -> None:
    member, manager = toy.viewer("MEMBER"), toy.viewer("MANAGER")

    seen = json.loads(await toy.agree(ALL, viewer=member))["commissions"]["totalCount"]
    every = json.loads(await toy.agree(ALL, viewer=manager))["commissions"]["totalCount"]

    assert 0 < seen < every == 40
    assert every - seen == len(hidden(toy, member))


async def test_a_manager_sees_nothing_of_another_organisation(toy: Toy) -> None:
    manager = toy.viewer("MANAGER")
    answer = await toy.agree("{ commissions(first: 100) { nodes { title } } }", viewer=manager)
    assert "foreign" not in answer

    other = next(org["id"] for org in toy.world["organisation"] if org["id"] != manager.org_id)
    ids = [global_id("Organisation", other)] * 2

    answer = await toy.agree(
        "query($ids: [ID!]!, $one: ID!) { nodes(ids: $ids) { id } node(id: $one) { id }"
        " team(id: $one) { id } }",
        {"ids": ids, "one": ids[0]},
        manager,
    )

    assert {"nodes": [None] * len(ids), "node": None, "team": None} == json.loads(answer)


@pytest.mark.parametrize(
    ("type_name", "table", "parent"),
    [("Revision", "revision", "commission_id"), ("Secret", "secret", "commission_id")],
)
async def test_what_hangs_on_a_hidden_commission_is_hidden(
    toy: Toy, type_name: str, table: str, parent: str
) -> None:
    member = toy.viewer("MEMBER")
    secret = {row["id"] for row in hidden(toy, member)}
    ids = [global_id(type_name, row["id"]) for row in toy.world[table] if row[parent] in secret]

    answer = await toy.agree(
        "query($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }", {"ids": ids}, member
    )

    assert ids
    assert [None] * len(ids) == json.loads(answer)["nodes"]


async def test_a_hidden_parent_is_null_on_every_path_and_under_every_alias(toy: Toy) -> None:
    member = toy.viewer("MEMBER")
    secret = {row["id"] for row in hidden(toy, member)}
    seen = [
        row
        for row in toy.world["commission"]
        if row["contributes_to_id"] in secret and row["id"] not in secret
    ]

    answer = await toy.agree(
        "query($ids: [ID!]!) { nodes(ids: $ids) { ... on Commission {"
        " a: contributesTo { id } b: contributesTo { title criteria { text } }"
        " contributions { nodes { c: contributesTo { contributesTo { key } } } } } } }",
        {"ids": [global_id("Commission", row["id"]) for row in seen]},
        member,
    )

    assert seen
    assert {(None, None)} == {(n["a"], n["b"]) for n in json.loads(answer)["nodes"]}


async def test_a_filter_cannot_look_through_hidden_or_sealed_rows(toy: Toy) -> None:
    viewer = toy.viewer("MANAGER")
    sealed = next(
        row
        for row in toy.world["secret"]
        if row["sealed"] and row["author_id"] != viewer.person_id and row["org_id"] == viewer.org_id
    )
    text = "query($f: CommissionFilter) { commissions(first: 100, filter: $f) { totalCount nodes { id } } }"  # noqa: E501
    wanted = {"secret": {"text": {"eq": sealed["text"]}}}

    answer = await toy.agree(text, {"f": wanted}, viewer)
    opposite = await toy.agree(text, {"f": {"not": wanted}}, viewer)

    found = {node["id"] for node in json.loads(answer)["commissions"]["nodes"]}
    others = {node["id"] for node in json.loads(opposite)["commissions"]["nodes"]}
    visible_too = any(
        row["text"] == sealed["text"] and not row["sealed"]
        for row in toy.world["secret"]
        if row["commission_id"] == sealed["commission_id"]
    )
    assert not found & others
    assert len(found | others) == 40
    assert (global_id("Commission", sealed["commission_id"]) in found) == visible_too


async def test_organisations_with_the_same_ids_see_their_own_rows_on_every_path(toy: Toy) -> None:
    own = toy.viewer("MANAGER")
    other = next(org["id"] for org in toy.world["organisation"] if org["id"] != own.org_id)
    ask = (
        "query($f: CommissionFilter) { commissions(first: 20, filter: $f) { totalCount nodes {"
        " id title team { name parent { name } children { name } } customer { name }"
        " criteria { text } latestRevision { goal } secrets { text } tags"
        " contributions { nodes { title } } revisions { totalCount } } } viewer { name } }"
    )
    wanted = {
        "or": [{"team": {"name": {"contains": "team"}}}, {"secret": {}}, {"tag": {"eq": "rot"}}]
    }

    mine = await toy.agree(ask, {"f": wanted}, own)
    theirs = await toy.agree(ask, {"f": wanted}, Viewer(other, own.person_id, "MANAGER"))

    foreign = {
        "or": [
            {"team": {"name": {"contains": "foreign"}}},
            {"secret": {"text": {"contains": "foreign"}}},
        ]
    }
    none = await toy.agree(ask, {"f": foreign}, own)

    assert '"totalCount":0' in none
    assert "foreign" not in mine
    assert theirs.count("foreign") > 50


async def test_a_sealed_row_is_seen_by_its_author_only(toy: Toy) -> None:
    row = next(row for row in toy.world["secret"] if row["sealed"])
    ask = (
        "query($id: ID!) { node(id: $id) { ... on Secret { text commission { secrets { id } } } } }"
    )
    given = {"id": global_id("Secret", row["id"])}

    author = Viewer(row["org_id"], row["author_id"], "MANAGER")
    other = Viewer(row["org_id"], "00000000-0000-7000-8000-000000000001", "MANAGER")

    assert row["text"] == json.loads(await toy.agree(ask, given, author))["node"]["text"]
    assert await toy.agree(ask, given, other) == '{"node":null}'


async def test_a_cursor_made_from_a_hidden_row_tells_nothing(toy: Toy) -> None:
    member = toy.viewer("MEMBER")
    row = hidden(toy, member)[0]
    order = [("DEADLINE", "DESC")]
    cursor = toy.oracle(member).cursor("Commission", order, row)

    answer = await toy.agree(
        "query($c: String) { commissions(first: 100, after: $c,"
        " orderBy: [{field: DEADLINE, direction: DESC}]) { nodes { id } totalCount } }",
        {"c": cursor},
        member,
    )

    assert global_id("Commission", row["id"]) not in answer


async def test_one_plan_serves_two_viewers_and_each_sees_only_his_own(toy: Toy) -> None:
    first, second = toy.viewer("MEMBER", at=0), toy.viewer("MEMBER", at=3, teams=2)
    document = toy.parsed(ALL)

    answers = [await toy.agree(ALL, viewer=viewer) for viewer in (first, second)]

    assert answers[0] != answers[1]
    for reader in toy.readers.values():
        plan = reader.plan(document, None, {}, "MEMBER")
        assert plan is reader.plan(document, None, {}, "MEMBER")
        assert plan is not None
        assert first.org_id not in plan.sql
        assert first.person_id not in plan.sql
