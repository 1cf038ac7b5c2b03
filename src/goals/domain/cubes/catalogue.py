"""Catalogue of the cubes: all that is counted beforehand."""

import hashlib

from goals.domain.cubes import (
    benefits,
    confidence,
    customer_team,
    factors,
    lead_times,
    letters,
    pair,
    satisfaction,
    shares,
    smart_grade,
    supplier_team,
    tag,
    team,
    total,
    views,
)
from goals.domain.cubes.cube import Cube

CUBES: tuple[Cube, ...] = (
    total.CUBE,
    customer_team.CUBE,
    supplier_team.CUBE,
    team.CUBE,
    pair.CUBE,
    tag.CUBE,
    smart_grade.CUBE,
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
    """What the cells of a database were made by: changes with every cube and counter."""
    told = ";".join(f"{cube.name}({','.join(cube.counters)})" for cube in CUBES)
    return hashlib.sha256(told.encode()).hexdigest()[:16]
