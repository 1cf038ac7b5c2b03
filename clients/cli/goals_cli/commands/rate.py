"""`goals rate`: how many commissions due in a period achieved their goal."""

import re
from typing import Any

from goals_cli import output
from goals_cli.client import connect
from goals_cli.command import argument, declare, option
from goals_cli.dates import day, today
from goals_cli.errors import Misused
from goals_cli.labels import COMMITMENT, GROUPING, label
from goals_cli.language import Words, say
from goals_cli.parameters import Choice
from goals_cli.parties import team_id
from goals_cli.tables import bar, paragraph, table, title

BOUNDS = ("lowIfPendingMissed", "highIfPendingAchieved")
PERIOD = re.compile(
    r"\d{4}(-H[12]|-Q[1-4]|-(0[1-9]|1[0-2]))?\Z|last-\d{1,3}-months\Z"
    r"|\d{4}-\d\d-\d\d\.\.\d{4}-\d\d-\d\d\Z",
    re.ASCII,
)
REASONS = {
    "PENDING": Words("noch offen", "still open"),
    "CANCELLED": Words("abgebrochen", "cancelled"),
    "OVERDUE": Words("überfällig, nicht ausgewertet", "overdue, not evaluated"),
    "NOT_ASSESSABLE": Words("nicht beurteilbar", "not assessable"),
}


@declare(
    "rate",
    Words(
        """Wie viele Aufträge, die in einem Zeitraum fällig waren, haben ihr Ziel erreicht?

        Fällig heißt: mit dem zuerst vereinbarten Termin in diesem Zeitraum. Gezeigt werden
        Anzahl, Quote und ihr 95-%-Bereich (Wilson); unter fünf nur die Anzahl.""",
        """How many commissions due in a period achieved their goal?

        Due means: with the first-agreed deadline in the period. You see the count, the rate and
        its 95 % interval (Wilson); below five only the count.""",
    ),
    examples=(
        "goals rate",
        "goals rate 2026-Q3 --by supplier",
        "goals rate last-12-months --customer Sales",
    ),
)
@argument(
    "period",
    Words(
        "2026-Q3, 2026, 2026-07 oder last-12-months; sonst dieses Jahr.",
        "2026-Q3, 2026, 2026-07 or last-12-months; else this year.",
    ),
    required=False,
)
@option(
    "--by",
    type=Choice(GROUPING, also={"team": "SUPPLIER_TEAM"}),
    words=Words("Auch je Gruppe.", "Also by group."),
)
@option("--customer", words=Words("Nur für dieses Team.", "Only for this team."))
@option(
    "--supplier",
    words=Words("Nur von diesem Team.", "Only by this team."),
)
@option("--tag", words=Words("Nur mit diesem Schlagwort.", "Only with this tag."))
@option(
    "--commitment",
    type=Choice(COMMITMENT),
    words=Words("Verbindlichkeit; sonst verbindlich.", "Commitment; committed unless said."),
)
def command(
    period: str | None,
    by: str | None,
    customer: str | None,
    supplier: str | None,
    tag: str | None,
    commitment: str | None,
) -> None:
    """Read the rate and tell it."""
    if period is not None and not PERIOD.match(period):
        raise _unknown(period)
    with connect() as client:
        wanted: dict[str, Any] = {
            "tag": tag,
            "commitment": commitment,
            "customerTeam": team_id(client, customer) if customer else None,
            "supplierTeam": team_id(client, supplier) if supplier else None,
        }
        found = client.read(
            "AchievementRate",
            period={"text": period or str(today().year)},
            by=by,
            filter={name: value for name, value in wanted.items() if value} or None,
        )
    if found is None:
        raise _unknown(period)
    output.data(found)
    if not output.as_json():
        _print(found)


def _unknown(period: str | None) -> Misused:
    return Misused(
        say("Den Zeitraum {!r} kenne ich nicht.", "The period {!r} is unknown.").format(period),
        "goals rate 2026-Q3",
        "2026, 2026-H1, 2026-Q3, 2026-07, last-12-months, 2026-01-15..2026-03-31",
        path=("period",),
    )


def _print(found: dict[str, Any]) -> None:
    span = found["period"]
    what = label(COMMITMENT, found["commitment"])
    title(
        say("Zielerreichung {} bis {} ({})", "Goals achieved {} to {} ({})").format(
            day(span["from"]), day(span["to"]), what
        )
    )
    total = found["total"]
    output.line(f"  {short(total)}")
    if total["rate"] is not None:
        output.line(f"  {bar(total['rate'], total['low'], total['high'])}")
    paragraph(meaning(total))
    groups = found["groups"]
    if groups:
        output.line()
        rows = [
            (
                str(group["label"] or group["key"]),
                short(group["estimate"]),
                _small_bar(group["estimate"]),
            )
            for group in groups
        ]
        headings = (Words("Gruppe", "Group"), Words("Quote", "Rate"), Words("", ""))
        table([str(words) for words in headings], rows)


def short(estimate: dict[str, Any]) -> str:
    """``17/20 85 % [64–95]``; only the count when there is too little for a rate."""
    text = f"{estimate['achieved']}/{estimate['n']}"
    if estimate["rate"] is None:
        return f"{text} –"
    low, high = round(estimate["low"] * 100), round(estimate["high"] * 100)
    return f"{text} {round(estimate['rate'] * 100)} % [{low}–{high}]"


def meaning(estimate: dict[str, Any]) -> str:
    """Say in sentences what the numbers mean, and what they leave out."""
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


def _small_bar(estimate: dict[str, Any]) -> str:
    if estimate["rate"] is None:
        return ""
    return bar(estimate["rate"], estimate["low"], estimate["high"], width=20)
