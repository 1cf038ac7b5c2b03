"""Reading a draft: every field into tokens, words, clauses, times and quantities, once.

``read`` builds what the rules see (``checked``). Annotators: ``lexicon``, ``clauses``,
``times``, ``quantities``; none of them looks at another field.
"""

import datetime as dt
from collections.abc import Sequence
from operator import attrgetter
from typing import TYPE_CHECKING, Final

from goals.smart import clauses, language, quantities
from goals.smart.checked import Checked, Due, Reading
from goals.smart.config import Config
from goals.smart.fields import Draft
from goals.smart.measures import weigh
from goals.smart.quantities import Quantity, Role
from goals.smart.spans import Field
from goals.smart.text import normalise
from goals.smart.times import (
    Grain,
    TimeContext,
    TimeExpression,
    TimeKind,
    find_times,
    main_deadline,
)
from goals.smart.tokens import Token, TokenKind, tokenise
from goals.smart.wording import look_up
from goals.smart.words import classes as c

if TYPE_CHECKING:
    from goals.smart.record import History, Record

_MEASURING_TIMES: Final = frozenset({TimeKind.SERVICE_LEVEL, TimeKind.DURATION})
_QUANTITATIVE: Final = c.NUMERAL | c.FRACTION | c.EVERY | c.NONE | c.PROOF | c.MULTIPLE


def read(
    draft: Draft,
    *,
    record: "Record | None",
    history: "History | None",
    today: dt.date,
    config: Config,
) -> Checked:
    """Read all fields of a draft; the readings share one language."""
    checked = Checked(draft, today, config)
    checked.record, checked.history = record, history
    checked.owner = draft.owner
    goal = _tokenise(Field.GOAL, 0, draft.goal)
    criteria = [_tokenise(Field.CRITERIA, i, item.text) for i, item in enumerate(draft.criteria)]
    benefit = _tokenise(Field.BENEFIT, 0, draft.benefit) if draft.benefit else None
    customer = _tokenise(Field.CUSTOMER, 0, draft.customer) if draft.customer else None
    resources = [
        _tokenise(Field.RESOURCES, i, item) for i, item in enumerate(draft.resources or ())
    ]
    every = [goal, *criteria, *(part for part in (benefit, customer) if part)]
    hint = draft.language or config.language
    checked.language = language.detect((part.tokens for part in every), hint)
    german = checked.language == "de"
    context = TimeContext(
        today=today,
        language=checked.language,
        fiscal_year_start=config.fiscal_year_start,
        region=config.region,
    )
    for part in every:
        look_up(part, german)
        checked.flags |= part.flags
    for part in (goal, *criteria):
        _annotate(part, german, context)
        checked.flags |= _seen(part)
    for part in resources:
        look_up(part, german)
        _annotate(part, german, context)
        checked.flags |= part.flags
    for extra in (benefit, customer):
        if extra is not None:
            _annotate(extra, german, context)
            checked.flags |= _seen(extra) & c.GAP_SIGN_SEEN
    checked.goal, checked.criteria, checked.benefit = goal, tuple(criteria), benefit
    checked.customer, checked.resources = customer, tuple(resources)
    checked.speechless = checked.language is None or (
        draft.plain and not any(token.text[0].isalpha() for token in goal.tokens)
    )
    _read_deadline(checked, draft, german, context)
    checked.due = _due(checked)
    checked.flags |= _said_of_due(checked)
    weigh(checked)
    checked.flags |= _said_of_verbs(checked)
    return checked


def _said_of_verbs(checked: Checked) -> int:
    """What the rules on verbs ask for, as bits of ``words.classes``."""
    said = c.TWO_VERBS if len(checked.words.verbs) > 1 else 0
    if checked.verb_flags & (c.DIRECTION | c.STATE):
        said |= c.DIRECTED
    return said | c.ACTING if checked.verb_flags & c.ACTIVITY else said


_TIME_BITS: Final = {
    TimeKind.VAGUE: c.VAGUE_TIME_SEEN,
    TimeKind.SERVICE_LEVEL: c.SERVICE_SEEN,
    TimeKind.START: c.START_SEEN,
    TimeKind.SINCE: c.START_SEEN,
    TimeKind.RECURRENCE: c.RECURRENCE_SEEN,
    TimeKind.NAME: c.TIME_NAME_SEEN,
    TimeKind.EVENT: c.EVENT_SEEN,
}


