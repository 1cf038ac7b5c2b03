"""Refusals: each kind with what is needed to go on, in the language of the viewer."""

from typing import Any
from uuid import UUID

import pytest

from goals.api.errors import ALL_ERRORS, user_errors
from goals.domain.enums import Act, Dimension, Language, Role, Side, State
from goals.domain.errors import (
    AlreadyExists,
    DatabaseUnavailable,
    Forbidden,
    IdempotencyMismatch,
    LimitExceeded,
    NotFound,
    NotYourTurn,
    OpenDutiesLeft,
    OpenQuestions,
    RosterRefused,
    SmartGateClosed,
    StaleRevision,
    StaleVersion,
    TeamCycle,
    TeamInUse,
    ValidationFailed,
    WrongState,
)
from goals.domain.issues import Issue
from goals.domain.open_duties import OpenDuty, OpenDutyKind
from goals.domain.refusals import SmartFailure
from goals.domain.rosters import LineFault

NOBODY = UUID(int=0)

REFUSALS = {
    "ConflictError": OpenQuestions(("1",)),
    "ForbiddenError": Forbidden(Act.ACCEPT, (Role.ADMIN,)),
    "LimitError": LimitExceeded("ids", 100, 101),
    "NotFoundError": NotFound("Commission"),
    "NotYourTurnError": NotYourTurn(Act.ACCEPT, Side.CUSTOMER),
    "OpenDutiesError": OpenDutiesLeft("Ben", (OpenDuty(OpenDutyKind.RISK, NOBODY, "C-1", "T"),)),
    "PeopleImportError": RosterRefused([LineFault(2, "Name", Issue("REQUIRED", ("Name",)))]),
    "SmartGateError": SmartGateClosed((SmartFailure(Dimension.MEASURABLE, "M201", "goal"),)),
    "StaleRevisionError": StaleRevision(1, 2),
    "TeamCycleError": TeamCycle(("Sales", "North")),
    "TeamInUseError": TeamInUse("Sales", ("C-1",), ("North",)),
    "ValidationError": ValidationFailed([Issue("REQUIRED", ("content", "criteria", 0, "text"))]),
    "WrongStateError": WrongState(Act.ACCEPT, State.CLOSED, (Act.RECORD_LESSON,)),
}


def test_every_kind_of_error_is_made_of_some_refusal():
    assert set(REFUSALS) == {kind.__name__ for kind in ALL_ERRORS}


@pytest.mark.parametrize("name", sorted(REFUSALS))
def test_a_refusal_speaks_both_languages_and_keeps_its_code(name):
    refusal = REFUSALS[name]

    (german,) = user_errors(refusal, Language.DE)
    (english,) = user_errors(refusal, Language.EN)

    assert type(german).__name__ == name
    assert german.message != english.message
    assert german.code == english.code


@pytest.mark.parametrize("refusal", [AlreadyExists("name"), StaleVersion(1, 2)])
def test_what_the_facts_stand_against_is_a_conflict(refusal):
    (error,) = user_errors(refusal, Language.EN)

    assert type(error).__name__ == "ConflictError"


@pytest.mark.parametrize("fault", [DatabaseUnavailable("down"), IdempotencyMismatch()])
def test_a_fault_of_storage_or_transport_is_no_refusal(fault):
    with pytest.raises(type(fault)):
        user_errors(fault, Language.EN)


def test_a_form_learns_all_its_faults_at_once():
    refusal = ValidationFailed([Issue("REQUIRED", ("goal",)), Issue("REQUIRED", ("criteria", 0))])

    errors = user_errors(refusal, Language.EN)

    assert [error.path for error in errors] == [["goal"], ["criteria", "0"]]


ALL = """... on NotYourTurnError { side } ... on WrongStateError { state allowedActions }
 ... on StaleRevisionError { expected actual }
 ... on SmartGateError { findings { dimension rule field message } }"""


async def refused(world, who: str, name: str, given: dict[str, Any]) -> list[dict[str, Any]]:
    type_name = name[0].upper() + name[1:] + "Input"
    text = (
        f"mutation Act($input: {type_name}!) {{ {name}(input: $input) {{"
        f" errors {{ __typename code message path {ALL} }} commission {{ key }} }} }}"
    )
    payload = (await world.data(who, text, {"input": given}))[name]
    assert payload["commission"] is None
    errors: list[dict[str, Any]] = payload["errors"]
    return errors


async def test_the_contract_carries_what_is_needed_to_go_on(world, draft):
    made = await draft(content={"goal": "Make shipping better.", "criteria": [{"text": "Good."}]})
    by = {"commissionId": made["id"], "expectedRevision": 1}

    missing = await refused(world, "anna", "commissionPropose", by)
    wrong = await refused(world, "anna", "commissionAccept", by | {"confidence": 50})
    stale = await refused(
        world,
        "anna",
        "commissionRevise",
        by | {"expectedRevision": 7, "content": {"goal": "Better."}},
    )

    assert {error["code"] for error in missing} == {"ANSWER_MISSING"}
    assert {error["__typename"] for error in missing} == {"ValidationError"}
    assert wrong[0]["state"] == "DRAFT"
    assert wrong[0]["allowedActions"] == ["REVISE"]
    assert (stale[0]["expected"], stale[0]["actual"]) == (7, 1)


async def test_the_gate_of_acceptance_shows_what_fails_in_the_viewers_language(world, draft):
    content = {
        "goal": "Alles besser machen.",
        "benefit": "Besser.",
        "deadline": "2026-05-29",
        "criteria": [{"text": "Gut."}],
    }
    made = await draft(content=content)
    by = {"commissionId": made["id"], "expectedRevision": 1}
    await world.act("anna", "commissionPropose", by)

    (error,) = await refused(
        world, "ben", "commissionAccept", by | {"confidence": 50, "note": "Verstanden."}
    )

    assert error["__typename"] == "SmartGateError"
    assert error["findings"]
    assert all(one["message"] for one in error["findings"])
    assert "SMART" in error["message"]


async def test_the_same_refusal_comes_in_german_to_who_reads_german(world, draft):
    made = await draft()
    await world.act(
        "anna", "commissionPropose", {"commissionId": made["id"], "expectedRevision": 1}
    )
    given = {"commissionId": made["id"], "reason": "Doch nicht."}

    (error,) = await refused(world, "ben", "commissionWithdraw", given)

    assert error["__typename"] == "NotYourTurnError"
    assert error["side"] == "CUSTOMER"
    assert "andere Seite" in error["message"]


@pytest.mark.parametrize(
    "title",
    ["", "   ", "a" * 5_000, "null\x00byte", "bell\x07", "\u202eright to left", "\ud800"],
    ids=["empty", "blank", "long", "NUL", "control", "bidi", "surrogate"],
)
async def test_a_title_that_cannot_be_kept_is_a_validation_error(world, title):
    payload = await world.act(
        "anna",
        "commissionDraft",
        {
            "initiator": "CUSTOMER",
            "title": title,
            "customerTeamId": world.id("Team", "Sales"),
            "supplierTeamId": world.id("Team", "Operations"),
            "content": {},
        },
    )

    assert {error["__typename"] for error in payload["errors"]} == {"ValidationError"}
    assert payload["errors"][0]["path"] == ["title"]
