"""`goals new`: draft a commission from five answers."""

from typing import Any

from goals_cli import output
from goals_cli.acting import told
from goals_cli.advice import sum_up
from goals_cli.answers import read_answers
from goals_cli.client import Client, connect
from goals_cli.command import declare, option
from goals_cli.content import content_of, title_of
from goals_cli.errors import Misused, Trouble
from goals_cli.given import collected, content_options
from goals_cli.keeping import folder
from goals_cli.labels import COMMITMENT, SIDE
from goals_cli.language import Words, say
from goals_cli.parameters import Choice
from goals_cli.parties import own_side, own_teams, person_id, team_id
from goals_cli.prompts import ask_missing
from goals_cli.texts import read_stdin

PARTIES = (
    ("--title", "title", Words("Titel; sonst aus dem Ziel.", "Title; else from the goal.")),
    ("--customer", "customer", Words("Team, für das es ist.", "Team it is for.")),
    ("--supplier", "supplier", Words("Team, das liefert.", "Team that delivers.")),
    (
        "--customer-contact",
        "customer_contact",
        Words("Person (Name oder E-Mail).", "Person (name or e-mail)."),
    ),
    (
        "--supplier-contact",
        "supplier_contact",
        Words("Person (Name oder E-Mail).", "Person (name or e-mail)."),
    ),
    (
        "--beneficiary",
        "beneficiary",
        Words("Der externe Kunde dahinter.", "The external customer behind it."),
    ),
)


def party_options(function: Any) -> Any:
    """Add the options that name the parties."""
    for flag, name, words in reversed(PARTIES):
        function = option(flag, name, words=words)(function)
    return function


@declare(
    "new",
    Words(
        """Einen Auftrag entwerfen: als Kunde eine Bitte, als Lieferant ein Angebot.

        Fünf Fragen: was, wozu, für wen, woran erkennt man den Erfolg, bis wann. Im Terminal
        werden sie gestellt und sofort auf SMART geprüft; sonst kommen die Antworten aus
        Optionen, aus einer Datei (-F) oder von der Standardeingabe. Fehlt ein Team, ist es Ihr
        eigenes.""",
        """Draft a commission: a request as the customer, an offer as the supplier.

        Five questions: what, what for, for whom, how will success be recognised, by when. In a
        terminal they are asked and checked for SMART at once; else the answers come from
        options, a file (-F) or stdin. A team that is not named is your own.""",
    ),
    examples=(
        "goals new",
        (
            'goals new --goal "Train 20 pilot users" --benefit "The pilot can start" --supplier IT '
            '--criterion "Users trained: >= 20" --deadline 2027-03-31'
        ),
        "goals new -F commission.md",
    ),
)
@party_options
@content_options
@option("--commitment", type=Choice(COMMITMENT), words=Words("Verbindlichkeit.", "Commitment."))
@option(
    "--tag", "tags", multiple=True, words=Words("Schlagwort. Mehrfach möglich.", "Tag. Repeatable.")
)
@option(
    "--as",
    "side",
    type=Choice(SIDE),
    words=Words("Ihre Seite, wenn unklar.", "Your side, where it is unclear."),
)
def command(
    side: str | None, commitment: str | None, tags: tuple[str, ...], **options: Any
) -> None:
    """Collect the answers, find teams and people, draft."""
    answers = _answers(options)
    if commitment:
        answers["commitment"] = commitment
    if tags:
        answers["tags"] = list(tags)
    asked = output.interactive()
    with connect() as client:
        viewer = client.read("Viewer")
        if asked:
            answers = ask_missing(answers, lambda name: team_id(client, name))
        if not answers.get("goal"):
            raise Misused(
                say("Es fehlt das Ziel.", "The goal is missing."),
                "goals new --help",
                path=("goal",),
            )
        try:
            payload = client.act("DraftCommission", _values(client, viewer, answers, side))
        except Trouble:
            if asked:
                _keep(answers)
            raise
    if not asked and not output.as_json():
        sum_up(answers)
    told(payload, Words("entworfen", "drafted"))


def _keep(answers: dict[str, Any]) -> None:
    """Write down what a person typed, so that a refusal does not cost it."""
    import yaml

    path = folder() / "unsent.yaml"
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        path.write_text(yaml.safe_dump(answers, allow_unicode=True, sort_keys=False), "utf-8")
    except (OSError, UnicodeEncodeError):
        return
    text = say("Ihre Antworten sind aufgehoben: {}", "Your answers are kept: {}")
    output.note(text.format(f"goals new -F {path}"))


def _answers(options: dict[str, Any]) -> dict[str, Any]:
    answers = collected(options)
    for _, name, _ in PARTIES:
        if options.get(name) is not None:
            head, _, tail = name.partition("_")
            answers[head + tail.capitalize()] = options[name]
    if not answers.get("goal") and not options.get("file"):
        answers = {**read_answers(read_stdin(), "stdin"), **answers}
    return answers


def _values(
    client: Client, viewer: dict[str, Any], answers: dict[str, Any], side: str | None
) -> dict[str, Any]:
    teams = {
        name: team_id(client, str(answers[name])) if answers.get(name) else None
        for name in ("customer", "supplier")
    }
    mine = own_teams(viewer)
    own = mine[0]["id"] if len(mine) == 1 else None
    for name in ("customer", "supplier"):
        teams[name] = teams[name] or own
        if teams[name] is None:
            raise Misused(
                say("Welches Team? --{} fehlt.", "Which team? --{} is missing.").format(name),
                f'--{name} "{mine[0]["name"] if mine else "…"}"',
                path=(name,),
            )
    chosen = side or own_side(viewer, teams["customer"], teams["supplier"])
    if chosen is None:
        raise Misused(
            say("Auf welcher Seite stehen Sie?", "On which side are you?"),
            "--as customer",
            "--as supplier",
            path=("initiator",),
        )
    contacts = {
        f"{name}Id": person_id(client, str(answers[f"{name}Contact"]))
        for name in ("customer", "supplier")
        if answers.get(f"{name}Contact")
    }
    return {
        "initiator": chosen,
        "title": title_of(answers),
        "customerTeamId": teams["customer"],
        "supplierTeamId": teams["supplier"],
        **contacts,
        "beneficiary": answers.get("beneficiary"),
        "commitment": _commitment(answers.get("commitment")),
        "tags": answers.get("tags"),
        "content": content_of(answers),
    }


def _commitment(text: object) -> str | None:
    return None if text is None else Choice(COMMITMENT).convert(str(text), None, None)
