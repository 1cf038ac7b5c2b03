"""Are our confidences honest?"""

from dataclasses import dataclass

from goals.domain.analysis.calibrating import Calibration, calibrate
from goals.domain.analysis.confidences import ConfidenceMoment
from goals.domain.analysis.reading import Reading
from goals.domain.cubes import confidence as cube
from goals.domain.enums import Side
from goals.reads.viewer import Viewer
from goals.services.analytics.answers import Answer, Asking, asking
from goals.services.analytics.cohorts import Cohort
from goals.services.analytics.figures import ends
from goals.store.catching_up import UpToDate


@dataclass(frozen=True, slots=True)
class CalibrationBin:
    """Forecasts of about the same confidence, and what came of them."""

    lowest: float
    highest: float
    said: float
    achieved: int
    n: int
    share: float
    band_low: float
    band_high: float
    inside: bool


@dataclass(frozen=True, slots=True)
class ConfidenceCalibration:
    """One side's first or last confidences against what came."""

    side: Side
    moment: ConfidenceMoment
    n: int
    achieved: int
    said: float | None
    share: float | None
    low: float | None
    high: float | None
    brier: float | None
    reliability: float | None
    resolution: float | None
    uncertainty: float | None
    bins: list[CalibrationBin]
    sufficient: bool
    note: Reading
    sentence: str


@dataclass(frozen=True, slots=True)
class Calibrations(Answer):
    """Every side's first and last confidences."""

    series: list[ConfidenceCalibration]


async def calibration(database: UpToDate, viewer: Viewer, cohort: Cohort) -> Calibrations:
    """Compare what each side said at first and at last with what came true by the deadline."""
    asked = await asking(database, viewer, cohort)
    (counted,) = await asked.count(cube.CUBE)
    series = []
    for slot, (side, when) in enumerate(cube.KINDS):
        said = {
            int(percent): (counts[2 * slot], counts[2 * slot + 1])
            for (percent, _), counts in counted.cells.items()
            if counts[2 * slot + 1]
        }
        series.append(_told(asked, Side(side), ConfidenceMoment(when), calibrate(said)))
    most = max(each.n for each in series)
    return Calibrations(**asked.header(counted.covered, most), series=series)


def _told(
    asked: Asking, side: Side, moment: ConfidenceMoment, found: Calibration
) -> ConfidenceCalibration:
    share, low, high = ends(found.share)
    score, said = found.score, asked.speaker.said(found.reading)
    return ConfidenceCalibration(
        side=side,
        moment=moment,
        n=found.n,
        achieved=found.came,
        said=found.said,
        share=share,
        low=low,
        high=high,
        brier=None if score is None else score.score,
        reliability=None if score is None else score.reliability,
        resolution=None if score is None else score.resolution,
        uncertainty=None if score is None else score.uncertainty,
        bins=[
            CalibrationBin(
                each.lowest,
                each.highest,
                each.said,
                each.came,
                each.n,
                each.share,
                band.low,
                band.high,
                inside=band.holds(each.share),
            )
            for each, band in ((each, each.band) for each in found.bins)
        ],
        sufficient=found.score is not None,
        note=said.note,
        sentence=said.sentence,
    )
