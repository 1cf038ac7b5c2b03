"""The story: one commission from first draft to closed, as two people and a manager see it.

Every step is a command of the client in a process of its own, over HTTP, with that person's
token. A step that fails ends the story with its output.
"""

import asyncio
import os
import re
import sys
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from goals.demo.stage import Stage
from goals.spoken import say


@dataclass(frozen=True, slots=True)
class Step:
    """Who types what, and why."""

    who: str
    why: str
    line: tuple[str, ...]


async def tell(stage: Stage) -> int:
    """Print the story step by step; 0 when it ended well."""
    deadline = datetime.now(UTC).date() + timedelta(days=60)
    period = _whole_years(deadline)
    print(_headline())
    key: str | None = None
    for step in _steps(deadline.isoformat(), period):
        line = tuple(part.replace("{key}", key or "") for part in step.line)
        print(f"\n── {step.why}")
        print(f"{_NAMES[step.who]} $ goals {_quoted(line)}")
        code, output = await _typed(stage, step.who, line)
        print(output.rstrip())
        if code:
            print(say("Die Vorführung endet hier.", "The demonstration ends here."))
            return 1
        if line[0] == "new":
            key = _key_in(output)
    print(_what_next())
    return 0


def _whole_years(deadline: date) -> str:
    """The year of the deadline and the one before: small groups are shown by whole years only."""
    return f"{deadline.year - 1}-01-01..{deadline.year}-12-31"


def _headline() -> str:
    return say(
        "Nordwerk Anlagenbau (erfunden): ein Jahr mit Aufträgen zwischen acht Teams liegt vor.\n"
        "Jetzt ein neuer: Anna (Vertrieb) ist Kundin, Ben (IT) ist Lieferant. Was sie tippen und "
        "sehen:",
        "Nordwerk Anlagenbau (invented): a year of commissions between eight teams lies behind.\n"
        "Now one more: Anna (sales) is the customer, Ben (IT) the supplier. What they type and "
        "see:",
    )


def _what_next() -> str:
    return say(
        "\nAls Nächstes:\n"
        "  goals demo --keep-running        derselbe Stand, zum Ausprobieren mit eigenen Händen\n"
        "  goals lint -                     ein Ziel prüfen, ohne Server\n"
        "  goals serve                      für das eigene Team: goals.db hier im Ordner\n"
        "  goals admin organisation create NAME",
        "\nWhat to try next:\n"
        "  goals demo --keep-running        the same world, for your own hands\n"
        "  goals lint -                     check a goal, without a server\n"
        "  goals serve                      for your own team: goals.db in this folder\n"
        "  goals admin organisation create NAME",
    )


_NAMES = {"customer": "anna", "supplier": "ben", "manager": "martina"}


