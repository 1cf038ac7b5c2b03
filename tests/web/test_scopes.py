"""Scopes: a token does no more than it is for, whatever the role of whoever holds it."""

import pytest

from goals.domain.enums import Scope
from goals.domain.identity import global_id
from goals.services import service_accounts, tokens
from goals.services.requests import CreateServiceAccountRequest, CreateTokenRequest

WHO = "{ viewer { person { name } } }"
CREATE = """mutation Make($input: TokenCreateInput!) { tokenCreate(input: $input) {
 secret errors { __typename code path ... on ForbiddenError { scope } } } }"""
CREATE_AND_READ = """mutation Make($input: TokenCreateInput!) { tokenCreate(input: $input) {
 ...Made query { ...Everything } errors { __typename code ... on ForbiddenError { scope } } } }
 fragment Made on TokenCreatePayload { token { name scopes } }
 fragment Everything on Query { people(first: 5) { nodes { email } } }"""
REVOKE = """mutation End($input: TokenRevokeInput!) { tokenRevoke(input: $input) {
 token { revokedAt } errors { code } } }"""


@pytest.fixture
def token_of(both):
    """Makes a token of somebody with these scopes, and puts it in the person's place."""

    async def make(who, *scopes):
        made = await tokens.create_token(
            both.operator, CreateTokenRequest(both.people[who], "narrow", scopes=scopes)
        )
        both.secrets[who] = made.secret

    return make


async def test_a_token_without_read_reads_nothing(both, token_of):
    await token_of("ada", Scope.ACT, Scope.MEASURE, Scope.ADMIN)

    for query in (WHO, "{ ...F } fragment F on Query { people(first: 1) { totalCount } }"):
        answer = await both.ask(query, who="ada")

        assert answer.status_code == 403
        (error,) = answer.json()["errors"]
        assert error["extensions"]["code"] == "FORBIDDEN"
        assert "READ" in error["message"]
        assert "data" not in answer.json()


async def test_a_token_without_read_still_learns_the_contract(both, token_of):
    await token_of("anna", Scope.MEASURE)

    answer = await both.ask("{ __typename __schema { queryType { name } } }")

    assert answer.json()["data"]["__schema"] == {"queryType": {"name": "Query"}}


async def test_a_payload_is_no_way_round_the_scope_of_reading(both, token_of):
    await token_of("ada", Scope.ADMIN)
    before = await both.count("token")

    answer = await both.ask(CREATE_AND_READ, {"input": {"name": "second"}}, who="ada")

    payload = answer.json()["data"]["tokenCreate"]
    assert payload["errors"] == [
        {"__typename": "ForbiddenError", "code": "SCOPE_MISSING", "scope": "READ"}
    ]
    assert (payload["token"], payload["query"]) == (None, None)
    assert await both.count("token") == before


async def test_what_became_of_an_act_is_told_without_read(both, token_of):
    await token_of("ada", Scope.ADMIN)

    answer = await both.ask(CREATE, {"input": {"name": "second"}}, who="ada")

    assert answer.json()["data"]["tokenCreate"]["errors"] == []


@pytest.mark.parametrize("scope", [Scope.READ, Scope.MEASURE, Scope.ACT])
async def test_administration_needs_its_scope_even_for_admins(both, token_of, scope):
    await token_of("ada", Scope.READ, scope)

    answer = await both.ask(CREATE, {"input": {"name": "more"}}, who="ada")
    team = await both.add_team("Purchasing")

    expected = {"__typename": "ForbiddenError", "code": "SCOPE_MISSING", "path": []}
    assert answer.json()["data"]["tokenCreate"] == {
        "secret": None,
        "errors": [expected | {"scope": "ADMIN"}],
    }
    assert team.json()["data"]["teamCreate"]["errors"][0]["code"] == "SCOPE_MISSING"


