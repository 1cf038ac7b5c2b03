"""Variables are coerced as graphql-core coerces them, errors included."""

from typing import Any

from graphql import get_variable_values, parse
from hypothesis import given
from hypothesis import strategies as st

from goals.api.schema import contract
from goals.api.variables import Variables

SCHEMA = contract().graphql
TEXT = """query Q($id: ID!, $first: Int = 7, $size: Int!, $with: Boolean = true, $day: Date,
  $tags: [String!], $by: CommissionByInput, $period: PeriodInput, $filter: CommissionFilter,
  $order: [CommissionOrder!] = [{field: TITLE}], $side: Side = CUSTOMER) { __typename }"""
OPERATION: Any = parse(TEXT).definitions[0]
OURS = Variables(SCHEMA, OPERATION)

LEAF = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(2**33), 2**33),
    st.floats(allow_nan=False),
    st.sampled_from(
        ["C-1", "2026-03-31", "2026-02-30", "DRAFT", "CUSTOMER", "TITLE", "ASC", "", "é\ud800"]
    ),
)
NAMES = st.sampled_from(
    [
        "id",
        "key",
        "externalReference",
        "system",
        "year",
        "text",
        "quarter",
        "state",
        "eq",
        "in",
        "deadline",
        "gt",
        "and",
        "or",
        "not",
        "title",
        "contains",
        "field",
        "direction",
        "nothing",
    ]
)
VALUE = st.recursive(
    LEAF, lambda inner: st.lists(inner, max_size=2) | st.dictionaries(NAMES, inner, max_size=2)
)
GIVEN = st.fixed_dictionaries(
    {},
    optional={
        "id": VALUE,
        "first": VALUE,
        "size": VALUE | st.integers(0, 9),
        "with": VALUE,
        "day": VALUE,
        "tags": VALUE,
        "by": VALUE,
        "period": VALUE,
        "filter": VALUE,
        "order": VALUE,
        "side": VALUE,
        "unknown": VALUE,
    },
)


@given(GIVEN)
def test_whatever_is_sent_is_taken_or_refused_as_graphql_core_does(given_values):
    expected = get_variable_values(
        SCHEMA, OPERATION.variable_definitions, given_values, 5, hide_suggestions=True
    )

    actual = OURS.coerced(given_values, 5)

    if isinstance(expected, list):
        assert isinstance(actual, list)
        assert [error.message for error in expected] == [error.message for error in actual]
    else:
        assert expected.coerced == actual


def test_defaults_hold_where_nothing_is_sent():
    assert OURS.coerced({"id": "x", "size": 3}, 5) == {
        "id": "x",
        "first": 7,
        "size": 3,
        "with": True,
        "order": [{"field": "TITLE", "direction": "ASC"}],
        "side": "CUSTOMER",
    }
