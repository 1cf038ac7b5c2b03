"""Observing: factors, as several acts take them."""

from strawberry import UNSET

from goals.api.acts.declaring import input_for
from goals.api.fields import given
from goals.domain.enums import Locus, Polarity
from goals.services.requests import FactorPart


@input_for(FactorPart)
class FactorObservationInput:
    """That a factor helped, hindered or was missing. Name the own side's share first."""

    factor: str = given("The key of the factor, from the organisation's catalogue.")
    polarity: Polarity = given("What it did.")
    locus: Locus = given("Whose share it is, seen from the own side.")
    strength: int = given("How much it mattered, from 1 (somewhat) to 3 (decisively).", 2)
    comment: str | None = given("What there is to say.", UNSET)
