"""Faults: every error carries a code and the request's id, and nothing of the inside."""

import pytest
from graphql import GraphQLError

from goals.api import faults
from goals.domain.enums import Language
from goals.domain.errors import DatabaseUnavailable
from goals.domain.issues import Issue
from goals.reads.errors import BadInput

NOT_BOTH = BadInput(Issue("NOT_BOTH", params={"one": "first", "other": "last"}))


def written(error: GraphQLError, language: Language = Language.EN) -> dict[str, object]:
    (one,) = faults.formatted([error], faults.INTERNAL, language, "r-1")
    return one


@pytest.mark.parametrize(
    "error",
    [
        GraphQLError("secret", original_error=RuntimeError("secret")),
        GraphQLError("secret", original_error=GraphQLError("secret")),
        GraphQLError("secret", original_error=TypeError("Cannot return null: secret")),
        GraphQLError("secret"),
    ],
)
def test_what_went_wrong_inside_is_masked_and_logged(error, caplog):
    one = written(error)

    assert one["extensions"] == {"code": "INTERNAL_SERVER_ERROR", "requestId": "r-1"}
    assert "secret" not in str(one)
    assert "r-1" in str(one["message"])
    assert "secret" in caplog.text


@pytest.mark.parametrize("error", [GraphQLError("x", original_error=NOT_BOTH), NOT_BOTH])
def test_an_unusable_input_is_said_in_the_viewers_language(error, caplog):
    german, english = written(error, Language.DE), written(error)

    assert english["message"] == "Give either first or last, not both."
    assert german["message"] == "Bitte entweder first oder last angeben, nicht beides."
    assert english["extensions"] == {
        "code": "BAD_USER_INPUT",
        "reason": "NOT_BOTH",
        "requestId": "r-1",
    }
    assert caplog.text == ""


def test_what_the_client_got_wrong_is_said_in_full(caplog):
    one = written(GraphQLError("too much", extensions={"code": "BAD_REQUEST"}))

    assert one["message"] == "too much"
    assert one["extensions"] == {"code": "BAD_REQUEST", "requestId": "r-1"}
    assert caplog.text == ""


def test_a_fault_of_the_domain_speaks_the_viewers_language():
    error = GraphQLError("x", original_error=DatabaseUnavailable("timeout"))

    german, english = written(error, Language.DE), written(error)

    assert german["message"] != english["message"]
    assert german["extensions"] == {"code": "DATABASE_UNAVAILABLE", "requestId": "r-1"}


def test_at_most_five_errors_leave_the_house():
    many = [NOT_BOTH] * 9

    assert len(faults.formatted(many, faults.INTERNAL, Language.EN, "r-1")) == 5
