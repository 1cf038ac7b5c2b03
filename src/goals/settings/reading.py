"""Reading: single words, numbers and lists out of the environment, or a refusal that helps."""

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

T = TypeVar("T")
Environment = Mapping[str, str]


class SettingsError(ValueError):
    """A setting cannot be used; the text says which, why, and what to write instead."""


def whole_number(given: Environment, name: str, *, default: int, low: int, high: int) -> int:
    """A whole number within bounds. Raises SettingsError."""
    text = given.get(name, "").strip()
    if not text:
        return default
    if not text.isascii() or not text.isdigit() or not low <= int(text[:20]) <= high:
        raise SettingsError(f"{name} is {text!r}; write a whole number from {low} to {high}.")
    return int(text)


def choice(given: Environment, name: str, words: Sequence[str]) -> str:
    """One of these words, the first by default. Raises SettingsError."""
    text = given.get(name, "").strip().lower()
    if text and text not in words:
        raise SettingsError(f"{name} is {text!r}; write one of {', '.join(words)}.")
    return text or words[0]


def several(given: Environment, name: str, read: Callable[[str], T]) -> tuple[T, ...]:
    """What is separated by commas, each read by itself; nothing by default."""
    parts = [part.strip() for part in given.get(name, "").split(",")]
    return tuple(read(part) for part in parts if part)
