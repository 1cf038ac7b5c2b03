"""Every act by everybody: done only by whom the table of permissions names, told to nobody else.

All are dry runs, so the world stays as it is.
"""

from uuid import UUID

import pytest
from canaries import SEES, ids_of
from inputs import input_for, owned_ids

from goals.domain.enums import Act, Role, Scope, Side
from goals.domain.identity import global_id
from goals.domain.lifecycle import Who
from goals.domain.permissions import PERMISSIONS

SIDE = {"anna": Side.CUSTOMER, "dora": Side.CUSTOMER, "ben": Side.SUPPLIER}
ONLOOKERS = ("mia", "ada", "rita")
STRANGERS = ("otto", "zoe", "zack")
STORIES = ("draft", "asked", "amended", "main", "closed")
PUBLIC = {"Person", "Team", "Factor", "Organisation"}
NOT_THERE, NOT_ALLOWED = {"NOT_FOUND"}, {"FORBIDDEN"}
OTHERS_TURN = {"NOT_YOUR_TURN"}
ROWS = {row.name: row for row in PERMISSIONS}
TABLES = {"Deputy": "deputies", "Token": "tokenofben"}


class Trying:
    """Tries acts in one world."""

    def __init__(self, stage, papers):
        self.stage, self.papers = stage, papers
        self.fields = papers.schema.mutation_type.fields
        self.sources = stage.canaries.world.engine.contract.catalogue.types

    def takes(self, name):
        return self.fields[name].args["input"].type.of_type

    def pick(self, story):
        """Pick an id of a type: of this story, where the rows of the type belong to stories."""

        def pick(type_name, field):
            world = self.stage.canaries.world
            if type_name in {"Person", "Team"}:
                public = {"Person": "rita", "Team": "Reading"}
                if field in {"customerTeamId", "supplierTeamId"}:
                    public["Team"] = "Sales" if field.startswith("customer") else "Operations"
                return world.id(type_name, public[type_name])
            found = ids_of(self.stage.canaries, type_name, self.sources[type_name].table)
            owner = TABLES.get(type_name, story)
            mine = [id_ for id_, whose in found.items() if whose == owner]
            return (mine or [unknown(type_name, field)])[0]

        return pick

    def codes(self, who, name, given, **options):
        answer = self.stage.run(
            self.stage.asker.ask(who, self.papers.act(name), {"input": given}, **options)
        )
        assert "errors" not in answer, (name, who, answer)
        assert self.stage.canaries.leaks(who, answer) == set(), (name, who)
        self.answer = answer["data"][name]
        return {error["code"] for error in self.answer["errors"]}

    def given(self, name, story):
        return input_for(self.takes(name), self.pick(story))


def unknown(type_name, field):
    return global_id(type_name, UUID(int=7))


@pytest.fixture
def trying(stage, papers):
    return Trying(stage, papers)


def of_commissions(trying):
    """The acts that name something that hangs on a commission."""
    return [name for name in trying.fields if owned_ids(trying.takes(name)) - PUBLIC - set(TABLES)]


def test_to_whom_it_is_hidden_an_act_says_the_same_as_about_what_is_not_there(trying):
    for name in of_commissions(trying):
        nowhere = input_for(trying.takes(name), unknown)
        for who in STRANGERS:
            for story in ("main", "closed"):
                given = trying.given(name, story)
                for key, value in given.items():  # what is public is there on both sides
                    if isinstance(value, str) and key in nowhere and key.endswith("TeamId"):
                        nowhere[key] = value
                codes = trying.codes(who, name, given)
                hidden = trying.answer
                assert codes, (name, who)
                trying.codes(who, name, nowhere)
                assert hidden == trying.answer, (name, who, story)


