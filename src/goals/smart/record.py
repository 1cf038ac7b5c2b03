"""What is known beyond words: the acts on a commission, and how similar ones went.

Both are immutable snapshots taken by the caller, so that the same input gives the same verdict;
nothing here is read from a store or a clock. Words are in ``fields``.
"""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Signed:
    """One side's decision on one revision; ``side`` is CUSTOMER or SUPPLIER."""

    side: str
    person: str
    revision: int
    revision_hash: str
    decision: str = "ACCEPT"


@dataclass(frozen=True, slots=True)
class Provision:
    """A resource of a kind (PEOPLE, BUDGET …); ``status`` is NEEDED, COMMITTED or MISSING."""

    kind: str
    status: str
    amount: float | None = None
    unit: str | None = None
    side: str | None = None


@dataclass(frozen=True, slots=True)
class Obligation:
    """What a side owes for the work (an input, an access, a decision), and whether it came."""

    side: str
    text: str
    due: dt.date | None = None
    done: bool = False


@dataclass(frozen=True, slots=True)
class Load:
    """Person-days a side promised within a window, this commission included; its capacity."""

    side: str
    window: str
    committed: float
    capacity: float


@dataclass(frozen=True, slots=True)
class Dependency:
    """Another commission that must end first."""

    key: str
    due: dt.date | None
    done: bool = False


@dataclass(frozen=True, slots=True)
class Threat:
    """A risk: likelihood and impact from 1 to 5, what is done about it, and who does it."""

    text: str
    likelihood: int
    impact: int
    treatment: str | None = None
    owner: str | None = None


@dataclass(frozen=True, slots=True)
class Record:
    """The acts on one commission at one revision.

    ``objections`` and ``questions`` are the open ones; ``effort_days`` is the planned effort in
    person-days; ``milestones`` are the dates of linked steps; ``started`` is the first agreement
    or the day of drafting, from which a duration counts.
    """

    revision: int
    revision_hash: str
    customer: str | None = None
    supplier: str | None = None
    signatures: tuple[Signed, ...] = ()
    objections: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    resources: tuple[Provision, ...] = ()
    duties: tuple[Obligation, ...] = ()
    workload: tuple[Load, ...] = ()
    dependencies: tuple[Dependency, ...] = ()
    risks: tuple[Threat, ...] = ()
    effort_days: float | None = None
    milestones: tuple[dt.date, ...] = ()
    started: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Best:
    """The best value a metric ever had here; ``rising`` when more is better."""

    metric: str
    value: float
    rising: bool = True
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class History:
    """How comparable closed commissions went: a snapshot with an id.

    ``count`` comparable ones are closed, ``reached`` of them achieved their goal; the quantiles
    are lead times in days (``None``: not enough ended); ``similarity`` says what they share.
    """

    snapshot: str
    count: int
    reached: int
    p5: float | None = None
    p20: float | None = None
    p50: float | None = None
    p80: float | None = None
    best: tuple[Best, ...] = ()
    similarity: str = ""
