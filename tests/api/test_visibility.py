"""Visibility: nothing of another organisation, no draft of the other side, nothing sealed."""

from typing import Any

from goals.domain.identity import global_id

NOW_ALL = ("anna", "ben", "otto", "mia", "ada")
PROBES = {
    "node": "query P($id: ID!) { node(id: $id) { id } }",
    "nodes": "query P($id: ID!) { nodes(ids: [$id]) { id } }",
    "by id": "query P($id: ID!) { commission(by: {id: $id}) { id } }",
    "by key": 'query P { commission(by: {key: "C-1"}) { id } }',
    "list": "query P { commissions { nodes { id } } }",
    "aliased": "query P { a: commissions(first: 1) { e: edges { n: node { x: id } } } }",
    "through a team": """query P { teams { nodes {
        commissionsAsCustomer { nodes { id } } commissionsAsSupplier { nodes { id } } } } }""",
    "through a person": """query P { people { nodes {
        commissionsAsCustomer { nodes { id } } commissionsAsSupplier { nodes { id } } } } }""",
    "ordered": "query P { commissions(orderBy: [{field: TITLE}]) { edges { cursor } } }",
    "filtered": """query P {
        commissions(filter: {title: {startsWith: "parcels"}}) { nodes { id } } }""",
    "filtered out": """query P {
        commissions(filter: {not: {title: {eq: "x"}}}) { nodes { id } } }""",
    "related": 'query P { people(filter: {name: {eq: "Anna"}}) { nodes { commissionsAsCustomer {'
    " nodes { id } } } } }",
}


def holds(data: Any, wanted: str) -> bool:
    if isinstance(data, dict):
        return any(holds(part, wanted) for part in data.values())
    if isinstance(data, list):
        return any(holds(part, wanted) for part in data)
    return data == wanted


async def seen_by(world, who: str, commission: dict[str, Any]) -> set[str]:
    found = set()
    for name, text in PROBES.items():
        variables = {"id": commission["id"]} if "$id" in text else {}
        data = await world.data(who, text, variables)
        cursors = name == "ordered" and data["commissions"]["edges"] != []
        if cursors or holds(data, commission["id"]):
            found.add(name)
    return found


async def test_a_draft_is_seen_on_no_path_by_the_other_side(world, draft):
    made = await draft()

    for who in ("ben", "otto"):
        assert await seen_by(world, who, made) == set()
    for who in ("anna", "mia", "ada"):
        assert await seen_by(world, who, made) == set(PROBES)


async def test_a_proposal_is_seen_by_both_sides_and_managers_only(world, draft):
    made = await draft()
    await world.act(
        "anna", "commissionPropose", {"commissionId": made["id"], "expectedRevision": 1}
    )

    assert await seen_by(world, "ben", made) == set(PROBES)
    assert await seen_by(world, "otto", made) == set()


async def test_nothing_of_another_organisation_is_ever_seen(world, draft, stranger):
    made = await draft()

    assert await seen_by(world, stranger, made) == set()
    counts = "{ teams { totalCount } people { nodes { name } } commissions { totalCount } }"
    assert await world.data(stranger, counts) == {
        "teams": {"totalCount": 0},
        "people": {"nodes": [{"name": "Zoe"}]},
        "commissions": {"totalCount": 0},
    }
    for kind, name in (("Team", "Sales"), ("Person", "anna")):
        node = await world.data(
            stranger, "query N($id: ID!) { node(id: $id) { id } }", {"id": world.id(kind, name)}
        )
        assert node == {"node": None}


async def test_an_act_on_what_is_not_visible_says_the_same_as_on_what_is_not_there(
    world, draft, stranger
):
    made = await draft()
    nowhere = global_id("Commission", world.teams["Sales"])
    given = {"expectedRevision": 1, "confidence": 50}

    answers = [
        (await world.act(who, "commissionAccept", given | {"commissionId": target}))["errors"]
        for who, target in (
            (stranger, made["id"]),
            ("otto", made["id"]),
            ("ben", made["id"]),
            ("otto", nowhere),
            ("otto", "nonsense"),
        )
    ]

    for errors in answers:
        assert [error["__typename"] for error in errors] == ["NotFoundError"]
        assert errors[0]["path"] == ["commissionId"]
    assert answers[0] == answers[1] == answers[3] == answers[4]


async def test_a_count_tells_nothing_about_what_is_hidden(world, draft):
    await draft()
    text = """{ commissions { totalCount }
      customers: commissions(filter: {customerTeam: {name: {eq: "Sales"}}}) { totalCount }
      teams(filter: {name: {eq: "Sales"}}) { nodes { commissionsAsCustomer { totalCount } } } }"""

    assert await world.data("otto", text) == {
        "commissions": {"totalCount": 0},
        "customers": {"totalCount": 0},
        "teams": {"nodes": [{"commissionsAsCustomer": {"totalCount": 0}}]},
    }


