"""Figures about single people: off until the organisation turns them on, and asked for nowhere."""

import pytest
from graphql import GraphQLEnumType, GraphQLInputObjectType, get_named_type

from goals.api.schema import contract
from goals.domain.errors import PersonStatisticsOff
from goals.services import organisations
from goals.services.requests import ConfigureOrganisationRequest
from goals.services.statistics_permission import PERSONAL, permit_statistics

PLAIN = {"node", "nodes", "commission", "smartCheck"}


@pytest.mark.parametrize("dimension", sorted(PERSONAL))
async def test_nobody_asks_by_person_until_the_organisation_allows_it(world, dimension):
    viewer = world.viewers["mia"]
    await permit_statistics(world.database, viewer, ["customer_team", "tag"])
    with pytest.raises(PersonStatisticsOff):
        await permit_statistics(world.database, viewer, ["tag", dimension])

    await organisations.configure(
        world.act("ada"), ConfigureOrganisationRequest(person_statistics=True)
    )

    await permit_statistics(world.database, viewer, ["tag", dimension])


def names_in(type_):
    """Every choice and field that an argument takes, at any depth."""
    named = get_named_type(type_)
    if isinstance(named, GraphQLEnumType) and named.name != "Side":
        yield from (value.lower() for value in named.values)
    if isinstance(named, GraphQLInputObjectType):
        for name, each in named.fields.items():
            yield name.lower()
            yield from names_in(each.type)


def test_no_question_groups_or_filters_by_single_people():
    """Whoever adds one calls ``permit_statistics`` and takes its name out of this test."""
    query = contract().graphql.query_type
    assert query is not None

    asked = {
        name: {each for argument in field.args.values() for each in names_in(argument.type)}
        for name, field in query.fields.items()
        if name not in PLAIN and not get_named_type(field.type).name.endswith("Connection")
    }
    personal = {name: found & PERSONAL for name, found in asked.items() if found & PERSONAL}
    assert personal == {}
