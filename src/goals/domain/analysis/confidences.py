"""Confidences: which of those that a side gave is meant."""

from goals.domain.words import Word


class ConfidenceMoment(Word):
    """Which of a side's confidences is meant."""

    FIRST = "FIRST", "The one given with the signature of the first agreement."
    LAST = "LAST", "The last one given, by a signature or in a check-in."
