"""A check is left out only where the path itself proves the rule."""

import pytest

from goals.reads.rules import Everyone, Rule, Through, proves
from goals.reads.sources import Join, TypeSource

TO_PARENT = (("parent_id", "id"),)
FROM_PARENT = (("id", "parent_id"),)


def made(name: str, rule: Rule) -> TypeSource:
    return TypeSource(name, name.lower(), {}, rule=rule)


PARENT = made("Parent", Everyone())
CHILD = made("Child", Through("Parent", TO_PARENT))


@pytest.mark.parametrize(
    ("origin", "target", "join", "expected"),
    [
        (PARENT, CHILD, FROM_PARENT, True),
        (CHILD, PARENT, TO_PARENT, True),
        (PARENT, CHILD, (("favourite_id", "id"),), False),
        (CHILD, PARENT, (("former_parent_id", "id"),), False),
        (made("Other", Everyone()), CHILD, FROM_PARENT, False),
        (CHILD, made("Other", Everyone()), TO_PARENT, False),
        (CHILD, CHILD, TO_PARENT, False),
        (PARENT, PARENT, FROM_PARENT, False),
    ],
)
def test_only_the_very_join_of_the_rule_is_proof(
    origin: TypeSource, target: TypeSource, join: Join, expected: bool
) -> None:
    assert expected == proves(origin, target, join)
