"""Lives: what happens to one commission, act by act, through the services.

A life is a generator: it gives the moment of its next act and does it when it is resumed, so that
many lives can be told in the order of time. What becomes of it is its fate.
"""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from random import Random
from uuid import UUID

from goals.demo.cast import Cast, Member
from goals.demo.drafts import stretched, wording
from goals.demo.themes import Theme, team_of
from goals.domain.enums import (
    CheckInHealth,
    Commitment,
    Locus,
    Polarity,
    QuestionField,
    ReviewDecision,
    SatisfactionAspect,
    Side,
)
from goals.domain.errors import SmartGateClosed
from goals.services import (
    assessments,
    check_ins,
    commissions,
    deliveries,
    endings,
    measurements,
    playbacks,
    questions,
    signatures,
)
from goals.services.requests import (
    AcceptRequest,
    AcknowledgeRequest,
    AnswerRequest,
    AskRequest,
    AssessRequest,
    AttainmentPart,
    CancelRequest,
    CheckInRequest,
    ClaimPart,
    CloseForEvaluationRequest,
    ConfirmPlaybackRequest,
    DeclineRequest,
    DeliverRequest,
    DraftRequest,
    FactorPart,
    JudgementPart,
    MeasurementPart,
    MeasureRequest,
    PlayBackRequest,
    ProposeRequest,
    ReviewRequest,
    SatisfactionPart,
    WithdrawRequest,
)
from goals.store import lookups

FATES: dict[str, int] = {
    "achieved": 46,
    "exceeded": 7,
    "partly": 11,
    "missed": 9,
    "undelivered": 5,
    "lapsed": 3,
    "cancelled": 5,
    "revoked": 3,
    "declined": 6,
    "withdrawn": 5,
}
HELPFUL = ("clarity_of_goal", "shared_goal", "expertise", "information_flow", "trust", "tools")
HINDERING = ("time", "staffing", "decisions", "stable_requirements", "inputs", "priorities")
FULLY = frozenset({"achieved", "exceeded", "lapsed"})
OPEN_AT_FIRST = {"achieved": 8, "exceeded": 8, "partly": 5, "missed": 3}


