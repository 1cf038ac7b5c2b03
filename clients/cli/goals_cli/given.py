"""Given answers: the options of `new`, `revise` and `amend`, and the file they may come from."""

from collections.abc import Callable
from typing import Any, TypeVar

from goals_cli.answers import read_answers
from goals_cli.command import option
from goals_cli.language import Words
from goals_cli.texts import read_file

Function = TypeVar("Function", bound=Callable[..., Any])

OPTIONS: tuple[tuple[str, str, Words], ...] = (
    ("--goal", "goal", Words("Ziel – was?", "Goal – what?")),
    ("--benefit", "benefit", Words("Nutzen – wozu?", "Benefit – what for?")),
    (
        "--deadline",
        "deadline",
        Words("Termin: 2027-03-31 oder „Ende Q3“.", 'Deadline: 2027-03-31 or "end of Q3".'),
    ),
    ("--background", "background", Words("Hintergrund.", "Background.")),
    ("--in-scope", "inScope", Words("Was dazugehört.", "What belongs to it.")),
    ("--out-of-scope", "outOfScope", Words("Was nicht dazugehört.", "What does not.")),
    ("--must-not-change", "mustNotChange", Words("Was bleiben muss.", "What must stay as it is.")),
    (
        "--check-in-days",
        "checkInCadenceDays",
        Words("Alle so viele Tage eine Meldung.", "A check-in every so many days."),
    ),
)


def content_options(function: Function) -> Function:
    """Add the options for the content of a revision, and ``-F``."""
    add = option(
        "-F",
        "--file",
        "file",
        metavar="FILE",
        words=Words(
            "Antworten aus Markdown, YAML oder Text; - für stdin.",
            "Answers from Markdown, YAML or text; - for stdin.",
        ),
    )
    function = add(function)
    for flag, name, words in reversed(OPTIONS):
        function = option(flag, name.lower(), words=words)(function)
    return option(
        "--criterion",
        "criterion",
        multiple=True,
        words=Words(
            "Erfolgskriterium: „Antwortzeit: 8 -> 4 h“ oder ein Satz. Mehrfach möglich.",
            'Success criterion: "Response time: 8 -> 4 h" or a sentence. Repeatable.',
        ),
    )(function)


def collected(options: dict[str, Any]) -> dict[str, Any]:
    """The answers of a command: those in the file, with the options laid over them."""
    file = options.get("file")
    answers = read_answers(read_file(file), "stdin" if file == "-" else file) if file else {}
    for _, name, _ in OPTIONS:
        if options.get(name.lower()) is not None:
            answers[name] = options[name.lower()]
    if options.get("criterion"):
        answers["criteria"] = list(options["criterion"])
    return answers
