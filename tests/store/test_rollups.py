"""Rollups: what is written for the cells of an act."""

from uuid import UUID

import pytest

from goals.domain.cubes.cube import Place
from goals.store import rollups

ORG = UUID(int=1)


def cells(number, width):
    return {
        Place("tag", 202603, "COMMITTED", False, f"{width}/{each}"): [each + 1] * width
        for each in range(number)
    }


@pytest.mark.parametrize("dialect", ["sqlite", "postgres"])
def test_the_text_of_the_statement_is_the_same_however_many_cells_an_act_has(dialect):
    shapes = {
        text
        for number in range(1, 60)
        for text, _ in rollups.adding(dialect, ORG, cells(number, 3) | cells(60 - number, 8))
    }

    assert len(shapes) == 1


def test_every_cell_is_written_once_on_either_engine():
    given = cells(7, 3) | cells(5, 8)
    wanted = sorted(place.key1 for place in given)
    at = rollups.COLUMNS.index("key1")

    one_by_one = [args[at] for _, args in rollups.adding("sqlite", ORG, given)]
    ((_, columns),) = rollups.adding("postgres", ORG, given)

    assert sorted(one_by_one) == wanted
    assert sorted(columns[at]) == wanted
