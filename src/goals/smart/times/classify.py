"""Which kind a resolved point in time is: deadline, start, since, recurrence, a name.

Decided by the marker on the left (``markers``), by what follows, and by whether the phrase reads
like a name at all. "before X" becomes the day before it here.
"""

from datetime import timedelta

from goals.smart.times.expression import TimeExpression, TimeKind
from goals.smart.times.markers import (
    ATTRIBUTED,
    METRIC_NOUNS,
    METRIC_TAILS,
    NAME_HEADS,
    REPORT_TAILS,
    REPORTED,
    Marker,
    Role,
    read_marker,
)
from goals.smart.times.periods import Grain, Part
from goals.smart.times.recurring import recurs_behind
from goals.smart.times.vocabulary import MONTHS
from goals.smart.times.word_set import word_set
from goals.smart.times.words import Reading, Words
from goals.smart.times.years import is_word
from goals.smart.tokens import TokenKind

_KINDS = {
    Role.UNTIL: TimeKind.DEADLINE,
    Role.BEFORE: TimeKind.DEADLINE,
    Role.AT: TimeKind.DEADLINE,
    Role.START: TimeKind.START,
    Role.SINCE: TimeKind.SINCE,
    Role.EVERY: TimeKind.RECURRENCE,
    Role.OF: TimeKind.NAME,
    Role.TITLE: TimeKind.NAME,
    Role.BARE: TimeKind.DEADLINE,
}
_LATEST = frozenset(["latest", "spaetestens", "faellig", "due", "deadline"])
_ONWARDS = frozenset(["onwards", "onward", "aufwaerts", "forward"])
_DETERMINERS = word_set(
    """
    the der die das den dem des our unser unseren unserem a this
    """
)


def express(words: Words, reading: Reading) -> TimeExpression | None:
    """The time expression of a reading, with its kind; ``None`` when it is no time at all."""
    if reading.kind is not None:
        marked = reading.kind is TimeKind.DEADLINE
        return made(words, reading, reading.kind, marked=marked)
    named = _is_name(words, reading)
    marker = read_marker(words, reading.begin)
    if named:
        return made(words, reading._replace(rule="name"), TimeKind.NAME)
    kind, marked = _kind(words, reading, marker)
    if kind is None:
        return None
    if kind is TimeKind.DEADLINE and marker.role is Role.BEFORE:
        reading = day_before(reading)
    return made(words, reading, kind, marked=marked)


def made(words: Words, reading: Reading, kind: TimeKind, *, marked: bool = False) -> TimeExpression:
    """The expression of a reading of a known kind."""
    return TimeExpression(
        kind,
        words.tokens[reading.begin].start,
        words.tokens[min(reading.stop, words.count) - 1].end,
        reading.first,
        reading.last,
        reading.grain,
        reading.rule,
        reading.guessed,
        reading.impossible,
        marked,
        reading.relative,
    )


def day_before(reading: Reading) -> Reading:
    """ "before X": the day before X begins, or before the middle or end of X that is named."""
    if reading.first is None or reading.last is None:
        return reading
    named = reading.part is not None and reading.part is not Part.EARLY
    last = (reading.last if named else reading.first) - timedelta(days=1)
    return reading._replace(first=min(reading.first, last), last=last, grain=Grain.DAY)


def _kind(words: Words, reading: Reading, marker: Marker) -> tuple[TimeKind | None, bool]:
    """The kind a marker and the words behind give a phrase, and whether it is marked."""
    role = Role.UNTIL if _said_latest(words, reading.stop) else marker.role
    settled = _settled_behind(words, reading, role)
    if settled is not None:
        return settled, False
    if reading.rule == "range":  # "from A to B" ends at B
        role = {Role.START: Role.UNTIL, Role.OF: Role.AT}.get(role, role)
        if words.folded[marker.place] in {"seit", "since"}:
            role = Role.UNTIL
    in_field = words.context.in_deadline_field
    if not in_field and _is_background(words, reading, marker):
        return TimeKind.SINCE, False
    if role is Role.OF:
        due = words.folded[marker.place] in {"for", "fuer"} and (
            _due_for(words, reading) or _planned(words, reading, marker)
        )
        return (TimeKind.DEADLINE if due or in_field else TimeKind.NAME), in_field
    kind = _KINDS[role]
    if kind is not TimeKind.DEADLINE:
        return kind, False
    if in_field or role in {Role.UNTIL, Role.BEFORE}:
        return kind, True
    return _unmarked(words, reading, marker), False


