"""Spoken: messages of the server's commands in German or English."""

import locale
import os


def german() -> bool:
    """Whether whoever typed the command reads German."""
    told = os.environ.get("GOALS_LANGUAGE")
    return (told or locale.getlocale()[0] or "en").lower().startswith("de")


def say(de: str, en: str) -> str:
    """The sentence in the language of whoever typed the command."""
    return de if german() else en
