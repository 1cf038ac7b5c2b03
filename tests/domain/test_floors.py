"""What is needed of a year is decided as if all of it were."""

from hypothesis import given, settings
from hypothesis import strategies as st

from goals.domain.floors import (
    FINEST,
    NOBODY,
    Timeline,
    Whose,
    balance,
    covered,
    cut,
    needed_for,
    spans_of,
)
from goals.domain.people import powers

MONTHS = range(202601, 202613)
COMMISSIONS = st.lists(
    st.tuples(
        st.sampled_from(["a", "a", "a", "b", "c"]),
        st.sampled_from([*MONTHS, 202601, 202604, 202604]),
        st.integers(1, 5),
    ),
    min_size=20,
    max_size=150,
)


def timeline(commissions):
    crowds = {}
    for _, month, mark in commissions:
        more = (1, *powers(mark))
        crowds[month] = tuple(map(int.__add__, crowds.get(month, NOBODY), more))
    return Timeline(crowds)


def cuts_of(commissions, needed):
    """The cuts of the groups of a whole, beside it and each other."""
    wider = [(timeline(commissions), FINEST)]
    lines = {(name,): timeline([one for one in commissions if one[0] == name]) for name in "abc"}
    cuts = {
        keys: cut(line, wider, 2026, Whose.SUPPLIERS, needed=needed) for keys, line in lines.items()
    }
    return balance(lines, cuts, 2026, Whose.SUPPLIERS, needed)


@settings(max_examples=300, deadline=None)
@given(COMMISSIONS, st.sets(st.sampled_from(MONTHS), min_size=1))
def test_what_is_not_needed_changes_nothing(commissions, months):
    spans = spans_of(months)

    exact, enough = cuts_of(commissions, FINEST), cuts_of(commissions, needed_for(spans)[2026])

    assert [covered({2026: each}, spans) for each in enough.values()] == [
        covered({2026: each}, spans) for each in exact.values()
    ]


def test_a_period_is_made_of_its_widest_spans():
    months = (*range(202511, 202513), *MONTHS, *range(202701, 202704))

    found = [(span.year, span.months[0], len(span.months)) for span in spans_of(months)]

    assert found == [(2025, 202511, 1), (2025, 202512, 1), (2026, 202601, 12), (2027, 202701, 3)]
