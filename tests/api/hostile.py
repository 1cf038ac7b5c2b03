"""Random requests over the whole contract: well-typed, clumsy and hostile, from a fixed seed.

``Attacker`` reads the schema, so that a new field or act is attacked as soon as it is there.
"""

import random
from collections.abc import Iterator
from itertools import cycle, islice
from typing import Any

from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLObjectType,
    GraphQLSchema,
    get_named_type,
    is_leaf_type,
    is_list_type,
    is_non_null_type,
)

TEXTS = [
    "", " ", "\t\n", "a" * 201, "x" * 10_001, "ä" * 1_000_000, "a\0b", "\ud800", "\udfff\ud800",
    "\u202eevil", "\u2066x", "\u200b", "e\u0301", "\u00e9", "\ufb01", "a" + "\u0301" * 5000,
    "'; DROP TABLE commission; --", "%_\\", "{}", "{0}", "{field}", "%s", "$1", "👩‍👩‍👧" * 50,
    "null", "C-1", "C-0", "C-99999999999", "c-1", "NaN", "../../etc/passwd", "Europe/Berlin",
    "localtime", "trust", "M201", "goal", "95 %", "bis 31.02.2027", "\x1b[31m", "\ufeff", "\uffff",
    "\U0010ffff",
    "https://example.org", "http://u:p@h/", "javascript:alert(1)", "anna@example.org", "a@b",
]  # fmt: skip
IDS = ["", "x", "a" * 5000, "VGVhbTox", "\0", "\ud800", "Team:1", "=" * 60, "ä" * 60, "1"]
NUMBERS = [0, 1, -1, 2, 3, 50, 100, 101, 2**31 - 1, -(2**31), 2**31, 2**63, 10**400, True, 1.5, "1"]
DECIMALS = [
    "0", "1", "-1", "88.5", "96", "NaN", "Infinity", "-Infinity", "1e400", "1E+30", "-0", "0.1",
    "9" * 30, "9" * 31, "0." + "9" * 30, "0." + "9" * 31, "9" * 30 + "." + "9" * 30, "", " 1", "１",
    "1_0", 1, 10**29, 10**400, 1.5, float("nan"), float("inf"), None, True, "0x10", "+1", ".5",
]  # fmt: skip
DATES = [
    "2026-05-29", "2027-03-31", "2026-02-29", "2028-02-29", "0000-01-01", "0001-01-01",
    "9999-12-31", "1899-12-31", "2200-12-31", "2201-01-01", "2026-13-01", "26-1-1", "", "today",
    "2026-05-29T00:00:00Z", "٢٠٢٦-٠٥-٢٩", 20260529, "\0",
]  # fmt: skip
TIMES = [
    "2026-03-01T09:00:00Z", "2026-03-01T09:00:00", "0001-01-01T00:00:00+14:00",
    "9999-12-31T23:59:59-14:00", "2026-03-01T24:00:00Z", "2026-03-01T23:59:60Z",
    "2026-03-01T09:00:00+99:00", "2099-01-01T00:00:00Z", "1000-01-01T00:00:00Z", "", "now", 0,
    "2026-03-01T09:00:00.1234567Z", "2026-03-01t09:00:00z", "9999-12-31T23:59:59Z",
]  # fmt: skip
UUIDS = [
    "00000000-0000-0000-0000-000000000000", "ffffffff-ffff-ffff-ffff-ffffffffffff", "", "x",
    "019cadc6-9a80-749a-908c-24e1f3dfe713", "{019cadc6-9a80-749a-908c-24e1f3dfe713}", 7,
]  # fmt: skip
URLS = [
    "https://example.org/a", "http://[::1", "http://", "ftp://x", "https://a b", "http://x:99999/",
    "https://" + "a" * 3000, "https://u:p@x/", "\0", "https://ex\u202eample.org", "https://ä.example",
    "http://x:0", "https://x/\ud800", 1,
]  # fmt: skip
HOSTILE = {
    "String": TEXTS,
    "ID": IDS,
    "Int": NUMBERS,
    "Decimal": DECIMALS,
    "Date": DATES,
    "DateTime": TIMES,
    "UUID": UUIDS,
    "URL": URLS,
    "Boolean": [True, False, None, 0, "true"],
    "Float": [0.5, -1.0, float("inf")],
}
TAME = {
    "String": [
        "Parcels on the same day", "At least 95 % by 2026-05-29.", "Pakete am selben Tag", "trust",
        "Europe/Berlin", "M201", "goal", "%", "Known to both.", "time", "clear-goal",
    ],
    "Int": [1, 2, 3, 1, 1, 50, 80, 100],
    "Decimal": ["0", "1", "88.5", "96", "95", "82"],
    "Date": ["2026-05-29", "2026-06-30", "2027-01-01"],
    "DateTime": ["2026-03-01T09:00:00Z", "2026-02-01T09:00:00+01:00"],
    "UUID": UUIDS[:2],
    "URL": ["https://example.org/a"],
    "Boolean": [True, False],
    "Float": [0.5],
}  # fmt: skip


NAMED = {
    "deadlineTimeZone": ["Europe/Berlin", "UTC"],
    "rule": ["M201", "S101"],
    "field": ["goal"],
    "factor": ["trust", "time"],
    "strength": [1, 2, 3],
    "expected": [1, 5, 7],
    "perceived": [1, 5, 7],
    "likelihood": [1, 5],
    "impact": [1, 5],
    "expectedRevision": [1, 1, 1, 1, 2, 3],
    "kind": ["BINARY"],
    "direction": [None],
    "baseline": [None],
    "target": [None],
    "stretch": [None],
    "band": [None],
}
"""What fits a field of this name; metrics come up where the dice leave these aside."""


