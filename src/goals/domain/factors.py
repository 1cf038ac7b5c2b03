"""Factors: conditions that help, hinder or are missing; the catalogue an organisation starts with.

Each lies on one level: culture, structure or person. An organisation may add its own; the keys
here are stored and never renamed. Worded neutrally: each can help, hinder or be missing.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from goals.domain.evaluating import FactorLevel
from goals.domain.parties import Language


@dataclass(frozen=True, slots=True)
class Factor:
    """One condition, with its label in both languages."""

    key: str
    level: FactorLevel
    de: str
    en: str

    def label(self, language: Language = Language.EN) -> str:
        """What people read."""
        return self.de if language is Language.DE else self.en


_C, _S, _P = FactorLevel.CULTURE, FactorLevel.STRUCTURE, FactorLevel.PERSON

DEFAULT_FACTORS: tuple[Factor, ...] = (
    Factor("trust", _C, "Vertrauen zwischen den Seiten", "Trust between the sides"),
    Factor("open_feedback", _C, "Offene Rückmeldung", "Open feedback"),
    Factor("handling_of_mistakes", _C, "Umgang mit Fehlern", "Handling of mistakes"),
    Factor("shared_goal", _C, "Gemeinsames Ziel", "A shared goal"),
    Factor("customer_view", _C, "Blick auf den Kundennutzen", "An eye for the customer's benefit"),
    Factor("reliability_of_promises", _C, "Verbindlichkeit", "Standing by promises"),
    Factor("appreciation", _C, "Wertschätzung", "Appreciation"),
    Factor("conflict_handling", _C, "Umgang mit Konflikten", "Handling of conflicts"),
    Factor("backing_of_management", _C, "Rückhalt der Führung", "Backing of management"),
    Factor("readiness_for_change", _C, "Bereitschaft zur Veränderung", "Readiness for change"),
    Factor("clarity_of_goal", _S, "Klarheit des Ziels", "Clarity of the goal"),
    Factor("stable_requirements", _S, "Stabile Anforderungen", "Stable requirements"),
    Factor("priorities", _S, "Klare Prioritäten", "Clear priorities"),
    Factor("roles", _S, "Klare Zuständigkeiten", "Clear responsibilities"),
    Factor("decisions", _S, "Rechtzeitige Entscheidungen", "Decisions in good time"),
    Factor("staffing", _S, "Personalausstattung", "Staffing"),
    Factor("time", _S, "Verfügbare Zeit", "Time available"),
    Factor("budget", _S, "Budget", "Budget"),
    Factor("tools", _S, "Technik und Werkzeuge", "Technology and tools"),
    Factor("material", _S, "Material und Räume", "Material and rooms"),
    Factor("information_flow", _S, "Informationsfluss", "Flow of information"),
    Factor("inputs", _S, "Beistellungen der anderen Seite", "Inputs of the other side"),
    Factor("processes", _S, "Abläufe", "Processes"),
    Factor("rules", _S, "Vorschriften und Genehmigungen", "Regulations and approvals"),
    Factor("dependencies", _S, "Abhängigkeiten von Dritten", "Dependencies on others"),
    Factor("planning", _S, "Planung und Puffer", "Planning and reserves"),
    Factor("expertise", _P, "Fachwissen", "Expertise"),
    Factor("experience", _P, "Erfahrung mit Ähnlichem", "Experience with similar work"),
    Factor("motivation", _P, "Motivation", "Motivation"),
    Factor("availability", _P, "Erreichbarkeit und Anwesenheit", "Availability"),
    Factor("communication", _P, "Kommunikation der Beteiligten", "Communication of those involved"),
    Factor("initiative", _P, "Eigeninitiative", "Initiative"),
    Factor("care", _P, "Sorgfalt", "Care"),
)

BLOCKERS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "INPUT": ("inputs", "MISSING"),
        "DECISION": ("decisions", "MISSING"),
        "TECHNICAL": ("tools", "HINDERED"),
        "DEPENDENCY": ("dependencies", "HINDERED"),
    }
)
"""The factor and polarity that a blocker of this kind names; the others name none."""
