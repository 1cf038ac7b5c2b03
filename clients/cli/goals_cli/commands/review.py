"""`goals review`: the customer accepts a delivery or sends it back."""

from typing import Any

from goals_cli.acting import told
from goals_cli.client import connect
from goals_cli.command import argument, declare, option
from goals_cli.criteria import numbered, said
from goals_cli.errors import Misused
from goals_cli.language import Words, say
from goals_cli.parameters import Choice, key_argument

DECISION = {
    "ACCEPTED": Words("abnehmen", "accept"),
    "ACCEPTED_WITH_RESERVATIONS": Words("mit-vorbehalt", "with-reservations"),
    "REJECTED": Words("zurückgeben", "reject"),
}


@declare(
    "review",
    Words(
        """Eine Lieferung abnehmen, mit Vorbehalt abnehmen oder zurückgeben.

        Jedes Muss-Kriterium gilt als erfüllt, das nicht mit --unmet genannt ist. Solange eines
        unerfüllt ist, geht nur „mit-vorbehalt“ oder „zurückgeben“.""",
        """Accept a delivery, accept it with reservations, or send it back.

        Every MUST criterion counts as met unless it is named by --unmet. While one is unmet,
        only "with-reservations" or "reject" is possible.""",
    ),
    examples=(
        "goals review C-12 accept",
        'goals review C-12 with-reservations --unmet "2: two chapters missing"',
        'goals review C-12 reject --unmet 1 --comment "Please finish the list."',
    ),
)
@key_argument
@argument("decision", Words("Was Sie dazu sagen.", "What you say to it."), type=Choice(DECISION))
@option(
    "--unmet",
    multiple=True,
    words=Words(
        "Unerfülltes Kriterium: 1 oder „1: warum“. Mehrfach möglich.",
        'Criterion that is not met: 1 or "1: why". Repeatable.',
    ),
)
@option("--comment", words=Words("Anmerkung.", "A comment."))
def command(key: str, decision: str, unmet: tuple[str, ...], comment: str | None) -> None:
    """Judge every MUST criterion and those named, then review."""
    with connect() as client:
        commission = client.commission(key)
        criteria = numbered(commission)
        missing = said(unmet, criteria)
        if decision == "ACCEPTED":
            _nothing_missing(criteria, missing)
        payload = client.act(
            "ReviewDelivery",
            {
                "commissionId": commission["id"],
                "decision": decision,
                "comment": comment,
                "judgements": _judgements(criteria, missing),
            },
            key=key,
        )
    told(
        payload,
        {"REJECTED": Words("zurückgegeben", "sent back")}.get(
            decision, Words("abgenommen", "accepted")
        ),
    )


def _nothing_missing(criteria: list[dict[str, Any]], missing: dict[int, str]) -> None:
    """Refuse a plain acceptance while a MUST criterion is named as unmet."""
    for number in missing:
        one = criteria[number - 1]
        if one["priority"] == "MUST":
            text = say("Muss-Kriterium {} ist unerfüllt: {}", "MUST criterion {} is unmet: {}")
            raise Misused(
                text.format(number, one["text"]),
                *(f"goals review … {DECISION[word]}" for word in list(DECISION)[1:]),
                path=("decision",),
            )


def _judgements(criteria: list[dict[str, Any]], missing: dict[int, str]) -> list[dict[str, Any]]:
    judged = []
    for number, one in enumerate(criteria, 1):
        if number in missing:
            judgement = {"criterionId": one["id"], "met": False}
            if missing[number]:
                judgement["comment"] = missing[number]
            judged.append(judgement)
        elif one["priority"] == "MUST":
            judged.append({"criterionId": one["id"], "met": True})
    return judged
