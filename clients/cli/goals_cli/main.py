"""The command `goals`: chooses the language and answers `--help` at once; the rest is ``run``.

Only the standard library and the catalogue are imported here, because everybody waits for it.
"""

import os
import sys
from collections.abc import Sequence

from goals_cli.language import choose, detect, say
from goals_cli.overview import only_help_wanted, overview

INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and give its exit code. No exception leaves this function."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    choose(detect(given))
    try:
        if only_help_wanted(given):
            sys.stdout.write(overview() + "\n")
            sys.stdout.flush()
            return 0
        from goals_cli.run import run

        return run(given)
    except BrokenPipeError:
        _silence_stdout()
        return 0
    except KeyboardInterrupt:
        sys.stderr.write(say("Abgebrochen.", "Stopped.") + "\n")
        return INTERRUPTED


def _silence_stdout() -> None:
    """The reader is gone; keep Python from complaining when it flushes at the end."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