def _settled_behind(words: Words, reading: Reading, role: Role) -> TimeKind | None:
    """A kind that the words behind settle: "from May on", "of each month", "tritt … in Kraft"."""
    folded, begin, stop = words.folded, reading.begin, reading.stop
    if folded[stop] in _ONWARDS or folded[stop : stop + 2] in (["in", "kraft"], ["in", "force"]):
        return TimeKind.START
    if folded[stop] in {"an", "on"} and begin and folded[begin - 1] in {"von", "from"}:
        return TimeKind.START
    if reading.rule == "weekday" and _many_behind(words, stop):
        return TimeKind.RECURRENCE  # "Tuesday mornings", "on Friday pay runs"
    if folded[stop] in _PAST_VERBS and role is not Role.UNTIL:
        return TimeKind.SINCE  # "2026 waren es 43"
    daily = reading.grain is Grain.DAY or folded[stop] == "jeweils"
    if daily and recurs_behind(words, stop) is not None:
        return TimeKind.RECURRENCE
    if reading.rule == "shifted-end" and reading.grain is Grain.WEEK and role is Role.AT:
        return TimeKind.RECURRENCE  # "am Wochenende geöffnet"
    return None


def _unmarked(words: Words, reading: Reading, marker: Marker) -> TimeKind | None:
    """The kind of a phrase behind "in", "am", "on", or behind nothing at all."""
    bare = marker.role is Role.BARE
    if reading.last is None and not reading.impossible and bare:
        return None
    if reading.last is not None and reading.last < words.context.today:
        return TimeKind.SINCE
    if words.folded[reading.stop].startswith(_BEGUN):
        return TimeKind.SINCE  # "die im Januar begonnene Schulung"
    if bare:
        return _bare(words, reading)
    if words.folded[marker.place] == "on" and reading.grain is not Grain.DAY:
        return TimeKind.NAME  # "report on Q3"
    if reading.rule == "feast" and words.folded[marker.place] in _THROUGHOUT:
        return TimeKind.DURATION  # "over Christmas"
    return TimeKind.DEADLINE


def _many_behind(words: Words, stop: int) -> bool:
    """Whether an English plural follows at once, or behind one more word."""
    if words.context.language == "de":
        return False
    for at in (stop, stop + 1):
        if not is_word(words, at) or words.capital(at) or words.folded[at] in _SMALL:
            return False
        if words.folded[at].endswith("s") and not words.folded[at].endswith("ss"):
            return True
    return False


_SMALL = word_set(
    """
    is has was as its this us at on in by for to of with and or the a an until before after from we
    will must all every each then so that when
    """
)
_AWAY = word_set(
    """
    urlaub elternzeit mutterschutz krank krankgeschrieben abwesend sabbatical kur reha leave holiday
    vacation away absent sick secondment sabbatical gesperrt geschlossen closed verreist karenz
    """
)
_HAS = word_set("hat haben has have")
_OFF = word_set("urlaub frei elternzeit leave")
_COPULAS = word_set("ist sind bleibt bleiben is are remains remain war was")


def _is_background(words: Words, reading: Reading, marker: Marker) -> bool:
    """ "since the move in March", "is on leave until March": how things are, not what is due."""
    begin, stop = marker.place, reading.stop
    near = words.folded[max(0, begin - 13) : max(0, begin)], words.folded[stop : stop + 5]
    if all(_BACKGROUND.isdisjoint(part) for part in near):
        return False
    left = begin
    while left > 0 and begin - left < 12 and words.folded[left - 1] not in _CLAUSE_EDGE:
        left -= 1
    before = words.folded[left:begin]
    if marker.role is Role.AT and {"seit", "since"}.intersection(before[-4:]):
        return True
    right = stop
    while right < words.count and right - stop < 4 and words.folded[right] not in _CLAUSE_EDGE:
        right += 1
    clause = {*before, *words.folded[stop:right]}
    if _AWAY & clause and _COPULAS & clause:
        return True
    return bool(_HAS & clause and _OFF & clause) or ("off" in clause and "is" in clause)


