"""Throughput, tail latency, import time and memory of the SMART checker.

Beside it, in the same run, a naive checker of regular expressions on the same goals, so that the
figures of two machines can be compared. Run ``python tests/bench/smart.py [--goals N]``.
"""

import argparse
import datetime as dt
import gc
import json
import re
import subprocess
import sys
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
IMPORT = """
import resource, time
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
start = time.perf_counter()
import goals.smart
imported = time.perf_counter() - start
goals.smart.check_text("Support verbessern", today=goals.smart.checker.dt.date(2026, 11, 21))
first = time.perf_counter() - start
after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(imported, first, (after - before) / 1024)
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


def measure(judge: Callable[[str], object], texts: list[str], rounds: int) -> tuple[float, ...]:
    """Goals a second of CPU time, median and 99th percentile of one goal in microseconds."""
    for text in texts:
        judge(text)
    gc.collect()
    taken = []
    best = float("inf")
    for _ in range(rounds):
        begun = time.process_time()
        for text in texts:
            start = time.perf_counter()
            judge(text)
            taken.append(time.perf_counter() - start)
        best = min(best, time.process_time() - begun)
    taken.sort()
    middle, tail = taken[len(taken) // 2], taken[int(len(taken) * 0.99)]
    return len(texts) / best, middle * 1e6, tail * 1e6


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--goals", type=int, default=20_000, help="goals to judge")
    options = parser.parse_args()
    costs = [
        [float(part) for part in run.stdout.split()]
        for run in (
            subprocess.run(
                [sys.executable, "-c", IMPORT], capture_output=True, text=True, check=True
            )
            for _ in range(5)
        )
    ]
    from goals.smart import check_text  # after the imports in fresh interpreters

    texts = goals()
    rounds = max(1, options.goals // len(texts))
    mean = sum(map(len, texts)) / len(texts)
    print(f"{len(texts)} goals, {mean:.0f} characters each, {rounds} rounds")
    print(f"{'':10}{'goals/s':>12}{'p50 µs':>10}{'p99 µs':>10}")
    for name, judge in (
        ("checker", lambda text: check_text(text, today=TODAY)),
        ("naive", naive),
    ):
        rate, middle, tail = measure(judge, texts, rounds)
        print(f"{name:10}{rate:>12,.0f}{middle:>10.1f}{tail:>10.1f}")
    imported, first, memory = (min(column) for column in zip(*costs, strict=True))
    print(
        f"import {imported * 1e3:.0f} ms, with the first goal {first * 1e3:.0f} ms, {memory:.1f} MB"
    )


if __name__ == "__main__":
    main()