class Attacker:
    """Makes documents with variables; ``ids`` are real ones by type, to aim well with."""

    def __init__(self, schema: GraphQLSchema, seed: int) -> None:
        self.schema = schema
        self.dice = random.Random(seed)
        self.ids: dict[str, list[str]] = {}

    def requests(self, count: int) -> Iterator[tuple[str, str, dict[str, Any]]]:
        """Make requests as name of the root field, document and variables; every field comes up."""
        roots = {
            "query": self.schema.query_type,
            "mutation": self.schema.mutation_type,
            "subscription": self.schema.subscription_type,
        }
        turns = {kind: cycle(sorted(root.fields)) for kind, root in roots.items() if root}
        kinds = cycle([*["query", "mutation", "mutation"] * 6, "subscription"])
        for kind in islice(kinds, count):
            root = roots[kind]
            assert root is not None
            yield self._request(kind, root, next(turns[kind]))

    def _request(
        self, kind: str, root: GraphQLObjectType, name: str
    ) -> tuple[str, str, dict[str, Any]]:
        field = root.fields[name]
        self.hostility = self.dice.choice([0, 0, 0, 0.02, 0.1, 0.4])
        variables, declared, given = {}, [], []
        for key, argument in field.args.items():
            if not is_non_null_type(argument.type) and self.dice.random() < 0.5:
                continue
            variables[key] = self.value(argument.type, key, 0)
            declared.append(f"${key}: {argument.type}")
            given.append(f"{key}: ${key}")
        head = f"({', '.join(declared)})" if declared else ""
        args = f"({', '.join(given)})" if given else ""
        wanted = self.selection(get_named_type(field.type), 0)
        text = f"{kind} A{head} {{ {name}{args} {wanted} }}"
        return name, text, variables

    def selection(self, type_: Any, depth: int) -> str:
        """Select all leaves of a type and, near the root, some of what it leads to."""
        if is_leaf_type(type_):
            return ""
        if not isinstance(type_, GraphQLObjectType):
            return "{ __typename id }"
        wanted = ["__typename"]
        for name, field in type_.fields.items():
            kind = get_named_type(field.type)
            if any(is_non_null_type(each.type) for each in field.args.values()):
                continue
            if is_leaf_type(kind):
                wanted.append(name)
            elif name == "errors":
                wanted.append("errors { __typename code message path }")
            elif depth < 2 and (name in {"nodes", "edges"} or self.dice.random() < 0.15):
                wanted.append(f"{name} {self.selection(kind, depth + 1)}")
        return f"{{ {' '.join(wanted)} }}"

    def value(self, type_: Any, name: str, depth: int) -> Any:
        """Make a value of a type, or one that only looks like it."""
        if is_non_null_type(type_):
            return self.value(type_.of_type, name, depth)
        wild = self.dice.random() < self.hostility
        if wild and self.dice.random() < 0.1:
            return self.dice.choice([None, [], {}, "x", 0])
        if is_list_type(type_):
            size = self.dice.choice([0, 1, 2, 51, 1000] if wild else [0, 1, 1, 2])
            one = [self.value(type_.of_type, name, depth) for _ in range(min(size, 3))]
            return one * (size // 3 or 1) if size > 3 else one
        if isinstance(type_, GraphQLInputObjectType):
            return self._object(type_, depth)
        if name in NAMED and not wild and self.dice.random() < 0.97:
            fitting = self.dice.choice(NAMED[name])
            if not isinstance(type_, GraphQLEnumType) or fitting in type_.values:
                return fitting
        if isinstance(type_, GraphQLEnumType):
            return self.dice.choice(["NONE", "", 1] if wild else sorted(type_.values))
        if type_.name == "ID":
            return self._id(name, wild=wild)
        if name in {"name", "email"} and not wild:
            at = "@example.org" if name == "email" else ""
            return f"n{self.dice.randrange(10**6)}{at}"
        return self.dice.choice((HOSTILE if wild else TAME)[type_.name])

    def _object(self, type_: GraphQLInputObjectType, depth: int) -> Any:
        fields = list(type_.fields.items())
        if type_.is_one_of or type_.name.endswith("Filter"):
            fields = [self.dice.choice(fields)]
        given = {}
        for key, field in fields:
            if key == "dryRun" and self.dice.random() < 0.8:
                continue
            optional = not is_non_null_type(field.type) and not type_.is_one_of
            if optional and (depth > 4 or self.dice.random() < 0.4):
                continue
            given[key] = self.value(field.type, key, depth + 1)
        if self.dice.random() < self.hostility / 4:
            given["unknown"] = 1
        return given

    def _id(self, name: str, *, wild: bool) -> str:
        everything = [id_ for ids in self.ids.values() for id_ in ids]
        if wild or not everything:
            return str(self.dice.choice(IDS + everything[:20]))
        kind = name.removesuffix("Ids").removesuffix("Id").removeprefix("lead")
        kind = kind[:1].upper() + kind[1:]
        kind = {
            "CustomerTeam": "Team", "SupplierTeam": "Team", "OfTeam": "Team", "Parent": "Team",
            "Customer": "Person", "Supplier": "Person", "Owner": "Person",
            "ContributesTo": "Commission", "DependsOn": "Commission",
        }.get(kind, kind)  # fmt: skip
        return self.dice.choice(self.ids.get(kind) or everything)
