"""Filters of events."""

from goals.api.filters.comparators import DateTimeFilter, EnumFilter, StringFilter
from goals.api.filters.registry import by_column, filter_of
from goals.domain.enums import Channel, Side


@filter_of("Event")
class EventFilter:
    """Conditions on an event. All fields given must hold."""

    kind: StringFilter | None = by_column("By what happened.")
    channel: EnumFilter[Channel] | None = by_column("By the door the act came in.")
    side: EnumFilter[Side] | None = by_column("By the side that acted.")
    at: DateTimeFilter | None = by_column("By when it happened.")
