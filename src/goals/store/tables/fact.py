"""Facts and rollups: what rates are counted from, following the acts."""

from typing import ClassVar

from goals.store.columns import Count, Day, Document, Flag, Identifier, Moment, Sequence, Words
from goals.store.tables.base import RUNNING, Stored


class Fact(Stored, tablename="fact", db=RUNNING):
    """What one commission contributes; see goals.domain.facts."""

    KEY: ClassVar[tuple[str, ...]] = ("org_id", "commission_id")

    org_id = Identifier()
    commission_id = Identifier(primary_key=True)
    month = Count()
    due = Day()
    deadline = Day()
    commitment = Words()
    self = Flag()
    customer_team_id = Identifier()
    supplier_team_id = Identifier()
    customer_id = Identifier()
    supplier_id = Identifier()
    created_by_id = Identifier()
    customer_mark = Count()
    supplier_mark = Count()
    state = Words()
    ended_by = Words(null=True)
    outcome = Words(null=True)
    lapsed = Flag()
    timeliness_first = Words(null=True)
    timeliness_current = Words(null=True)
    grade = Words(null=True)
    created_at = Moment()
    proposed_at = Moment(null=True)
    agreed_at = Moment()
    delivered_at = Moment(null=True)
    evaluating_at = Moment(null=True)
    closed_at = Moment(null=True)
    detail = Document()


class Rollup(Stored, tablename="rollup", db=RUNNING):
    """A cell of a cube; see goals.domain.cubes. Its counters have no names here."""

    KEY: ClassVar[tuple[str, ...]] = (
        *("org_id", "cube", "month", "commitment", "self"),
        *("key1", "key2", "key3"),
    )

    org_id = Identifier()
    cube = Words()
    month = Count()
    commitment = Words()
    self = Flag()
    key1 = Words()
    key2 = Words()
    key3 = Words(primary_key=True)
    n01 = Sequence()
    n02 = Sequence()
    n03 = Sequence()
    n04 = Sequence()
    n05 = Sequence()
    n06 = Sequence()
    n07 = Sequence()
    n08 = Sequence()
    n09 = Sequence()
    n10 = Sequence()
    n11 = Sequence()
    n12 = Sequence()
    n13 = Sequence()
    n14 = Sequence()
    n15 = Sequence()
    n16 = Sequence()
    n17 = Sequence()
    n18 = Sequence()
    n19 = Sequence()
    n20 = Sequence()
    n21 = Sequence()
    n22 = Sequence()
    n23 = Sequence()
    n24 = Sequence()


class RollupBuilt(Stored, tablename="rollup_built", db=RUNNING):
    """By which cubes the cells of an organisation were made, and up to which event of its chain."""

    KEY: ClassVar[tuple[str, ...]] = ("org_id",)

    org_id = Identifier(primary_key=True)
    cubes = Words()
    built_at = Moment()
    seq = Sequence()
