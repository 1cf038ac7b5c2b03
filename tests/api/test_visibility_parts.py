"""Visibility of everything that hangs on a commission, for everybody, by every way to it."""

import json
import re
from datetime import timedelta
from uuid import UUID

import pytest
from acting import CONTENT, assess, by, criteria, done, of, refused
from graphql import GraphQLObjectType, get_named_type, is_leaf_type, is_non_null_type

from goals.domain.identity import global_id, read_global_id
from goals.services import clock

HIDDEN_FROM = ("otto", "zoe")
FACTOR = {"factor": "trust", "polarity": "MISSING", "locus": "OTHER", "comment": "Secret."}
PARTS = {
    "questionAnswer": ("question", "questionId", {"answer": "No."}),
    "questionWithdraw": ("question", "questionId", {}),
    "playbackConfirm": ("playback", "playbackId", {}),
    "playbackCorrect": ("playback", "playbackId", {"correction": "No."}),
    "criterionMeasure": ("criterion", "criterionId", {"value": "90"}),
    "criterionOverride": ("criterion", "criterionId", {"attainment": "1", "reason": "So."}),
    "checkInAcknowledge": ("check_in", "checkInId", {}),
    "blockerClose": ("blocker", "blockerId", {"resolution": "Gone."}),
    "dutyFulfil": ("duty", "dutyId", {}),
    "actionComplete": ("action", "actionId", {}),
}
EVERYBODY = {"Person", "Team", "Factor"}
SEALED = {"Assessment", "AssessmentJudgement", "FactorObservation"}
IDS = re.compile(r'"([A-Za-z0-9_-]{52,120})"')
NODE = "query N($id: ID!) { node(id: $id) { id __typename } nodes(ids: [$id]) { id } }"


@pytest.fixture
async def rich(world, draft, stranger):
    """A commission in evaluation with a thing of every kind; Ben has assessed, Anna has not."""
    duty = {"side": "CUSTOMER", "text": "A list of orders."}
    more = {
        "duties": [duty],
        "resources": [{"kind": "PEOPLE", "text": "Two drivers.", "side": "SUPPLIER"}],
        "risks": [{"text": "A strike.", "likelihood": 2, "impact": 4}],
        "parties": [{"who": "The works council", "involvement": "INFORM"}],
    }
    reference = {"system": "tracker", "key": "PAR-7", "url": "https://example.org/7"}
    made = await draft(content=CONTENT | more, externalReferences=[reference])
    await done(world, "anna", "commissionPropose", by(made))
    for text in ("Why?", "When?"):
        asked = await done(
            world, "ben", "questionAsk", of(made, field="GOAL", text=text), "question { id }"
        )
        given = {"questionId": asked["question"]["id"], "answer": "Soon."}
        await done(world, "anna", "questionAnswer", given)
    played = await done(
        world, "ben", "playbackSubmit", by(made, text="So it is."), "playback { id }"
    )
    await done(world, "anna", "playbackConfirm", {"playbackId": played["playback"]["id"]})
    for who in ("ben", "anna"):
        signed = by(made, confidence=80, overrideReason="Known.")
        await done(world, who, "commissionAccept", signed)
    first, _ = await criteria(world, made)
    await done(world, "ben", "criterionMeasure", {"criterionId": first["id"], "value": "96"})
    given = {"criterionId": first["id"], "attainment": "1", "reason": "The scale was broken."}
    await done(world, "ben", "criterionOverride", given)
    await done(world, "ben", "checkInRecord", of(made, health="ON_TRACK"))
    await done(world, "ben", "blockerRaise", of(made, kind="INPUT", text="No list."))
    silenced = of(made, rule="M201", field="goal", spanText="share", reason="Known to both.")
    await done(world, "anna", "smartFindingSuppress", silenced)
    claims = [{"criterionId": first["id"], "claim": "Done."}]
    await done(world, "ben", "commissionDeliver", of(made, claims=claims))
    judged = [{"criterionId": first["id"], "met": True}]
    await done(world, "anna", "deliveryReview", of(made, decision="ACCEPTED", judgements=judged))
    await done(world, "anna", "lessonRecord", of(made, text="Ask for the list."))
    await done(world, "anna", "benefitReview", of(made, verdict="TOO_EARLY"))
    await done(world, "ben", "actionPlan", of(made, kind="CHANGE", text="A list at noon."))
    await assess(world, "ben", made, factors=[FACTOR], comment="Secret.")
    await done(world, "anna", "commissionShare", of(made, personId=world.id("Person", "mia")))
    until = (world.now + timedelta(days=14)).isoformat()
    appointed = {"deputyId": world.id("Person", "ben"), "endsAt": until}
    await done(world, "anna", "deputyAppoint", appointed)  # of the other side: acts for nobody
    return made


def node_types(world):
    """The types of the contract whose objects have an id."""
    node = world.engine.contract.graphql.type_map["Node"]
    return world.engine.contract.graphql.get_implementations(node).objects


