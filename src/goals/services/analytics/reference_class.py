"""Is this new deadline realistic: how comparable commissions went."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from goals.domain.analysis.lead_times import Days
from goals.domain.analysis.reading import Reading
from goals.domain.analysis.reference_classes import (
    ENOUGH_ALIKE,
    ENOUGH_PEOPLE,
    History,
    Likeness,
    age,
    ladder,
    outlook,
)
from goals.domain.cubes import lead_times as cube
from goals.domain.cubes.groups import EVERYTHING, of_supplier
from goals.domain.enums import Commitment, Language, Verdict
from goals.domain.errors import NotFound
from goals.domain.periods import Period
from goals.reads.viewer import Viewer
from goals.services.analytics.figures import KAPLAN_MEIER, Share, Speaker, ends
from goals.services.context import standing_of
from goals.store import analysis
from goals.store.analysis import Selection
from goals.store.catching_up import UpToDate
from goals.store.database import Database

MONTHS_BACK = 24


@dataclass(frozen=True, slots=True)
class Draft:
    """What is known of a commission that is not agreed yet."""

    supplier_team_id: UUID
    customer_team_id: UUID | None = None
    tags: tuple[str, ...] = ()
    commitment: Commitment = Commitment.COMMITTED
    deadline: date | None = None
    start: date | None = None


@dataclass(frozen=True, slots=True)
class TriedClass:
    """A class that was looked at, and how many cases it has."""

    likeness: Likeness
    n: int


@dataclass(frozen=True, slots=True)
class ByDeadline:
    """The share of comparable ones that were done in as many days."""

    share: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class ReferenceClass:
    """The class taken, how long its commissions took, and what that says of the deadline."""

    likeness: Likeness
    tried: list[TriedClass]
    since: date
    commitment: Commitment
    n: int
    delivered: int
    censored: int
    half: Days | None
    most: Days | None
    base_rate: Share
    days: int | None
    by_deadline: ByDeadline | None
    verdict: Verdict
    sufficient: bool
    method: str
    note: Reading
    sentence: str


async def reference_class(database: UpToDate, viewer: Viewer, draft: Draft) -> ReferenceClass:
    """Take the narrowest class with enough cases, and read its history."""
    today = viewer.now.date()
    since = Period.parse(f"last-{MONTHS_BACK}-months", today).first.replace(day=1)
    tried: list[TriedClass] = []
    history = History({}, {})
    likeness = Likeness.ORGANISATION
    for likeness in ladder(
        has_customer=draft.customer_team_id is not None, has_tags=bool(draft.tags)
    ):
        history = await _history(database, viewer, draft, likeness, since)
        tried.append(TriedClass(likeness, history.n))
        if history.n >= ENOUGH_ALIKE and await _of_many(database, viewer, draft, likeness, since):
            break
    days = None
    if draft.deadline is not None:
        days = max((draft.deadline - (draft.start or today)).days, 0)
    found = outlook(history, days)
    speaker = Speaker(Language(viewer.language))
    said = speaker.said(found.times.reading)
    return ReferenceClass(
        likeness=likeness,
        tried=tried,
        since=since,
        commitment=draft.commitment,
        n=found.times.n,
        delivered=found.times.done,
        censored=found.times.still_open,
        half=found.times.half,
        most=found.times.most,
        base_rate=speaker.share(found.base_rate),
        days=days,
        by_deadline=None if found.by_then is None else ByDeadline(*ends(found.by_then)),  # type: ignore[arg-type]
        verdict=found.verdict,
        sufficient=found.times.n >= ENOUGH_ALIKE,
        method=KAPLAN_MEIER,
        note=said.note,
        sentence=said.sentence,
    )


async def of_commission(database: Database, viewer: Viewer, commission_id: UUID) -> Draft:
    """What is known of a commission. Raises NotFound for one that the viewer may not see."""
    found = await analysis.commission(
        database, UUID(viewer.org_id), commission_id, standing_of(viewer)
    )
    if found is None:
        raise NotFound("Commission", path=("commission",))
    return Draft(
        supplier_team_id=found.supplier_team_id,
        customer_team_id=found.customer_team_id,
        tags=found.tags,
        commitment=Commitment(found.commitment),
        deadline=found.deadline,
        start=found.agreed_on,
    )


async def _of_many(
    database: UpToDate, viewer: Viewer, draft: Draft, likeness: Likeness, since: date
) -> bool:
    """Whether enough people stand behind a class, so that it does not speak about one of them."""
    if likeness is Likeness.ORGANISATION:
        return True
    people = await analysis.people(database, _selection(viewer, draft, likeness, since))
    return min(people) >= ENOUGH_PEOPLE


def _selection(viewer: Viewer, draft: Draft, likeness: Likeness, since: date) -> Selection:
    """The facts of a class that the viewer may see."""
    pair = likeness in {Likeness.PAIR, Likeness.PAIR_AND_TAG}
    anybody = likeness in {Likeness.TAG, Likeness.ORGANISATION}
    return Selection(
        org_id=UUID(viewer.org_id),
        commitment=draft.commitment,
        first=since,
        customer_team_id=draft.customer_team_id if pair else None,
        supplier_team_id=None if anybody else draft.supplier_team_id,
        tags=draft.tags if likeness.endswith("TAG") else (),
        standing=standing_of(viewer),
    )


async def _history(
    database: UpToDate, viewer: Viewer, draft: Draft, likeness: Likeness, since: date
) -> History:
    selection = _selection(viewer, draft, likeness, since)
    if likeness in {Likeness.SUPPLIER, Likeness.ORGANISATION} and selection.standing.sees_all:
        everything = likeness is Likeness.ORGANISATION
        group = EVERYTHING if everything else of_supplier(str(draft.supplier_team_id))
        return await _from_cells(database, selection, group, since, viewer.now.date())
    return await _from_facts(database, selection, viewer.now.date())


async def _from_facts(database: UpToDate, selection: Selection, today: date) -> History:
    delivered: Counter[int] = Counter()
    left: Counter[int] = Counter()
    outcomes: Counter[str | None] = Counter()
    for fate, days, outcome, n in await analysis.lead_times(database, selection, today):
        (delivered if fate == "DONE" else left)[days] += n
        outcomes[outcome] += n
    return History(
        delivered,
        left,
        outcomes["ACHIEVED"] + outcomes["EXCEEDED"],
        outcomes["MISSED"] + outcomes["PARTLY_ACHIEVED"],
    )


async def _from_cells(
    database: UpToDate, selection: Selection, group: str, since: date, today: date
) -> History:
    cells = await analysis.cells(
        database,
        selection.org_id,
        cube.CUBE,
        [group],
        selection.commitment,
        Period(since, date.max),
    )
    delivered: Counter[int] = Counter()
    left: Counter[int] = Counter()
    achieved = missed = 0
    for (days, agreed), (done, ended, still_open, hit, miss) in cells.items():
        if days:
            delivered[int(days)] += done
            left[int(days)] += ended
        else:
            left[age(date.fromisoformat(agreed), today)] += still_open
        achieved, missed = achieved + hit, missed + miss
    return History(+delivered, +left, achieved, missed)
