"""Figures of the SMART checker: how often it agrees with the corpora beside this file.

Only the public entry points are asked, without a language hint, and only what ``Report.as_dict``
shows is used. Labels come from ``corpora``; the floors are asserted in ``test_figures``.
Run ``python tests/smart/figures.py [--split dev] [--show pairs]`` for the table and failures.
"""

import argparse
import datetime as dt
import functools
import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from disguises import DISGUISES, without

from goals.smart import check
from goals.smart.fields import Draft

corpora = Path(__file__).parent / "corpora"  # another folder: --corpora
LANGUAGES = ("de", "en")
JUDGED = ("specific", "measurable", "timeBound")
LETTERS = {"S": "specific", "M": "measurable", "T": "timeBound"}
RANK = {"fail": 0, "unknown": 1, "warn": 2, "pass": 3}
SPLITS = ("dev", "held")

Item = dict[str, Any]
Verdicts = Mapping[str, str]


class Failure(NamedTuple):
    """One item the checker judges otherwise than its label, with what it said."""

    item: Item
    said: str


class Rate(NamedTuple):
    """How many of ``total`` items were judged right, and the others."""

    right: int
    total: int
    failures: list[Failure]

    @property
    def share(self) -> float:
        """Right ones of all; 1 when there are none."""
        return self.right / self.total if self.total else 1.0


class Agreement(NamedTuple):
    """Found and missed calls of "this dimension is missing"; F1 is their harmonic mean."""

    true_positives: int
    false_positives: int
    false_negatives: int
    failures: list[Failure]

    @property
    def f1(self) -> float:
        """2 TP / (2 TP + FP + FN), van Rijsbergen (1979)."""
        doubled = 2 * self.true_positives
        return doubled / (doubled + self.false_positives + self.false_negatives or 1)


