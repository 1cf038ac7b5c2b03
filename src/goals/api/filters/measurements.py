"""Filters of measurements."""

from goals.api.filters.comparators import DateTimeFilter, EnumFilter
from goals.api.filters.registry import by_column, filter_of
from goals.domain.enums import MeasurementSource


@filter_of("Measurement")
class MeasurementFilter:
    """Conditions on a measured value. All fields given must hold."""

    source: EnumFilter[MeasurementSource] | None = by_column("By who reported it.")
    observed_at: DateTimeFilter | None = by_column("By when it was observed.")
    recorded_at: DateTimeFilter | None = by_column("By when it was written down.")
