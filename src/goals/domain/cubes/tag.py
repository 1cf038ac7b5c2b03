"""By tag: a commission counts once for each of its tags."""

from goals.domain.cubes.outcomes import by

CUBE = by("tag", lambda fact: [(tag,) for tag in fact.detail["tags"]])
