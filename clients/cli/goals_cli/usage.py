"""Usage errors of click, said in both languages and with the next thing to type."""

import click

from goals_cli.errors import Misused
from goals_cli.language import say


def explain(error: click.ClickException) -> Misused:
    """Say what is wrong with the command line, and where the help is."""
    context = getattr(error, "ctx", None)
    path = context.command_path if context is not None else "goals"
    steps = [f"{path} --help"]
    if isinstance(error, click.MissingParameter):
        message = _missing(error)
    elif isinstance(error, click.NoSuchOption):
        message = say("Unbekannte Option {}.", "No such option: {}.").format(error.option_name)
        steps = [*_alike(error.possibilities, path), *steps]
    elif isinstance(error, click.BadParameter):
        name = _name(error)
        message = f"{name}: {error.message}" if name else error.message
    elif isinstance(error, click.FileError):
        message = say("{}: nicht lesbar.", "{}: cannot be read.").format(error.ui_filename)
    elif type(error).__name__ == "NoSuchCommand" or _unknown_command(error):
        return _no_such_command(error, path)
    else:
        message = _other(error)
    return Misused(message, *steps)


def _missing(error: click.MissingParameter) -> str:
    if error.param is not None and error.param.param_type_name == "argument":
        return say("Es fehlt die Angabe {}.", "Missing argument {}.").format(_name(error))
    return say("Es fehlt die Option {}.", "Missing option {}.").format(_name(error))


def _name(error: click.BadParameter) -> str:
    if error.param_hint:
        hint = error.param_hint
        return hint if isinstance(hint, str) else " / ".join(hint)
    if error.param is None:
        return ""
    if error.param.param_type_name == "argument" and error.ctx is not None:
        return error.param.make_metavar(error.ctx).strip("[]").removesuffix("...")
    return max(error.param.opts, key=len)


def _alike(possibilities: object, path: str) -> list[str]:
    if not isinstance(possibilities, list | tuple):
        return []
    return [f"{path} {name}" for name in possibilities[:2]]


def _unknown_command(error: click.ClickException) -> bool:
    return error.message.startswith("No such command")


def _no_such_command(error: click.ClickException, path: str) -> Misused:
    from difflib import get_close_matches

    from goals_cli.catalogue import COMMANDS

    name = getattr(error, "command_name", None) or error.message.split("'")[1]
    close = get_close_matches(str(name), COMMANDS, n=2)
    message = say("Den Befehl {!r} gibt es nicht.", "There is no command {!r}.").format(name)
    return Misused(message, *(f"{path} {other}" for other in close), f"{path} --help")


def _other(error: click.ClickException) -> str:
    if isinstance(error, click.BadOptionUsage):
        text = "Die Option {} braucht einen Wert oder darf keinen haben."
        return say(text, "The option {} needs a value, or takes none.").format(error.option_name)
    if error.message.startswith("Got unexpected extra argument"):
        extra = error.message.partition("(")[2].rstrip(").")
        return say("Zu viel angegeben: {}.", "Too many arguments: {}.").format(extra)
    if error.message.startswith("Missing command"):
        return say("Es fehlt der Befehl.", "Missing command.")
    return error.format_message()
