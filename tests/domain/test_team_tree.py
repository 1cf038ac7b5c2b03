"""The tree of teams stays a tree, whatever is moved where."""

from hypothesis import given
from hypothesis import strategies as st

from goals.domain.team_tree import cycle_through, cycles

TEAMS = range(6)


def test_a_circle_is_named_from_the_team_upwards():
    parents = {"Sales": "North", "North": "All", "All": "Sales", "IT": "All"}

    assert cycle_through(parents, "Sales") == ("Sales", "North", "All")
    assert cycle_through(parents, "IT") == ()
    assert cycle_through({"Sales": "Sales"}, "Sales") == ("Sales",)
    assert cycle_through({}, "Sales") == ()


@given(st.lists(st.tuples(st.sampled_from(TEAMS), st.sampled_from([None, *TEAMS])), max_size=40))
def test_no_sequence_of_allowed_moves_makes_a_circle(moves):
    parents = dict.fromkeys(TEAMS)

    for team, parent in moves:
        wanted = parents | {team: parent}
        if not cycle_through(wanted, team):
            parents = wanted

    assert all(reaches_the_top(parents, team) for team in TEAMS)


@given(st.dictionaries(st.sampled_from(TEAMS), st.sampled_from([None, *TEAMS])))
def test_a_team_is_on_a_circle_exactly_when_it_is_above_itself(parents):
    for team in TEAMS:
        above = ancestors(parents, team)

        assert (cycle_through(parents, team) != ()) is (team in above)


def ancestors(parents, team):
    found = set()
    while (team := parents.get(team)) is not None and team not in found:
        found.add(team)
    return found


def reaches_the_top(parents, team):
    for _ in range(len(parents) + 1):
        if team is None:
            return True
        team = parents[team]
    return False


@given(st.dictionaries(st.sampled_from(TEAMS), st.sampled_from([None, *TEAMS])))
def test_every_circle_is_found_once(parents):
    on_one = {team for team in TEAMS if cycle_through(parents, team)}

    found = cycles(parents)

    assert sorted(team for circle in found for team in circle) == sorted(on_one)
    assert all(set(cycle_through(parents, circle[0])) == set(circle) for circle in found)


def test_a_very_deep_tree_is_looked_at_once():
    deep = {number: number + 1 for number in range(200_000)}

    assert cycles(deep) == []
    assert len(cycles(deep | {200_000: 0})[0]) == 200_001
