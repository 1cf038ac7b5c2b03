"""Room: how deeply SQL may nest before SQLite can no longer parse it.

SQLite before 3.46 parses on a stack of 100 symbols, so a selection of six lists within lists
would be a syntax error; it is refused as bad input instead. ``needed`` follows SQLite's grammar
(parse.y) closely enough to say how many symbols a statement keeps on that stack.
"""

import re

SQLITE_STACK = 88
"""The stack less what surrounds every statement; measured: up to 89 all statements parse."""

_TOKEN = re.compile(
    r"'(?:[^']|'')*'|[A-Za-z_][\w.]*|[?$]\d+|\|\||<=|>=|<>|\d+|[(),=<>%*+/-]|\S", re.ASCII
)
_BINDING = {
    "OR": 1, "AND": 2, "=": 4, "<>": 4, "IS": 4, "IN": 4, "LIKE": 4, "<": 5, ">": 5, "<=": 5,
    ">=": 5, "+": 7, "-": 7, "*": 8, "/": 8, "%": 8, "||": 9, "COLLATE": 10,
}  # fmt: skip
_CLAUSES = {
    "SELECT": 3,  # SELECT distinct sclp
    "FROM": 5,  # SELECT distinct selcollist FROM stl_prefix
    "JOIN": 5,
    "ON": 9,  # … stl_prefix nm dbnm as ON
    "WHERE": 5,  # SELECT distinct selcollist from WHERE
    "ORDER": 9,  # … from where groupby having ORDER BY
    "LIMIT": 9,
}
_CASES = {"WHEN": 4, "THEN": 6, "ELSE": 4}
"""``CASE operand exprlist WHEN``, ``… WHEN expr THEN``, ``CASE operand exprlist ELSE``."""


class _Level:
    """One open parenthesis or CASE: what its clause and its operators keep on the stack."""

    __slots__ = ("case", "clause", "entry", "operators")

    def __init__(self, entry: int, *, case: bool = False) -> None:
        self.entry = entry
        self.case = case
        self.clause = 0
        self.operators: list[int] = []

    def kept(self) -> int:
        """Return the symbols kept by this level."""
        return self.entry + self.clause + 2 * len(self.operators)

    def operator(self, binding: int) -> None:
        """Note an operator; what binds tighter has been reduced."""
        while self.operators and self.operators[-1] >= binding:
            self.operators.pop()
        self.operators.append(binding)

    def begin(self, clause: int) -> None:
        """Note the start of a clause or argument."""
        self.clause = clause
        self.operators.clear()


def needed(sql: str) -> int:
    """Return how many symbols of a statement are on the parser's stack at its deepest place."""
    levels = [_Level(0)]
    total = deepest = 0  # ``total`` is what the levels below the last one keep
    before = ""
    for symbol in _TOKEN.findall(sql):
        level = levels[-1]
        if symbol == "(":
            total += level.kept()
            levels.append(_Level(_entry(before)))
        elif symbol == "CASE":
            total += level.kept()
            levels.append(_Level(2, case=True))
        elif symbol == ")" or (symbol == "END" and level.case):
            levels.pop()
            total -= levels[-1].kept()
        elif symbol == ",":
            _comma(level)
        else:
            _word(level, symbol, before)
        deepest = max(deepest, total + levels[-1].kept())
        before = symbol
    return deepest


def _entry(before: str) -> int:
    if before in {"FILTER", "OVER"}:
        return 7  # ID LP distinct exprlist RP FILTER LP
    if before in {"EXISTS", "NOT"}:
        return 2
    named = before[:1].isalpha() and before not in _BINDING and before not in _CLAUSES
    return 3 if named and before not in _CASES else 1  # ID LP distinct, or LP alone


def _comma(level: _Level) -> None:
    if level.clause in {_CLAUSES["SELECT"], _CLAUSES["ORDER"], 11}:
        level.begin(level.clause if level.clause != _CLAUSES["ORDER"] else 11)
    else:
        level.begin(2)  # nexprlist COMMA


def _word(level: _Level, symbol: str, before: str) -> None:
    binding = _BINDING.get(symbol)
    if binding is not None and not (symbol in {"*", "-"} and before in {"(", ",", "SELECT"}):
        level.operator(binding)
    elif symbol in _CLAUSES:
        level.begin(_CLAUSES[symbol])
    elif symbol in _CASES and level.case:
        level.begin(_CASES[symbol] - level.entry)
    elif symbol == "NOT":
        level.operators.append(3)
