"""Conditions of a promise: resources, duties, risks, interested parties and blockers."""

from goals.domain.words import Word


class ResourceKind(Word):
    """What is needed to reach the goal."""

    PEOPLE = "PEOPLE", "People, or their working days."
    KNOWLEDGE = "KNOWLEDGE", "Skills, training or information."
    TIME = "TIME", "Time that must be set free."
    MATERIAL = "MATERIAL", "Material, rooms or goods."
    TECHNOLOGY = "TECHNOLOGY", "Devices, software or access to them."
    BUDGET = "BUDGET", "Money."


class ResourceStatus(Word):
    """Whether a resource can be counted on."""

    NEEDED = "NEEDED", "Asked for; nobody has promised it yet."
    COMMITTED = "COMMITTED", "The providing side has promised it."
    MISSING = "MISSING", "The providing side cannot give it."


class RiskNature(Word):
    """Whether an uncertain event would do harm or good."""

    RISK = "RISK", "It would hinder the goal."
    OPPORTUNITY = "OPPORTUNITY", "It would help the goal."


class Involvement(Word):
    """How an interested party takes part."""

    INFORM = "INFORM", "Is told what was decided."
    CONSULT = "CONSULT", "Is asked before a decision."
    APPROVE = "APPROVE", "Must agree before a decision stands."


class BlockerKind(Word):
    """What stands in the way of the work."""

    INPUT = "INPUT", "Something the other side owes has not come."
    DECISION = "DECISION", "A decision is outstanding."
    RESOURCE = "RESOURCE", "People, money, time or material are lacking."
    TECHNICAL = "TECHNICAL", "A technical obstacle."
    DEPENDENCY = "DEPENDENCY", "Another commission must be finished first."
    EXTERNAL = "EXTERNAL", "Something outside the organisation."
    OTHER = "OTHER", "Anything else."
