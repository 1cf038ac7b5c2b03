"""S114: letters that not everybody can read."""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from goals.smart.rule import Finding, Rule
from goals.smart.words import abbreviations
from goals.smart.words import classes as c

if TYPE_CHECKING:
    from goals.smart.checked import Checked, Reading


class UndefinedAbbreviation(Rule):
    """Write an abbreviation out once, or put it into the glossary.

    Why: the other side may know another word behind the same letters.
    Warum: Die andere Seite kennt vielleicht ein anderes Wort hinter denselben Buchstaben.
    Bad (de): RKV in der Montage von 4 % auf 2 % senken.
    Good (de): Reklamationsquote (RKV) in der Montage von 4 % auf 2 % senken.
    Bad (en): Cut RKV in assembly from 4 % to 2 %.
    Good (en): Cut the claim rate (RKV) in assembly from 4 % to 2 %.
    Leaves alone: common ones (CRM, ISO, EUR), explained ones, the glossary's.
    """

    code, name = "S114", "specific.abbreviation"
    dimension = "specific"
    severity = "advice"
    needs = c.UNKNOWN
    messages: ClassVar = {
        "de": "„{words}“ ist nicht erklärt: ausschreiben oder ins Glossar aufnehmen.",
        "en": "“{words}” is not explained: write it out or put it into the glossary.",
    }
    fixes: ClassVar = {
        "de": "{Langform} ({words})",
        "en": "{long form} ({words})",
    }

    def check(self, checked: "Checked") -> Iterable[Finding]:
        goal = checked.goal
        if _CAPITALS.search(goal.text.clean) is None or goal.text.clean.isupper():
            return
        seen: set[str] = set()
        for i, token in enumerate(goal.tokens):
            text = token.text
            if not 2 <= len(text) <= 6 or not text.isupper() or not text.isalpha() or text in seen:
                continue
            if text in abbreviations.COMMON or text in checked.config.glossary or goal.timed[i]:
                continue
            if not goal.entries[i].flags & ~_UNKNOWN and not _explained(goal, i):
                seen.add(text)
                yield self.at(goal, i, i)


_CAPITALS = re.compile("[A-ZÄÖÜ]{2}")
_UNKNOWN = c.UNKNOWN | c.IN_GERMAN


def _explained(goal: "Reading", i: int) -> bool:
    """ "claim rate (RKV)" or "RKV (claim rate)"."""
    tokens = goal.tokens
    inside = 0 < i < len(tokens) - 1 and tokens[i - 1].text == "(" and tokens[i + 1].text == ")"
    return inside or (i + 1 < len(tokens) and tokens[i + 1].text in "(=")