def _seen(part: Reading) -> int:
    """What occurs in a field besides words, as bits of ``words.classes``."""
    seen = 0
    for quantity in part.quantities:
        role = quantity.role
        if role is Role.NAME:
            seen |= c.NAME_SEEN
            continue
        if role is Role.DELTA:
            seen |= c.DELTA_SEEN
        elif role is Role.BASELINE:
            seen |= c.BASELINE_SEEN
        if not quantity.unit:
            seen |= c.BARE_SEEN
        elif quantity.value >= 100 and quantity.unit == "percent":
            seen |= c.FULL_PERCENT_SEEN
        if quantity.ambiguous:
            seen |= c.AMBIGUOUS_SEEN
    for found in part.times:
        seen |= c.TIME_SEEN | _TIME_BITS.get(found.kind, 0)
        if found.impossible:
            seen |= c.IMPOSSIBLE_SEEN
        if found.last is None and found.kind is TimeKind.DEADLINE:
            seen |= c.UNREADABLE_SEEN
    clean = part.text.clean
    if "?" in clean or "{" in clean or "_" in clean or "[" in clean or "<" in clean:
        seen |= c.GAP_SIGN_SEEN
    return seen


def _tokenise(field: Field, index: int, raw: str) -> Reading:
    text = normalise(raw)
    return Reading(field, index, text, tokenise(text))


def _read_deadline(checked: Checked, draft: Draft, german: bool, context: TimeContext) -> None:
    if draft.deadline:
        checked.flags |= c.TIME_SEEN | c.DEADLINE_GIVEN
    if isinstance(draft.deadline, dt.date):
        checked.deadline_date = draft.deadline
    elif draft.deadline and draft.deadline.strip():
        part = _tokenise(Field.DEADLINE, 0, draft.deadline)
        look_up(part, german)
        part.times = find_times(part.text, part.tokens, context._replace(in_deadline_field=True))
        part.timed = _timed(part.tokens, part.times)
        checked.deadline = part
        checked.flags |= part.flags | _seen(part)


def _due(checked: Checked) -> Due:
    """The phrase that says by when: in the field, else in the goal, else in a criterion."""
    if checked.flags & c.TIME_SEEN:
        for part in (checked.deadline, checked.goal, *checked.criteria):
            found = main_deadline(part.times) if part is not None and part.times else None
            if part is not None and found is not None:
                return part, found
    return None


_COARSE: Final = frozenset({Grain.YEAR, Grain.HALF, Grain.LONGER})


def _said_of_due(checked: Checked) -> int:
    """What the rules on the deadline ask for, as bits of ``words.classes``."""
    day = checked.deadline_date
    if day is not None:
        return c.DUE | c.DUE_DAY | (c.DUE_PAST if day < checked.today else 0)
    if checked.due is None:
        return 0 if checked.deadline else c.NOT_DUE
    found, said = checked.due[1], c.DUE
    if found.last is not None and found.last < checked.today:
        said |= c.DUE_PAST
    if found.first == found.last and found.grain is Grain.DAY:
        said |= c.DUE_DAY
    if found.grain in _COARSE:
        said |= c.DUE_COARSE
    if found.year_guessed:
        said |= c.DUE_GUESSED
    return said | (c.DUE_COUNTED if found.rule == "amount" else 0)


def _annotate(part: Reading, german: bool, context: TimeContext) -> None:
    tokens, entries = part.tokens, part.entries
    part.roles, part.sentences = clauses.mark(part.text.clean, tokens, entries)
    numbers = TokenKind.NUMBER in [kind for _, _, _, _, kind in tokens]
    part.times = find_times(part.text, tokens, context)
    part.timed = _timed(tokens, part.times)
    if numbers or part.flags & _QUANTITATIVE:
        part.quantities = quantities.find(
            quantities.Context(tokens, entries, part.timed, part.roles, german)
        )
    for found in part.times:
        if found.kind is TimeKind.SERVICE_LEVEL:
            part.quantities = _with_service_level(part, found)


def _with_service_level(part: Reading, found: TimeExpression) -> tuple[Quantity, ...]:
    """ "innerhalb einer Stunde", "on the same day": a value, even where no number is written."""
    inside = [
        i
        for i, token in enumerate(part.tokens)
        if token.start >= found.start and token.end <= found.end
    ]
    if not inside or any(inside[0] <= q.first <= inside[-1] for q in part.quantities):
        return part.quantities
    level = Quantity(Role.TARGET, inside[0], inside[-1], 1.0, "time")
    return tuple(sorted((*part.quantities, level), key=attrgetter("first")))


def _timed(tokens: Sequence[Token], times: Sequence[TimeExpression]) -> list[bool]:
    """Which tokens a time expression covers that is not itself a measure."""
    covered = [False] * len(tokens)
    if not times:
        return covered
    dated = any(found.kind is TimeKind.DEADLINE and not found.relative for found in times)
    i = 0
    for found in times:
        if found.kind in _MEASURING_TIMES:
            continue
        if dated and found.kind is TimeKind.DEADLINE and found.relative:
            continue  # "by 31 January, marked exams go back in 10 days": a value, not a date
        while i < len(tokens) and tokens[i].end <= found.start:
            i += 1
        while i < len(tokens) and tokens[i].start < found.end:
            covered[i] = True
            i += 1
    return covered