_BACKGROUND = _AWAY | _OFF | {"seit", "since", "off"}
_CLAUSE_EDGE = frozenset([".", ",", ";", ":", "!", "?", "(", ")"])
_PAST_VERBS = word_set("waren war hatten hatte wurden gab kamen lagen lag were was had")
_BEGUN = ("begonnene", "gestartete", "eingefuehrte", "beschlossene", "vereinbarte", "gegruendete")
_THROUGHOUT = word_set("over during waehrend ueber across throughout")


def _due_for(words: Words, reading: Reading) -> bool:
    """ "for 3 May", "for month-end" are due then; "the plan for May" is not."""
    if reading.grain is Grain.DAY:
        return reading.rule != "feast" or not is_word(words, reading.stop)
    return reading.rule == "shifted-end" or (reading.part is not None and reading.relative)


_PLANNED = word_set(
    """
    geplant vorgesehen angesetzt terminiert eingeplant anberaumt zugesagt planned scheduled set
    slated promised
    """
)


def _planned(words: Words, reading: Reading, marker: Marker) -> bool:
    """ "geplant für Q2 2027", "für Ende April geplant", "scheduled for May"."""
    before = words.folded[max(0, marker.place - 1)]
    return before in _PLANNED or words.folded[reading.stop] in _PLANNED


def _said_latest(words: Words, stop: int) -> bool:
    """ "… at the latest", "… spätestens", "… fällig" behind the date."""
    at = stop
    while words.folded[at] in {"at", "the", ",", "ist", "is"} and at < stop + 3:
        at += 1
    return words.folded[at] in _LATEST


def _bare(words: Words, reading: Reading) -> TimeKind | None:
    """A phrase without any word before it that says what it does."""
    if reading.grain is Grain.YEAR and reading.rule == "year" and not reading.part:
        return _bare_year(words, reading)
    before = words.folded[reading.begin - 1] if reading.begin else ""
    if reading.rule == "today" and _nowadays(words, reading, before):
        return TimeKind.SINCE
    named_year = reading.guessed or (reading.rule == "fiscal" and not reading.part)
    within = reading.rule == "code" and is_word(words, reading.stop)
    if (named_year or within) and (before in REPORTED or before.endswith(REPORT_TAILS)):
        return TimeKind.NAME  # "Auswertung Q3 kürzen", "Bericht Q1 2026 überarbeiten"
    if reading.guessed and reading.rule == "code" and _noun_between(words, reading, before):
        return TimeKind.NAME  # "die Q3 Zahlen"
    if reading.rule == "feast" and reading.guessed and not _heads_clause(words, reading):
        return TimeKind.NAME  # "Christmas party"
    if reading.rule == "month" and reading.guessed and not reading.part:
        opens = reading.begin == 0 or words.folded[reading.begin - 1] in {".", ";", "!", "?"}
        if opens and is_word(words, reading.stop):
            return None  # "June takes over", "April showers"
    return TimeKind.DEADLINE


def _nowadays(words: Words, reading: Reading, before: str) -> bool:
    """ "(heute im Schnitt 6)", "today it takes 12 days": what is so now, with its figure."""
    stop = reading.stop
    if words.folded[stop] in {"noch", "bis", "um", "at", "by"} or before == "noch":
        return False
    return before in {"(", "statt", "wie"} or any(
        words.is_number(at) for at in range(stop, stop + 6)
    )


def _noun_between(words: Words, reading: Reading, before: str) -> bool:
    """ "die Q3 Zahlen": an article before, a noun behind."""
    behind = is_word(words, reading.stop) and words.capital(reading.stop)
    return before in _DETERMINERS and behind


def _heads_clause(words: Words, reading: Reading) -> bool:
    """ "Reformationstag: die Ausstellung steht", "Heiligabend ist alles fertig"."""
    follows = words.folded[reading.stop]
    before = words.folded[reading.begin - 1] if reading.begin else ""
    return follows in {":", "ist", "sind", "is", "are", "-"} and before in {"", ".", ":", ";"}


