"""Prompts: the five questions, one by one, with a hint and an example each.

The title is made from the goal. Each answer is checked offline as soon as it is typed and may be
typed again.
"""

from collections.abc import Callable
from typing import Any

from goals_cli import output
from goals_cli.advice import advise, sum_up
from goals_cli.dates import day, read_day
from goals_cli.errors import Misused
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
        Words(
            "Der Name eines Teams; ein falscher zeigt, welche es gibt.",
            "The name of a team; a wrong one shows which there are.",
        ),
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


def ask_missing(answers: dict[str, Any], check_team: Callable[[str], object]) -> dict[str, Any]:
    """Ask for every answer that is not there yet; gives all answers.

    ``check_team`` raises Misused for a team that is unknown; then it is asked for again.
    """
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
        elif name in ("customer", "supplier"):
            given[name] = _team(check_team)
        else:
            given[name] = _text(given, name, ">")
    output.note("")
    sum_up(given)
    return given


def _needed(prompt: str) -> str:
    while True:
        text = ask(prompt)
        if text:
            return text
        output.note(say("Diese Antwort braucht es.", "This answer is needed."))


def _text(given: dict[str, Any], name: str, prompt: str) -> str:
    """Ask for a text and advise, until nothing is to be said or the person keeps it."""
    return _kept(given, name, _needed(prompt))


def _kept(given: dict[str, Any], name: str, text: str) -> str:
    while advise({**given, name: [text] if name == "criteria" else text}, name):
        again = ask(say("Enter = so lassen, oder neu:", "Enter = keep it, or type it again:"))
        if not again:
            break
        text = again
    return text


def _team(check: Callable[[str], object]) -> str:
    while True:
        name = _needed(">")
        try:
            check(name)
        except Misused as trouble:
            output.note(f"  {trouble.message}")
        else:
            return name


def _criteria(given: dict[str, Any]) -> list[str]:
    found: list[str] = []
    while True:
        text = ask(f"{len(found) + 1}.")
        if not text and found:
            return found
        if text:
            found.append(_kept(given, "criteria", text))


def _deadline(given: dict[str, Any]) -> str:
    while True:
        found = read_day(ask(">"))
        if found is not None:
            output.note(f"  = {day(found.isoformat())}")
            advise({**given, "deadline": found.isoformat()}, "deadline")
            return found.isoformat()
        output.note(say("Das ist kein Datum: 31.3.2027", "That is no date: 2027-03-31"))