@dataclass(slots=True)
class Life:
    """One commission of the invented past."""

    cast: Cast
    theme: Theme
    dice: Random
    start: datetime
    commission_id: UUID | None = None
    criteria: tuple[UUID, ...] = ()

    async def told(self) -> AsyncIterator[datetime]:
        """Give the moment of each act, and do the act when resumed."""
        dice, theme = self.dice, self.theme
        customer = dice.choice(self.cast.members[team_of(theme.customer)])
        supplier = dice.choice(self.cast.members[team_of(theme.supplier)])
        fate = dice.choices(list(FATES), weights=list(FATES.values()))[0]
        deadline = self.start + timedelta(days=dice.choice((30, 45, 60, 75, 90, 120)))
        numbers = dice.randint(*theme.start), dice.randint(*theme.end)
        at = self.start
        yield at
        await self._draft(customer, supplier, deadline, numbers, at)
        at = self._after(at, hours=(1, 30))
        yield at
        await commissions.propose(
            self.cast.acting(customer, at), ProposeRequest(self.commission_id, 1)
        )
        async for moment in self._clarified(customer, supplier, fate, at):
            at = moment
            yield at
        if fate in {"declined", "withdrawn"}:
            return
        async for moment in self._worked(customer, supplier, fate, at, deadline, numbers):
            yield moment

    def _after(self, at: datetime, hours: tuple[int, int]) -> datetime:
        return at + timedelta(minutes=self.dice.randint(hours[0] * 60, hours[1] * 60))

    async def _draft(
        self,
        customer: Member,
        supplier: Member,
        deadline: datetime,
        numbers: tuple[int, int],
        at: datetime,
    ) -> None:
        content = wording(self.theme, numbers, deadline.date(), self.dice)
        theme = self.theme
        kinds = (Commitment.COMMITTED,) * 17 + (Commitment.STRETCH,) * 2 + (Commitment.LEARNING,)
        made = await commissions.draft(
            self.cast.acting(customer, at),
            DraftRequest(
                initiator=Side.CUSTOMER,
                title=theme.title,
                customer_team_id=customer.team_id,
                customer_id=customer.id,
                supplier_team_id=supplier.team_id,
                supplier_id=supplier.id,
                commitment=self.dice.choice(kinds),
                tags=theme.tags,
                content=content,
            ),
        )
        self.commission_id = made.commission_id
        self.criteria = tuple(
            await lookups.criteria(self.cast.database, self.cast.org_id, made.commission_id)
        )

    async def _clarified(
        self, customer: Member, supplier: Member, fate: str, at: datetime
    ) -> AsyncIterator[datetime]:
        """Question, playback, and both signatures; or the early end."""
        dice, cast, key = self.dice, self.cast, self.commission_id
        german = self.theme.language == "de"
        if dice.random() < 0.4:
            at = self._after(at, (2, 40))
            yield at
            text = "Ab welchem Tag wird gezählt?" if german else "From which day do we count?"
            asked = await questions.ask(
                cast.acting(supplier, at), AskRequest(key, QuestionField.SUCCESS_CRITERIA, text)
            )
            at = self._after(at, (1, 60))
            yield at
            text = (
                "Ab dem Ersten des nächsten Monats." if german else "From the first of the month."
            )
            await questions.answer(cast.acting(customer, at), AnswerRequest(asked.subject_id, text))
        at = self._after(at, (2, 48))
        yield at
        if fate == "withdrawn":
            reason = "Der Bedarf ist entfallen." if german else "It is no longer needed."
            await endings.withdraw(cast.acting(customer, at), WithdrawRequest(key, reason))
            return
        if fate == "declined":
            reason = "Bis dahin ist niemand frei." if german else "Nobody is free until then."
            other = "Ein Quartal später ginge es." if german else "A quarter later it would work."
            await signatures.decline(
                cast.acting(supplier, at), DeclineRequest(key, 1, reason, other)
            )
            return
        played = dice.random() < 0.35
        if played:
            text = f"Verstanden: {self.theme.title}." if german else f"So: {self.theme.title}."
            made = await playbacks.play_back(
                cast.acting(supplier, at), PlayBackRequest(key, 1, text)
            )
            at = self._after(at, (1, 30))
            yield at
            await playbacks.confirm_playback(
                cast.acting(customer, at), ConfirmPlaybackRequest(made.subject_id)
            )
            at = self._after(at, (1, 20))
            yield at
        note = None if played else ("Klar, so machen wir es." if german else "Clear, we do that.")
        likely = dice.randint(55, 95) if fate in OPEN_AT_FIRST else dice.randint(35, 85)
        await self._sign(supplier, at, likely, note)
        at = self._after(at, (1, 30))
        yield at
        await self._sign(customer, at, min(likely + dice.randint(-10, 15), 100), None)

    async def _sign(self, member: Member, at: datetime, likely: int, note: str | None) -> None:
        context = self.cast.acting(member, at)
        request = AcceptRequest(self.commission_id, 1, likely, note)
        try:
            await signatures.accept(context, request)
        except SmartGateClosed:
            german = self.theme.language == "de"
            reason = "Eilt; wir schärfen nach." if german else "Urgent; we sharpen it later."
            await signatures.accept(
                context, AcceptRequest(self.commission_id, 1, likely, note, reason)
            )

    async def _worked(
        self,
        customer: Member,
        supplier: Member,
        fate: str,
        at: datetime,
        deadline: datetime,
        numbers: tuple[int, int],
    ) -> AsyncIterator[datetime]:
        """Check-ins on the way, then the end that fate has in store."""
        dice, cast, key = self.dice, self.cast, self.commission_id
        a, b = numbers
        good = fate in {"achieved", "exceeded", "lapsed"}
        late = dice.random() < (0.22 if good else 0.5)
        delivered = deadline + timedelta(days=dice.randint(1, 12) if late else -dice.randint(0, 9))
        ended = delivered - timedelta(days=dice.randint(5, 20))
        step = timedelta(days=dice.choice((9, 14, 21)))
        moment = at + step
        while moment < (ended if fate in {"cancelled", "revoked"} else delivered):
            yield moment
            share = (moment - at) / (delivered - at) * (0.95 if good else 0.6)
            await self._check_in(supplier, customer, moment, a, b, share, good=good)
            moment += step
        if fate in {"cancelled", "revoked"}:
            moment = max(ended, at + timedelta(hours=3))
            yield moment
            await self._end(customer, supplier, fate, moment)
            return
        if fate == "undelivered":
            moment = deadline + timedelta(days=9, hours=2)
            yield moment
            await endings.close_for_evaluation(
                cast.acting(customer, moment), CloseForEvaluationRequest(key)
            )
        else:
            moment = max(delivered, at + timedelta(hours=6))
            yield moment
            await self._deliver(supplier, moment, b, fate)
            if fate == "lapsed":
                return
            moment = self._after(moment, (3, 90))
            yield moment
            await self._review(customer, fate, moment)
        for member in dice.sample((customer, supplier), 2):
            moment = self._after(moment, (3, 100))
            yield moment
            await self._assess(member, member is customer, fate, moment)

    async def _check_in(
        self,
        supplier: Member,
        customer: Member,
        at: datetime,
        a: int,
        b: int,
        share: float,
        *,
        good: bool,
    ) -> None:
        values: tuple[MeasurementPart, ...] = ()
        if not self.theme.weak:
            now = Decimal(str(round(a + (b - a) * min(share, 1.2), 1)))
            values = (MeasurementPart(self.criteria[0], now),)
        weights = (7, 2, 1) if good else (3, 4, 3)
        health = self.dice.choices(list(CheckInHealth), weights=weights)[0]
        made = await check_ins.check_in(
            self.cast.acting(supplier, at),
            CheckInRequest(
                self.commission_id, health, self.dice.randint(40, 95), measurements=values
            ),
        )
        if self.dice.random() < 0.7:
            later = at + timedelta(minutes=self.dice.randint(5, 50))
            await check_ins.acknowledge(
                self.cast.acting(customer, later), AcknowledgeRequest(made.subject_id)
            )

    async def _end(self, customer: Member, supplier: Member, fate: str, at: datetime) -> None:
        german = self.theme.language == "de"
        reason = "Andere Vorhaben gehen vor." if german else "Other work comes first."
        factor = FactorPart(self.dice.choice(HINDERING), Polarity.HINDERED, Locus.SHARED)
        request = CancelRequest(self.commission_id, reason, (factor,))
        if fate == "cancelled":
            await endings.cancel(self.cast.acting(customer, at), request)
        else:
            await endings.revoke(self.cast.acting(supplier, at), request)

    async def _deliver(self, supplier: Member, at: datetime, goal: int, fate: str) -> None:
        if fate in FULLY and not self.theme.weak:
            value = stretched(self.theme, goal) if fate == "exceeded" else Decimal(goal)
            await measurements.measure(
                self.cast.acting(supplier, at),
                MeasureRequest(MeasurementPart(self.criteria[0], value)),
            )
        claim = "Erreicht, siehe Messwerte." if self.theme.language == "de" else "Done, see values."
        claims = tuple(ClaimPart(criterion, claim) for criterion in self.criteria)
        await deliveries.deliver(
            self.cast.acting(supplier, at), DeliverRequest(self.commission_id, claims)
        )

    async def _review(self, customer: Member, fate: str, at: datetime) -> None:
        met = {"achieved": (True, True), "exceeded": (True, True), "partly": (False, True)}
        judged = met.get(fate, (False, False))
        decision = (
            ReviewDecision.ACCEPTED if judged[0] else ReviewDecision.ACCEPTED_WITH_RESERVATIONS
        )
        await deliveries.review(
            self.cast.acting(customer, at),
            ReviewRequest(
                self.commission_id,
                decision,
                tuple(
                    JudgementPart(criterion, good)
                    for criterion, good in zip(self.criteria, judged, strict=True)
                ),
            ),
        )

    async def _assess(self, member: Member, is_customer: bool, fate: str, at: datetime) -> None:
        dice = self.dice
        reached = {
            "achieved": (100, 100),
            "exceeded": (120, 100),
            "partly": (dice.randint(55, 95), 100),
            "missed": (dice.randint(5, 60), dice.randint(0, 80)),
            "undelivered": (dice.randint(0, 40), 0),
        }[fate]
        if not is_customer and dice.random() < 0.3:  # the sides do not always see it alike
            reached = (min(reached[0] + dice.randint(10, 40), 120), reached[1])
        good = reached[0] >= 100
        expected = dice.randint(4, 6)
        perceived = min(max(expected + dice.randint(*((0, 2) if good else (-3, 0))), 1), 7)
        factors = [
            FactorPart(dice.choice(HELPFUL), Polarity.HELPED, dice.choice(list(Locus)), 2)
            if good or dice.random() < 0.3
            else FactorPart(
                dice.choice(HINDERING),
                dice.choice((Polarity.HINDERED, Polarity.MISSING)),
                dice.choice(list(Locus)),
                dice.randint(1, 3),
            )
        ]
        satisfaction = (
            (SatisfactionPart(SatisfactionAspect.OVERALL, expected, perceived),)
            if is_customer or dice.random() < 0.5
            else ()
        )
        await assessments.assess(
            self.cast.acting(member, at),
            AssessRequest(
                self.commission_id,
                tuple(
                    AttainmentPart(criterion, percent)
                    for criterion, percent in zip(self.criteria, reached, strict=True)
                ),
                satisfaction,
                tuple(factors),
            ),
        )
