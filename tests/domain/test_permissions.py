"""Permissions: every act of the contract has its row, and every row its act."""

from goals.api.schema import contract
from goals.domain.acts import Act
from goals.domain.lifecycle import TRANSITIONS, Who
from goals.domain.permissions import PERMISSIONS, who_may

CLOCK_ALONE = {
    act for act in Act if all(row.who == (Who.CLOCK,) for row in TRANSITIONS if row.act is act)
}


def test_every_mutation_has_one_row_and_every_row_is_a_mutation():
    mutation = contract().graphql.mutation_type
    assert mutation is not None

    names = [row.name for row in PERMISSIONS]

    assert sorted(names) == sorted(mutation.fields), "add a row to goals.domain.permissions"


def test_every_act_of_people_is_in_one_row():
    acts = [act for row in PERMISSIONS for act in row.acts]

    assert len(acts) == len(set(acts))
    assert set(Act) - set(acts) == CLOCK_ALONE


def test_no_two_rows_leave_the_same_event():
    kinds = [kind for row in PERMISSIONS for kind in row.kinds]

    assert len(kinds) == len(set(kinds))
    assert all(row.who for row in PERMISSIONS)


def test_what_has_no_row_is_for_admins_alone():
    assert [str(who) for who in who_may("something.new")] == ["ADMIN"]
