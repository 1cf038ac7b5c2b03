"""`goals logout`: forget server and token."""

from goals_cli import keeping, output
from goals_cli.command import declare
from goals_cli.language import Words, say


@declare(
    "logout",
    Words(
        """Server und Token auf diesem Rechner vergessen.

        Das Token gilt weiter, bis es endet oder widerrufen wird.""",
        """Forget server and token on this machine.

        The token stays valid until it ends or is revoked.""",
    ),
    examples=("goals logout",),
)
def command() -> None:
    """Remove what login kept."""
    where = keeping.place()
    gone = keeping.forget()
    output.data({"forgotten": gone})
    if gone:
        output.line(say("Vergessen (war in: {}).", "Forgotten (was in: {}).").format(where))
    else:
        output.line(say("Es war nichts gemerkt.", "Nothing was remembered."))
