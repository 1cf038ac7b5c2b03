"""Startup: `goals --help` answers without importing what only the commands need."""

import subprocess
import sys

HEAVY = (
    "click",
    "httpx",
    "rich",
    "yaml",
    "goals.smart",
    "asyncio",
    "ssl",
    "litestar",
    "strawberry",
)
SCRIPT = """
import sys
from goals_cli.main import main
code = main(["--help"])
print(code, *[name for name in {heavy!r} if name in sys.modules], file=sys.stderr)
"""


def test_help_is_printed_by_the_standard_library_alone():
    ran = subprocess.run(
        [sys.executable, "-c", SCRIPT.format(heavy=HEAVY)],
        capture_output=True,
        text=True,
        check=True,
    )

    assert "goals" in ran.stdout
    assert ran.stderr.split() == ["0"]
