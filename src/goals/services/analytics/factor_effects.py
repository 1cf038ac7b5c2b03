"""What helps, hinders and is missing most, and does it go with achievement?"""

from dataclasses import dataclass
from uuid import UUID

from goals.domain.analysis.factor_effects import Effect, Naming, Universe, effects, universe
from goals.domain.analysis.reading import Reading
from goals.domain.cubes import factors, shares
from goals.domain.enums import FactorLevel, Language, Locus, Polarity, Side
from goals.domain.errors import LimitExceeded
from goals.reads.viewer import Viewer
from goals.services.analytics.answers import Answer, Asking, asking
from goals.services.analytics.cohorts import Cohort
from goals.services.analytics.figures import Difference, Share, ends
from goals.store.analysis import Cells
from goals.store.catching_up import UpToDate
from goals.store.database import Database


@dataclass(frozen=True, slots=True)
class Ratio:
    """The rate with a factor divided by the rate without."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far both sides name it together, over commissions that both assessed."""

    n: int
    customer: int
    supplier: int
    both: int
    kappa: float | None
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class ShareOf:
    """How often it was named as whose share, by which side."""

    side: Side
    locus: Locus
    count: int


@dataclass(frozen=True, slots=True)
class FactorEffect:
    """One factor and polarity."""

    factor: str
    key: str
    label: str
    level: FactorLevel
    polarity: Polarity
    named: Share
    named_before: int
    named_only_after: int
    in_cancelled: int
    with_factor: Share
    without_factor: Share
    difference: Difference
    ratio: Ratio | None
    pvalue: float | None
    corrected_pvalue: float | None
    agreement: Agreement
    shares: list[ShareOf]
    note: Reading
    sentence: str


@dataclass(frozen=True, slots=True)
class FactorEffects(Answer):
    """The commissions compared, those left out, and the effects."""

    compared: int
    achieved: int
    not_assessable: int
    unassessed: int
    cancelled: int
    family: int
    effects: list[FactorEffect]
    left_out: int


MOST_EFFECTS = 200


async def factor_effects(
    database: UpToDate, viewer: Viewer, cohort: Cohort, naming: Naming, first: int
) -> FactorEffects:
    """Compare what was named with what was not; the family is corrected as a whole.

    Raises LimitExceeded.
    """
    if not 0 <= first <= MOST_EFFECTS:
        raise LimitExceeded("first", MOST_EFFECTS, first, ("first",))
    asked = await asking(database, viewer, cohort)
    counted, by_share = await asked.count(factors.CUBE, shares.CUBE)
    whole = universe(counted.cells.get(("", ""), [0] * len(factors.COUNTED)))
    named = {key: counts for (key, _), counts in counted.cells.items() if key}
    known = await _catalogue(database, viewer)
    found = [effect for effect in effects(whole, named, naming) if effect.factor in known]
    return FactorEffects(
        **asked.header(counted.covered, whole.n),
        compared=whole.n,
        achieved=whole.achieved,
        not_assessable=whole.not_assessable,
        unassessed=whole.unasked,
        cancelled=whole.cancelled,
        family=sum(each.p_value is not None for each in found),
        effects=[
            _told(asked, effect, whole, known[effect.factor], by_share.cells)
            for effect in found[:first]
        ],
        left_out=len(found[first:]),
    )


Known = dict[str, tuple[str, FactorLevel, str]]
"""Key, level and label of factors, by id."""


async def _catalogue(database: Database, viewer: Viewer) -> Known:
    sql = "SELECT id, key, level, label_de, label_en FROM factor WHERE org_id = $1"
    german = Language(viewer.language) is Language.DE
    return {
        str(factor): (key, FactorLevel(level), de if german else en)
        for factor, key, level, de, en in await database.look_up(sql, [UUID(viewer.org_id)])
    }


def _told(
    asked: Asking,
    effect: Effect,
    whole: Universe,
    known: tuple[str, FactorLevel, str],
    by_share: Cells,
) -> FactorEffect:
    key, level, label = known
    speaker, found = asked.speaker, effect.comparison
    said = speaker.said(effect.reading)
    return FactorEffect(
        factor=effect.factor,
        key=key,
        label=label,
        level=level,
        polarity=effect.polarity,
        named=speaker.counted(effect.named, whole.n),
        named_before=effect.named_before,
        named_only_after=effect.named - effect.named_before,
        in_cancelled=effect.in_cancelled,
        with_factor=speaker.share(found.first),
        without_factor=speaker.share(found.second),
        difference=speaker.difference(found.difference, effect.reading),
        ratio=None if effect.ratio is None else Ratio(*ends(effect.ratio)),  # type: ignore[arg-type]
        pvalue=effect.p_value,
        corrected_pvalue=effect.corrected,
        agreement=Agreement(
            whole.both_assessed,
            effect.by_customer,
            effect.by_supplier,
            effect.by_both,
            *ends(effect.agreement),
        ),
        shares=_shares(by_share.get((effect.factor, "")), effect.polarity),
        note=said.note,
        sentence=said.sentence,
    )


def _shares(counts: list[int] | None, polarity: Polarity) -> list[ShareOf]:
    return [
        ShareOf(Side(side), Locus(locus), count)
        for (side, named, locus), count in zip(shares.PLACES, counts or (), strict=False)
        if named == polarity and count
    ]
