"""Catalogue of the cubes: all that is counted beforehand."""

import hashlib

from goals.domain.cubes import (
    benefits,
    confidence,
    customer_team,
    day,
    factors,
    lead_times,
    letters,
    month,
    pair,
    pair_grade,
    satisfaction,
    shares,
    supplier_team,
    tag,
    team,
    views,
)
from goals.domain.cubes.cube import Cube
from goals.domain.cubes.groups import KINDS

CUBES: tuple[Cube, ...] = (
    month.CUBE,
    day.CUBE,
    customer_team.CUBE,
    supplier_team.CUBE,
    team.CUBE,
    pair.CUBE,
    pair_grade.CUBE,
    tag.CUBE,
    factors.CUBE,
    shares.CUBE,
    satisfaction.CUBE,
    views.CUBE,
    confidence.CUBE,
    letters.CUBE,
    lead_times.CUBE,
    benefits.CUBE,
)
BY_NAME = {cube.name: cube for cube in CUBES}


def fingerprint() -> str:
    """What the cells of a database were made by: changes with every cube, counter and group."""
    told = ";".join([KINDS, *(f"{cube.name}({','.join(cube.counters)})" for cube in CUBES)])
    return hashlib.sha256(told.encode()).hexdigest()[:16]
