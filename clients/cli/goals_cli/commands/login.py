"""`goals login`: check a server and a token, and remember both."""

import os
from typing import Any

import click

from goals_cli import configuration, keeping, output
from goals_cli.client import connect_to
from goals_cli.command import declare, option
from goals_cli.errors import Misused, NotSignedIn
from goals_cli.keeping import Login
from goals_cli.language import Words, say
from goals_cli.parties import own_teams
from goals_cli.texts import ask, read_stdin


@declare(
    "login",
    Words(
        """Server und Token prüfen und merken.

        Das Token gibt die Verwaltung aus (goals admin token); es wird verdeckt erfragt oder von
        der Standardeingabe gelesen. Mit --device meldet man sich stattdessen im Browser beim
        Anmeldedienst der Organisation an. Gemerkt wird im Schlüsselbund des Systems, wenn einer
        da ist (Paket goals[keyring]), sonst in einer Datei, die nur Sie lesen können.""",
        """Check a server and a token, and remember both.

        Your administration issues the token (goals admin token); it is asked for unseen, or read
        from stdin. With --device you sign in by your browser at the identity provider of your
        organisation instead. It is kept in the keyring of the system where there is one (package
        goals[keyring]), else in a file that only you can read.""",
    ),
    examples=(
        "goals login --url https://goals.example.org",
        "goals login --url https://goals.example.org --device",
        "echo $TOKEN | goals login --url https://goals.example.org --token-stdin",
        "goals login --status",
    ),
)
@option("--url", words=Words("Adresse des Servers.", "Address of the server."))
@option(
    "--token-stdin",
    is_flag=True,
    words=Words("Token von der Standardeingabe lesen.", "Read the token from stdin."),
)
@option(
    "--device",
    is_flag=True,
    words=Words("Im Browser beim Anmeldedienst anmelden.", "Sign in by a browser."),
)
@option("--issuer", words=Words("Welcher Anmeldedienst.", "Which identity provider."))
@option(
    "--status",
    is_flag=True,
    words=Words("Nur sagen, wer angemeldet ist.", "Only say who is signed in."),
)
def command(
    url: str | None, token_stdin: bool, device: bool, issuer: str | None, status: bool
) -> None:
    """Ask, check by the Viewer query, store."""
    if status:
        _status()
        return
    address = _address(url, token_stdin)
    if configuration.unprotected(address):
        output.note(
            say(
                "Achtung: Über http:// kann jeder auf dem Weg das Token mitlesen.",
                "Beware: over http:// anybody on the way can read the token.",
            )
        )
    login = _by_device(address, issuer) if device else Login(address, _token(token_stdin))
    viewer = _viewer(configuration.Server(address, login.token))
    path = keeping.save(login)
    _told(viewer)
    if path is not None:
        output.note(
            say(
                "Kein Schlüsselbund benutzbar: das Token steht in einer Datei, die nur Sie lesen"
                " können.",
                "No keyring can be used: the token is in a file that only you can read.",
            )
        )
    output.line(say("Gemerkt in {}", "Remembered in {}").format(keeping.place()))
    output.line("  → goals inbox")


def _address(url: str | None, token_stdin: bool) -> str:
    if not url:
        if not output.interactive() or token_stdin:
            raise Misused(
                say("Es fehlt die Adresse des Servers.", "The server's address is missing."),
                "goals login --url https://goals.example.org",
            )
        url = ask(say("Adresse des Servers:", "Address of the server:"))
    return configuration.server_url(url)


def _status() -> None:
    """Say who is signed in where, and where the token comes from."""
    server = configuration.load()
    viewer = _viewer(server)
    given = "GOALS_TOKEN" if os.environ.get("GOALS_TOKEN", "").strip() else keeping.place()
    _told(viewer, server=server.url, token=given)
    output.line(say("Server: {}", "Server: {}").format(server.url))
    output.line(say("Token: {}", "Token: {}").format(given))


def _viewer(server: configuration.Server) -> dict[str, Any]:
    with connect_to(server) as client:
        viewer = client.read("Viewer")
    if viewer is None:
        raise NotSignedIn(
            say("Der Server kennt dieses Token nicht.", "The server does not know this token."),
            "goals login",
        )
    return dict(viewer)


def _told(viewer: dict[str, Any], **more: str) -> None:
    output.data({**viewer, **more})
    teams = ", ".join(team["name"] for team in own_teams(viewer)) or "–"
    output.line(
        say("Angemeldet als {} ({}), {}.", "Signed in as {} ({}), {}.").format(
            viewer["person"]["name"], teams, viewer["organisation"]["name"]
        )
    )


def _by_device(address: str, issuer: str | None) -> Login:
    from goals_cli import device

    def tell(where: str, code: str) -> None:
        output.note(say("Im Browser öffnen: {}", "Open in a browser: {}").format(where))
        output.note(say("Dort bestätigen: {}", "Confirm there: {}").format(code))

    return device.sign_in(address, device.find(address, issuer), tell)


def _token(from_stdin: bool) -> str:
    if from_stdin or not output.interactive():
        return configuration.checked_token(read_stdin().split("\n")[0])
    token: str = click.prompt("Token", hide_input=True, err=True)
    return configuration.checked_token(token)
