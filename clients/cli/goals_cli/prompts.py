"""Prompts: the five questions, one by one, with a hint and an example each.

The title is made from the goal. Each answer is checked offline as soon as it is typed and may be
typed again.
"""

from typing import Any

from goals_cli import output
from goals_cli.advice import advise, sum_up
from goals_cli.dates import day, read_day
from goals_cli.language import Words, say
from goals_cli.texts import ask

QUESTIONS: tuple[tuple[str, Words, Words], ...] = (
    (
        "goal",
        Words("Was soll erreicht sein?", "What is to be reached?"),
        Words(
            "Ein Ergebnis, keine Tätigkeit: „Antwortzeit im Support von 8 auf 4 Stunden senken.“",
            'A result, not an activity: "First response time in support cut from 8 to 4 hours."',
        ),
    ),
    (
        "benefit",
        Words("Wozu? Was hat der Kunde davon?", "What for? What does the customer gain?"),
        Words(
            "„Damit weniger Kunden kündigen, weil sie zu lange warten.“",
            '"So that fewer customers leave because they wait too long."',
        ),
    ),
    (
        "customer",
        Words("Für wen? Welches Team ist Kunde?", "For whom? Which team is the customer?"),
        Words("Der Name eines Teams: „Vertrieb“", 'The name of a team: "Sales"'),
    ),
    (
        "supplier",
        Words("Und wer liefert? Welches Team?", "And who delivers? Which team?"),
        Words("Der Name eines Teams: „IT“", 'The name of a team: "IT"'),
    ),
    (
        "criteria",
        Words(
            "Woran erkennt man, dass das Ziel erreicht ist? (leer = fertig)",
            "How will success be recognised? (empty = done)",
        ),
        Words(
            "Eines je Zeile: „Antwortzeit: 8 -> 4 Stunden“ oder „Handbuch abgenommen“",
            'One a line: "Response time: 8 -> 4 hours" or "Manual approved by Sales"',
        ),
    ),
    (
        "deadline",
        Words("Bis wann?", "By when?"),
        Words("„31.3.2027“ oder „Ende Q3 2027“", '"2027-03-31" or "end of Q3 2027"'),
    ),
)


def ask_missing(answers: dict[str, Any]) -> dict[str, Any]:
    """Ask for every answer that is not there yet; gives all answers."""
    given = dict(answers)
    for name, question, example in QUESTIONS:
        if given.get(name):
            continue
        output.note("")
        output.note(str(question))
        output.note(f"  {example}")
        if name == "criteria":
            given[name] = _criteria(given)
        elif name == "deadline":
            given[name] = _deadline(given)
        else:
            given[name] = _answer(given, name)
    output.note("")
    sum_up(given)
    return given


def _answer(given: dict[str, Any], name: str) -> str:
    while True:
        text = ask(">")
        if not text:
            output.note(say("Diese Antwort braucht es.", "This answer is needed."))
            continue
        if name not in ("goal", "benefit"):
            return text
        advise({**given, name: text}, name)
        again = ask(say("Enter = so lassen, oder neu:", "Enter = keep it, or type it again:"))
        return again or text


def _criteria(given: dict[str, Any]) -> list[str]:
    found: list[str] = []
    while True:
        text = ask(f"{len(found) + 1}.")
        if not text and found:
            return found
        if text:
            found.append(text)
            advise({**given, "criteria": [text]}, "criteria")


def _deadline(given: dict[str, Any]) -> str:
    while True:
        found = read_day(ask(">"))
        if found is not None:
            output.note(f"  = {day(found.isoformat())}")
            advise({**given, "deadline": found.isoformat()}, "deadline")
            return found.isoformat()
        output.note(say("Das ist kein Datum: 31.3.2027", "That is no date: 2027-03-31"))
