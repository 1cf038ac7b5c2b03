"""S104: nouns without content, and amounts that name none."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from goals.smart.config import Severity
from goals.smart.rule import Finding, Rule
from goals.smart.rules.s103_no_object import ENOUGH
from goals.smart.tokens import TokenKind
from goals.smart.words import classes as c

if TYPE_CHECKING:
    from goals.smart.checked import Checked, Reading


class EmptyNoun(Rule):
    """Say which ones: "topics", "issues", "various things" name nothing that could be done.

    Why: a list that is not there cannot be worked off.
    Warum: Eine Liste, die es nicht gibt, lässt sich nicht abarbeiten.
    Bad (de): Diverse Themen mit dem Einkauf klären.
    Good (de): Die 4 offenen Vertragspunkte mit dem Einkauf klären.
    Bad (en): Sort out various issues with purchasing.
    Good (en): Settle the 4 open contract clauses with purchasing.
    Leaves alone: counted ones, and ones whose source is named ("from the audit report").
    """

    code, name = "S104", "specific.empty-noun"
    dimension = "specific"
    severity = "warning"
    needs = c.NO_OBJECT | c.EMPTY | c.VAGUE_QUANTITY
    messages: ClassVar = {
        "de": "„{words}“ lässt offen, was gemeint ist: Welche genau?",
        "en": "“{words}” leaves open what is meant: which ones exactly?",
    }
    fixes: ClassVar = {
        "de": "statt „{words}“: {Anzahl} {Gegenstand}",
        "en": "instead of “{words}”: {number} {things}",
    }

    def check(self, checked: "Checked") -> Iterable[Finding]:
        goal, words = checked.goal, checked.words
        if not words.concrete and len(words.content) >= ENOUGH:
            first = words.objects[0] if words.objects else words.content[0]
            yield self.at(goal, first, first, severity="error")
            return
        severity: Severity | None = "advice" if checked.concreteness >= FIRM else None
        last = -2
        for i in goal.having(c.EMPTY | c.VAGUE_QUANTITY):
            flags = goal.entries[i].flags
            if (
                i in words.verb_set
                or i == last + 1
                or (words.concrete and checked.measured_near(goal, i, 2))
            ):
                continue
            if flags & c.EMPTY and (_source_follows(goal, i) or _part_of_compound(goal, i)):
                continue
            last = i
            if flags & c.VAGUE_QUANTITY and i + 1 < len(goal.tokens):
                last = i + 1 if goal.entries[i + 1].flags & c.EMPTY else i
            yield self.at(goal, i, last, severity=severity)


FIRM = 2.0  # nouns that name the object: then an empty one beside them is a blemish


def _source_follows(goal: "Reading", i: int) -> bool:
    after = goal.tokens[i + 1].folded if i + 1 < len(goal.tokens) else ""
    return after in ("aus", "from", "gemaess", "laut", "nr", "listed", ":", "(")


def _part_of_compound(goal: "Reading", i: int) -> bool:
    """ "trouble-ticket issue", "safety issues" are named; "the issues" are not."""
    if i == 0:
        return False
    before = goal.tokens[i - 1]
    if before.text == "-" and before.end == goal.tokens[i].start:
        return True
    return goal.tokens[i].folded.isascii() and bool(
        goal.entries[i].flags & c.ENGLISH
        and not goal.entries[i].flags & c.GERMAN
        and before.kind is TokenKind.WORD
        and goal.entries[i - 1].flags & (c.UNKNOWN | c.NOUN)
    )
