"""Clarifying: questions, playbacks, signatures, amendments, and the verdicts of the SMART check."""

from goals.domain.words import Word


class QuestionField(Word):
    """What a question is about; the first five are the five questions of the clarification."""

    GOAL = "GOAL", "What? The goal."
    BENEFIT = "BENEFIT", "What for? The benefit."
    CUSTOMER = "CUSTOMER", "For whom? The customer."
    SUCCESS_CRITERIA = "SUCCESS_CRITERIA", "How will we recognise success? The criteria."
    DEADLINE = "DEADLINE", "By when? The deadline."
    BACKGROUND = "BACKGROUND", "Where the wish comes from."
    SCOPE = "SCOPE", "What belongs to it, what does not, and what must not change."
    RESOURCES = "RESOURCES", "People, knowledge, time, material, technology and budget."
    DUTIES = "DUTIES", "What each side owes the other."
    RISKS = "RISKS", "Risks and opportunities."
    PARTIES = "PARTIES", "Others who have an interest."
    OTHER = "OTHER", "Anything else."


class QuestionStatus(Word):
    """Where a question of the clarification stands."""

    OPEN = "OPEN", "Waits for an answer of the other side."
    ANSWERED = "ANSWERED", "The other side answered it."
    WITHDRAWN = "WITHDRAWN", "The side that asked took it back."


class PlaybackStatus(Word):
    """What the customer says to the supplier's restatement of the commission."""

    PENDING = "PENDING", "The customer has not said anything yet."
    CONFIRMED = "CONFIRMED", "The customer says: understood rightly."
    CORRECTED = "CORRECTED", "The customer says what was understood wrongly."


class SignatureDecision(Word):
    """What a side signs."""

    ACCEPT = "ACCEPT", "This side stands by the revision."
    DECLINE = "DECLINE", "This side does not agree to the revision."


class AmendmentStatus(Word):
    """Where a change proposed after agreement stands."""

    PENDING = "PENDING", "Proposed, not yet signed by both sides."
    IN_FORCE = "IN_FORCE", "Signed by both sides; it is the current revision."
    DROPPED = "DROPPED", "Declined by a side, or overtaken by the end of the work."


class Verdict(Word):
    """What the SMART check says of one dimension."""

    PASS = "PASS", "There is evidence that the demand is met."
    WARN = "WARN", "Met with a weakness worth mending."
    FAIL = "FAIL", "The demand is not met; the gate of acceptance stays closed."
    UNKNOWN = "UNKNOWN", "There is too little to judge by, and the check says so."


class Dimension(Word):
    """One letter of SMART, in the sense of clarifying commissions."""

    SPECIFIC = "SPECIFIC", "Concrete: one clear result of a named thing."
    MEASURABLE = "MEASURABLE", "A number or an observable result shows when it is reached."
    ACCEPTED = "ACCEPTED", "Both sides signed the same revision."
    REALISTIC = "REALISTIC", "Possible with the resources committed, judged by earlier ones."
    TIME_BOUND = "TIME_BOUND", "There is a date by which it is to be reached."