async def stored(world):
    """The id of every row of this organisation, by the type the contract gives it."""
    found = {}
    for kind in node_types(world):
        source = world.engine.contract.catalogue.types[kind.name]
        if source.org_column != "org_id":
            continue
        rows = await world.database.read_rows(f"SELECT id, org_id FROM {source.table}", [])
        mine = [row for row in rows if str(row[1]) == str(world.org_id)]
        found[kind.name] = [global_id(kind.name, UUID(str(row[0]))) for row in mine]
    return found


async def test_only_who_may_see_a_commission_sees_what_hangs_on_it(world, rich):
    rows = await stored(world)

    for name, ids in rows.items():
        for id_ in ids:
            seen = {
                who
                for who in world.people
                if (data := await world.data(who, NODE, {"id": id_}))["node"]
                or data["nodes"] != [None]
            }
            if name in EVERYBODY:
                assert seen == set(world.people) - {"zoe"}, name
            elif name in SEALED:
                assert seen == {"ben"}, name
            else:
                assert seen <= {"anna", "ben", "mia", "ada"}, name
                assert name == "Event" or {"anna", "ben", "mia", "ada"} <= seen, name

    empty = {name for name, ids in rows.items() if not ids} - {
        "AuditCheckpoint",
        "Evaluation",
        "Token",
    }
    assert empty == set()


@pytest.mark.parametrize("name", PARTS)
async def test_a_hidden_part_cannot_be_told_from_one_that_is_not_there(world, rich, name):
    table, field, more = PARTS[name]
    rows = await world.database.read_rows(f"SELECT id FROM {table}", [])
    kind = "".join(word.capitalize() for word in table.split("_"))
    nowhere = {field: global_id(kind, world.teams["Sales"])} | more

    for who in HIDDEN_FROM:
        expected = await refused(world, who, name, nowhere)
        for (key,) in rows:
            given = {field: global_id(kind, UUID(str(key)))} | more
            assert await refused(world, who, name, given) == expected
        assert [(error["code"], error["path"]) for error in expected] == [("NOT_FOUND", [field])]


def one_step(type_):
    """Everything a type shows: its leaves, and the ids of all it leads to."""
    wanted = []
    for name, field in type_.fields.items():
        if any(is_non_null_type(each.type) for each in field.args.values()):
            continue
        kind = get_named_type(field.type)
        if not isinstance(kind, GraphQLObjectType):
            wanted.append(name)
        elif kind.name.endswith("Connection"):
            wanted.append(f"{name} {{ totalCount edges {{ cursor node {{ id }} }} }}")
        elif "id" in kind.fields:
            wanted.append(f"{name} {{ id }}")
        else:
            leaves = [
                inner if is_leaf_type(get_named_type(each.type)) else f"{inner} {{ __typename id }}"
                for inner, each in kind.fields.items()
                if not each.args and shows_id(get_named_type(each.type))
            ]
            wanted.append(f"{name} {{ {' '.join(leaves)} }}")
    return " ".join(wanted)


def shows_id(kind):
    return is_leaf_type(kind) or "id" in kind.fields


async def crawl(world, who):
    """Follow every link from everything the viewer can list; return the ids and all the text."""
    types = {kind.name: kind for kind in node_types(world)}
    lists = "viewer { person { id } organisation { id } } " + " ".join(
        f"{name} {{ totalCount nodes {{ id }} }}"
        for name in ("commissions", "teams", "people", "factors")
    )
    texts = [json.dumps(await world.data(who, f"{{ {lists} }}"))]
    seen, waiting = set(), set(IDS.findall(texts[0]))
    while waiting:
        id_ = waiting.pop()
        known = read_global_id(id_)
        if id_ in seen or known is None:
            continue
        seen.add(id_)
        text = (
            f"query N($id: ID!) {{ node(id: $id) {{ ... on {known[0]}"
            f" {{ {one_step(types[known[0]])} }} }} }}"
        )
        texts.append(json.dumps(await world.data(who, text, {"id": id_})))
        waiting |= set(IDS.findall(texts[-1])) - seen
    return seen, " ".join(texts)


async def test_no_chain_of_links_leads_to_what_is_hidden(world, rich):
    rows = await stored(world)
    open_to_all = {id_ for name in EVERYBODY for id_ in rows[name]}
    open_to_all.add(global_id("Organisation", world.org_id))
    sealed = {id_ for name in SEALED for id_ in rows[name]}

    reached = {who: await crawl(world, who) for who in world.people}

    assert reached["otto"][0] <= open_to_all
    assert not reached["zoe"][0] & {id_ for ids in rows.values() for id_ in ids}
    for who in ("anna", "mia", "ada"):
        assert not reached[who][0] & sealed
        assert "Secret." not in reached[who][1]
        assert rich["id"] in reached[who][0]
    assert sealed <= reached["ben"][0]


async def test_what_was_sealed_is_open_to_both_sides_once_the_window_is_over(world, rich):
    world.now += timedelta(days=16)
    await clock.tick(world.database, world.now)

    texts = {who: (await crawl(world, who))[1] for who in world.people}

    assert {who for who, text in texts.items() if "Secret." in text} == {
        "anna",
        "ben",
        "mia",
        "ada",
    }
