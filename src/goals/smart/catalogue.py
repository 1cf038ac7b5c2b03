"""All rules, in the order of their codes.

Every module of ``rules`` holds one rule class; importing this module imports them all. How a
rule looks is in ``rule``, who runs them in ``checker``.
"""

import importlib
import os
from functools import cache

from goals.smart import rules
from goals.smart.rule import Rule


class UnknownRule(KeyError):  # noqa: N818 - errors state the fact
    """There is no such rule.

    Raised when a code is explained, configured or suppressed that the catalogue does not have.
    """

    code = "UNKNOWN_RULE"


def _modules() -> list[str]:
    """The names of the modules of ``rules``."""
    try:
        files = os.listdir(rules.__path__[0])  # noqa: PTH208 - pathlib takes long to load
    except OSError:  # a package in a zip file
        import pkgutil  # loads inspect, which takes as long as all the rules

        return [module.name for module in pkgutil.iter_modules(rules.__path__)]
    names = {name.partition(".")[0] for name in files if name.endswith((".py", ".pyc"))}
    return sorted(names - {"__init__"})


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule once, by code."""
    found: dict[str, Rule] = {}
    for name in _modules():
        loaded = importlib.import_module(f"{rules.__name__}.{name}")
        for thing in vars(loaded).values():
            if isinstance(thing, type) and issubclass(thing, Rule) and "code" in vars(thing):
                found[thing.code] = thing()
    return tuple(found[code] for code in sorted(found))


@cache
def codes() -> frozenset[str]:
    """The codes of all rules."""
    return frozenset(rule.code for rule in all_rules())


def rule(code: str) -> Rule:
    """The rule of a code, whatever its case; raises ``UnknownRule``."""
    for candidate in all_rules():
        if candidate.code == code.strip().upper():
            return candidate
    raise UnknownRule(code)


@cache
def rules_version() -> str:
    """A name for this set of rules: changes when a code, severity or message does."""
    from zlib import crc32  # hashlib takes longer to load than hundreds of goals to check

    digest = 0
    for one in all_rules():
        said = repr((one.code, one.severity, sorted(one.messages.items())))
        digest = crc32(said.encode(), digest)
    return f"1.0.0+{digest:08x}"
