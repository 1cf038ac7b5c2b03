"""Advice: what the offline checker ``goals.smart`` says to answers while they are typed.

It never stands in the way: the server judges again, with the records nobody has offline.
"""

from typing import Any

from goals_cli import output
from goals_cli.dates import read_day, today
from goals_cli.labels import GRADE, VERDICT, label
from goals_cli.language import current, say

TOLD_AT_ONCE = ("error", "warning")
MOST = 3  # more would not be read
TOLD_OFFLINE = ("specific", "measurable", "timeBound")


def advise(answers: dict[str, Any], field: str) -> bool:
    """Print on stderr what is to be mended in one answer; gives whether there was something."""
    found = [
        one
        for one in _report(answers).findings
        if str(one.field.value) == field and str(one.severity) in TOLD_AT_ONCE
    ]
    for finding in found[:MOST]:
        output.note(f"  {finding.code}: {finding.message(current())}")
        output.note(f"    → {finding.fix(current())}")
    return bool(found)


def sum_up(answers: dict[str, Any]) -> None:
    """Print on stderr how the whole draft stands: the grade and the verdicts that words allow."""
    report = _report(answers)
    names = {
        "specific": say("konkret", "specific"),
        "measurable": say("messbar", "measurable"),
        "timeBound": say("terminiert", "time-bound"),
    }
    shown = ", ".join(
        f"{names[name]}: {label(VERDICT, str(report.verdicts[name].value).upper())}"
        for name in TOLD_OFFLINE
    )
    output.note(f"SMART: {label(GRADE, str(report.grade.value))} ({shown})")


def _report(answers: dict[str, Any]) -> Any:
    from goals.smart import CriterionText, Draft, check

    criteria = tuple(
        CriterionText(row if isinstance(row, str) else str(row.get("text", "")))
        for row in answers.get("criteria") or ()
    )
    deadline = str(answers["deadline"]) if answers.get("deadline") else None
    draft = Draft(
        goal=str(answers.get("goal") or ""),
        benefit=answers.get("benefit"),
        customer=answers.get("customer"),
        criteria=criteria,
        deadline=(read_day(deadline) or deadline) if deadline else None,
    )
    return check(draft, today=today())
