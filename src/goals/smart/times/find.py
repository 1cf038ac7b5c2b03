"""Find all time expressions of a field: one pass over its tokens, a look-up at each.

``find_times`` asks the reader of the first token that can begin a time phrase, joins ranges
("from A to B" ends at B), lets ``classify`` say what each does, and goes on behind it. Linear time.
"""

from collections.abc import Callable, Sequence

from goals.smart.text import Text
from goals.smart.times import recurring
from goals.smart.times.bases import Base, resolve
from goals.smart.times.classify import express
from goals.smart.times.expression import TimeContext, TimeExpression, TimeKind
from goals.smart.times.feasts import FEAST_STARTS, FEASTS
from goals.smart.times.lengths import read_length, read_today
from goals.smart.times.markers import Marker, Role, read_marker
from goals.smart.times.nth import read_nth
from goals.smart.times.parts import read_end, read_part
from goals.smart.times.periods import Grain
from goals.smart.times.phrases import (
    EVENT_LEADS,
    SEASONS,
    VAGUE,
    read_event,
    read_season,
    read_vague,
)
from goals.smart.times.points import weekday_at
from goals.smart.times.ranges import (
    completed,
    may_begin,
    read_day_of_month,
    read_month_range,
    read_open_range,
)
from goals.smart.times.relative import (
    read_base,
    read_shift,
    read_weekday,
)
from goals.smart.times.vocabulary import (
    CODES,
    DAY_WORDS,
    ENDS,
    FISCAL_ENDS,
    FISCAL_WORDS,
    LAST_ORDINALS,
    MONTH_PARTS,
    MONTH_SLIPS,
    MONTHS,
    ORDINALS,
    PARTS,
    PAST_WORDS,
    ROMAN,
    SHIFTS,
    SHORT_WEEKDAYS,
    UNITS,
    WEEK_WORDS,
    WEEKDAY_TIMES,
    WEEKDAYS,
    WEEKLY_WEEKDAYS,
)
from goals.smart.times.word_set import word_set
from goals.smart.times.words import Reading, Words
from goals.smart.times.years import is_word, read_year
from goals.smart.tokens import Token, TokenKind

_Reader = Callable[[Words, int], Reading | None]
_NUMBER = TokenKind.NUMBER


def find_times(
    text: Text, tokens: Sequence[Token], context: TimeContext
) -> tuple[TimeExpression, ...]:
    """All time expressions of a field, in order, not overlapping; offsets in the clean text."""
    words = Words(text, tokens, context)
    folded = words.folded
    found: list[TimeExpression] = []
    index, count, floor = 0, words.count, 0
    while index < count:
        token = tokens[index]
        if token.kind is _NUMBER:
            reading = _from_base(words, index) if may_begin(token.text, folded[index + 1]) else None
        else:
            readers = _READERS.get(folded[index])
            reading = None
            if readers is not None:
                for reader in readers:
                    reading = reader(words, index)
                    if reading is not None and reading.begin >= floor:
                        break
                    reading = None
        if reading is None:
            index += 1
            continue
        expression = express(words, reading)
        if expression is not None:
            found.append(expression)
            floor = reading.stop
            index = max(index + 1, reading.stop)
        else:
            index += 1
    return tuple(found)


def _from_base(words: Words, index: int) -> Reading | None:
    """Anything that names a day or period, and the range it may begin."""
    if words.tokens[index].kind is _NUMBER:
        opened = read_open_range(words, index)
        if opened is not None:
            return opened
    base = read_base(words, index)
    if base is None:
        return read_day_of_month(words, index) if words.tokens[index].kind is _NUMBER else None
    return completed(words, resolve(index, base, None, words.context))


def _is_site(words: Words, index: int) -> bool:
    """ "Monday.com"."""
    dotted = words.folded[index + 1] == "." and words.touching(index)
    return dotted and words.touching(index + 1) and is_word(words, index + 2)


_EVERY_TIME = word_set("mornings afternoons evenings nights lunchtimes")


def _weekday(words: Words, index: int) -> Reading | None:
    """A weekday: with a date, in a range ("Mo-Fr" recurs), or alone behind a preposition."""
    folded = words.folded
    short = folded[index] not in WEEKDAYS
    if short and weekday_at(words, index) is None:
        return None
    if _is_site(words, index):
        return None
    stop = index + 1 + (short and folded[index + 1] == "." and words.touching(index))
    if folded[stop] in {"-", "bis", "to", "through", "and", "und", "/"}:
        other = weekday_at(words, stop + 1)
        if other is not None and (folded[stop + 1] in WEEKDAYS or words.capital(stop + 1)):
            nearby = folded[max(0, index - 3) : index]
            if not any(word in SHIFTS for word in nearby):
                return Reading(index, stop + 2, "recurrence", kind=TimeKind.RECURRENCE)
    if folded[stop] in _EVERY_TIME:
        return Reading(index, stop + 1, "recurrence", kind=TimeKind.RECURRENCE)
    found = read_weekday(words, index)
    if found is None:
        return None
    if found.rule == "weekday":
        marker = read_marker(words, index)
        if marker.role is Role.BARE and not words.context.in_deadline_field:
            return None
        if short and not _short_is_meant(words, index, marker):
            return None
        if marker.role is Role.AT and folded[index] in WEEKDAY_TIMES:
            return Reading(index, stop, "recurrence", kind=TimeKind.RECURRENCE)
    return completed(words, found)


