"""Benchmark: how long `goals --help` takes, as a multiple of `python -c pass`.

Run it by hand: ``python tests/bench/help.py``. Both commands take turns, so that whatever else
the machine does hits both alike. Ends with 1 when the multiple is beyond the limit.
"""

import statistics
import subprocess
import sys
import time
from pathlib import Path

LIMIT = 5.0
ROUNDS = 21
COMMANDS = {
    "python -c pass": [sys.executable, "-c", "pass"],
    "goals --help": [str(Path(sys.executable).with_name("goals")), "--help"],
}


def seconds(command: list[str]) -> float:
    """The wall time of one run."""
    started = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - started


def main() -> int:
    """Measure, print the medians and their ratio."""
    taken: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for _ in range(ROUNDS):
        for name, command in COMMANDS.items():
            taken[name].append(seconds(command))
    medians = {name: statistics.median(values[1:]) for name, values in taken.items()}
    for name, median in medians.items():
        print(f"{name:<16} {median * 1000:7.1f} ms")
    ratio = medians["goals --help"] / medians["python -c pass"]
    print(f"{'ratio':<16} {ratio:7.2f} (at most {LIMIT:.0f})")
    return 0 if ratio <= LIMIT else 1


if __name__ == "__main__":
    sys.exit(main())
