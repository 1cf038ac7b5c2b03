"""Filters of questions."""

from goals.api.filters.comparators import DateTimeFilter, EnumFilter, IDFilter
from goals.api.filters.registry import by_column, filter_of
from goals.domain.enums import QuestionField, QuestionStatus, Side


@filter_of("Question")
class QuestionFilter:
    """Conditions on a question. All fields given must hold."""

    id: IDFilter | None = by_column("By id.")
    status: EnumFilter[QuestionStatus] | None = by_column("By whether it is answered.")
    field: EnumFilter[QuestionField] | None = by_column("By what it is about.")
    asked_side: EnumFilter[Side] | None = by_column("By the side that asks.")
    asked_at: DateTimeFilter | None = by_column("By when it was asked.")
