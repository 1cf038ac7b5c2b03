"""Evaluating: health on the way, review, outcome, what helped and hindered, and what follows."""

from goals.domain.words import Word


class Health(Word):
    """How a commission fares; derived, except for what a check-in itself reports."""

    PENDING = "PENDING", "Not agreed yet, or agreed and no check-in due yet."
    ON_TRACK = "ON_TRACK", "The last check-in says the goal will be reached."
    AT_RISK = "AT_RISK", "The last check-in says the goal is in danger."
    OFF_TRACK = "OFF_TRACK", "The last check-in says the goal will not be reached as agreed."
    STALE = "STALE", "No check-in within the agreed cadence; silence is never green."
    OVERDUE = "OVERDUE", "The deadline has passed and nothing was delivered."
    CLOSED = "CLOSED", "The work is over; there is nothing left to watch."


class CheckInHealth(Word):
    """What a person may report in a check-in."""

    ON_TRACK = "ON_TRACK", "The goal will be reached as agreed."
    AT_RISK = "AT_RISK", "The goal is in danger."
    OFF_TRACK = "OFF_TRACK", "The goal will not be reached as agreed."


class ReviewDecision(Word):
    """What the customer says to a delivery."""

    ACCEPTED = "ACCEPTED", "All that was agreed is there."
    ACCEPTED_WITH_RESERVATIONS = "ACCEPTED_WITH_RESERVATIONS", "Taken, with named shortcomings."
    REJECTED = "REJECTED", "Sent back to work, with the criteria that are not met."


class Outcome(Word):
    """Whether a commission achieved its goal; derived, never typed."""

    EXCEEDED = "EXCEEDED", "All MUST criteria are met, and a stretch value is exceeded."
    ACHIEVED = "ACHIEVED", "All MUST criteria are met."
    PARTLY_ACHIEVED = "PARTLY_ACHIEVED", "Some, but not all, of what counts is met."
    MISSED = "MISSED", "Nothing of what counts is met."
    NOT_ASSESSABLE = "NOT_ASSESSABLE", "Nobody judged a criterion, and nothing was measured."


class Timeliness(Word):
    """When the delivery came, measured against one deadline."""

    EARLY = "EARLY", "Delivered before the day of the deadline."
    ON_TIME = "ON_TIME", "Delivered on the day of the deadline."
    LATE = "LATE", "Delivered after the deadline."
    NOT_DELIVERED = "NOT_DELIVERED", "Never delivered, though the deadline has passed."


class SatisfactionAspect(Word):
    """With what a side is satisfied or not; expected and perceived, each from 1 to 7."""

    OVERALL = "OVERALL", "All in all."
    RELIABILITY = "RELIABILITY", "Doing what was promised."
    RESPONSIVENESS = "RESPONSIVENESS", "Answering and reacting in good time."
    CLARITY = "CLARITY", "Saying clearly what is meant."
    COOPERATION = "COOPERATION", "Working together."


class FactorLevel(Word):
    """Where in an organisation a condition has its root."""

    CULTURE = "CULTURE", "Habits, values and how people treat each other."
    STRUCTURE = "STRUCTURE", "Processes, roles, resources and tools."
    PERSON = "PERSON", "What single people know, can and want."


class Polarity(Word):
    """What a condition did to the commission."""

    HELPED = "HELPED", "It was there and helped."
    HINDERED = "HINDERED", "It was there and hindered."
    MISSING = "MISSING", "It was not there and would have helped."


class Locus(Word):
    """Whose share a condition is, seen from the side that names it."""

    OWN = "OWN", "The share of the side that names it."
    OTHER = "OTHER", "The share of the other side."
    SHARED = "SHARED", "The share of both sides."
    EXTERNAL = "EXTERNAL", "Outside the reach of both."


class ActionKind(Word):
    """What an action drawn from an evaluation is to do."""

    CHANGE = "CHANGE", "Change a condition that hindered."
    SUSTAIN = "SUSTAIN", "Keep a condition that helped."
    DEVELOP = "DEVELOP", "Build up a condition that was missing."


class BenefitVerdict(Word):
    """Whether the benefit arrived, some time after the end."""

    REALISED = "REALISED", "The benefit is there."
    PARTLY = "PARTLY", "A part of the benefit is there."
    NOT = "NOT", "The benefit did not come."
    TOO_EARLY = "TOO_EARLY", "It cannot be said yet."


class ComplaintStatus(Word):
    """Where a complaint stands."""

    RECEIVED = "RECEIVED", "It has come in."
    ACKNOWLEDGED = "ACKNOWLEDGED", "The supplier said that it has come in."
    ASSESSED = "ASSESSED", "Its cause is known."
    RESOLVED = "RESOLVED", "Ended by an action, a lesson, or an explicit none."
