"""One commission walked at random by both sides and the clock, beside a small model of it.

The model knows only what a person would say of the rules; the domain's own data is not asked.
"""

import asyncio
import shutil
import tempfile
from datetime import timedelta
from pathlib import Path

import pytest
from acting import CONTENT, by, events, musts, of
from attacking import check_history
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from worlds import drafted, found_world

from goals.services import clock
from goals.store import rebuilding
from goals.store.database import Database

SIGNED = {"confidence": 80, "note": "Understood.", "overrideReason": "Known."}
NO = {"reason": "No.", "noAlternative": True}
FACTORS = [{"factor": "trust", "polarity": "MISSING", "locus": "OTHER"}]
PATIENCE = {
    "CLARIFYING": (90, "EXPIRED"),
    "DELIVERED": (14, "EVALUATING"),
    "EVALUATING": (14, "CLOSED"),
}
STANDING = """query S($id: ID!) { commission(by: {id: $id}) { state version
  currentRevision { number } pendingRevision { number } revisions { totalCount }
  questions { nodes { id status askedBy { name } } } } }"""
EITHER = st.sampled_from(["anna", "ben"])


class Walk(RuleBasedStateMachine):
    """Anna asks for something, Ben does it; each rule is one act of one of them."""

    template: Path

    @initialize()
    def draft(self):
        self.runner = asyncio.Runner()
        self.folder = tempfile.TemporaryDirectory()
        path = Path(self.folder.name) / "goals.db"
        shutil.copyfile(self.template, path)
        self.run(self._open(f"sqlite:///{path}"))
        self.state, self.version, self.count = "DRAFT", 1, self.run(events(self.world))
        self.revision = self.written = 1
        self.pending, self.waited, self.lapsed = None, 0, False
        self.signed, self.assessed, self.asked = set(), set(), []

    async def _open(self, url):
        self.database = await Database.open(url)
        self.world = await found_world(self.database)
        self.made = await drafted(self.world)

    def run(self, work):
        return self.runner.run(work)

    def act(self, who, name, given, *, possible):
        """Do an act; the model says whether it is possible."""
        if self.state == "DRAFT" and who == "ben":
            possible = False
        payload = self.run(self.world.act(who, name, given))
        assert (payload["errors"] == []) is possible, (who, name, self.state, payload["errors"])
        self.version += possible
        self.count += possible
        return possible

    def goes(self, state):
        self.state, self.waited = state, 0

    def on_table(self, **more):
        return by(self.made, expectedRevision=self.pending or self.revision) | more

    def must_criteria(self):
        return self.run(musts(self.world, self.made))

    @rule(who=EITHER)
    def propose(self, who):
        possible = self.state == "DRAFT" and who == "anna"
        if self.act(who, "commissionPropose", self.on_table(), possible=possible):
            self.goes("CLARIFYING")

    @rule(who=EITHER)
    def revise(self, who):
        possible = self.state == "CLARIFYING" or (self.state == "DRAFT" and who == "anna")
        given = self.on_table(content=CONTENT | {"background": f"{self.written}"})
        if self.act(who, "commissionRevise", given, possible=possible):
            self.written += 1
            self.revision, self.signed = self.written, set()

    @rule(who=EITHER)
    def ask(self, who):
        given = of(self.made, field="GOAL", text="Why?")
        if self.act(who, "questionAsk", given, possible=self.state == "CLARIFYING"):
            self.asked.append(who)

    @rule(who=EITHER)
    def answer_everything(self, who):
        data = self.run(self.world.data("mia", STANDING, {"id": self.made["id"]}))
        for one in data["commission"]["questions"]["nodes"]:
            asker = one["askedBy"]["name"].lower()
            possible = self.state == "CLARIFYING" and one["status"] == "OPEN" and asker != who
            given = {"questionId": one["id"], "answer": "So."}
            if self.act(who, "questionAnswer", given, possible=possible):
                self.asked.remove(asker)

    @rule(who=EITHER, stale=st.booleans())
    def accept(self, who, stale):
        given = self.on_table(**SIGNED)
        given["expectedRevision"] += stale
        open_ = self.state == "CLARIFYING" and not self.asked
        possible = (open_ or (self.state == "AGREED" and self.pending is not None)) and not stale
        possible = possible and who not in self.signed
        if self.act(who, "commissionAccept", given, possible=possible):
            self.signed.add(who)
            if self.signed == {"anna", "ben"}:
                self.revision, self.pending = self.pending or self.revision, None
                self.signed = set()
                self.goes("AGREED")

    @rule(who=EITHER)
    def decline(self, who):
        is_change = self.state == "AGREED" and self.pending is not None
        possible = is_change or (self.state == "CLARIFYING" and who == "ben")
        if self.act(who, "commissionDecline", self.on_table(**NO), possible=possible):
            self.pending, self.signed = None, set()
            if not is_change:
                self.goes("DECLINED")

    @rule(who=EITHER)
    def amend(self, who):
        possible = self.state == "AGREED" and self.pending is None
        given = self.on_table(cause="A new law.", content=CONTENT)
        if self.act(who, "commissionAmend", given, possible=possible):
            self.written += 1
            self.pending, self.signed = self.written, set()

    @rule(who=EITHER)
    def check_in(self, who):
        possible = self.state == "AGREED" and who == "ben"
        self.act(who, "checkInRecord", of(self.made, health="ON_TRACK"), possible=possible)

    @rule(who=EITHER)
    def deliver(self, who):
        claims = [{"criterionId": one, "claim": "Done."} for one in self.must_criteria()]
        possible = self.state == "AGREED" and who == "ben"
        given = of(self.made, claims=claims)
        if self.act(who, "commissionDeliver", given, possible=possible):
            self.pending, self.signed = None, set()
            self.goes("DELIVERED")

    @rule(first=EITHER)
    def go_forward(self, first):
        """What leads to the next state, so that a short walk gets far."""
        other = "ben" if first == "anna" else "anna"
        match self.state:
            case "DRAFT":
                self.propose("anna")
            case "CLARIFYING":
                self.answer_everything(first)
                self.answer_everything(other)
                for who in (first, other):
                    self.accept(who, stale=False)
            case "AGREED" if self.pending is None:
                self.deliver("ben")
            case "DELIVERED":
                self.review("anna", met=True)
            case "EVALUATING":
                self.assess(first)

    @rule(who=EITHER, met=st.booleans())
    def review(self, who, met):
        judged = [{"criterionId": one, "met": met} for one in self.must_criteria()]
        decision = "ACCEPTED" if met else "REJECTED"
        given = of(self.made, decision=decision, judgements=judged)
        possible = self.state == "DELIVERED" and who == "anna"
        if self.act(who, "deliveryReview", given, possible=possible):
            self.goes("EVALUATING" if met else "AGREED")

    @rule(who=EITHER, sure=st.integers(0, 7))
    def step_back(self, who, sure):
        if sure:
            return
        name = "commissionCancel" if who == "anna" else "commissionRevoke"
        given = of(self.made, reason="No.", factors=FACTORS)
        if self.act(who, name, given, possible=self.state in {"AGREED", "DELIVERED"}):
            self.pending = None
            self.goes("CANCELLED")

    @rule(who=EITHER)
    def assess(self, who):
        judged = [{"criterionId": one, "attainment": 100} for one in self.must_criteria()]
        possible = self.state == "EVALUATING" and who not in self.assessed
        given = of(self.made, judgements=judged, factors=FACTORS)
        if self.act(who, "commissionAssess", given, possible=possible):
            self.assessed.add(who)
            if len(self.assessed) == 2:
                self.goes("CLOSED")

    @rule(who=EITHER)
    def plan(self, who):
        possible = self.state in {"EVALUATING", "CLOSED"}
        self.act(who, "actionPlan", of(self.made, kind="CHANGE", text="Ask."), possible=possible)

    @rule(days=st.sampled_from([1, 8, 13, 20, 91]))
    def let_time_pass(self, days):
        self.world.now += timedelta(days=days)
        self.waited += days
        limit, after = PATIENCE.get(self.state, (10**6, ""))
        acts = self.run(clock.tick(self.database, self.world.now))
        assert acts == (self.waited > limit), (self.state, self.waited)
        if acts:
            self.version += 1
            self.count += 1
            self.goes(after)

    @invariant()
    def the_commission_is_as_the_model_says(self):
        if not hasattr(self, "made"):
            return
        data = self.run(self.world.data("mia", STANDING, {"id": self.made["id"]}))
        now = data["commission"]
        assert now["state"] == self.state
        assert now["version"] == self.version
        assert now["currentRevision"]["number"] == self.revision
        assert (now["pendingRevision"] or {}).get("number") == self.pending
        assert now["revisions"]["totalCount"] == self.written
        assert self.run(events(self.world)) == self.count

    async def miscounted(self):
        return [each async for each in rebuilding.check(self.database, self.world.org_id)]

    def teardown(self):
        if hasattr(self, "runner"):
            self.run(check_history(self.world))
            assert self.run(self.miscounted()) == []
            self.run(self.database.close())
            self.runner.close()
            self.folder.cleanup()


class TestWalk(Walk.TestCase):
    """The walk, over copies of one migrated file."""

    settings = settings(max_examples=12, stateful_step_count=30, deadline=None)

    @pytest.fixture(autouse=True)
    def _template(self, migrated_file: Path) -> None:
        Walk.template = migrated_file
