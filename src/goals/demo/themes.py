"""Themes: what the invented organisation's commissions are about, in German and English.

Numbers in braces are drawn per commission. Most goals are good; ``weak`` ones fail the SMART
check and are signed with a reason, as it happens at work.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Theme:
    """One kind of commission. ``start`` and ``end`` are ranges a baseline and target come from."""

    language: str
    customer: str
    supplier: str
    title: str
    goal: str
    benefit: str
    criterion: str
    unit: str
    start: tuple[int, int]
    end: tuple[int, int]
    second: str
    tags: tuple[str, ...]
    weak: bool = False

    @property
    def rising(self) -> bool:
        """Whether more is better."""
        return self.end[0] > self.start[0]


THEMES: tuple[Theme, ...] = (
    Theme(
        "de", "Vertrieb", "IT", "Angebote schneller erstellen",
        "Die Durchlaufzeit für Standardangebote von {a} auf {b} Arbeitstage senken",
        "Kunden entscheiden, bevor der Wettbewerb anbietet; rund 12 Aufträge mehr im Jahr",
        "Durchlaufzeit vom Eingang der Anfrage bis zum Versand, Monatsmittel im ERP",
        "Arbeitstage", (8, 12), (3, 5),
        "Alle 14 Vertriebsleute sind in den neuen Ablauf eingewiesen", ("angebote",),
    ),
    Theme(
        "de", "Produktion", "Einkauf", "Fehlteile verringern",
        "Die Zahl der Fehlteile an Linie 3 von {a} auf höchstens {b} im Monat senken",
        "Die Linie steht jede Woche zwei Stunden weniger still",
        "Gemeldete Fehlteile an Linie 3 je Monat laut Schichtbuch",
        "Fehlteile", (30, 44), (8, 12),
        "Mit den drei größten Lieferanten sind Mindestbestände vereinbart", ("material",),
    ),
    Theme(
        "de", "Personal", "Produktion", "Einarbeitung neuer Kräfte",
        "{b} neue Kräfte an Presse und Säge so einarbeiten, dass sie allein eine Schicht führen",
        "Urlaub und Krankheit lassen sich ohne Leiharbeit auffangen",
        "Kräfte mit bestandener Abnahme durch die Schichtleitung",
        "Kräfte", (0, 0), (4, 8),
        "Ein Einarbeitungsplan von einer Seite liegt je Arbeitsplatz vor", ("personal",),
    ),
    Theme(
        "de", "Kundendienst", "Logistik", "Ersatzteile am nächsten Tag",
        "Den Anteil der Ersatzteile, die am nächsten Werktag beim Kunden sind, "
        "von {a} % auf {b} % heben",
        "Anlagen der Kunden stehen im Schnitt einen Tag kürzer",
        "Anteil der Sendungen mit Zustellung am nächsten Werktag laut Sendungsdaten",
        "%", (68, 74), (90, 95),
        "Der tägliche Abholtermin um 16 Uhr ist mit dem Paketdienst vereinbart",
        ("service", "versand"),
    ),
    Theme(
        "de", "Finanzen", "Vertrieb", "Forderungen früher eingehen lassen",
        "Die mittlere Außenstandsdauer von {a} auf {b} Tage verkürzen",
        "Rund 300.000 EUR weniger gebundenes Kapital",
        "Außenstandsdauer in Tagen, Quartalsmittel der Buchhaltung",
        "Tage", (46, 52), (36, 40),
        "Mahnlauf und Rückruf sind je Kunde einer Person zugeordnet", ("finanzen",),
    ),
    Theme(
        "de", "Logistik", "IT", "Inventur mit Handgeräten",
        "Die Inventurdifferenz im Hochregallager von {a} auf {b} Positionen senken",
        "Kommissionierer suchen seltener; etwa 5 Stunden je Woche werden frei",
        "Abweichende Positionen bei der Stichprobeninventur",
        "Positionen", (110, 140), (25, 40),
        "22 Handgeräte sind angemeldet und in beiden Schichten im Einsatz", ("lager",),
    ),
    Theme(
        "de", "Einkauf", "Finanzen", "Rechnungen ohne Rückfrage",
        "Den Anteil der Eingangsrechnungen ohne Rückfrage von {a} % auf {b} % erhöhen",
        "Skonto wird genutzt, und Lieferanten rufen seltener an",
        "Anteil der ohne Rückfrage gebuchten Rechnungen im Monat",
        "%", (60, 66), (82, 88),
        "Die zehn häufigsten Rückfragen sind mit Antwort dokumentiert", ("finanzen",),
    ),
    Theme(
        "de", "Vertrieb", "Kundendienst", "Zufriedenheit nach dem Einbau",
        "Die Weiterempfehlung nach dem Einbau von NPS {a} auf NPS {b} verbessern",
        "Mehr Empfehlungen: jeder dritte Neukunde kommt heute darüber",
        "NPS der Befragung zwei Wochen nach dem Einbau, mindestens 60 Antworten",
        "NPS", (18, 26), (40, 48),
        "Jeder Kunde bekommt innerhalb von 3 Tagen nach dem Einbau einen Anruf", ("kunden",),
    ),
    Theme(
        "de", "Produktion", "IT", "Störungen sichtbar machen",
        "Die Störungserfassung verbessern",
        "Wir sehen früher, wo es hakt",
        "Die Erfassung läuft gut",
        "", (0, 0), (0, 0),
        "Die Schichtleitung ist zufrieden", ("produktion",), weak=True,
    ),
    Theme(
        "en", "Sales", "IT", "Quotes leave faster",
        "Cut the time from request to quote from {a} to {b} working days for spare parts",
        "Customers decide before competitors answer; about 9 more orders a year",
        "Median days from request to quote, read from the ERP each month",
        "days", (7, 11), (2, 4),
        "All 14 sales people have been trained in the new form", ("quotes",),
    ),
    Theme(
        "en", "Customer Service", "IT", "Fewer repeat calls",
        "Raise first-contact resolution on the hotline from {a}% to {b}%",
        "Callers are helped at once, and 2 people are free for field visits",
        "Share of calls solved without a second contact within 7 days",
        "%", (58, 64), (72, 80),
        "The 30 most frequent faults are described in the knowledge base", ("service",),
    ),
    Theme(
        "en", "Logistics", "Procurement", "Packaging without plastic",
        "Reduce plastic film in outgoing parcels from {a} kg to {b} kg per month",
        "Two key accounts require it from next year on",
        "Kilograms of film issued from stock per month",
        "kg", (380, 460), (80, 120),
        "Paper padding has passed the drop test for 3 parcel sizes", ("packaging",),
    ),
    Theme(
        "en", "HR", "IT", "Sign contracts online",
        "Bring the time from offer to signed contract down from {a} to {b} days",
        "Fewer candidates accept another offer while they wait",
        "Mean days from offer to signature, all hires of the quarter",
        "days", (14, 20), (4, 6),
        "Works council and data protection have approved the tool", ("hiring",),
    ),
    Theme(
        "en", "Finance", "Sales", "Clean master data",
        "Reduce customer records with missing tax data from {a} to {b}",
        "The year-end audit needs 4 days less of rework",
        "Records with missing tax data in the weekly report",
        "records", (420, 520), (30, 60),
        "Every new record is checked by a second person", ("data",),
    ),
    Theme(
        "en", "Production", "HR", "Safety training for everyone",
        "Get {b} people in assembly through the machine safety course and its test",
        "Nobody works at the press without knowing the emergency stops",
        "People who passed the test, counted in the training record",
        "people", (0, 0), (24, 40),
        "A course is offered in each of the 3 shifts", ("safety",),
    ),
    Theme(
        "en", "Procurement", "Logistics", "Goods received the same day",
        "Book at least {b}% of deliveries on the day they arrive, up from {a}%",
        "Production sees stock when it is there and stops ordering twice",
        "Share of deliveries booked on the day of arrival",
        "%", (55, 62), (88, 94),
        "The dock has a second scanner and a label printer", ("inbound",),
    ),
    Theme(
        "en", "Sales", "Customer Service", "Be more helpful",
        "Improve communication with customers",
        "Customers will be happier",
        "Communication is good",
        "", (0, 0), (0, 0),
        "Everyone is pleased", ("customers",), weak=True,
    ),
)  # fmt: skip

GERMAN_NAMES = {
    "Sales": "Vertrieb",
    "Customer Service": "Kundendienst",
    "Logistics": "Logistik",
    "HR": "Personal",
    "Finance": "Finanzen",
    "Production": "Produktion",
    "Procurement": "Einkauf",
    "IT": "IT",
}
"""The organisation has one set of teams, named in German; English themes use these names."""


def team_of(name: str) -> str:
    """The team that a theme means."""
    return GERMAN_NAMES.get(name, name)