def _short_is_meant(words: Words, index: int, marker: Marker) -> bool:
    """Whether "So", "Mi", "Sat" is a weekday: right behind a word that asks for a day."""
    if words.context.in_deadline_field:
        return True
    if len(words.folded[index]) == 2 and marker.place < index - 2:
        return False
    asked = marker.role in {Role.UNTIL, Role.BEFORE, Role.START}
    return asked or words.folded[index - 1] in {"on", "am"}


def _part(words: Words, index: int) -> Reading | None:
    found = read_part(words, index)
    if found is None or found.kind is TimeKind.EVENT:
        if found is not None and read_marker(words, index).role not in {
            Role.UNTIL,
            Role.BEFORE,
            Role.AT,
        }:
            return None
        return found
    return completed(words, found)


def _shift(words: Words, index: int) -> Reading | None:
    found = read_shift(words, index)
    if found is not None and found.kind is None:
        return completed(words, found)
    if found is not None and found.kind is TimeKind.DEADLINE:
        role = read_marker(words, index).role
        if role is Role.START:
            return found._replace(kind=TimeKind.START)
        if role is Role.SINCE:
            return found._replace(kind=TimeKind.SINCE)
    return found


def _end(words: Words, index: int) -> Reading | None:
    found = read_end(words, index)
    return completed(words, found) if found is not None else None


def _event(words: Words, index: int) -> Reading | None:
    """An event as a limit; "nach" and "ab" an event are starts, "rechtzeitig zur Messe" a limit."""
    word = words.folded[index]
    if word in {"zum", "zur", "seit", "since", "to"}:
        return None
    found = read_event(words, index)
    if found is None:
        return None
    if word in {"after", "nach", "ab"}:
        return found._replace(kind=TimeKind.START)
    if read_marker(words, index).role is Role.START:
        return None
    return found


def _in_time_for(words: Words, index: int) -> Reading | None:
    """ "rechtzeitig zur Messe", "in time for the fair"."""
    at = (
        index + 2
        if words.folded[index] == "in" and words.folded[index + 1] == "time"
        else index + 1
    )
    if words.folded[index] == "in" and at != index + 2:
        return None
    if words.folded[at] not in {"zum", "zur", "for", "vor"}:
        return None
    found = read_event(words, at)
    return found._replace(begin=index) if found else None


def _month_part(words: Words, index: int) -> Reading | None:
    """ "Septemberanfang", "Märzende"."""
    month, part = MONTH_PARTS[words.folded[index]]
    year, stop, _ = read_year(words, index + 1, short=True)
    base = Base(stop, Grain.MONTH, month, year=year, rule="month")
    return completed(words, resolve(index, base, part, words.context))


def _past(_: Words, index: int) -> Reading | None:
    """ "Vorjahr", "gestern"."""
    return Reading(index, index + 1, "past", kind=TimeKind.SINCE)


def _base(words: Words, index: int) -> Reading | None:
    return _from_base(words, index)


def _table() -> dict[str, tuple[_Reader, ...]]:
    """Which readers to ask at which word, the surest first."""
    table: dict[str, tuple[_Reader, ...]] = {}

    def put(names: object, reader: _Reader) -> None:
        for name in names:  # type: ignore[attr-defined]
            table[name] = (*table.get(name, ()), reader)

    put(("rechtzeitig", "puenktlich", "in"), _in_time_for)
    put(PARTS, _part)
    put(LAST_ORDINALS, read_nth)
    put(SHIFTS, _shift)
    put(ORDINALS, read_nth)
    put((*CODES, *FISCAL_WORDS, *FEASTS, *FEAST_STARTS, *ROMAN), _base)
    put((*WEEK_WORDS, "fiscal", "financial"), _base)
    put(("quartal", "quarter", "q", "qu", "qtr", "halbjahr", "hj", "midyear", "cy"), _base)
    put(MONTHS, read_month_range)
    put((*MONTHS, *MONTH_SLIPS), _base)
    put((*WEEKDAYS, *SHORT_WEEKDAYS), _weekday)
    put(ORDINALS, _base)
    put((*ENDS, *FISCAL_ENDS), _end)
    put(MONTH_PARTS, _month_part)
    put((*DAY_WORDS, "day"), read_today)
    put(PAST_WORDS, _past)
    put(WEEKLY_WEEKDAYS, recurring.read_weekly)
    put(recurring.ADVERBS, recurring.read_adverb)
    put(
        ("jeden", "jede", "jedes", "jeder", "every", "each", "alle", "pro", "je", "per"),
        recurring.read_every,
    )
    put(("immer", "jeweils", "always", "each"), recurring.read_always)
    put(("per", "year", "p"), recurring.read_per)
    put(UNITS, read_length)
    put(EVENT_LEADS, _event)
    put(VAGUE, read_vague)
    put(SEASONS, read_season)
    return table


_READERS = _table()