def _bare_year(words: Words, reading: Reading) -> TimeKind | None:
    """ "2027: 20 neue Kunden", "Umsatz 2027" are until then; "Katalog 2027", "2026 guests" not."""
    begin, stop = reading.begin, reading.stop
    follows = words.folded[stop]
    if begin == 0:
        return TimeKind.DEADLINE if follows in {":", "-", ",", ""} else None
    before = words.folded[begin - 1]
    is_word = words.tokens[begin - 1].kind is TokenKind.WORD
    metric = before in METRIC_NOUNS or before.endswith(METRIC_TAILS)
    if metric or before in {"(", ",", "-", ":", ";"}:
        unattached = follows in {"", ")", ",", ".", ":", ";", "auf", "um", "to", "by", "]"}
        return TimeKind.DEADLINE if unattached else None
    if is_word and words.capital(begin - 1) and begin - 1 > 0:
        counted = any(words.is_number(at) for at in range(max(0, begin - 4), begin - 1))
        return TimeKind.DEADLINE if counted and follows in {"", ".", ","} else TimeKind.NAME
    english = words.context.language == "en"
    if is_word and not words.capital(begin - 1) and before not in _DETERMINERS and not english:
        return TimeKind.DEADLINE if follows in {"", ".", ",", ";", ")"} else None
    return TimeKind.NAME if is_word else None


def _is_name(words: Words, reading: Reading) -> bool:
    """Whether the phrase belongs to a name: Frau Mai, Mission 2030, the Q3 report, April Jones."""
    begin, stop, folded = reading.begin, reading.stop, words.folded
    if reading.rule in {"amount", "today", "shifted", "shifted-end", "range"}:
        return False
    before = folded[begin - 1] if begin else ""
    if before == "." and begin > 1:
        before = (
            folded[begin - 2] if folded[begin - 2] in {"hr", "fr", "fa", "dr", "prof"} else before
        )
    if reading.rule in {"month", "month-day"} and before in _TITLES and begin:
        return not (before == "fr" and not words.capital(begin - 1))
    if reading.grain is Grain.DAY and reading.rule != "weekday":
        return reading.rule in {"day-month", "feast"} and _compound(words, reading)
    if before == "by" and _surname_behind(words, reading):
        return True
    if reading.rule == "year" and not reading.part:
        if before in NAME_HEADS or (
            before == "-" and begin > 1 and folded[begin - 2] in NAME_HEADS
        ):
            return True
        if (
            before in _DETERMINERS
            and words.tokens[min(stop, words.count - 1)].kind is TokenKind.WORD
        ):
            return folded[stop] not in {"", "and"}
    return _compound(words, reading) or _attributed(words, reading)


_TITLES = word_set(
    """
    frau herr herrn hr fr dr prof familie ms mrs mr miss mx kollege kollegin firma fa sir
    """
)


def _compound(words: Words, reading: Reading) -> bool:
    """ "Q3-Report": a hyphen ties the phrase to a noun, without spaces."""
    stop = reading.stop
    return (
        words.folded[stop] == "-"
        and words.touching(stop - 1)
        and words.touching(stop)
        and words.tokens[stop + 1].kind is TokenKind.WORD
        and not reading.part
    )


def _attributed(words: Words, reading: Reading) -> bool:
    """ "the Q3 report", "April Jones": a noun or surname follows, and nothing says until when."""
    begin, stop = reading.begin, reading.stop
    if reading.part or stop >= words.count:
        return False
    before = words.folded[begin - 1] if begin else ""
    determined = before in _DETERMINERS or before in {"'s", "s"}
    if words.folded[stop] in ATTRIBUTED:
        return determined or before not in _PREPOSITIONS
    first_name = (
        words.folded[begin] in {"april", "may", "june", "august"} and reading.rule == "month"
    )
    return (
        first_name
        and stop == begin + 1
        and words.capital(begin)
        and words.capital(stop)
        and words.tokens[stop].kind is TokenKind.WORD
        and before not in _PREPOSITIONS
        and words.context.language != "de"
        and words.folded[stop] not in MONTHS
    )


def _surname_behind(words: Words, reading: Reading) -> bool:
    """ "signed by June Smith": a participle, "by", and a surname behind the month."""
    begin, stop = reading.begin, reading.stop
    done = words.folded[begin - 2] if begin > 1 else ""
    participle = done.endswith(("ed", "en")) or done in {"led", "run", "made", "done"}
    named = words.folded[begin] in {"april", "may", "june", "august"} and stop == begin + 1
    return participle and named and is_word(words, stop) and words.capital(stop)


_PREPOSITIONS = word_set(
    """
    bis by until till im in before vor spaetestens zum ende of end from ab seit since on am due
    during next this naechsten
    """
)