def test_who_only_reads_does_no_act_of_a_side(trying):
    for name in of_commissions(trying):
        for who in ONLOOKERS:
            for story in ("main", "closed"):
                assert who in SEES[story]
                codes = trying.codes(who, name, trying.given(name, story))
                if codes not in (NOT_ALLOWED, NOT_THERE):  # a fault of the input, told to all
                    faults = trying.codes("zoe", name, trying.given(name, story))
                    assert codes == faults != NOT_THERE, (name, who, story, codes)


def test_each_side_does_its_own_acts_and_a_deputy_those_of_the_person(trying):
    done = {row.name: set() for row in PERMISSIONS}
    for name in of_commissions(trying):
        for story in STORIES:
            given = trying.given(name, story)
            codes = {who: trying.codes(who, name, given) for who in SIDE}
            assert codes["dora"] == codes["anna"], (name, story, codes)
            for who, side in SIDE.items():
                if codes[who] == set():
                    done[name].add(side)

    for name in of_commissions(trying):
        who = set(ROWS[name].who)
        sides = {side for side in Side if Who(side) in who or {Who.EITHER, Who.INITIATOR} & who}
        assert done[name] <= sides, name
    assert {name for name in of_commissions(trying) if not done[name]} <= NEEDS_MORE


NEEDS_MORE = {
    "commissionAccept",  # a question is open, or both have signed
    "commissionAssess",
    "commissionDeliver",
    "commissionRevise",
    "commissionAmend",
    "commissionCloseForEvaluation",
    "deliveryReview",
    "dutyFulfil",
    "questionAnswer",
    "questionWithdraw",
    "playbackConfirm",
    "playbackCorrect",
    "checkInAcknowledge",
    "blockerClose",
    "actionComplete",
}
"""Acts that no story is just ready for; tests/api/test_every_act.py does each in every state."""


def test_administration_is_for_admins_alone(trying):
    for name, row in ROWS.items():
        if row.who != (Role.ADMIN,):
            continue
        for who in ("anna", "ben", "otto", "mia", "rita", "dora", "zack"):
            codes = trying.codes(who, name, trying.given(name, "main"))
            assert codes == NOT_ALLOWED, (name, who, codes)
        codes = trying.codes("ada", name, trying.given(name, "main"))
        assert not codes & NOT_ALLOWED, (name, codes)


def test_one_does_for_oneself_what_the_table_leaves_to_oneself(trying, stage):
    world = stage.canaries.world
    for who in ("ben", "otto"):
        own = {"personId": world.id("Person", who)}
        codes = trying.codes(who, "tokenCreate", trying.given("tokenCreate", "main") | own)
        assert codes == set()
        given = trying.given("deputyAppoint", "main") | own
        assert trying.codes(who, "deputyAppoint", given) == set()
        for name in ("tokenCreate", "deputyAppoint"):
            given = trying.given(name, "main") | {"personId": world.id("Person", "fred")}
            assert trying.codes(who, name, given) == NOT_ALLOWED
    assert trying.codes("ben", "tokenRevoke", trying.given("tokenRevoke", "main")) == set()
    assert trying.codes("otto", "tokenRevoke", trying.given("tokenRevoke", "main")) == NOT_THERE
    for who in ("anna", "dora", "ada"):
        assert trying.codes(who, "deputyEnd", trying.given("deputyEnd", "main")) == set()
    assert trying.codes("ben", "deputyEnd", trying.given("deputyEnd", "main")) == NOT_THERE


def test_without_its_scope_no_act_is_done(trying):
    for name in trying.fields:
        for who in ("ada", "anna", "ben"):
            for story in ("main", "asked"):
                given = trying.given(name, story)
                codes = trying.codes(who, name, given, scopes=frozenset({Scope.READ}))
                assert codes, (name, who, story)


def test_every_act_of_the_lifecycle_was_tried(trying):
    tried = {act for name in of_commissions(trying) for act in ROWS[name].acts}

    assert set(Act) - tried == {Act.DRAFT, Act.EXPIRE, Act.LAPSE, Act.CLOSE}
