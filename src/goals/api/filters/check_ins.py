"""Filters of check-ins."""

from goals.api.filters.comparators import DateTimeFilter, EnumFilter
from goals.api.filters.registry import by_column, filter_of
from goals.domain.enums import CheckInHealth


@filter_of("CheckIn")
class CheckInFilter:
    """Conditions on a check-in. All fields given must hold."""

    health: EnumFilter[CheckInHealth] | None = by_column("By what it says.")
    created_at: DateTimeFilter | None = by_column("By when it was reported.")
    acknowledged_at: DateTimeFilter | None = by_column("By when it was acknowledged.")
