"""Settings of the checker: severities, thresholds, calendar, glossary, profiles, suppressions.

``Config.from_mapping`` reads the tables of a TOML file (already parsed) and refuses what it does
not know; nothing is read from disk here. The rules themselves are in ``rules``.
"""

import datetime as dt
from collections.abc import Collection, Mapping
from types import MappingProxyType
from typing import Any, Final, Literal, NamedTuple, get_args

Severity = Literal["error", "warning", "advice"]
SEVERITIES: tuple[Severity, ...] = get_args(Severity)


class BadConfig(ValueError):  # noqa: N818 - errors state the fact
    """The configuration of the checker cannot be used: {reason}."""

    code = "BAD_SMART_CONFIG"


class Thresholds(NamedTuple):
    """Numbers that rules compare with; each says its unit."""

    overlap: float = 0.8  # share of the benefit's words that the goal has too (A306)
    overload_warning: float = 1.0  # committed effort / capacity (R403)
    overload_error: float = 1.25
    history_minimum: int = 8  # comparable closed commissions (R404, R405)
    risk_effort_days: float = 20.0  # person-days from which a risk list is expected (R406)
    high_risk: int = 12  # likelihood x impact (R407)
    milestone_months: int = 12  # T513
    weak_window: int = 4  # tokens between a weak word and its number (S102)


class Suppression(NamedTuple):
    """A finding somebody answers for: which rule, why, who, until when, on which words.

    ``field`` and ``words`` narrow it; ``fingerprint`` is that of the span's text when it was
    suppressed, so that an edit of the span re-opens the finding.
    """

    rule: str
    reason: str
    author: str
    expires: dt.date | None = None
    field: str | None = None
    fingerprint: str | None = None


def fingerprint(words: str) -> str:
    """A short name of a span's text that white space and case do not change."""
    from hashlib import sha256  # costs more to load than a check, and few checks need it

    return sha256(" ".join(words.casefold().split()).encode("utf-8", "replace")).hexdigest()[:16]


_NOTHING: Final[Mapping[str, str]] = MappingProxyType({})
_NO_PROFILES: Final[Mapping[str, Mapping[str, str]]] = MappingProxyType({})


class Config(NamedTuple):
    """How strict to be, and what an organisation calls things.

    ``rules`` maps a code to a severity or "off"; ``profiles`` does so per kind of draft, on top.
    """

    rules: Mapping[str, str] = _NOTHING
    thresholds: Thresholds = Thresholds()
    fiscal_year_start: int = 1
    region: str | None = None
    language: str | None = None
    glossary: frozenset[str] = frozenset()
    profiles: Mapping[str, Mapping[str, str]] = _NO_PROFILES
    suppressions: tuple[Suppression, ...] = ()

    def for_kind(self, kind: str | None) -> "Config":
        """These settings with the profile of a kind laid on top."""
        profile = self.profiles.get(kind.lower()) if kind else None
        return self._replace(rules={**self.rules, **profile}) if profile else self

    @classmethod
    def from_mapping(cls, tables: Mapping[str, Any], known: Collection[str]) -> "Config":
        """Read parsed TOML; ``known`` are the codes of the catalogue.

        Raises ``BadConfig`` naming the key: unknown table, rule, severity or threshold.
        """
        names = set(cls._fields)
        for name in tables:
            if name not in names:
                raise BadConfig(f"unknown table or key {name!r}; known are {sorted(names)}")
        profiles = _table(tables, "profiles")
        start = tables.get("fiscal_year_start", 1)
        if not isinstance(start, int) or not 1 <= start <= 12:
            raise BadConfig("fiscal_year_start must be a month from 1 to 12")
        return cls(
            rules=_severities(_table(tables, "rules"), known),
            thresholds=_thresholds(_table(tables, "thresholds")),
            fiscal_year_start=start,
            region=_optional_text(tables, "region"),
            language=_optional_text(tables, "language"),
            glossary=frozenset(_texts(tables, "glossary")),
            profiles={
                kind.lower(): _severities(_table(profiles, kind), known) for kind in profiles
            },
            suppressions=tuple(
                _suppression(item, known) for item in tables.get("suppressions", ())
            ),
        )


def _table(tables: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    value = tables.get(name, {})
    if not isinstance(value, Mapping):
        raise BadConfig(f"{name} must be a table")
    return value


def _optional_text(tables: Mapping[str, Any], name: str) -> str | None:
    value = tables.get(name)
    if value is None or isinstance(value, str):
        return value
    raise BadConfig(f"{name} must be text")


def _texts(tables: Mapping[str, Any], name: str) -> list[str]:
    value = tables.get(name, [])
    if isinstance(value, list | tuple | set | frozenset) and all(
        isinstance(item, str) for item in value
    ):
        return list(value)
    raise BadConfig(f"{name} must be a list of texts")


def _severities(table: Mapping[str, Any], known: Collection[str]) -> dict[str, str]:
    for code, severity in table.items():
        if code not in known:
            raise BadConfig(f"unknown rule {code!r}")
        if severity != "off" and severity not in SEVERITIES:
            raise BadConfig(f"rule {code}: severity must be error, warning, advice or off")
    return dict(table)


def _thresholds(table: Mapping[str, Any]) -> Thresholds:
    default = Thresholds()
    for name, value in table.items():
        if name not in Thresholds._fields:
            raise BadConfig(f"unknown threshold {name!r}; known are {sorted(Thresholds._fields)}")
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise BadConfig(f"threshold {name} must be a number")
    return default._replace(**table)


def _suppression(item: Any, known: Collection[str]) -> Suppression:
    if not isinstance(item, Mapping):
        raise BadConfig("a suppression must be a table")
    for name in ("rule", "reason", "author"):
        if not isinstance(item.get(name), str) or not item[name].strip():
            raise BadConfig(f"a suppression needs {name}")
    unknown = set(item) - set(Suppression._fields)
    if unknown:
        raise BadConfig(f"a suppression has no {sorted(unknown)}")
    if item["rule"] not in known:
        raise BadConfig(f"unknown rule {item['rule']!r}")
    return Suppression(**item)


DEFAULT = Config()
