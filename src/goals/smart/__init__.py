"""The SMART checker: a linter for goals, in German and English; pure, standard library only.

``check_text`` judges a sentence, ``check`` a commission. Rules are in ``rules``, words in
``words``, the deadline grammar in ``times``; how it works is told in ``checker``.
"""

from typing import TYPE_CHECKING

from goals.smart.checker import check, check_text
from goals.smart.config import DEFAULT, BadConfig, Config, Suppression, Thresholds
from goals.smart.fields import BadAnswer, CriterionText, Draft
from goals.smart.report import Report
from goals.smart.rule import DIMENSIONS, Finding
from goals.smart.verdicts import Grade, Verdict

if TYPE_CHECKING:
    from goals.smart.record import History, Record

__all__ = [
    "DEFAULT",
    "DIMENSIONS",
    "BadAnswer",
    "BadConfig",
    "Config",
    "CriterionText",
    "Draft",
    "Finding",
    "Grade",
    "History",
    "Record",
    "Report",
    "Suppression",
    "Thresholds",
    "Verdict",
    "check",
    "check_text",
]


def __getattr__(name: str) -> object:
    """Records on demand: whoever judges words only need not load them."""
    if name in ("History", "Record"):
        from goals.smart import record

        return getattr(record, name)
    raise AttributeError(name)
