"""Requirements: everything that gets installed is pinned, and the thin client stays thin."""

import re
from collections.abc import Iterable
from importlib import metadata
from importlib.metadata import version

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

MOST_IN_BASE = 16
PIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*==[0-9][A-Za-z0-9.+!]*")


def needed(name: str, extras: Iterable[str]) -> set[str]:
    """Every distribution that installing this one brings along, itself included."""
    found: set[tuple[str, str]] = set()
    waiting = [(name, extra) for extra in ("", *extras)]
    while waiting:
        at = waiting.pop()
        if at in found:
            continue
        found.add(at)
        for text in metadata.requires(at[0]) or ():
            requirement = Requirement(text)
            marker = requirement.marker
            if marker is not None and not marker.evaluate({"extra": at[1]}):
                continue
            below = canonicalize_name(requirement.name)
            waiting += [(below, extra) for extra in ("", *requirement.extras)]
    return {known for known, _ in found}


def pins(root) -> dict[str, str]:
    lines = (root / "constraints.txt").read_text(encoding="utf-8").split()
    return {
        canonicalize_name(name): pin for name, _, pin in (line.partition("==") for line in lines)
    }


def test_every_line_is_one_exact_pin(root):
    lines = (root / "constraints.txt").read_text(encoding="utf-8").splitlines()

    assert [line for line in lines if not PIN.fullmatch(line)] == []
    assert len(pins(root)) == len(lines)


def test_every_distribution_of_the_extras_is_pinned_as_installed(root):
    installed = {name: version(name) for name in needed("goals", ["server", "test"]) - {"goals"}}

    assert {name: pins(root).get(name) for name in installed} == installed


def test_the_base_install_is_small(root):
    base = needed("goals", []) - {"goals"}

    assert {"click", "httpx", "rich"} <= base
    assert len(base) + 1 <= MOST_IN_BASE
    assert not base & {"litestar", "strawberry-graphql", "graphql-core", "piccolo", "asyncpg"}
