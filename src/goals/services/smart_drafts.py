"""SMART drafts: check what somebody is still writing; nothing is stored."""

from datetime import date
from typing import Any

from goals import smart
from goals.services.forms import LONG, Form
from goals.services.smart_reports import as_columns

MOST_CRITERIA = 50


def check_draft(
    *,
    goal: str,
    benefit: str | None,
    customer: str | None,
    criteria: tuple[str, ...],
    deadline: date | None,
    language: str | None,
    today: date,
    plain: bool = False,
) -> dict[str, Any]:
    """The verdict on five answers, or on a plain sentence, as the columns of a report.

    With ``deadline``: the day that the commission's deadline means, or None. Raises
    ValidationFailed for texts that cannot be stored either.
    """
    form = Form()
    draft = smart.Draft(
        goal=form.optional(goal, "goal", LONG) or "",
        benefit=form.optional(benefit, "benefit", LONG) or (None if plain else ""),
        customer=form.optional(customer, "customer", LONG) or (None if plain else ""),
        criteria=tuple(
            smart.CriterionText(form.text(text, ("criteria", at), LONG))
            for at, text in enumerate(criteria[:MOST_CRITERIA])
        ),
        deadline=deadline if deadline is not None else (None if plain else ""),
        language=language,
        plain=plain,
    )
    if len(criteria) > MOST_CRITERIA:
        form.fault("TOO_MANY", ("criteria",), actual=len(criteria), limit=MOST_CRITERIA)
    form.check()
    report = smart.check(draft, today=today)
    return {**as_columns(report), "deadline": report.deadline}
