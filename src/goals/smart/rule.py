"""The form of a rule and of what it finds.

A rule is one class in one file of ``rules``: its documentation, its messages and its check live
together; its words are in ``words``, its cases in the tests. ``catalogue`` collects them.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, ClassVar, Literal, NamedTuple

from goals.smart.config import Severity
from goals.smart.spans import Field

if TYPE_CHECKING:
    from goals.smart.checked import Checked, Reading

Dimension = Literal["specific", "measurable", "accepted", "realistic", "timeBound"]
DIMENSIONS: tuple[Dimension, ...] = (
    "specific",
    "measurable",
    "accepted",
    "realistic",
    "timeBound",
)


class Finding(NamedTuple):
    """Something a rule objects to, at a span in the raw text of a field.

    ``params`` fill the message and the fix; ``variant`` picks one of several messages of a rule.
    """

    rule: type["Rule"]
    severity: Severity
    field: Field
    index: int  # type: ignore[assignment]
    start: int
    end: int
    params: Mapping[str, object]
    variant: str = ""

    @property
    def code(self) -> str:
        """The rule's code, as "M204"."""
        return self.rule.code

    @property
    def dimension(self) -> Dimension:
        """The dimension the finding counts for."""
        return self.rule.dimension

    def message(self, language: str) -> str:
        """What is wrong and why, in German ("de") or English."""
        return self._say(self.rule.messages, language)

    def fix(self, language: str) -> str:
        """How to mend it; a value nobody knows stays a visible {slot}."""
        return self._say(self.rule.fixes, language)

    def _say(self, table: Mapping[str, str], language: str) -> str:
        language = "de" if language == "de" else "en"
        template = table.get(f"{language}.{self.variant}") if self.variant else None
        template = template or table[language]
        return template.format_map(_Slots(self.params)) if "{" in template else template


class _Slots(dict[str, object]):
    """Parameters that leave an unknown slot as it is written."""

    def __missing__(self, name: str) -> str:
        return "{" + name + "}"


class Rule(ABC):
    """Base of all rules: set the class variables, write ``check``.

    ``needs`` is a mask of word classes (``words.classes``): unless one of them occurs somewhere
    in the draft the rule is not even asked; 0 asks always.
    """

    code: ClassVar[str]
    name: ClassVar[str]
    dimension: ClassVar[Dimension]
    severity: ClassVar[Severity]
    needs: ClassVar[int] = 0
    data: ClassVar[bool] = False  # judged from the record or history, not from words
    of_fields: ClassVar[bool] = False  # asks for fields that a plain sentence does not have
    messages: ClassVar[Mapping[str, str]]
    fixes: ClassVar[Mapping[str, str]]

    @abstractmethod
    def check(self, checked: "Checked") -> Iterable[Finding]:
        """Yield what this rule objects to in the draft."""

    def at(
        self,
        reading: "Reading",
        first: int,
        last: int,
        *,
        severity: Severity | None = None,
        variant: str = "",
        **params: object,
    ) -> Finding:
        """A finding on the tokens ``first`` to ``last`` (inclusive) of a field."""
        tokens, text = reading.tokens, reading.text
        start, end = tokens[first].start, tokens[last].end
        params.setdefault("words", text.clean[start:end])
        return Finding(
            type(self),
            severity or self.severity,
            reading.field,
            reading.index,
            text.origin(start),
            text.origin(end - 1) + 1 if text.offsets is not None else end,
            params,
            variant,
        )

    def on(
        self,
        field: Field,
        *,
        end: int = 0,
        severity: Severity | None = None,
        variant: str = "",
        **params: object,
    ) -> Finding:
        """A finding on a field as a whole (its first ``end`` code points)."""
        return Finding(type(self), severity or self.severity, field, 0, 0, end, params, variant)
