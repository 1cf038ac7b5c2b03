"""Ways to change a goal's words: dress them otherwise, or take the evidence away.

A change of dress must change no verdict; what ``without`` takes away must. Used by ``figures``.
"""

import re
import unicodedata
from collections.abc import Callable
from typing import Any

Item = dict[str, Any]

FILLERS = {
    "de": " Der Hintergrund steht im Protokoll der Abteilung.",
    "en": " The background is in the minutes of the department.",
}
_FOLDED = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss"}
)
DISGUISES: dict[str, Callable[[str, str], str]] = {
    "white space": lambda text, _: "  " + text.replace(" ", " \u00a0") + "\n\n",
    "padding": lambda text, language: text.rstrip(" .") + "." + FILLERS[language],
    "decomposed": lambda text, _: unicodedata.normalize("NFD", text),
    "curly quotes": lambda text, _: re.sub('"([^"]*)"', "„\\1“", text).replace("'", "’"),
    "ae for ä": lambda text, _: text.translate(_FOLDED),
    "lower case": lambda text, _: text.lower(),
    "upper case": lambda text, _: text.upper(),
}


def without(answers: Item, report: Item, dimension: str) -> Item:
    """The answers without the words that the report shows as evidence of a dimension."""
    words = dict(answers)
    for evidence in report["evidence"]:
        if evidence["dimension"] != dimension:
            continue
        field, start, end = evidence["field"], evidence["start"], evidence["end"]
        name = "text" if field == "goal" and "text" in words else field
        if name == "criteria":
            texts = [*words["criteria"]]
            texts[evidence["index"]] = _blank(texts[evidence["index"]], start, end)
            words["criteria"] = texts
        elif start == end:  # a date that is no text
            words[name] = None
        else:
            words[name] = _blank(words[name], start, end)
    return {
        name: [" ".join(text.split()) for text in value if text.strip()]
        if isinstance(value, list)
        else value and " ".join(value.split())
        for name, value in words.items()
    }


def _blank(text: str, start: int, end: int) -> str:
    return text[:start] + " " * (end - start) + text[end:]  # later offsets still hold
