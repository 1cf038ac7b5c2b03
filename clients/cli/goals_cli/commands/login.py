"""`goals login`: check a server and a token, and remember both."""

import click

from goals_cli import configuration, output
from goals_cli.client import connect_to
from goals_cli.command import declare, option
from goals_cli.errors import Misused, NotSignedIn
from goals_cli.language import Words, say
from goals_cli.parties import own_teams
from goals_cli.texts import ask, read_stdin


@declare(
    "login",
    Words(
        """Server und Token prüfen und merken.

        Das Token gibt die Verwaltung aus (goals admin token). Es wird verdeckt erfragt oder von
        der Standardeingabe gelesen und in einer Datei abgelegt, die nur Sie lesen können.""",
        """Check a server and a token, and remember both.

        Your administration issues the token (goals admin token). It is asked for unseen, or read
        from stdin, and kept in a file that only you can read.""",
    ),
    examples=(
        "goals login --url https://goals.example.org",
        "echo $TOKEN | goals login --url https://goals.example.org --token-stdin",
    ),
)
@option("--url", words=Words("Adresse des Servers.", "Address of the server."))
@option(
    "--token-stdin",
    is_flag=True,
    words=Words("Token von der Standardeingabe lesen.", "Read the token from stdin."),
)
def command(url: str | None, token_stdin: bool) -> None:
    """Ask, check by the Viewer query, store."""
    if not url:
        if not output.interactive() or token_stdin:
            raise Misused(
                say("Es fehlt die Adresse des Servers.", "The server's address is missing."),
                "goals login --url https://goals.example.org",
            )
        url = ask(say("Adresse des Servers:", "Address of the server:"))
    address = configuration.server_url(url)
    token = configuration.checked_token(_token(token_stdin))
    if configuration.unprotected(address):
        output.note(
            say(
                "Achtung: Über http:// kann jeder auf dem Weg das Token mitlesen.",
                "Beware: over http:// anybody on the way can read the token.",
            )
        )
    server = configuration.Server(address, token)
    with connect_to(server) as client:
        viewer = client.read("Viewer")
    if viewer is None:
        raise NotSignedIn(
            say("Der Server kennt dieses Token nicht.", "The server does not know this token."),
            "goals login",
        )
    path = configuration.save(server)
    output.data(viewer)
    teams = ", ".join(team["name"] for team in own_teams(viewer)) or "–"
    output.line(
        say("Angemeldet als {} ({}), {}.", "Signed in as {} ({}), {}.").format(
            viewer["person"]["name"], teams, viewer["organisation"]["name"]
        )
    )
    output.line(say("Gemerkt in {}", "Remembered in {}").format(path))
    output.line("  → goals inbox")


def _token(from_stdin: bool) -> str:
    if from_stdin or not output.interactive():
        lines = read_stdin().split("\n")
        return lines[0]
    token: str = click.prompt("Token", hide_input=True, err=True)
    return token
