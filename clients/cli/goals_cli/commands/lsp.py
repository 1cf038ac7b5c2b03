"""`goals lsp`: the checker in an editor, by the language server protocol."""

from importlib.util import find_spec

from goals_cli.command import declare, option
from goals_cli.errors import Misused
from goals_cli.language import Words, say

NEEDED = ("pygls", "lsprotocol")


@declare(
    "lsp",
    Words(
        """Ziele beim Schreiben prüfen: Server für Editoren (LSP), über Ein- und Ausgabe.

        Meldet Befunde und bietet Korrekturen in Markdown, YAML und Text. Braucht goals[lsp].""",
        """Check goals while they are written: a server for editors (LSP), on stdin and stdout.

        Gives diagnostics and quick fixes in Markdown, YAML and text. Needs goals[lsp].""",
    ),
    examples=("goals lsp",),
)
@option(
    "--config",
    metavar="FILE",
    words=Words("Einstellungen (TOML).", "Settings (TOML)."),
)
def command(config: str | None) -> None:
    """Serve until the editor hangs up."""
    if any(find_spec(name) is None for name in NEEDED):
        raise Misused(
            say(
                "Für den Editor-Server fehlt ein Paket.",
                "A package for the editor server is missing.",
            ),
            "pip install 'goals[lsp]'",
            code="NOT_INSTALLED",
        )
    from goals_cli.editor import make_server
    from goals_cli.linting import load_config

    make_server(load_config(config)).start_io()
