"""Running a command: the one place that turns every trouble into lines and an exit code.

Exit codes: 0 done; 1 refused by the server, with the reason; 2 wrong usage or input; 3 not
signed in, or not allowed; 4 server unreachable, too slow, or its answer unusable; 5 findings of
the checker; 130 stopped by the person.
"""

import os
import sys

import click

from goals_cli import output
from goals_cli.errors import Misused, Refused, Trouble, Unreachable
from goals_cli.language import say
from goals_cli.tree import commands
from goals_cli.usage import explain

INTERRUPTED = 130


def run(arguments: list[str]) -> int:
    """Run one command and give its exit code; only a lost pipe and Ctrl-C pass through."""
    output.want_json("--json" in arguments)
    try:
        result = _invoke(arguments)
        sys.stdout.flush()
    except click.exceptions.NoArgsIsHelpError as error:
        output.note(error.ctx.get_help() if error.ctx else "goals --help")
        return 2
    except click.ClickException as error:
        return _report(explain(error))
    except click.exceptions.Exit as error:
        return error.exit_code
    except click.Abort:
        output.note(say("Abgebrochen.", "Stopped."))
        return INTERRUPTED
    except Trouble as error:
        return _report(error)
    except (BrokenPipeError, KeyboardInterrupt):
        raise
    except Exception as error:
        if os.environ.get("GOALS_DEBUG"):
            raise
        return _report(_unexpected(error))
    return result if isinstance(result, int) else 0


def _invoke(arguments: list[str]) -> object:
    """Parse and call; click's own ``main`` would turn a lost pipe and Ctrl-C into other things."""
    if "_GOALS_COMPLETE" in os.environ:  # asked by a shell; this ends the process
        commands.main(arguments, prog_name="goals", complete_var="_GOALS_COMPLETE")
    with commands.make_context("goals", list(arguments)) as context:
        return commands.invoke(context)


def _report(trouble: Trouble) -> int:
    problems = trouble.problems if isinstance(trouble, Refused) else [trouble]
    for problem in problems:
        output.note(say("Fehler: ", "Error: ") + problem.message)
        for step in problem.next_steps:
            output.note(f"  → {step}")
        if problem.request_id and not isinstance(problem, Misused):  # that one is not ours
            output.note(say("  Anfrage-Nummer: ", "  Request id: ") + problem.request_id)
    if isinstance(trouble, Refused) and trouble.payload is not None:
        output.data(trouble.payload)
    else:
        output.data({"errors": [problem.as_dict() for problem in problems]})
    return max(problem.exit_code for problem in problems)


def _unexpected(error: Exception) -> Trouble:
    """Say something useful of a fault nobody foresaw; mostly an answer of an unknown form."""
    kind = f"{type(error).__name__}: {str(error)[:200]}"
    debug = say(
        "GOALS_DEBUG=1 setzen, um die Stelle zu sehen.", "Set GOALS_DEBUG=1 to see the place."
    )
    if isinstance(error, LookupError | TypeError | AttributeError | ValueError):
        return Unreachable(
            say(
                "Die Antwort des Servers hat eine unbekannte Form ({}).",
                "The server's answer has an unknown form ({}).",
            ).format(kind),
            say(
                "Prüfen, ob Server und Programm zusammenpassen: goals --version",
                "Check that server and program fit together: goals --version",
            ),
            debug,
            code="UNUSABLE_ANSWER",
        )
    return Unreachable(
        say("Unerwarteter Fehler ({}).", "Unexpected fault ({}).").format(kind),
        debug,
        code="UNEXPECTED",
    )
