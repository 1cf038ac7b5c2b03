"""Differences: what changed between two texts, word by word.

In colours what went is red and what came is green; without them it stands in ``[-…-]`` and
``{+…+}``, so that a file or a pipe says the same.
"""

from collections.abc import Iterator
from difflib import SequenceMatcher

from goals_cli import output
from goals_cli.language import say

MOST_WORDS = 2_000
SHORT = 24


def difference(before: str | None, after: str | None) -> str:
    """One text for both: short values side by side, longer ones with their words marked."""
    if before is None or after is None:
        return _gone(before) if after is None else _come(after)
    if max(len(before), len(after)) <= SHORT:
        return f"{before} → {after}"
    old, new = before.split(), after.split()
    if max(len(old), len(new)) > MOST_WORDS:
        return say("{} Wörter, vorher {}", "{} words, {} before").format(len(new), len(old))
    return " ".join(_words(old, new))


def _words(old: list[str], new: list[str]) -> Iterator[str]:
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for kind, low, high, start, end in matcher.get_opcodes():
        if kind == "equal":
            yield " ".join(old[low:high])
            continue
        if high > low:
            yield _gone(" ".join(old[low:high]))
        if end > start:
            yield _come(" ".join(new[start:end]))


def _gone(text: str | None) -> str:
    return _marked(text or "", "[-", "-]", "red")


def _come(text: str) -> str:
    return _marked(text, "{+", "+}", "green")


def _marked(text: str, opening: str, closing: str, colour: str) -> str:
    clean = output.clean(text)
    if not output.coloured() or output.as_json():
        return f"{opening}{clean}{closing}"
    import click

    return click.style(clean, fg=colour, strikethrough=colour == "red")
