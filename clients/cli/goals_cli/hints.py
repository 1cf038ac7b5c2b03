"""Hints: an act the server allows, as the command a person would type for it."""

from collections.abc import Iterable

from goals_cli.language import Words

# A word in capitals or an ellipsis is for the person to fill in.
COMMAND_OF_ACT: dict[str, Words] = {
    "PROPOSE": Words("goals propose {key}", "goals propose {key}"),
    "REVISE": Words('goals revise {key} --goal "…"', 'goals revise {key} --goal "…"'),
    "ASK": Words('goals ask {key} "…?" --about ziel', 'goals ask {key} "…?" --about goal'),
    "ANSWER": Words('goals answer {key} "…"', 'goals answer {key} "…"'),
    "WITHDRAW_QUESTION": Words(
        "goals withdraw {key} --question 1", "goals withdraw {key} --question 1"
    ),
    "PLAY_BACK": Words('goals playback {key} "…"', 'goals playback {key} "…"'),
    "CONFIRM_PLAYBACK": Words("goals confirm {key}", "goals confirm {key}"),
    "CORRECT_PLAYBACK": Words(
        'goals playback {key} --correct "…"', 'goals playback {key} --correct "…"'
    ),
    "ACCEPT": Words("goals accept {key} --confidence 80", "goals accept {key} --confidence 80"),
    "DECLINE": Words(
        'goals decline {key} --reason "…" --alternative "…"',
        'goals decline {key} --reason "…" --alternative "…"',
    ),
    "WITHDRAW": Words('goals withdraw {key} --reason "…"', 'goals withdraw {key} --reason "…"'),
    "AMEND": Words(
        'goals amend {key} --cause "…" --deadline 2027-06-30',
        'goals amend {key} --cause "…" --deadline 2027-06-30',
    ),
    "CHECK_IN": Words(
        "goals checkin {key} im-plan --confidence 80",
        "goals checkin {key} on-track --confidence 80",
    ),
    "ACKNOWLEDGE": Words("goals ack {key}", "goals ack {key}"),
    "MEASURE": Words("goals measure {key} 1 42", "goals measure {key} 1 42"),
    "OVERRIDE_ATTAINMENT": Words(
        'goals override {key} 1 80 --reason "…"', 'goals override {key} 1 80 --reason "…"'
    ),
    "RAISE_BLOCKER": Words('goals block {key} entscheidung "…"', 'goals block {key} decision "…"'),
    "CLOSE_BLOCKER": Words('goals unblock {key} "…"', 'goals unblock {key} "…"'),
    "FULFIL_DUTY": Words("goals fulfil {key} 1", "goals fulfil {key} 1"),
    "DELIVER": Words('goals deliver {key} --claim "1: …"', 'goals deliver {key} --claim "1: …"'),
    "REVIEW_ACCEPT": Words("goals review {key} abnehmen", "goals review {key} accept"),
    "REVIEW_REJECT": Words(
        'goals review {key} zurueckgeben --unmet "1: …"',
        'goals review {key} reject --unmet "1: …"',
    ),
    "CANCEL": Words(
        'goals cancel {key} --reason "…" --factor hinderlich:…',
        'goals cancel {key} --reason "…" --factor hindered:…',
    ),
    "REVOKE": Words(
        'goals cancel {key} --reason "…" --factor hinderlich:…',
        'goals cancel {key} --reason "…" --factor hindered:…',
    ),
    "CLOSE_FOR_EVALUATION": Words("goals evaluate {key}", "goals evaluate {key}"),
    "ASSESS": Words("goals assess {key}", "goals assess {key}"),
    "RECORD_LESSON": Words('goals lesson {key} "…"', 'goals lesson {key} "…"'),
    "PLAN_ACTION": Words(
        'goals action {key} "…" --kind aendern', 'goals action {key} "…" --kind change'
    ),
    "COMPLETE_ACTION": Words("goals action {key} --done 1", "goals action {key} --done 1"),
    "REVIEW_BENEFIT": Words("goals benefit {key} eingetreten", "goals benefit {key} realised"),
}


def commands_for(acts: Iterable[object], key: str) -> list[str]:
    """The commands for these acts, each once, in the order given."""
    found = (COMMAND_OF_ACT.get(str(act)) for act in acts)
    texts = (str(words).format(key=key) for words in found if words is not None)
    return list(dict.fromkeys(texts))
