"""People: how many different people stand behind a cell, told from sums alone.

A cell that is only ever added to and subtracted from cannot hold a set. But the sums of the
powers of the people's marks tell whether there are one, two, or at least three of them: the
Hankel matrix of the moments of a measure on k points has rank k (L. Kronecker 1881, Zur Theorie
der Elimination). Sums of cells, and their differences, are again such sums.

Two people with the same of 512 marks look like one: a group may be taken for smaller than it is,
never for larger.
"""

from functools import cache

POWERS = 4


@cache
def powers(mark: int) -> tuple[int, ...]:
    """The first to fourth power of a mark: what one commission adds to its cell."""
    square = mark * mark
    return mark, square, square * mark, square * square


def at_least_three(count: int, first: int, second: int, third: int, fourth: int) -> bool:
    """Whether three different marks or more went into these sums of so many commissions."""
    if count < 3:
        return False
    determinant = (
        count * (second * fourth - third * third)
        - first * (first * fourth - second * third)
        + second * (first * third - second * second)
    )
    return determinant != 0
