"""Throughput, tail latency, import time and memory of the SMART checker.

Beside it, in the same run, a naive checker of regular expressions on the same goals, so that the
figures of two machines can be compared. Run
``python tests/bench/smart.py [--goals N] [--lines N …]`` (on Linux).
"""

import argparse
import datetime as dt
import gc
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

CORPORA = Path(__file__).parent.parent / "smart" / "corpora"
TODAY = dt.date(2026, 11, 21)
NAIVE = [
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\b\d+(?:[.,]\d+)?\s*(?:%|prozent|percent|eur|€|kg|h|std|tage|days|min)?",
        r"\b\d{1,2}\.\s*(?:\d{1,2}\.|januar|februar|märz|april|mai|juni|juli|august)\s*\d{0,4}",
        r"\b\d{4}-\d{2}-\d{2}\b",
        r"\b(?:q[1-4]|kw|quartal|quarter|ende|end of|bis|by)\b",
        r"\b(?:gut|schnell|besser|einfach|modern|effizient|good|fast|better|easy|efficient)\w*\b",
        r"\b(?:verbessern|steigern|optimieren|improve|increase|optimise|optimize)\b",
        r"\b(?:usw|etc|und so weiter|and so on)\b",
        r"\b(?:tbd|xxx|\?\?\?)",
    )
]
# Time and memory of a fresh interpreter: nothing, the checker, the checker with its first goal.
FRESH = {
    "bare": "",
    "import": "import goals.smart",
    "first goal": """
import datetime, goals.smart
goals.smart.check_text("Support verbessern", today=datetime.date(2026, 11, 21))
""",
}
# Peak memory is read from the kernel's own count: that of ``resource`` includes the parent's.
COSTS = """
import resource, sys
spent = resource.getrusage(resource.RUSAGE_SELF)
with open("/proc/self/status") as status:
    peak = next(int(line.split()[1]) for line in status if line.startswith("VmHWM"))
print(spent.ru_utime + spent.ru_stime, peak / 1024, file=sys.stderr)
"""
STREAM = """
from goals_cli.main import main
main(["lint", "--format", "ndjson", "--today", "2026-11-21"])
"""


def goals() -> list[str]:
    """The plain goals of the labelled corpora and of the pairs, both languages."""
    texts = []
    for path in sorted([*CORPORA.glob("labelled_*.jsonl"), *CORPORA.glob("pairs_*.jsonl")]):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("#"):
                item = json.loads(line)
                texts += [item[k] for k in ("text", "goal", "better", "worse") if k in item]
    return texts


def naive(text: str) -> list[tuple[int, int]]:
    """What a checker of regular expressions does: find all, with spans."""
    return [match.span() for pattern in NAIVE for match in pattern.finditer(text)]


def measure(
    judges: dict[str, Callable[[str], object]], texts: list[str], rounds: int
) -> dict[str, tuple[float, float, float]]:
    """Goals a second, median and 99th percentile of one goal in microseconds, of each judge.

    Judges take turns round by round, so that a busy moment meets all of them. Time is that of the
    processor: what others do on the machine in between is not the checker's.
    """
    for judge in judges.values():
        for text in texts:
            judge(text)
    gc.collect()
    whole: dict[str, list[float]] = {name: [] for name in judges}
    single: dict[str, list[float]] = {name: [] for name in judges}
    for _ in range(rounds):
        for name, judge in judges.items():
            begun = time.thread_time()
            for text in texts:
                judge(text)
            whole[name].append(time.thread_time() - begun)
            for text in texts:
                start = time.thread_time()
                judge(text)
                single[name].append(time.thread_time() - start)
    figures = {}
    for name in judges:
        taken = sorted(single[name])
        middle, tail = taken[len(taken) // 2], taken[int(len(taken) * 0.99)]
        figures[name] = (len(texts) / statistics.median(whole[name]), middle * 1e6, tail * 1e6)
    return figures


def fresh(runs: int) -> dict[str, tuple[float, float]]:
    """Milliseconds of processor time and megabytes at most, of fresh interpreters (medians).

    Bytecode is kept in a folder of its own, as it is where the package is installed.
    """
    found: dict[str, list[list[float]]] = {name: [] for name in FRESH}
    with tempfile.TemporaryDirectory() as folder:
        kept = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
        kept["PYTHONPYCACHEPREFIX"] = folder
        for turn in range(runs + 1):
            for name, code in FRESH.items():
                command = [sys.executable, "-c", code + COSTS]
                said = subprocess.run(command, env=kept, capture_output=True, text=True, check=True)
                if turn:  # the first one compiles
                    found[name].append([float(part) for part in said.stderr.split()])
    return {
        name: (
            statistics.median(seconds for seconds, _ in of_runs) * 1e3,
            statistics.median(megabytes for _, megabytes in of_runs),
        )
        for name, of_runs in found.items()
    }


def stream(texts: list[str], count: int) -> tuple[float, float]:
    """Lines a second of processor time, and megabytes at most, of ``goals lint`` on so many."""
    lines = "".join(
        json.dumps({"id": i, "text": texts[i % len(texts)]}, ensure_ascii=False) + "\n"
        for i in range(count)
    )
    done = subprocess.run(
        [sys.executable, "-c", STREAM + COSTS],
        input=lines.encode(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        check=True,
    )
    seconds, megabytes = (float(part) for part in done.stderr.split())
    return count / seconds, megabytes


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--goals", type=int, default=20_000, help="goals to judge")
    parser.add_argument("--lines", type=int, nargs="*", default=[10_000, 100_000])
    options = parser.parse_args()
    costs = fresh(11)
    from goals.smart import check_text  # after the imports in fresh interpreters

    texts = goals()
    rounds = max(3, options.goals // len(texts))
    average = sum(map(len, texts)) / len(texts)
    print(f"{len(texts)} goals, {average:.0f} characters each, {rounds} rounds, processor time")
    print(f"{'':14}{'goals/s':>12}{'p50 µs':>10}{'p99 µs':>10}")
    judges = {"checker": lambda text: check_text(text, today=TODAY), "naive": naive}
    for name, (rate, middle, tail) in measure(judges, texts, rounds).items():
        print(f"{name:14}{rate:>12,.0f}{middle:>10.1f}{tail:>10.1f}")
    bare, size = costs.pop("bare")
    print(f"{'':14}{'ms':>12}{'MB':>10}   more than a bare interpreter ({bare:.0f} ms)")
    for name, (milliseconds, megabytes) in costs.items():
        print(f"{name:14}{milliseconds - bare:>12.0f}{megabytes - size:>10.1f}")
    print(f"{'goals lint':14}{'lines/s':>12}{'MB':>10}   ndjson, all included")
    for count in options.lines:
        rate, megabytes = stream(texts, count)
        print(f"{count:<14,}{rate:>12,.0f}{megabytes:>10.1f}")


if __name__ == "__main__":
    main()
