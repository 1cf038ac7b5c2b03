"""Pasts: commissions that are over, written row by row, so that a test can have hundreds.

What is written is what the acts leave behind; facts and cells are then rebuilt from it.
"""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

from goals.domain.identity import uuid7
from goals.store import rebuilding, records
from goals.store.actions import ActionRow
from goals.store.assessments import AssessmentJudgementRow, AssessmentRow
from goals.store.benefit_reviews import BenefitReviewRow
from goals.store.blockers import BlockerRow
from goals.store.check_ins import CheckInRow
from goals.store.commissions import CommissionRow, CommissionTagRow
from goals.store.evaluations import EvaluationRow
from goals.store.factors import FactorObservationRow
from goals.store.people import PersonRow
from goals.store.revisions import CriterionRow, RevisionRow
from goals.store.signatures import SignatureRow
from goals.store.smart_reports import SmartReportRow

LETTERS = ("specific", "measurable", "accepted", "realistic", "time_bound")
GRADE = {"kind": "BINARY", "weight": 1, "priority": "MUST", "origin": "CUSTOMER"}


@dataclass
class Past:
    """Writes commissions from Sales to Operations; ``stored`` makes facts and cells of them."""

    world: Any
    rows: list[Any] = field(default_factory=list)
    number: int = 0
    people: dict[str, list[UUID]] = field(default_factory=dict)
    factors: dict[str, UUID] = field(default_factory=dict)

    async def ready(self) -> "Past":
        """Look the factors up, and add two colleagues to each team."""
        found = await self.world.database.look_up(
            "SELECT key, id FROM factor WHERE org_id = $1", [self.world.org_id]
        )
        self.factors = {key: UUID(str(factor)) for key, factor in found}
        now = self.world.now
        both = {"org_id": self.world.org_id, "created_at": now, "updated_at": now}
        for team, first in (("Sales", "anna"), ("Operations", "ben"), ("Elsewhere", "otto")):
            self.people[team] = [UUID(self.world.people[first].person_id)]
            for place in range(3):
                person = PersonRow(
                    id=uuid7(now),
                    name=f"{team} {place}",
                    email=f"{team}{place}@example.org",
                    language="en",
                    role="MEMBER",
                    active=True,
                    **both,
                )
                self.rows.append(person)
                self.people[team].append(person.id)
        return self

    def add(
        self,
        outcome: str | None = "ACHIEVED",
        *,
        due: date = date(2026, 2, 15),
        customer: str = "Sales",
        supplier: str = "Operations",
        named: dict[str, str] | None = None,
        by_supplier: dict[str, str] | None = None,
        blockers: tuple[str, ...] = (),
        confidence: tuple[int, int] = (80, 80),
        checked: int | None = None,
        satisfaction: tuple[int, int] | None = (5, 6),
        own_view: tuple[int, int] | None = (5, 6),
        judged: tuple[int, int] = (100, 100),
        letters: str = "PPPPP",
        overridden: bool = False,
        state: str | None = None,
        lead_days: int = 30,
        tags: tuple[str, ...] = (),
        lapsed: bool = False,
        commitment: str = "COMMITTED",
        late: bool = False,
        self_commission: bool = False,
        one_person: bool = False,
    ) -> UUID:
        """Add one; ``named`` and ``by_supplier`` are polarities by factor."""
        org_id, at = self.world.org_id, datetime(2025, 1, 1, 9, tzinfo=UTC)
        agreed = datetime(due.year, due.month, due.day, 9, tzinfo=UTC) - timedelta(days=60)
        delivered = agreed + timedelta(days=lead_days)
        closed = outcome is not None
        state = state or ("CLOSED" if closed else "AGREED")
        self.number += 1
        made, revision, criterion = (uuid7(at) for _ in range(3))
        own = {"org_id": org_id, "commission_id": made}
        asked = self.people[customer][self.number % 4]
        doing = self.people[supplier][0 if one_person else self.number % 4]
        over = state in {"DELIVERED", "EVALUATING", "CLOSED"}
        self.rows += [
            CommissionRow(
                org_id=org_id,
                id=made,
                number=1000 + self.number,
                key=f"C-{1000 + self.number}",
                title="Something that was promised",
                customer_team_id=self.world.teams[customer],
                customer_id=asked,
                supplier_team_id=self.world.teams[supplier],
                supplier_id=asked if self_commission else doing,
                commitment=commitment,
                state=state,
                initiator="CUSTOMER",
                self_commission=self_commission,
                version=1,
                current_revision_id=revision,
                deadline=due,
                first_agreed_deadline=due,
                created_by_id=asked,
                created_at=agreed - timedelta(days=9),
                updated_at=at,
                proposed_at=agreed - timedelta(days=5),
                agreed_at=agreed,
                delivered_at=delivered if over else None,
                evaluating_at=delivered if over else None,
                closed_at=delivered + timedelta(days=3) if closed or state == "CANCELLED" else None,
                lapsed=lapsed,
                ended_by="CUSTOMER" if state == "CANCELLED" else None,
                outcome=outcome,
            ),
            RevisionRow(
                **own,
                id=revision,
                number=1,
                content_hash="0" * 64,
                author_id=asked,
                author_side="CUSTOMER",
                created_at=at,
                goal="A goal",
                deadline=due,
                deadline_time_zone="UTC",
            ),
            CriterionRow(
                org_id=org_id,
                id=criterion,
                revision_id=revision,
                lineage_id=criterion,
                position=1,
                text="It is there",
                **GRADE,
            ),
            *(CommissionTagRow(**own, tag=tag) for tag in tags),
            *self._signed(own, revision, agreed, (asked, doing), confidence, overridden),
            self._report(own, revision, agreed, letters),
        ]
        if checked is not None:
            self.rows.append(
                CheckInRow(
                    **own,
                    id=uuid7(at),
                    health="ON_TRACK",
                    confidence=checked,
                    author_id=doing,
                    created_at=agreed + timedelta(days=1),
                )
            )
        for kind in blockers:
            self.rows.append(
                BlockerRow(
                    **own,
                    id=uuid7(at),
                    kind=kind,
                    text="In the way",
                    opened_by_id=doing,
                    opened_at=agreed + timedelta(days=2),
                )
            )
        if closed:
            self.rows.append(
                EvaluationRow(
                    **own,
                    id=uuid7(at),
                    outcome=outcome,
                    timeliness_first_agreed="LATE" if late else "EARLY",
                    timeliness_current="LATE" if late else "EARLY",
                    disagreements=[],
                    evaluated_at=delivered,
                )
            )
            views = (
                ("CUSTOMER", asked, satisfaction, named or {}, judged[0]),
                ("SUPPLIER", doing, own_view, by_supplier or {}, judged[1]),
            )
            for side, person, grades, factors, percent in views:
                if grades is not None:
                    self._assessed(
                        own, criterion, delivered, side, person, grades, factors, percent
                    )
        elif state == "CANCELLED":
            self._observed(own, None, delivered, "CUSTOMER", asked, named or {})
        return made

    def _signed(
        self,
        own: dict[str, Any],
        revision: UUID,
        at: datetime,
        people: tuple[UUID, UUID],
        confidence: tuple[int, int],
        overridden: bool,
    ) -> list[Any]:
        return [
            SignatureRow(
                **own,
                id=uuid7(at),
                revision_id=revision,
                revision_hash="0" * 64,
                side=side,
                person_id=person,
                decision="ACCEPT",
                confidence=said,
                override_reason="Known." if overridden else None,
                event_seq=1,
                signed_at=at,
            )
            for side, person, said in zip(("CUSTOMER", "SUPPLIER"), people, confidence, strict=True)
        ]

    def _report(self, own: dict[str, Any], revision: UUID, at: datetime, letters: str) -> Any:
        words = {"P": "PASS", "W": "WARN", "F": "FAIL", "U": "UNKNOWN"}
        grade = "SMART" if letters == "PPPPP" else "NOT_SMART" if "F" in letters else "ALMOST"
        return SmartReportRow(
            **own,
            id=uuid7(at),
            revision_id=revision,
            rules_version="1",
            language="en",
            grade=grade,
            score=90,
            coverage=90,
            **{name: words[letter] for name, letter in zip(LETTERS, letters, strict=True)},
            findings=[],
            evidence=[],
            checked_at=at - timedelta(hours=1),
        )

    def _assessed(
        self,
        own: dict[str, Any],
        criterion: UUID,
        at: datetime,
        side: str,
        person: UUID,
        grades: tuple[int, int],
        factors: dict[str, str],
        percent: int,
    ) -> None:
        made = uuid7(at)
        self.rows += [
            AssessmentRow(
                **own,
                id=made,
                side=side,
                person_id=person,
                overall_expected=grades[0],
                overall_perceived=grades[1],
                submitted_at=at,
                unsealed_at=at,
            ),
            AssessmentJudgementRow(
                org_id=own["org_id"],
                id=uuid7(at),
                assessment_id=made,
                criterion_id=criterion,
                position=1,
                attainment=percent,
            ),
        ]
        self._observed(own, made, at, side, person, factors)

    def _observed(
        self,
        own: dict[str, Any],
        assessment: UUID | None,
        at: datetime,
        side: str,
        person: UUID,
        factors: dict[str, str],
    ) -> None:
        self.rows += [
            FactorObservationRow(
                **own,
                id=uuid7(at),
                assessment_id=assessment,
                factor_id=self.factors[key],
                side=side,
                person_id=person,
                polarity=polarity,
                strength=2,
                locus="OTHER",
                observed_at=at,
                unsealed_at=at,
            )
            for key, polarity in factors.items()
        ]

    async def stored(self) -> None:
        """Write everything, and make facts and cells of it."""
        async with self.world.database.transaction() as tx:
            await records.insert(tx, *self.rows)
        self.rows.clear()
        await rebuilding.rebuild(self.world.database, self.world.org_id, self.world.now)

    def review_benefit(self, commission: UUID, verdict: str) -> None:
        """Let somebody of the customer's say this of the benefit."""
        self.world.now += timedelta(seconds=1)
        review = BenefitReviewRow(
            org_id=self.world.org_id,
            id=uuid7(self.world.now),
            commission_id=commission,
            verdict=verdict,
            as_of=self.world.now.date(),
            person_id=self.people["Sales"][0],
            created_at=self.world.now,
        )
        self.rows.append(review)

    async def acted(self, commission: UUID, done_at: datetime | None) -> None:
        """Let somebody draw a consequence from a commission."""
        action = ActionRow(
            org_id=self.world.org_id,
            id=uuid7(self.world.now),
            commission_id=commission,
            kind="CHANGE",
            text="Order earlier.",
            owner_id=self.people["Operations"][0],
            created_by_id=self.people["Operations"][0],
            created_at=datetime(2025, 4, 1, 9, tzinfo=UTC),
            done_at=done_at,
        )
        async with self.world.database.transaction() as tx:
            await records.insert(tx, action)
