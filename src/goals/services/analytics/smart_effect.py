"""Do SMART commissions achieve more often, and which letter matters?"""

from collections.abc import Sequence
from dataclasses import dataclass

from goals.domain.analysis.proportions import Proportion, compare
from goals.domain.analysis.reading import Reading
from goals.domain.cubes import letters as cube
from goals.domain.enums import Dimension
from goals.domain.statistics.benjamini_hochberg import adjusted
from goals.domain.statistics.fisher import fisher
from goals.reads.viewer import Viewer
from goals.services.analytics.answers import Answer, Asking, asking
from goals.services.analytics.cohorts import Cohort
from goals.services.analytics.figures import Difference, Share
from goals.store.catching_up import UpToDate

FALSE_SHARE = 0.05
GRADES = ("SMART", "DRAFT_SMART", "ALMOST", "NOT_SMART")


@dataclass(frozen=True, slots=True)
class GradeRate:
    """The rate of one grade; None for commissions that were never checked."""

    grade: str | None
    achieved: Share
    excluded: int


@dataclass(frozen=True, slots=True)
class LetterEffect:
    """One letter: those that passed against those with a weakness or a failure."""

    dimension: Dimension
    passed: Share
    weak: Share
    difference: Difference
    pvalue: float | None
    corrected_pvalue: float | None
    note: Reading
    sentence: str


@dataclass(frozen=True, slots=True)
class SmartEffect(Answer):
    """Rates by grade and by letter; what was overridden stands apart from both."""

    grades: list[GradeRate]
    overridden: GradeRate
    smart_against_others: Difference
    letters: list[LetterEffect]


async def smart_effect(database: UpToDate, viewer: Viewer, cohort: Cohort) -> SmartEffect:
    """Compare grades and letters of the check at agreement with what came."""
    asked = await asking(database, viewer, cohort)
    (counted,) = await asked.count(cube.CUBE)
    own = {key: counts for (key, _), counts in counted.cells.items() if key != cube.OVERRIDDEN}
    grades = [_grade(asked, grade, own.get(grade or "")) for grade in (*GRADES, None)]
    smart = _proportion(own.get("SMART"))
    others = [_proportion(own.get(grade)) for grade in GRADES if grade != "SMART"]
    rest = Proportion(sum(each.count for each in others), sum(each.n for each in others))
    return SmartEffect(
        **asked.header(counted.covered, sum(each.achieved.n for each in grades)),
        grades=grades,
        overridden=_grade(asked, cube.OVERRIDDEN, counted.cells.get((cube.OVERRIDDEN, ""))),
        smart_against_others=asked.speaker.comparison(compare(smart, rest)),
        letters=_letters(asked, list(own.values())),
    )


def _proportion(counts: Sequence[int] | None) -> Proportion:
    achieved, missed, *_ = counts or (0, 0)
    return Proportion(achieved, achieved + missed)


def _grade(asked: Asking, grade: str | None, counts: Sequence[int] | None) -> GradeRate:
    named = None if grade == cube.OVERRIDDEN else grade
    return GradeRate(named, asked.speaker.share(_proportion(counts)), counts[2] if counts else 0)


def _letters(asked: Asking, cells: list[list[int]]) -> list[LetterEffect]:
    sums = [sum(column) for column in zip(*cells, strict=True)] or [0] * len(cube.COUNTERS)
    named = dict(zip(cube.COUNTERS, sums, strict=True))
    pairs = []
    for letter in cube.LETTERS:
        passed, missed, weak, weak_missed = (named[f"{letter}_{name}"] for name in cube.OF_LETTER)
        pairs.append((Proportion(passed, passed + missed), Proportion(weak, weak + weak_missed)))
    compared = [compare(*pair) for pair in pairs]
    tested = {
        at: fisher(found.first.count, found.first.n, found.second.count, found.second.n)
        for at, found in enumerate(compared)
        if found.difference is not None
    }
    corrected = dict(zip(tested, adjusted(list(tested.values())), strict=True))
    effects = []
    for at, (letter, found) in enumerate(zip(cube.LETTERS, compared, strict=True)):
        reading = found.reading
        if found.difference is not None:
            reading = Reading.HIGHER if found.difference.value > 0 else Reading.LOWER
            if corrected[at] > FALSE_SHARE:
                reading = Reading.NOT_DISTINGUISHABLE
        said = asked.speaker.said(reading)
        effects.append(
            LetterEffect(
                dimension=Dimension(letter.upper()),
                passed=asked.speaker.share(found.first),
                weak=asked.speaker.share(found.second),
                difference=asked.speaker.difference(found.difference, reading),
                pvalue=tested.get(at),
                corrected_pvalue=corrected.get(at),
                note=said.note,
                sentence=said.sentence,
            )
        )
    return effects
