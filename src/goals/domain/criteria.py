"""Criteria: by what success is recognised, and where a measured value comes from.

How far a criterion is attained is computed in ``attainment``.
"""

from goals.domain.words import Word


class CriterionKind(Word):
    """How a criterion is judged."""

    METRIC = "METRIC", "By a number that is measured."
    BINARY = "BINARY", "By yes or no: the result is there or it is not."


class Direction(Word):
    """Which values of a metric are good."""

    INCREASE = "INCREASE", "The value rises from the baseline to the target."
    DECREASE = "DECREASE", "The value falls from the baseline to the target."
    AT_LEAST = "AT_LEAST", "The value is never below the target."
    AT_MOST = "AT_MOST", "The value is never above the target."
    WITHIN = "WITHIN", "The value stays within a band around the target."


class Origin(Word):
    """Where a criterion comes from."""

    CUSTOMER = "CUSTOMER", "The customer asks for it."
    STATUTORY = "STATUTORY", "A law or a standard asks for it."
    INTERNAL = "INTERNAL", "The supplier or the organisation sets it for itself."


class MeasurementSource(Word):
    """Who reported a measured value."""

    HUMAN = "HUMAN", "A person typed it in."
    INTEGRATION = "INTEGRATION", "A connected system reported it."


class Priority(Word):
    """How much a criterion counts."""

    MUST = "MUST", "Without it the commission has not achieved its goal."
    SHOULD = "SHOULD", "Expected, but the goal can be achieved without it."
    WISH = "WISH", "Welcome when it costs nothing."
