"""Estimates: the server's figures about a rate, as cells and in sentences.

A rate is told with its count and interval, with what is left out, and with when it is too little.
"""

from typing import Any

from goals_cli.labels import label
from goals_cli.language import Words, say
from goals_cli.reports import Rate

BOUNDS = ("lowIfPendingMissed", "highIfPendingAchieved")
REASONS = {
    "PENDING": Words("noch offen", "still open"),
    "CANCELLED": Words("abgebrochen", "cancelled"),
    "OVERDUE": Words("überfällig, nicht ausgewertet", "overdue, not evaluated"),
    "NOT_ASSESSABLE": Words("nicht beurteilbar", "not assessable"),
}


def definitions() -> list[str]:
    """What the words of a rate mean; they go with every file that leaves the terminal."""
    return [
        say(
            "Fällig: vereinbart, mit dem zuerst vereinbarten Termin im Zeitraum.",
            "Due: agreed, with the deadline first agreed inside the period.",
        ),
        say(
            "Quote: (übertroffen + erreicht) / (ausgewertet − nicht beurteilbar).",
            "Rate: (exceeded + achieved) / (evaluated − not assessable).",
        ),
        say(
            "Streng: abgebrochene, zurückgegebene und überfällige zählen als nicht erreicht.",
            "Strict: cancelled, revoked and overdue ones count as not achieved.",
        ),
        say(
            "In Klammern: 95-%-Bereich nach Wilson (1927). Unter fünf keine Quote.",
            "In brackets: 95 % interval after Wilson (1927). Below five no rate.",
        ),
        say(
            "Aufträge an sich selbst zählen nicht; verbindliche und ehrgeizige nie zusammen.",
            "Commissions with oneself are left out; committed and stretch are never mixed.",
        ),
    ]


def rate_of(estimate: dict[str, Any]) -> Rate:
    """The estimate as one cell."""
    if estimate["suppressed"]:
        return Rate(None, 0, None, None, None)
    return Rate(
        estimate["achieved"], estimate["n"], estimate["rate"], estimate["low"], estimate["high"]
    )


def meaning(estimate: dict[str, Any]) -> str:
    """Say in sentences what the numbers mean, and what they leave out."""
    if estimate["suppressed"]:
        return say(
            "Unterdrückt: weniger als fünf Aufträge oder drei Personen stehen dahinter.",
            "Suppressed: fewer than five commissions or three people stand behind it.",
        )
    if not estimate["due"]:
        return say(
            "In diesem Zeitraum war nichts fällig, was Sie sehen dürfen.",
            "Nothing that you may see was due in this period.",
        )
    sentences = [
        say(
            "{} waren fällig, {} sind ausgewertet, {} haben ihr Ziel erreicht, {} davon pünktlich.",
            "{} were due, {} are evaluated, {} achieved their goal, {} of these on time.",
        ).format(*(estimate[name] for name in ("due", "settled", "achieved", "onTime")))
    ]
    if estimate["rate"] is None:
        sentences.append(say("Das sind zu wenige für eine Quote.", "These are too few for a rate."))
    else:
        sentences += _certainty(estimate)
    left_out = [
        f"{one['count']} {label(REASONS, one['reason'])}"
        for one in estimate["excluded"]
        if one["count"]
    ]
    if left_out:
        text = say("Nicht im Nenner: {}.", "Not in the denominator: {}.")
        sentences.append(text.format(", ".join(left_out)))
    if estimate["lapsed"]:
        text = say("Vom Kunden nie abgenommen: {}.", "Never reviewed by the customer: {}.")
        sentences.append(text.format(estimate["lapsed"]))
    return " ".join(sentences)


def _certainty(estimate: dict[str, Any]) -> list[str]:
    sentences = [
        say(
            "Die Klammer ist der 95-%-Bereich der Quote.",
            "The brackets hold the 95 % interval of the rate.",
        )
    ]
    if estimate["note"] == "PROVISIONAL":
        sentences.append(
            say(
                "Vorläufig: je nach Ausgang der offenen wird sie {} bis {} %.",
                "Provisional: depending on those still open it will be {} to {} %.",
            ).format(*(round(estimate[name] * 100) for name in BOUNDS))
        )
    if estimate["strictRate"] != estimate["rate"]:
        sentences.append(
            say(
                "Streng gezählt (abgebrochene und überfällige als nicht erreicht): {} %.",
                "Counted strictly (cancelled and overdue as not achieved): {} %.",
            ).format(round(estimate["strictRate"] * 100))
        )
    return sentences
