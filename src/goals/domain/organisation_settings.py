"""Settings of an organisation, as they lie in its row, each with what holds while it is not set."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

PERSON_STATISTICS = "personStatistics"
RETENTION_YEARS = "retentionYears"
MOST_YEARS = 100


@dataclass(frozen=True, slots=True)
class OrganisationSettings:
    """``person_statistics``: whether rates may be asked for by person.

    ``retention_years``: how long texts are kept after the end; None keeps them for ever.
    """

    person_statistics: bool = False
    retention_years: int | None = None

    @classmethod
    def read(cls, stored: Mapping[str, Any]) -> Self:
        """Read what the row holds; what is missing has never been set."""
        return cls(bool(stored.get(PERSON_STATISTICS, False)), stored.get(RETENTION_YEARS))
