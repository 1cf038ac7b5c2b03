"""Errors and labels: everything can be said in both languages, whatever it is about."""

import inspect
import re
import string
from uuid import UUID

import pytest

from goals.domain import errors as every_error
from goals.domain.enums import ENUMS, Act, Dimension, FactorLevel, Language, Scope, Side, State
from goals.domain.errors import (
    GoalsError,
    Issue,
    Issues,
    NotFound,
    NotYourTurn,
    SmartFailure,
    SmartGateClosed,
    TooEarly,
    ValidationFailed,
    WrongState,
)
from goals.domain.factors import DEFAULT_FACTORS
from goals.domain.issue_texts import ISSUES
from goals.domain.issues import dotted
from goals.domain.labels import LABELS, label
from goals.domain.lifecycle import Who
from goals.domain.open_duties import OpenDuty, OpenDutyKind
from goals.domain.rosters import LineFault

KINDS = [
    kind
    for name, kind in vars(every_error).items()
    if inspect.isclass(kind) and issubclass(kind, GoalsError)
]
SAMPLES = {
    "issues": (Issue("REQUIRED", ("goal",)),),
    "findings": (SmartFailure(Dimension.MEASURABLE, "M201"),),
    "act": Act.ACCEPT,
    "side": Side.CUSTOMER,
    "who": (Who.CLOCK,),
    "scope": Scope.ACT,
    "state": State.AGREED,
    "allowed_actions": (Act.DELIVER, Act.CANCEL),
    "question_ids": ("q1", "q2"),
    "faults": (LineFault(2, "Name", Issue("REQUIRED", ("Name",))),),
    "duties": (OpenDuty(OpenDutyKind.CONTACT, UUID(int=1), "C-1", "Title"),),
    "date": None,
}
NUMBERS = {"expected", "actual", "limit", "known"}


def sample(kind: type[GoalsError]) -> GoalsError:
    wanted = [name for name in inspect.signature(kind).parameters if name != "path"]
    return kind(**{name: SAMPLES.get(name, 7 if name in NUMBERS else name) for name in wanted})


def placeholders(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


@pytest.mark.parametrize("kind", KINDS)
def test_every_error_speaks_both_languages_about_the_same_things(kind):
    error = sample(kind)
    first_paragraph = inspect.cleandoc(kind.__doc__).split("\n\n")[0]

    english, german = error.message(Language.EN), error.message(Language.DE)

    assert placeholders(first_paragraph) == placeholders(kind.german)
    assert english != german
    assert not re.search(r"[{}]|None|<|Act\.|Side\.", english + german)
    assert str(error) == english
    assert re.fullmatch(r"[A-Z_]+", kind.code)


def test_every_error_has_its_own_code():
    codes = [kind.code for kind in KINDS]

    assert len(codes) == len(set(codes))
    assert all("code" in vars(kind) and "german" in vars(kind) for kind in KINDS)


def test_an_error_says_what_is_wrong_and_what_to_do_in_the_readers_words():
    turn = NotYourTurn(Act.ACCEPT, Side.CUSTOMER)
    state = WrongState(Act.ACCEPT, State.DRAFT, (Act.REVISE, Act.PROPOSE))
    stuck = WrongState(Act.ACCEPT, State.DECLINED, ())

    expected = "annehmen: Jetzt ist die andere Seite am Zug (Kunde). Bitte abwarten oder erinnern."
    assert expected == turn.message(Language.DE)
    assert str(state).endswith("while the commission is: draft. Possible now: revise, propose.")
    assert str(stuck).endswith("Possible now: nothing.")


def test_a_validation_error_holds_all_faults_and_points_at_the_first():
    issues = Issues()
    issues.add("REQUIRED", ("criteria", 0, "text"))
    issues.add("TOO_LONG", ("goal",), actual=12, limit=10)

    with pytest.raises(ValidationFailed) as refusal:
        issues.check()

    assert len(refusal.value.issues) == 2
    assert refusal.value.path == ("criteria", 0, "text")
    assert "criteria[0].text is missing" in str(refusal.value)
    assert "goal hat 12 Zeichen" in refusal.value.message(Language.DE)


def test_no_issues_raise_nothing():
    issues = Issues()

    issues.check()

    assert not issues


@pytest.mark.parametrize("code", ISSUES)
def test_every_issue_speaks_both_languages_about_the_same_things(code):
    english, german = ISSUES[code]
    params = {name: f"<{name}>" for name in placeholders(english) - {"field"}}

    issue = Issue(code, ("goal",), params)

    assert placeholders(english) == placeholders(german)
    assert issue.message(Language.EN) != issue.message(Language.DE)
    assert not re.search(r"[{}]", issue.message(Language.EN) + issue.message(Language.DE))


def test_an_issue_without_a_message_cannot_be_made():
    with pytest.raises(KeyError):
        Issue("NO_SUCH_CODE")


def test_a_path_reads_like_the_input():
    assert dotted(("successCriteria", 2, "target")) == "successCriteria[2].target"
    assert dotted(()) == ""


def test_the_closed_gate_repeats_what_the_checker_says():
    messages = {Language.DE: "Eine Zahl fehlt", Language.EN: "A number is missing"}
    gate = SmartGateClosed((SmartFailure(Dimension.MEASURABLE, "M201", "goal", messages),))

    assert "A number is missing" in gate.message(Language.EN)
    assert "Eine Zahl fehlt" in gate.message(Language.DE)
    assert SmartFailure(Dimension.MEASURABLE).message(Language.DE) == "messbar"


def test_an_unknown_thing_and_an_invisible_one_read_the_same():
    assert str(NotFound("Commission")) == str(NotFound("Commission"))
    assert NotFound("Commission").path == ("id",)


def test_an_unset_window_is_shown_as_a_dash():
    assert "from – on" in str(TooEarly(Act.EXPIRE, None))


@pytest.mark.parametrize("kind", [*ENUMS, Who])
def test_every_value_has_a_label_in_both_languages_and_a_sentence(kind):
    for value in kind:
        assert label(value, Language.DE).strip()
        assert label(value, Language.EN).strip()
        assert value.description.endswith(".")
        assert kind(value.value) is value


def test_there_is_no_label_for_a_value_that_does_not_exist():
    known = {(kind.__name__, value.value) for kind in [*ENUMS, Who] for value in kind}

    assert known == set(LABELS)


def test_labels_of_one_enumeration_differ_from_each_other():
    for kind in ENUMS:
        for language in Language:
            labels = [label(value, language) for value in kind]
            assert len(labels) == len(set(labels)), kind


def test_the_default_catalogue_covers_all_three_levels_with_unique_keys():
    keys = [factor.key for factor in DEFAULT_FACTORS]

    assert len(keys) == len(set(keys)) >= 30
    assert {factor.level for factor in DEFAULT_FACTORS} == set(FactorLevel)
    for language in Language:
        labels = [factor.label(language) for factor in DEFAULT_FACTORS]
        assert len(labels) == len(set(labels))