async def test_people_make_tokens_for_themselves_with_no_more_than_they_have(both, token_of):
    await token_of("anna", Scope.READ, Scope.ADMIN)

    wider = await both.ask(CREATE, {"input": {"name": "wide", "scopes": ["READ", "ACT"]}})
    same = await both.ask(CREATE, {"input": {"name": "same"}})

    assert wider.json()["data"]["tokenCreate"]["errors"] == [
        {"__typename": "ForbiddenError", "code": "SCOPE_MISSING", "path": ["scopes"]}
        | {"scope": "ACT"}
    ]
    both.secrets["anna"] = same.json()["data"]["tokenCreate"]["secret"]
    read = await both.ask("{ viewer { tokens { name scopes } } }")
    assert read.json()["data"]["viewer"]["tokens"][0] == {
        "name": "same",
        "scopes": ["READ", "ADMIN"],
    }


async def test_nobody_but_an_admin_makes_or_ends_tokens_of_others(both):
    ben = global_id("Person", both.people["ben"])
    his = global_id("Token", both.token_ids["ben"])

    made = await both.ask(CREATE, {"input": {"name": "spy", "personId": ben}})
    ended = await both.ask(REVOKE, {"input": {"tokenId": his}})
    own = await both.ask(REVOKE, {"input": {"tokenId": his}}, who="ben")

    assert made.json()["data"]["tokenCreate"]["errors"][0]["code"] == "FORBIDDEN"
    assert ended.json()["data"]["tokenRevoke"]["errors"] == [{"code": "NOT_FOUND"}]
    assert own.json()["data"]["tokenRevoke"]["errors"] == []


@pytest.mark.parametrize("scopes", [["ACT"], ["READ", "ACT"], ["MEASURE"], ["ADMIN"]])
async def test_no_admin_makes_a_token_that_acts_in_the_name_of_another(both, scopes):
    before = await both.count("token")
    ben = {"name": "his", "personId": global_id("Person", both.people["ben"]), "scopes": scopes}

    answer = await both.ask(CREATE, {"input": ben}, who="ada")

    expected = {"__typename": "ForbiddenError", "code": "NOT_IN_THEIR_NAME", "path": ["scopes"]}
    assert answer.json()["data"]["tokenCreate"] == {
        "secret": None,
        "errors": [expected | {"scope": None}],
    }
    assert await both.count("token") == before


@pytest.mark.parametrize("wish", [{}, {"scopes": ["READ"]}])
async def test_an_admin_may_make_a_token_that_reads_for_whoever_has_none(both, wish):
    ben = {"name": "his", "personId": global_id("Person", both.people["ben"])} | wish
    lost = {"input": {"tokenId": global_id("Token", both.token_ids["ben"])}}

    beside = await both.ask(CREATE, {"input": ben}, who="ada")
    await both.ask(REVOKE, lost, who="ada")
    answer = await both.ask(CREATE, {"input": ben}, who="ada")

    payload = answer.json()["data"]["tokenCreate"]
    both.secrets["ben"] = payload["secret"]
    (refusal,) = beside.json()["data"]["tokenCreate"]["errors"]
    assert refusal["code"] == "COMES_IN_ALREADY"
    read = await both.ask("{ viewer { person { name } tokens { name scopes } } }", who="ben")
    assert payload["errors"] == []
    assert read.json()["data"]["viewer"]["person"] == {"name": "Ben"}
    assert {"name": "his", "scopes": ["READ"]} in read.json()["data"]["viewer"]["tokens"]


@pytest.mark.parametrize("scopes", [[], ["READ", "ACT"], ["ADMIN"]])
async def test_a_token_of_a_program_takes_no_scope_of_people(both, scopes):
    account = await service_accounts.create_service_account(
        both.operator, CreateServiceAccountRequest("ERP")
    )
    wanted = {
        "name": "erp",
        "personId": global_id("Person", account.subject_id),
        "scopes": scopes,
    }

    answer = await both.ask(CREATE, {"input": wanted}, who="ada")

    (error,) = answer.json()["data"]["tokenCreate"]["errors"]
    assert (error["__typename"], error["path"]) == ("ValidationError", ["scopes"])
