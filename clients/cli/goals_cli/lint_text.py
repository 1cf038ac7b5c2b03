"""Lint output for people: the line, the span underlined, what is wrong, how to mend it."""

from collections.abc import Iterable

from goals.smart import DIMENSIONS
from goals_cli import output
from goals_cli.language import Words, current, say
from goals_cli.linting import Judged, Located

_SEVERITY = {
    "error": Words("Fehler", "error"),
    "warning": Words("Warnung", "warning"),
    "advice": Words("Hinweis", "advice"),
}
_COLOUR = {"error": "31", "warning": "33", "advice": "36"}
_LETTER = {
    "specific": Words("konkret", "specific"),
    "measurable": Words("messbar", "measurable"),
    "accepted": Words("akzeptiert", "accepted"),
    "realistic": Words("realistisch", "realistic"),
    "timeBound": Words("terminiert", "time-bound"),
}
_VERDICT = {
    "pass": Words("ja", "yes"),
    "warn": Words("fraglich", "doubtful"),
    "fail": Words("nein", "no"),
    "unknown": Words("unbekannt", "unknown"),
}
_WIDEST = 160


def write_text(found: Iterable[Judged]) -> None:
    """Findings of every commission, then one line with its verdicts."""
    count = errors = 0
    for judged in found:
        count += 1
        for one in judged.located:
            errors += one.finding.severity == "error"
            _write_finding(judged, one)
        _write_verdicts(judged)
    output.line(_summary(count, errors))


def _summary(count: int, errors: int) -> str:
    goals = say("Ziel", "goal") if count == 1 else say("Ziele", "goals")
    faults = say("Fehler", "error" if errors == 1 else "errors")
    return say("{} {} geprüft, {} {}.", "{} {} checked, {} {}.").format(
        count, goals, errors, faults
    )


def finding_line(judged: Judged, one: Located) -> str:
    """Place, severity, rule and message of a finding."""
    line, column = judged.document.position(one.start)
    finding = one.finding
    severity = str(_SEVERITY[finding.severity])
    if output.coloured():
        severity = f"\x1b[{_COLOUR[finding.severity]}m{severity}\x1b[0m"
    place = output.clean(f"{judged.document.name}:{line}:{column}")
    return f"{place}: {severity} {finding.code}: {output.clean(finding.message(current()))}"


def _write_finding(judged: Judged, one: Located) -> None:
    _put(finding_line(judged, one))
    if one.end > one.start:
        _write_excerpt(judged, one)
    fix = output.clean(one.finding.fix(current()))
    _put(f"     → {' '.join(fix.split())}")


def _write_excerpt(judged: Judged, one: Located) -> None:
    """The line of a finding with its words underlined; of several lines the first."""
    line, column = judged.document.position(one.start)
    text = judged.document.line(line)
    length = max(1, min(one.end - one.start, len(text) - column + 1))
    first = max(0, column - 1 - _WIDEST // 2)
    shown = output.clean(text[first : first + _WIDEST].replace("\t", " "))
    begin = column - 1 - first
    length = min(length, len(shown) - begin)
    if output.coloured():
        span = shown[begin : begin + length]
        shown = f"{shown[:begin]}\x1b[4m{span}\x1b[24m{shown[begin + length :]}"
    number = str(line)
    _put(f"{number:>4} | {shown}")
    _put(f"     | {' ' * begin}{'^' * max(1, length)}")


def _write_verdicts(judged: Judged) -> None:
    report = judged.report
    verdicts = ", ".join(
        f"{_LETTER[name]}: {_VERDICT[str(report.verdicts[name])]}" for name in DIMENSIONS
    )
    deadline = f", {report.deadline.isoformat()}" if report.deadline else ""
    _put(f"{output.clean(judged.name)}: {report.grade} ({verdicts}{deadline})")
    _put("")


def _put(text: str) -> None:
    """A line that may hold our own colours; other people's texts in it are clean already."""
    if output.coloured() and not output.as_json():
        import sys

        sys.stdout.write(text + "\n")
    else:
        output.line(text)
