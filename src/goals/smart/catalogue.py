"""All rules, in the order of their codes.

Every module of ``rules`` holds one rule class; importing this module imports them all. How a
rule looks is in ``rule``, who runs them in ``checker``.
"""

import importlib
import pkgutil
from functools import cache

from goals.smart import rules
from goals.smart.rule import Rule


class UnknownRule(KeyError):  # noqa: N818 - errors state the fact
    """There is no such rule.

    Raised when a code is explained, configured or suppressed that the catalogue does not have.
    """

    code = "UNKNOWN_RULE"


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule once, by code."""
    found: dict[str, Rule] = {}
    for module in pkgutil.iter_modules(rules.__path__):
        loaded = importlib.import_module(f"{rules.__name__}.{module.name}")
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
    from hashlib import sha256  # not worth its loading time where no report is made

    digest = sha256()
    for one in all_rules():
        digest.update(repr((one.code, one.severity, sorted(one.messages.items()))).encode())
    return f"1.0.0+{digest.hexdigest()[:8]}"
