"""Rates by person: refused until the organisation wants them, and never of too few."""

import pytest
from graphql import GraphQLEnumType, GraphQLInputObjectType, get_named_type

from goals.api.schema import contract

RATE = """query Rate($by: RateGrouping!, $filter: RateFilter) {
  achievementRate(period: { year: 2026 }, by: $by, filter: $filter) {
    total { due } withheld
    groups { key label person { name } team { name } estimate { due rate suppressed note } }
  }
}"""
PLAIN = {"node", "nodes", "commission", "smartCheck"}
BY_PERSON = ("CUSTOMER_PERSON", "SUPPLIER_PERSON")


@pytest.fixture
def allowed(world):
    """Lets the organisation turn statistics by person on."""

    async def allow():
        change = """mutation Allow {
          organisationConfigure(input: {personStatistics: true}) { errors { code } }
        }"""
        answer = await world.data("ada", change)
        assert answer["organisationConfigure"]["errors"] == []

    return allow


async def of_ben(past, by_otto=0):
    """Twelve that Ben did for the four people of Sales, nine of them achieved; some by Otto."""
    for number in range(12):
        past.add("ACHIEVED" if number % 4 else "MISSED", one_person=True)
    for _ in range(by_otto):
        past.add("MISSED", supplier="Elsewhere", one_person=True)
    await past.stored()


@pytest.mark.parametrize("who", ["mia", "ben", "ada"])
@pytest.mark.parametrize("by", BY_PERSON)
async def test_nobody_asks_by_person_until_the_organisation_allows_it(world, who, by):
    answer = await world.ask(who, RATE, {"by": by})

    assert answer.code == "BAD_USER_INPUT"
    assert answer.errors[0]["extensions"]["reason"] == "PERSON_STATISTICS_OFF"


async def test_a_person_is_shown_with_enough_people_on_the_other_side(world, past, allowed):
    await of_ben(past)
    await allowed()

    found = (await world.data("mia", RATE, {"by": "SUPPLIER_PERSON"}))["achievementRate"]

    assert found["groups"] == [
        {
            "key": world.id("Person", "ben"),
            "label": "Ben",
            "person": {"name": "Ben"},
            "team": None,
            "estimate": {"due": 12, "rate": 0.75, "suppressed": False, "note": "COMPLETE"},
        }
    ]
    assert (found["total"]["due"], found["withheld"]) == (12, 0)


async def test_people_with_too_little_behind_them_are_suppressed(world, past, allowed):
    await of_ben(past)
    await allowed()

    found = (await world.data("mia", RATE, {"by": "CUSTOMER_PERSON"}))["achievementRate"]

    assert len(found["groups"]) == 4
    assert {group["estimate"]["note"] for group in found["groups"]} == {"SUPPRESSED"}
    assert {group["estimate"]["due"] for group in found["groups"]} == {0}
    assert found["withheld"] == 12


async def test_a_small_rest_is_not_found_by_taking_a_person_away(world, past, allowed):
    """To show Ben's twelve of fourteen would tell of Otto's two."""
    await of_ben(past, by_otto=2)
    await allowed()

    found = (await world.data("mia", RATE, {"by": "SUPPLIER_PERSON"}))["achievementRate"]

    assert {group["estimate"]["note"] for group in found["groups"]} == {"SUPPRESSED"}
    assert (found["total"]["due"], found["withheld"]) == (14, 14)


def names_in(type_):
    """Every choice and field that an argument takes, at any depth."""
    named = get_named_type(type_)
    if isinstance(named, GraphQLEnumType):
        yield from named.values
    if isinstance(named, GraphQLInputObjectType):
        for name, each in named.fields.items():
            yield name
            yield from names_in(each.type)


def test_no_other_question_groups_or_filters_by_single_people():
    """Whoever adds one calls ``permit_statistics`` and adds its name here."""
    query = contract().graphql.query_type
    assert query is not None

    found = {
        (question, name)
        for question, field in query.fields.items()
        if question not in PLAIN and not get_named_type(field.type).name.endswith("Connection")
        for argument in field.args.values()
        for name in names_in(argument.type)
        if any(word in name.lower() for word in ("person", "owner", "author"))
        or name in {"customer", "supplier"}
    }
    assert found == {("achievementRate", by) for by in BY_PERSON}
