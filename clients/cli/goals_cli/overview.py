"""The overview: what `goals --help` prints, made from the catalogue alone.

Neither click nor any command is imported for it: a person who looks for a command should not
wait.
"""

from goals_cli.catalogue import COMMANDS, SECTIONS
from goals_cli.language import say


def overview() -> str:
    """The whole help of the top, in the language in use, at most 80 columns wide."""
    widest = max(map(len, COMMANDS)) + 2
    lines = [
        say(
            "Aufruf: goals [OPTIONEN] BEFEHL [ANGABEN]...",
            "Usage: goals [OPTIONS] COMMAND [ARGS]...",
        ),
        "",
        *say(
            "  Klären, was ein Teil der Organisation dem anderen verspricht – und daraus\n"
            "  lernen.",
            "  Clarify what one part of an organisation promises another, and learn from\n"
            "  how it went.",
        ).split("\n"),
    ]
    for section, title in SECTIONS.items():
        lines += ["", f"{title}:"]
        lines += [
            f"  {name:<{widest}}{entry.help}"
            for name, entry in COMMANDS.items()
            if entry.section == section
        ]
    lines += [
        "",
        say("Optionen:", "Options:"),
        "  --language [de|en]  " + say("Sprache der Ausgabe.", "Language of the output."),
        "  --json              "
        + say("Antwort des Servers als JSON.", "The server's answer as JSON."),
        "  --version           " + say("Version zeigen.", "Show the version."),
        "",
        *say(
            "  `goals BEFEHL --help` erklärt einen Befehl. Server und Token: `goals login`,\n"
            "  oder GOALS_URL und GOALS_TOKEN.",
            "  `goals COMMAND --help` explains a command. Server and token: `goals login`,\n"
            "  or GOALS_URL and GOALS_TOKEN.",
        ).split("\n"),
    ]
    return "\n".join(lines)


def only_help_wanted(arguments: list[str]) -> bool:
    """Whether the command line asks for the overview and nothing else."""
    rest = iter(arguments)
    asked = False
    for argument in rest:
        if argument in ("--help", "-h"):
            asked = True
        elif argument == "--language":
            if next(rest, None) not in ("de", "en"):
                return False
        elif argument not in ("--json", "--language=de", "--language=en"):
            return False
    return asked
