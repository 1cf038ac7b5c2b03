"""`python -m goals`: what runs on the server's machine: serve, migrate, demo, admin, audit, schema.

The command `goals` hands these over; everything else goes through the API.
"""

import argparse
import os
import sys
from collections.abc import Sequence

from goals.commands import admin, audit, demo, migrate, schema, serve
from goals.commands.parser import Parser
from goals.commands.refusal import Refusal
from goals.domain.enums import Language
from goals.domain.error_base import GoalsError
from goals.domain.errors import DatabaseUnavailable, StorageError
from goals.settings import SettingsError
from goals.spoken import say
from goals.store.faults import Retryable

COMMANDS = (serve, migrate, demo, admin, audit, schema)


def parser() -> argparse.ArgumentParser:
    """The parser of all server commands."""
    made = Parser(
        prog="goals",
        description=say(
            "Was auf dem Rechner des Servers läuft.", "What runs on the server's machine."
        ),
    )
    commands = made.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for command in COMMANDS:
        command.declare(commands)
    return made


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; 0 when it worked, 1 when it was refused, 2 for a wrong call, 4 without
    a database.
    """
    given = parser().parse_args(arguments)
    try:
        code: int = given.run(given)
    except SettingsError as error:
        return _fail(str(error), 2)
    except Refusal as refusal:
        return _fail(str(refusal), 1)
    except StorageError as error:
        where = f"{say('Datenbank', 'Database')}: {migrate.database_url(given.database)}"
        code = 4 if error.code.startswith("DATABASE") else 1
        plain = DatabaseUnavailable(error.reason) if isinstance(error, Retryable) else error
        return _fail(f"{plain.message(_language())}\n  {where}", code)
    except GoalsError as error:
        return _fail(error.message(_language()), 1)
    except OSError as error:
        return _fail(f"{error.filename or ''}: {error.strerror or error}".lstrip(": "), 1)
    except KeyboardInterrupt:
        return _fail(say("Abgebrochen.", "Stopped."), 130)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return code


def _language() -> Language:
    return Language(say("de", "en"))


def _fail(message: str, code: int) -> int:
    print(f"goals: {message}", file=sys.stderr)
    return code


if __name__ == "__main__":
    sys.exit(main())
