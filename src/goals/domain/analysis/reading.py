"""Readings: what may be said about a figure, in one word and in one sentence."""

from goals.domain.parties import Language
from goals.domain.words import Word


class Reading(Word):
    """What may be said about a figure."""

    EMPTY = "EMPTY", "There is nothing to count here."
    TOO_FEW = "TOO_FEW", "There are fewer than five cases: the counts are shown, no more."
    SUPPRESSED = "SUPPRESSED", "The group is so small that figures would speak about people."
    SAME = "SAME", "Both sides of the comparison are the same."
    OVERLAPPING = "OVERLAPPING", "Both sides share cases, so no difference is reckoned."
    HIGHER = "HIGHER", "The figure is higher than what it is compared with."
    LOWER = "LOWER", "The figure is lower than what it is compared with."
    NOT_DISTINGUISHABLE = "NOT_DISTINGUISHABLE", "The interval of the difference holds 0."
    RISING = "RISING", "A steady rise, by the test of Cochran and Armitage."
    FALLING = "FALLING", "A steady fall, by the test of Cochran and Armitage."
    CHANGED = "CHANGED", "A point lies beyond the limits, or eight in a row on one side."
    STEADY = "STEADY", "No rule gives a signal: what moves is within what chance does."
    HONEST = "HONEST", "What was said and what came agree within what chance does."
    TOO_SURE = "TOO_SURE", "Less came true than was said."
    TOO_CAUTIOUS = "TOO_CAUTIOUS", "More came true than was said."
    NOT_REACHED = "NOT_REACHED", "Too much is still open to say by when."
    ESTIMATED = "ESTIMATED", "The figure can be used, together with its interval."


_SENTENCES: dict[Reading, tuple[str, str]] = {
    Reading.EMPTY: (
        "Es gibt hier nichts zu zählen.",
        "There is nothing to count here.",
    ),
    Reading.TOO_FEW: (
        "Weniger als fünf Fälle: Die Anzahlen sind gezeigt, mehr wäre irreführend.",
        "Fewer than five cases: the counts are shown, more would mislead.",
    ),
    Reading.SUPPRESSED: (
        "Die Gruppe ist so klein, dass Zahlen über einzelne Personen sprächen.",
        "The group is so small that figures would speak about single people.",
    ),
    Reading.SAME: (
        "Beide Seiten des Vergleichs sind dasselbe.",
        "Both sides of the comparison are the same.",
    ),
    Reading.OVERLAPPING: (
        "Beide Seiten haben Aufträge gemeinsam; deshalb wird kein Unterschied berechnet.",
        "Both sides share commissions, so no difference is reckoned.",
    ),
    Reading.HIGHER: (
        "Höher, und nicht nur durch Zufall: Das Intervall liegt über 0.",
        "Higher, and not by chance alone: the interval lies above 0.",
    ),
    Reading.LOWER: (
        "Niedriger, und nicht nur durch Zufall: Das Intervall liegt unter 0.",
        "Lower, and not by chance alone: the interval lies below 0.",
    ),
    Reading.NOT_DISTINGUISHABLE: (
        "Nicht unterscheidbar: Der Unterschied kann Zufall sein.",
        "Not distinguishable: the difference may be chance.",
    ),
    Reading.RISING: (
        "Die Quote steigt stetig, mehr als der Zufall erwarten lässt.",
        "The rate rises steadily, more than chance would have it.",
    ),
    Reading.FALLING: (
        "Die Quote fällt stetig, mehr als der Zufall erwarten lässt.",
        "The rate falls steadily, more than chance would have it.",
    ),
    Reading.CHANGED: (
        "Es hat sich etwas geändert: Mindestens ein Zeitraum fällt aus dem Rahmen.",
        "Something changed: at least one period is out of the ordinary.",
    ),
    Reading.STEADY: (
        "Kein Signal: Die Schwankungen sind so groß, wie der Zufall sie macht.",
        "No signal: the ups and downs are as large as chance makes them.",
    ),
    Reading.HONEST: (
        "Zusagen und Ergebnisse stimmen überein, soweit der Zufall es zulässt.",
        "What was said and what came agree, as far as chance allows.",
    ),
    Reading.TOO_SURE: (
        "Zu zuversichtlich: Es traf weniger ein als gesagt.",
        "Too sure: less came true than was said.",
    ),
    Reading.TOO_CAUTIOUS: (
        "Zu vorsichtig: Es traf mehr ein als gesagt.",
        "Too cautious: more came true than was said.",
    ),
    Reading.NOT_REACHED: (
        "Zu viel ist noch offen, um einen Tag zu nennen.",
        "Too much is still open to name a day.",
    ),
    Reading.ESTIMATED: (
        "Der Wert gilt zusammen mit seinem Intervall.",
        "The figure holds together with its interval.",
    ),
}


def sentence(reading: Reading, language: Language = Language.EN) -> str:
    """Say the reading in a sentence."""
    german, english = _SENTENCES[reading]
    return german if language is Language.DE else english
