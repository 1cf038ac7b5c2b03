"""`goals serve`, `migrate`, `demo`, `admin`, `audit`, `schema`: handed to the server's own program.

They run `python -m goals …` in this process's place; its parser reads the rest of the line, so
that the client knows nothing of the server.
"""

import os
import subprocess
import sys
from importlib.util import find_spec

import click

from goals_cli.command import Command
from goals_cli.errors import Misused
from goals_cli.language import Words, current, say

NEEDED = ("litestar", "strawberry", "piccolo", "uvicorn")


class Handover(Command):
    """A command that takes every argument as it comes, ``--help`` included."""

    def __init__(self, name: str, words: Words) -> None:
        super().__init__(
            name,
            words=words,
            callback=lambda rest: hand_over([name, *rest]),
            params=[click.Argument(["rest"], nargs=-1, type=click.UNPROCESSED)],
            add_help_option=False,
            context_settings={"ignore_unknown_options": True, "allow_interspersed_args": False},
        )


def hand_over(arguments: list[str]) -> int:
    """Run the server's program with these arguments; gives its exit code.

    Raises Misused when the server is not installed.
    """
    missing = [name for name in NEEDED if find_spec(name) is None]
    if missing or find_spec("goals.__main__") is None:
        raise Misused(
            say(
                "Dafür braucht es das Serverpaket; es fehlt: {}.",
                "This needs the server package; missing: {}.",
            ).format(", ".join(missing) or "goals"),
            "pip install 'goals[server]'",
            code="SERVER_NOT_INSTALLED",
        )
    program = [sys.executable, "-m", "goals", *_without_language(arguments)]
    os.environ["GOALS_LANGUAGE"] = current()
    sys.stdout.flush()
    if os.name != "nt":
        os.execv(sys.executable, program)  # noqa: S606 - the same interpreter, no shell
    return subprocess.run(program, check=False).returncode  # noqa: S603


def _without_language(arguments: list[str]) -> list[str]:
    """Leave out ``--language``: it is handed over in the environment."""
    rest = iter(arguments)
    kept = []
    for argument in rest:
        if argument == "--language":
            next(rest, None)
        elif not argument.startswith("--language="):
            kept.append(argument)
    return kept


serve = Handover("serve", Words("Server starten.", "Start the server."))
migrate = Handover("migrate", Words("Datenbank einrichten.", "Prepare the database."))
demo = Handover("demo", Words("Alles einmal vorführen.", "See it all at work once."))
admin = Handover(
    "admin", Words("Organisation, Teams, Personen, Token.", "Organisation and people.")
)
audit = Handover("audit", Words("Historie prüfen und ausgeben.", "Verify and export the history."))
schema = Handover("schema", Words("GraphQL-Schema ausgeben.", "Print the GraphQL schema."))
