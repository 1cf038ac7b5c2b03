"""`goals answer`: answer an open question of the other side."""

from typing import Any

from goals_cli import output
from goals_cli.acting import nodes, told
from goals_cli.client import connect
from goals_cli.command import argument, declare, option
from goals_cli.criteria import pick
from goals_cli.errors import Misused
from goals_cli.language import Words, say
from goals_cli.parameters import WholeNumber, key_argument
from goals_cli.texts import given_or_asked


@declare(
    "answer",
    Words(
        "Eine offene Frage beantworten. Ist nur eine offen, braucht sie keine Nummer.",
        "Answer an open question. When only one is open it needs no number.",
    ),
    examples=(
        'goals answer C-12 "The twenty pilot customers."',
        'goals answer C-12 --question 2 "By the end of March."',
    ),
)
@key_argument
@argument(
    "text", Words("Die Antwort; sonst von stdin.", "The answer; else from stdin."), required=False
)
@option(
    "--question",
    type=WholeNumber(1, 999),
    words=Words(
        "Nummer der Frage, wie in `goals show`.", "Number of the question, as in `goals show`."
    ),
)
def command(key: str, text: str | None, question: int | None) -> None:
    """Find the question by its number, then answer it."""
    with connect() as client:
        commission = client.commission(key)
        asked = open_question(commission, question)
        output.note(f"{say('Frage', 'Question')}: {asked['text']}")
        answer = given_or_asked(
            text, Words("Ihre Antwort:", "Your answer:"), name=say("die Antwort", "the answer")
        )
        payload = client.act(
            "AnswerQuestion", {"questionId": asked["id"], "answer": answer}, key=key
        )
    told(payload, Words("beantwortet", "answered"))


def open_question(commission: dict[str, Any], number: int | None) -> dict[str, Any]:
    """The question with this number, or the only open one.

    Raises Misused when there is none, or several are open and no number was given.
    """
    questions = nodes(commission, "questions")
    if number is not None:
        return pick(questions, number, what=say("Frage", "question"))
    waiting = [one for one in questions if one["status"] == "OPEN"]
    if len(waiting) == 1:
        return waiting[0]
    if not waiting:
        raise Misused(
            say("Es ist keine Frage offen.", "No question is open."),
            f"goals show {commission['key']}",
        )
    raise Misused(
        say("Es sind mehrere Fragen offen; welche?", "Several questions are open; which one?"),
        *(
            f"--question {index}: {one['text']}"
            for index, one in enumerate(questions, 1)
            if one["status"] == "OPEN"
        ),
    )