SEALED = """query Sealed($id: ID!, $assessment: ID!) {
  commission(by: {id: $id}) {
    assessments { id side comment judgements { attainment } observations { comment } }
    factorObservations { totalCount nodes { comment side } }
    history { nodes { kind } }
  }
  node(id: $assessment) { ... on Assessment { comment } }
}"""


async def evaluating(world, draft) -> dict[str, Any]:
    made = await draft()
    by = {"commissionId": made["id"], "expectedRevision": 1}
    of = {"commissionId": made["id"]}
    await world.act("anna", "commissionPropose", by)
    for who in ("ben", "anna"):
        signed = by | {"confidence": 80, "note": "Understood.", "overrideReason": "Known."}
        payload = await world.act(who, "commissionAccept", signed)
        assert payload["errors"] == []
    data = await world.data(
        "anna",
        "query C($id: ID!) { commission(by: {id: $id}) { currentRevision { criteria { id } } } }",
        {"id": made["id"]},
    )
    first, _ = [one["id"] for one in data["commission"]["currentRevision"]["criteria"]]
    await world.act(
        "ben", "commissionDeliver", of | {"claims": [{"criterionId": first, "claim": "Done."}]}
    )
    await world.act(
        "anna",
        "deliveryReview",
        of | {"decision": "ACCEPTED", "judgements": [{"criterionId": first, "met": True}]},
    )
    return made | {"criterion": first}


async def test_an_assessment_is_sealed_on_every_path_until_both_are_in(world, draft):
    made = await evaluating(world, draft)
    judgements = [{"criterionId": made["criterion"], "attainment": 70}]
    factor = {"factor": "trust", "polarity": "MISSING", "locus": "OTHER", "comment": "Secret."}
    given = {"commissionId": made["id"], "judgements": judgements}
    own = await world.act(
        "ben",
        "commissionAssess",
        given | {"comment": "Secret.", "factors": [factor]},
        "assessment { id }",
    )
    variables = {"id": made["id"], "assessment": own["assessment"]["id"]}

    for who in ("anna", "mia", "ada"):
        for force in ("compiled", "strawberry"):
            data = await world.data(who, SEALED, variables, force=force)
            assert data["commission"]["assessments"] == []
            assert data["commission"]["factorObservations"] == {"totalCount": 0, "nodes": []}
            assert data["node"] is None
    mine = await world.data("ben", SEALED, variables)
    assert mine["commission"]["assessments"][0]["comment"] == "Secret."
    assert mine["commission"]["factorObservations"]["totalCount"] == 1
    assert mine["node"] == {"comment": "Secret."}

    await world.act("anna", "commissionAssess", given)
    for who in ("anna", "ben", "mia"):
        data = await world.data(who, SEALED, variables)
        assert len(data["commission"]["assessments"]) == 2
        assert data["node"] == {"comment": "Secret."}


async def test_tokens_are_seen_by_their_owner_and_admins_only(world):
    made = await world.act(
        "ada",
        "tokenCreate",
        {"personId": world.id("Person", "ben"), "name": "laptop"},
        "secret token { id prefix person { name } }",
    )
    text = (
        "query T($id: ID!) { node(id: $id) { ... on Token { name } } viewer { tokens { name } } }"
    )

    seen = {who: await world.data(who, text, {"id": made["token"]["id"]}) for who in NOW_ALL}

    assert made["token"]["person"] == {"name": "Ben"}
    assert made["secret"].startswith(made["token"]["prefix"])
    assert seen["ben"] == {"node": {"name": "laptop"}, "viewer": {"tokens": [{"name": "laptop"}]}}
    assert seen["ada"] == {"node": {"name": "laptop"}, "viewer": {"tokens": []}}
    for who in ("anna", "otto", "mia"):
        assert seen[who] == {"node": None, "viewer": {"tokens": []}}


async def test_an_admin_administers_but_a_member_does_not(world):
    made = await world.act(
        "ada", "teamCreate", {"name": "Dock"}, "team { id name parent { name } }"
    )
    below = await world.act(
        "ada",
        "teamCreate",
        {"name": "Night shift", "parentId": made["team"]["id"]},
        "team { parent { name } }",
    )
    refused = await world.act("anna", "teamCreate", {"name": "Mine"}, "team { id }")
    taken = await world.act("ada", "teamCreate", {"name": "Dock"}, "team { id }")

    assert below["team"] == {"parent": {"name": "Dock"}}
    assert [error["__typename"] for error in refused["errors"]] == ["ForbiddenError"]
    assert [error["__typename"] for error in taken["errors"]] == ["ConflictError"]