def read(kind: str, language: str, splits: Iterable[str] = SPLITS) -> list[Item]:
    """The items of a corpus in one language; comment lines start with #."""
    name = kind if kind == "twins" else f"{kind}_{language}"
    lines = (corpora / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    items = [json.loads(line) for line in lines if line and not line.startswith("#")]
    return [item for item in items if item["split"] in set(splits)]


def answers(item: Mapping[str, Any]) -> Item:
    """The words of an item without its labels."""
    names = ("text", "goal", "benefit", "customer", "criteria", "deadline")
    return {name: item[name] for name in names if name in item}


def judge(words: Mapping[str, Any], today: str) -> Item:
    """What the checker says of a plain text or a commission, as it is written to NDJSON."""
    return dict(_report(json.dumps(words, sort_keys=True), today))


@functools.lru_cache(maxsize=20_000)
def _report(words: str, today: str) -> Item:
    draft = Draft.from_mapping(json.loads(words))
    return check(draft, today=dt.date.fromisoformat(today)).as_dict("en")


def _rate(items: Iterable[Item], judgement: Callable[[Item], str]) -> Rate:
    """Judge every item; an empty answer is right, any other says what went wrong."""
    said = [(item, judgement(item)) for item in items]
    failures = [Failure(item, words) for item, words in said if words]
    return Rate(len(said) - len(failures), len(said), failures)


def _codes(report: Item, dimension: str, *severities: str) -> list[str]:
    return [
        finding["rule"]
        for finding in report["findings"]
        if finding["dimension"] == dimension and finding["severity"] in severities
    ]


def _say(report: Item, dimension: str) -> str:
    verdict = report["verdicts"][dimension]
    return " ".join([verdict, *_codes(report, dimension, "error", "warning", "advice")])


def decoys(language: str, dimension: str, splits: Iterable[str] = SPLITS) -> Rate:
    """Decoys of "measurable" or "timeBound" for which evidence is shown exactly when there is."""

    def judgement(item: Item) -> str:
        report = judge(answers(item), item["today"])
        if dimension == "measurable":
            shown = any(e["dimension"] == dimension for e in report["evidence"])
            found = "evidence" if shown else "none"
        else:
            found = "none" if report["deadline"] is None else "deadline"
        return "" if found == item[dimension] else f"{found}: {_say(report, dimension)}"

    wanted = [i for i in read("decoys", language, splits) if i["dimension"] == dimension]
    return _rate(wanted, judgement)


def pairs(language: str, splits: Iterable[str] = SPLITS, letter: str = "SMT") -> Rate:
    """Pairs of equal length whose better half is the better one on the named dimension."""

    def judgement(item: Item) -> str:
        dimension = LETTERS[item["dimension"]]
        better, worse = (judge({"text": item[k]}, item["today"]) for k in ("better", "worse"))
        if _standing(better, dimension) > _standing(worse, dimension):
            return ""
        return f"better {_say(better, dimension)} | worse {_say(worse, dimension)}"

    wanted = [i for i in read("pairs", language, splits) if i["dimension"] in letter]
    return _rate(wanted, judgement)


def _standing(report: Item, dimension: str) -> tuple[int, int, int]:
    errors, warnings = (len(_codes(report, dimension, kind)) for kind in ("error", "warning"))
    return RANK[report["verdicts"][dimension]], -errors, -warnings


def missing(
    language: str,
    dimension: str,
    splits: Iterable[str] = SPLITS,
    said: Iterable[str] = ("fail", "warn", "unknown"),
) -> Agreement:
    """Agreement on "missing": the label against a verdict that is one of ``said``."""
    hits: Counter[tuple[bool, bool]] = Counter()
    failures = []
    for item in read("labelled", language, splits):
        report = judge(answers(item), item["today"])
        called = report["verdicts"][dimension] in said
        hits[item["missing"][dimension], called] += 1
        if called != item["missing"][dimension]:
            failures.append(Failure(item, _say(report, dimension)))
    return Agreement(hits[True, True], hits[False, True], hits[True, False], failures)


def good_goals(language: str, splits: Iterable[str] = SPLITS) -> Rate:
    """Goals that miss nothing and get no error or warning on S, M or T."""

    def judgement(item: Item) -> str:
        report = judge(answers(item), item["today"])
        return " ".join(c for d in JUDGED for c in _codes(report, d, "error", "warning"))

    return _rate(_good(language, splits), judgement)


def _good(language: str, splits: Iterable[str]) -> list[Item]:
    goals = read("labelled", language, splits)
    return [goal for goal in goals if not any(goal["missing"].values())]


def deadlines(language: str, splits: Iterable[str] = SPLITS) -> Rate:
    """Phrases whose date, or whose lack of one, is found."""

    def judgement(item: Item) -> str:
        found = judge({"text": item["text"]}, item["today"])["deadline"]  # the label stays here
        return "" if found == item["deadline"] else f"{found}, not {item['deadline']}"

    return _rate(read("deadlines", language, splits), judgement)


def wrong_dates(language: str, splits: Iterable[str] = SPLITS) -> float:
    """Share of all phrases that resolve to another date than they mean."""
    rate = deadlines(language, splits)
    return sum(not f.said.startswith("None") for f in rate.failures) / rate.total


def twins(splits: Iterable[str] = SPLITS) -> Rate:
    """Translations with equal verdicts on all five dimensions."""

    def judgement(item: Item) -> str:
        de, en = (judge(item[language], item["today"]) for language in LANGUAGES)
        apart = [d for d in de["verdicts"] if de["verdicts"][d] != en["verdicts"][d]]
        return "; ".join(f"{d}: {_say(de, d)} / {_say(en, d)}" for d in apart)

    return _rate(read("twins", "", splits), judgement)


def ablation(
    language: str, splits: Iterable[str] = SPLITS, dimensions: Iterable[str] = JUDGED
) -> Rate:
    """Deletions of a good goal's evidence after which that dimension, and only it, leaves pass.

    All spans of one dimension are deleted together.
    """
    cases = [
        {**item, "deleted": dimension}
        for item in _good(language, splits)
        for dimension in dimensions
        if judge(answers(item), item["today"])["verdicts"][dimension] == "pass"
    ]

    def judgement(item: Item) -> str:
        before = judge(answers(item), item["today"])
        after = judge(without(answers(item), before, item["deleted"]), item["today"])
        gone = item["deleted"]
        told = [] if after["verdicts"][gone] != "pass" else [f"{gone} still passes"]
        told += [
            f"without {gone}, {d}: {_say(before, d)} -> {_say(after, d)}"
            for d in JUDGED
            if d != gone and before["verdicts"][d] != after["verdicts"][d]
        ]
        return "; ".join(told)

    return _rate(cases, judgement)


def disguised(language: str, disguise: str, splits: Iterable[str] = SPLITS) -> Rate:
    """Goals whose verdicts on S, M and T a change of dress leaves alone."""

    def judgement(item: Item) -> str:
        words = answers(item)
        name = "text" if "text" in words else "goal"
        dressed = {**words, name: DISGUISES[disguise](words[name], language)}
        before, after = judge(words, item["today"]), judge(dressed, item["today"])
        return "; ".join(
            f"{d}: {_say(before, d)} -> {_say(after, d)}"
            for d in JUDGED
            if before["verdicts"][d] != after["verdicts"][d]
        )

    return _rate(read("labelled", language, splits), judgement)


def answers_again(language: str) -> Rate:
    """Items of which a second, unremembered look gives the identical report."""

    def judgement(item: Item) -> str:
        first = judge(answers(item), item["today"])
        second = _report.__wrapped__(json.dumps(answers(item), sort_keys=True), item["today"])
        return "" if first == second else "another report"

    return _rate(read("labelled", language), judgement)


class RuleCount(NamedTuple):
    """How a rule did on the labelled goals: warnings and errors only."""

    fired: int
    right: int  # fired where the reader misses that dimension
    wanted: int  # goals of which the reader misses that dimension


def rules(language: str, splits: Iterable[str] = SPLITS) -> dict[str, RuleCount]:
    """Per rule of S, M and T: fired, right, and how many goals miss its dimension."""
    fired: Counter[str] = Counter()
    right: Counter[str] = Counter()
    home: dict[str, str] = {}
    items = read("labelled", language, splits)
    for item in items:
        report = judge(answers(item), item["today"])
        for dimension in JUDGED:
            for code in set(_codes(report, dimension, "error", "warning")):
                home[code] = dimension
                fired[code] += 1
                right[code] += item["missing"][dimension]
    wanted = {d: sum(i["missing"][d] for i in items) for d in JUDGED}
    return {c: RuleCount(fired[c], right[c], wanted[home[c]]) for c in sorted(fired)}


def table(splits: Iterable[str]) -> Iterable[tuple[str, str, str]]:
    """Rows of the table "Figures to reach": measure, German, English."""
    both = {language: _column(language, splits) for language in LANGUAGES}
    for measure, german in both["de"].items():
        yield measure, german, both["en"][measure]
    same = twins(splits)
    yield "twins with equal verdicts", f"{same.share:.1%}", f"n {same.total}"


def _column(language: str, splits: Iterable[str]) -> dict[str, str]:
    column = {
        "decoys right, measurable": f"{decoys(language, 'measurable', splits).share:.1%}",
        "decoys right, time": f"{decoys(language, 'timeBound', splits).share:.1%}",
        "length-matched pairs": f"{pairs(language, splits).share:.3f}",
    }
    for letter in LETTERS:
        column[f"  of these {letter}"] = f"{pairs(language, splits, letter).share:.3f}"
    for letter, dimension in LETTERS.items():
        column[f"F1 missing, {letter}"] = f"{missing(language, dimension, splits).f1:.3f}"
        strict = missing(language, dimension, splits, ["fail"]).f1
        column[f"  calling only a fail, {letter}"] = f"{strict:.3f}"
    column["alarms on good goals"] = f"{1 - good_goals(language, splits).share:.1%}"
    column["deadlines right"] = f"{deadlines(language, splits).share:.1%}"
    column["wrong dates"] = f"{wrong_dates(language, splits):.1%}"
    for letter, dimension in LETTERS.items():
        column[f"ablation, {letter}"] = f"{ablation(language, splits, [dimension]).share:.1%}"
    for name in DISGUISES:
        column[f"unmoved by {name}"] = f"{disguised(language, name, splits).share:.1%}"
    column["determinism"] = f"{answers_again(language).share:.1%}"
    return column


def _shown(name: str, language: str, splits: Iterable[str]) -> list[Failure]:
    """Failures of one measure, for the command line."""
    if name in JUDGED:
        return missing(language, name, splits).failures
    if name in DISGUISES:
        return disguised(language, name, splits).failures
    if name.startswith("decoys"):
        return decoys(language, name.partition(":")[2] or "measurable", splits).failures
    measures: dict[str, Callable[..., Rate]] = {
        "pairs": pairs,
        "deadlines": deadlines,
        "good": good_goals,
        "ablation": ablation,
        "twins": lambda language, splits: twins(splits if language == "de" else ()),
    }
    return measures[name](language, splits).failures


def main() -> None:
    """Print the table, the counts per rule, and on request failures of the dev half."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--split", choices=[*SPLITS, "both"], default="both")
    parser.add_argument("--show", metavar="MEASURE", help="list failures (dev only)")
    parser.add_argument("--corpora", type=Path, default=corpora, help="other folder to judge by")
    options = parser.parse_args()
    globals()["corpora"] = options.corpora
    splits = SPLITS if options.split == "both" else (options.split,)
    if options.show:
        for language in LANGUAGES:
            for item, said in _shown(
                options.show, language, (options.split,) if options.split != "both" else ("dev",)
            ):
                print(json.dumps(item, ensure_ascii=False), "=>", said)
        return
    print(f"{'measure':32}{'de':>10}{'en':>10}")
    for measure, german, english in table(splits):
        print(f"{measure:32}{german:>10}{english:>10}")
    for language in LANGUAGES:
        print(f"\n{'rule, ' + language:12}{'fired':>7}{'precision':>11}{'recall':>8}")
        for code, (fired, right, wanted) in rules(language, splits).items():
            print(f"{code:12}{fired:>7}{right / fired:>11.2f}{right / (wanted or 1):>8.2f}")


if __name__ == "__main__":
    main()