def _steps(deadline: str, period: str) -> tuple[Step, ...]:
    rate = ("rate", "--by", "supplier", "--period", period)
    return (
        Step("manager", say("Vorher: die Zielerreichung", "Before: the achievement rate"), rate),
        Step(
            "customer",
            say("Die Kundin beantwortet fünf Fragen", "The customer answers five questions"),
            (
                "new",
                "--goal",
                say(
                    "Die Antwortzeit des Kundenportals von 4,0 auf 1,5 Sekunden senken",
                    "Cut the response time of the customer portal from 4.0 to 1.5 seconds",
                ),
                "--benefit",
                say(
                    "Kunden bestellen selbst, statt anzurufen: 30 Anrufe weniger je Woche",
                    "Customers order by themselves: 30 calls less a week",
                ),
                "--customer",
                "Vertrieb",
                "--supplier",
                "IT",
                "--criterion",
                say("Antwortzeit, Monatsmittel: 4 -> 1,5 s", "Response time, mean: 4 -> 1.5 s"),
                "--deadline",
                deadline,
            ),
        ),
        Step(
            "customer",
            say("und legt den Auftrag vor", "and puts it before the supplier"),
            ("propose", "{key}"),
        ),
        Step(
            "supplier",
            say("Der Lieferant sieht, was ansteht", "The supplier sees what is waiting"),
            ("inbox",),
        ),
        Step(
            "supplier",
            say("fragt nach", "asks back"),
            (
                "ask",
                "{key}",
                say("Zählt auch die Suche dazu?", "Does the search count, too?"),
                "--about",
                "criteria",
            ),
        ),
        Step(
            "customer",
            say("bekommt Antwort", "gets an answer"),
            ("answer", "{key}", say("Ja, alle Seiten.", "Yes, every page.")),
        ),
        Step(
            "supplier",
            say("sagt in eigenen Worten, was verstanden wurde", "says what was understood"),
            (
                "playback",
                "{key}",
                say(
                    "Jede Seite antwortet im Monatsmittel in 1,5 Sekunden, die Suche auch.",
                    "Every page answers in 1.5 seconds on a month's average, the search too.",
                ),
            ),
        ),
        Step("customer", say("Verstanden", "Understood rightly"), ("confirm", "{key}")),
        Step(
            "supplier",
            say("Beide unterschreiben dieselbe Fassung", "Both sign the same revision"),
            ("accept", "{key}", "--confidence", "70", "--yes"),
        ),
        Step("customer", say("und", "and"), ("accept", "{key}", "--confidence", "80", "--yes")),
        Step(
            "supplier",
            say("Unterwegs: ein Zwischenstand mit Messwert", "On the way: a check-in with a value"),
            (
                "checkin",
                "{key}",
                "on-track",
                "--confidence",
                "80",
                "--value",
                "1=2.1",
                "--note",
                say("Zwischenspeicher ist aktiv.", "The cache is on."),
            ),
        ),
        Step("customer", say("zur Kenntnis genommen", "read"), ("ack", "{key}")),
        Step(
            "supplier",
            say("Am Ende der letzte Messwert", "At the end the last value"),
            ("measure", "{key}", "1", "1.4"),
        ),
        Step(
            "supplier",
            say("und die Lieferung", "and the delivery"),
            ("deliver", "{key}", "--claim", say("1: Mittel 1,4 Sekunden", "1: mean 1.4 seconds")),
        ),
        Step(
            "customer",
            say("Nur die Kundin sagt, ob es gut ist", "Only the customer says whether it is good"),
            ("review", "{key}", "accept"),
        ),
        Step(
            "customer",
            say(
                "Beide bewerten; verdeckt, bis beide fertig sind",
                "Both assess; sealed until both have",
            ),
            (
                "assess",
                "{key}",
                "--attained",
                "all=100",
                "--satisfaction",
                "overall=5/6",
                "--factor",
                "helped:clarity_of_goal:3:shared",
            ),
        ),
        Step(
            "supplier",
            say("auch der Lieferant", "the supplier, too"),
            (
                "assess",
                "{key}",
                "--attained",
                "all=100",
                "--satisfaction",
                "overall=5/5",
                "--factor",
                "helped:inputs:2:other",
            ),
        ),
        Step("customer", say("So steht er jetzt da", "How it stands now"), ("show", "{key}")),
        Step("manager", say("Nachher: die Zielerreichung", "After: the achievement rate"), rate),
    )


async def _typed(stage: Stage, who: str, line: tuple[str, ...]) -> tuple[int, str]:
    """Run one command of the client as this person; its exit code and what it printed."""
    environment = os.environ | {
        "GOALS_URL": stage.url,
        "GOALS_TOKEN": stage.tokens[who],
        "GOALS_LANGUAGE": say("de", "en"),
        "PYTHONIOENCODING": "utf-8",
    }
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "goals_cli",
        *line,
        env=environment,
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    output, _ = await process.communicate()
    return process.returncode or 0, output.decode("utf-8", "replace")


def _quoted(line: tuple[str, ...]) -> str:
    return " ".join(f'"{part}"' if " " in part else part for part in line)


def _key_in(output: str) -> str:
    """The key of the commission in what `goals new` printed."""
    found = re.search(r"C-\d+", output)
    return found[0] if found else ""
