"""Stories: a commission brought a certain way by its two sides, every text marked."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import count
from typing import Any

from acting import CONTENT
from worlds import World


@dataclass
class Story:
    """One commission brought a certain way by its two sides, every text marked."""

    world: World
    tag: str
    customer: str
    supplier: str
    teams: tuple[str, str]
    numbers: Iterator[int] = field(default_factory=lambda: count(1))
    id: str = ""
    parts: dict[str, str] = field(default_factory=dict)

    def say(self, text: str, *, sealed: bool = False) -> str:
        """Mark a text."""
        return f"{text} Q{self.tag}{'seal' if sealed else ''}{next(self.numbers):03d}z"

    async def do(self, who: str, name: str, given: dict[str, Any], wanted: str = "") -> Any:
        """Do an act that is not refused."""
        payload = await self.world.act(who, name, given, wanted)
        assert payload["errors"] == [], (self.tag, name, payload["errors"])
        return payload

    def of(self, **more: Any) -> dict[str, Any]:
        return {"commissionId": self.id} | more

    def content(self) -> dict[str, Any]:
        say, number = self.say, next(self.numbers)
        criteria = [
            each
            | {"text": say(each["text"]), "method": say("Counted."), "source": say("The list.")}
            for each in CONTENT["criteria"]
        ]
        criteria[0] |= {"baseline": f"82.{number:03d}77", "target": f"95.{number:03d}55"}
        return CONTENT | {
            "goal": say(CONTENT["goal"]),
            "benefit": say(CONTENT["benefit"]),
            "background": say("So far it takes two days."),
            "inScope": say("Parcels."),
            "outOfScope": say("Letters."),
            "mustNotChange": say("The price."),
            "criteria": criteria,
            "duties": [{"side": side, "text": say("A list.")} for side in ("CUSTOMER", "SUPPLIER")],
            "resources": [{"kind": "PEOPLE", "text": say("Two drivers."), "side": "SUPPLIER"}],
            "risks": [{"text": say("A strike."), "likelihood": 2, "impact": 4}],
            "parties": [
                {"who": say("The council"), "interest": say("Peace."), "involvement": "INFORM"}
            ],
        }

    async def draft(self, **more: Any) -> None:
        given = {
            "initiator": "CUSTOMER",
            "title": self.say("Parcels"),
            "beneficiary": self.say("The shop"),
            "customerTeamId": self.world.id("Team", self.teams[0]),
            "supplierTeamId": self.world.id("Team", self.teams[1]),
            "tags": [self.say("shipping")],
            "content": self.content(),
            "externalReferences": [
                {"system": self.say("tracker"), "key": self.say("K"), "url": "https://e.example/7"}
            ],
        } | more
        made = await self.do(self.customer, "commissionDraft", given, "commission { id }")
        self.id = made["commission"]["id"]

    async def clarify(self) -> None:
        await self.do(self.customer, "commissionPropose", self.of(expectedRevision=1))
        for number in range(2):
            asked = await self.do(
                self.supplier,
                "questionAsk",
                self.of(field="GOAL", text=self.say("Why?")),
                "question { id }",
            )
            if number:
                given = {"questionId": asked["question"]["id"], "answer": self.say("Soon.")}
                await self.do(self.customer, "questionAnswer", given)
            else:
                self.parts["question"] = asked["question"]["id"]
        for act, more in (
            ("playbackCorrect", {"correction": self.say("No.")}),
            ("playbackConfirm", {}),
        ):
            played = await self.do(
                self.supplier,
                "playbackSubmit",
                self.of(expectedRevision=1, text=self.say("So it is.")),
                "playback { id }",
            )
            await self.do(self.customer, act, {"playbackId": played["playback"]["id"]} | more)
        silenced = self.of(
            rule="M201", field="goal", spanText=self.say("share"), reason=self.say("Known.")
        )
        await self.do(self.customer, "smartFindingSuppress", silenced)

    async def agree(self) -> None:
        withdrawn = {"questionId": self.parts["question"]}
        await self.do(self.supplier, "questionWithdraw", withdrawn)
        for who in (self.supplier, self.customer):
            signed = self.of(
                expectedRevision=1,
                confidence=77,
                note=self.say("Clear."),
                overrideReason=self.say("Known."),
            )
            await self.do(who, "commissionAccept", signed)

    async def work(self) -> None:
        text = """query C($id: ID!) { commission(by: {id: $id}) { currentRevision {
          criteria { id priority } duties { id side } } } }"""
        data = await self.world.data(self.customer, text, {"id": self.id})
        revision = data["commission"]["currentRevision"]
        self.parts["criterion"] = next(
            one["id"] for one in revision["criteria"] if one["priority"] == "MUST"
        )
        duty = next(one["id"] for one in revision["duties"] if one["side"] == "CUSTOMER")
        await self.do(self.customer, "dutyFulfil", {"dutyId": duty})
        measured = {
            "criterionId": self.parts["criterion"],
            "value": f"91.{next(self.numbers):03d}33",
            "evidenceUrl": "https://e.example/" + self.say("m").replace(" ", ""),
        }
        await self.do(self.supplier, "criterionMeasure", measured)
        given = {"criterionId": self.parts["criterion"], "attainment": "1"}
        await self.do(
            self.supplier, "criterionOverride", given | {"reason": self.say("It was broken.")}
        )
        report = self.of(
            health="AT_RISK", confidence=61, note=self.say("Slow."), needs=self.say("More.")
        )
        made = await self.do(self.supplier, "checkInRecord", report, "checkIn { id }")
        await self.do(self.customer, "checkInAcknowledge", {"checkInId": made["checkIn"]["id"]})
        blocked = self.of(kind="INPUT", text=self.say("No list."), nextStep=self.say("Ask."))
        made = await self.do(self.supplier, "blockerRaise", blocked, "blocker { id }")
        closed = {"blockerId": made["blocker"]["id"], "resolution": self.say("It came.")}
        await self.do(self.supplier, "blockerClose", closed)
        await self.do(self.supplier, "blockerRaise", blocked | {"text": self.say("Still none.")})

    async def amend(self) -> None:
        given = self.of(expectedRevision=1, cause=self.say("New law."), content=self.content())
        await self.do(self.supplier, "commissionAmend", given)

    async def deliver(self) -> None:
        criterion = self.parts["criterion"]
        claims = [
            {
                "criterionId": criterion,
                "claim": self.say("Done."),
                "evidenceUrl": "https://e.example/" + self.say("c").replace(" ", ""),
            }
        ]
        given = self.of(claims=claims, note=self.say("All."))
        await self.do(self.supplier, "commissionDeliver", given)
        judged = [{"criterionId": criterion, "met": True, "comment": self.say("Good.")}]
        given = self.of(
            decision="ACCEPTED_WITH_RESERVATIONS", judgements=judged, comment=self.say("Well.")
        )
        await self.do(self.customer, "deliveryReview", given)
        await self.do(
            self.customer, "lessonRecord", self.of(text=self.say("Ask."), tags=[self.say("ask")])
        )
        planned = self.of(kind="CHANGE", text=self.say("A list at noon."), due="2026-09-01")
        made = await self.do(self.supplier, "actionPlan", planned, "action { id }")
        given = {"actionId": made["action"]["id"], "effectCheck": self.say("It helped.")}
        await self.do(self.supplier, "actionComplete", given)
        await self.do(self.supplier, "actionPlan", planned | {"text": self.say("Another at one.")})

    async def assess(self, who: str, attainment: int) -> None:
        def say(text: str) -> str:
            return self.say(text, sealed=True)

        judged = {
            "criterionId": self.parts["criterion"],
            "attainment": attainment,
            "comment": say("So."),
        }
        factor = {"factor": "trust", "polarity": "MISSING", "locus": "OTHER", "comment": say("Few")}
        given = self.of(
            judgements=[judged],
            factors=[factor],
            comment=say("Secret."),
            satisfaction=[{"aspect": "OVERALL", "expected": 5, "perceived": 3}],
        )
        await self.do(who, "commissionAssess", given)

    async def cancel(self) -> None:
        factor = {"factor": "trust", "polarity": "MISSING", "locus": "OTHER", "comment": "Few."}
        given = self.of(reason=self.say("No money."), factors=[factor])
        await self.do(self.customer, "commissionCancel", given)


async def tell(story: Story, upto: str, **more: Any) -> str:
    """Tell a story up to some point; give the id of the commission."""
    await story.draft(**more)
    steps = {
        "draft": [],
        "asked": [story.clarify],
        "amended": [story.clarify, story.agree, story.work, story.amend],
        "cancelled": [story.clarify, story.agree, story.cancel],
        "sealed": [story.clarify, story.agree, story.work, story.deliver],
        "closed": [story.clarify, story.agree, story.work, story.deliver],
    }
    for step in steps[upto]:
        await step()
    if upto in {"sealed", "closed"}:
        await story.assess(story.supplier, 100)
    if upto == "closed":
        await story.assess(story.customer, 40)
        story.world.now += timedelta(minutes=1)
        given = story.of(verdict="PARTLY", comment=story.say("Some."))
        await story.do(story.customer, "benefitReview", given)
    return story.id
