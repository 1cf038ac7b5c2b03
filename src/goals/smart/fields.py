"""What is judged: the five answers of a commission, as typed, with what else is known of it.

A ``Draft`` is words only; signatures, workload and experience are in ``record``. An answer that
nobody was asked for is ``None``; one that was asked for and left empty is "" (or an empty tuple).
``plain`` says that nothing but the goal was asked for.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple


class BadAnswer(TypeError):  # noqa: N818 - errors state the fact
    """An answer has the wrong form: ``name`` must be ``wanted`` ("text" or "texts")."""

    def __init__(self, name: str, wanted: str, value: object) -> None:
        self.name, self.wanted, self.given = name, wanted, type(value).__name__
        spoken = "text" if wanted == "text" else "a list of texts"
        super().__init__(f"{name} must be {spoken}, not {self.given}")


class CriterionText(NamedTuple):
    """One success criterion: its sentence, and the parts of a metric where they are filled in.

    ``kind`` is METRIC or BINARY, ``direction`` one of INCREASE, DECREASE, AT_LEAST, AT_MOST,
    WITHIN; ``method`` says how it is measured, ``observer`` who looks.
    """

    text: str
    kind: str | None = None
    direction: str | None = None
    baseline: float | None = None
    target: float | None = None
    unit: str | None = None
    method: str | None = None
    observer: str | None = None


class Draft(NamedTuple):
    """A commission's words; ``kind`` picks a profile (objective, key_result, project …)."""

    goal: str
    benefit: str | None = None
    customer: str | None = None
    criteria: tuple[CriterionText, ...] = ()
    deadline: str | dt.date | None = None
    resources: tuple[str, ...] | None = None
    owner: str | None = None
    language: str | None = None
    kind: str | None = None
    plain: bool = False

    @classmethod
    def from_mapping(cls, answers: Mapping[str, Any]) -> "Draft":
        """Read an object as written in NDJSON, YAML or front matter.

        ``{"text": …}`` is a plain goal; else ``goal`` with any of ``benefit``, ``customer``,
        ``criteria`` (a list or one text), ``deadline``, ``resources``, ``owner``, ``language``,
        ``kind``. What is not named was not asked for. Raises ``BadAnswer`` when an answer is
        neither text, list nor date.
        """
        if "goal" not in answers and "text" in answers:
            return cls(
                goal=_text(answers, "text") or "",
                language=_text(answers, "language"),
                kind=_text(answers, "kind"),
                deadline=_deadline(answers),
                plain=True,
            )
        return cls(
            goal=_text(answers, "goal") or "",
            benefit=_asked(answers, "benefit"),
            customer=_asked(answers, "customer"),
            criteria=tuple(_criterion(item) for item in _list(answers, "criteria")),
            deadline=_deadline(answers),
            resources=_resources(answers),
            owner=_text(answers, "owner"),
            language=_text(answers, "language"),
            kind=_text(answers, "kind"),
        )


def _asked(answers: Mapping[str, Any], name: str) -> str | None:
    """An answer; one whose name stands there without words ("benefit:") was left empty."""
    return _text(answers, name) or ("" if name in answers else None)


def _resources(answers: Mapping[str, Any]) -> tuple[str, ...] | None:
    if "resources" not in answers:
        return None
    return tuple(str(item) for item in _list(answers, "resources"))


def _text(answers: Mapping[str, Any], name: str) -> str | None:
    value = answers.get(name)
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, int | float):
        return str(value)
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return "\n".join(value)
    raise BadAnswer(name, "text", value)


def _deadline(answers: Mapping[str, Any]) -> str | dt.date | None:
    value = answers.get("deadline")
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    return _text(answers, "deadline")


def _list(answers: Mapping[str, Any], name: str) -> Sequence[Any]:
    value = answers.get(name)
    if value is None:
        return ()
    if isinstance(value, str):
        return (value,) if value.strip() else ()
    if isinstance(value, list | tuple):
        return value
    raise BadAnswer(name, "texts", value)


def _criterion(item: Any) -> CriterionText:
    if isinstance(item, CriterionText):
        return item
    if isinstance(item, Mapping):
        known = {name: item[name] for name in CriterionText._fields if name in item}
        return CriterionText(**{"text": "", **known})
    if isinstance(item, str | int | float):
        return CriterionText(str(item))
    raise BadAnswer("criteria", "texts", item)
