"""Numbers that are names: rooms, versions, standards, paragraphs, years, phones, addresses.

``name_end`` answers for one number; everything it does not know stays a quantity. Words whose
number is a name are in ``words`` (IDENTIFIER_HEADS). Readers: ``quantities``.
"""

from collections.abc import Sequence

from goals.smart.lexicon import Entry
from goals.smart.tokens import Token, TokenKind, adjacent
from goals.smart.words import classes as c
from goals.smart.words.sets import word_set

_ORDINAL_SUFFIXES = word_set("st nd rd th te ten ter tes tem er ern ste sten ster")
_TIMES = word_set("x mal")
_ABBREVIATED_HEADS = word_set(
    """
    nr art abs no kap str tel abb ver v vol bd s pos ziff par sec fig ch ext rev ggf tab az
    """
)
_DETERMINERS = word_set(
    """
    der die das den dem des im am zum vom beim zur ab jeden jeder jedes the ins ans in unser
    """
)
_STREETS = word_set("street road avenue lane drive close square st rd ave court terrace")
_MEASURED = c.METRIC | c.SOFT | c.GENERIC_METRIC | c.PERSON | c.UNIT | c.BASELINE | c.COMPARATOR
_RANKS = word_set("top platz rang place rank position")


def name_end(
    tokens: Sequence[Token],
    entries: Sequence[Entry],
    timed: Sequence[bool],
    i: int,
    last: int,
    value: float,
) -> int | None:
    """The last token of the name a number is part of, or ``None`` when it is a quantity."""
    count = len(tokens)
    touches = last + 1 < count and tokens[last + 1].start == tokens[last].end
    if touches or (i and (tokens[i - 1].end == tokens[i].start or tokens[i - 1].text == "§")):
        for ask in (_by_signs, _by_suffix, _by_hyphen):
            end = ask(tokens, entries, i, last)
            if end is not None:
                return end if end >= 0 else None
    text = tokens[i].text
    if len(text) > 1 and text[0] == "0" and text[1].isdigit():
        return last
    if touches and _is_ordinal(tokens, last):
        return last + 1
    following = entries[last + 1].flags if last + 1 < count else 0
    sign_after = tokens[last + 1].text if last + 1 < count else ""
    if sign_after in ("%", "€", "$", "£", "‰") or following & c.PERCENT:
        return None
    if following & c.CITY and _is_postcode(tokens[i].text):
        return last
    if _is_clock(tokens, i, last) and not (sign_after == "am" and following & c.GERMAN):
        return last
    if _is_range_of_names(tokens, entries, i, last):
        return last + 2
    if _after_head(tokens, entries, timed, i, following) or _is_account(tokens, entries, i):
        ranged = touches and last + 2 < count and tokens[last + 1].text == "-"
        return last + 2 if ranged and tokens[last + 2].kind is TokenKind.NUMBER else last
    if _is_year(tokens, entries, i, last, value, following):
        return last
    return None


def _by_signs(tokens: Sequence[Token], _: Sequence[Entry], i: int, last: int) -> int | None:
    """#12, § 5, JIRA-123, S/4, 24/7, +49: by the sign before or after the digits."""
    before = tokens[i - 1] if i else None
    if before is not None:
        touching = before.end == tokens[i].start
        if before.text == "§" or (before.text == "#" and touching):
            return last
        if touching and before.text in "-/" and i > 1 and tokens[i - 2].end == before.start:
            two = tokens[i - 2]
            if two.kind is TokenKind.WORD:
                return last
            if two.kind is TokenKind.NUMBER and before.text == "/":
                return last  # the second half of a pair was judged with the first
        if touching and before.text == "(" and i > 1 and tokens[i - 2].end == before.start:
            return last if tokens[i - 2].kind is TokenKind.NUMBER else None  # "section 13(2)"
        if touching and before.text in "@_." and i > 1 and tokens[i - 2].end == before.start:
            return last
        if touching and before.text == "+" and len(tokens[i].text) >= 2 and _long(tokens, i):
            return last
    after = tokens[last + 1] if last + 1 < len(tokens) else None
    if (
        after is not None
        and after.text in "/:"
        and adjacent(tokens, last)
        and adjacent(tokens, last + 1)
    ):
        return _pair(tokens, i, last)
    return None


def _long(tokens: Sequence[Token], i: int) -> bool:
    return sum(len(t.text) for t in tokens[i : i + 5] if t.kind is TokenKind.NUMBER) >= 7


def _pair(tokens: Sequence[Token], i: int, last: int) -> int | None:
    """ "24/7" is a name, "9/10" a mark; "1:1" a name; "7:30" is left to the clock."""
    other = tokens[last + 2]
    if other.kind is not TokenKind.NUMBER:
        return last if tokens[last + 1].text == "/" and len(other.text) < 3 else None
    if tokens[last + 1].text == ":":
        return None if len(other.text) == 2 else last + 2
    if tokens[i].text in ("24",) and other.text == "7":
        return last + 2
    if not tokens[i].text.isdigit() or not other.text.isdigit() or len(tokens[i].text) > 3:
        return last + 2 if tokens[i].text.isdigit() and other.text.isdigit() else None
    return -1 if int(tokens[i].text[:9]) <= int(other.text[:9]) else last + 2


def _by_suffix(tokens: Sequence[Token], entries: Sequence[Entry], _: int, last: int) -> int | None:
    """3D, 5G, 7b, 2FA, 1st, 5ten, 90er; but 5km, 10k, 3x are quantities."""
    if not adjacent(tokens, last) or tokens[last + 1].kind is not TokenKind.WORD:
        return None
    suffix = tokens[last + 1].folded
    if suffix in _ORDINAL_SUFFIXES:
        return last + 1
    if suffix in _TIMES:
        return -1
    entry = entries[last + 1]
    if entry.flags & (c.UNIT | c.MULTIPLIER):
        if suffix in ("d", "g", "a", "c") and tokens[last + 1].text.isupper() | (suffix in "ac"):
            return last + 1
        return -1
    return last + 1 if len(suffix) <= 4 or tokens[last + 1].text[1:].isupper() else None


def _by_hyphen(tokens: Sequence[Token], entries: Sequence[Entry], i: int, last: int) -> int | None:
    """ "2-Faktor-Login" is a name, "10-20" a range, "24-hour response time" a value."""
    j = last + 1
    if j < len(tokens) and tokens[j].text == "%" and adjacent(tokens, j):
        j += 1
    if (
        j + 1 >= len(tokens)
        or tokens[j].text != "-"
        or tokens[j - 1].end != tokens[j].start
        or not adjacent(tokens, j)
    ):
        return None
    word = tokens[j + 1]
    if word.kind is TokenKind.NUMBER:
        long = len(tokens[i].text) >= 4 and len(word.text) >= 4
        return j + 1 if long else None  # "10-20 Stück": asked on, as one number
    k = j + 1
    while k + 2 < len(tokens) and tokens[k + 1].text == "-" and adjacent(tokens, k):
        k += 2
    measured = entries[k].flags & (c.METRIC | c.SOFT)
    if entries[j + 1].flags & c.TIME_UNIT and k + 1 < len(tokens):
        for m in range(k + 1, min(k + 4, len(tokens))):
            measured = measured or entries[m].flags & c.METRIC
    if tokens[j - 1].text == "%" and entries[k].flags & c.METRIC:
        return -1
    return -1 if measured and entries[j + 1].flags & (c.TIME_UNIT | c.PERCENT | c.METRIC) else k


def _is_ordinal(tokens: Sequence[Token], last: int) -> bool:
    """ "2. Stock", "der 3. Schicht": a dot after a small number, and more of the sentence."""
    if last + 2 >= len(tokens) or tokens[last + 1].text != "." or not adjacent(tokens, last):
        return False
    text = tokens[last].text
    word = tokens[last + 2]
    if not text.isdigit() or len(text) > 2 or word.kind is not TokenKind.WORD:
        return False
    before = tokens[last - 1].folded if last else ""
    return word.text[:1].islower() or before in _DETERMINERS or last == 0


def _is_postcode(text: str) -> bool:
    return len(text) in (4, 5) and text.isdigit()


def _is_clock(tokens: Sequence[Token], i: int, last: int) -> bool:
    """A time of day that bounds nothing ("um 15 Uhr"); "bis 7:30 Uhr" is something to measure."""
    after = tokens[last + 1] if last + 1 < len(tokens) else None
    second_half = i > 0 and tokens[i - 1].text == ":" and tokens[i - 1].end == tokens[i].start
    if not second_half:
        if after is None or after.folded not in _CLOCK:
            return False
        if after.folded in ("am", "pm") and len(tokens[last].text) > 2:
            return False  # "500 am Tag"
        if after.text == ":" and not _minutes_follow(tokens, last):
            return False
    before = tokens[i - 1].folded if i else ""
    return after is not None and before not in _BOUNDS


_CLOCK = word_set("uhr am pm o'clock :")
_BOUNDS = word_set("bis by before vor until spaetestens")


def _minutes_follow(tokens: Sequence[Token], last: int) -> bool:
    return (
        last + 2 < len(tokens)
        and tokens[last + 2].kind is TokenKind.NUMBER
        and len(tokens[last + 2].text) == 2
        and adjacent(tokens, last)
    )


def _after_head(
    tokens: Sequence[Token],
    entries: Sequence[Entry],
    timed: Sequence[bool],
    i: int,
    following: int,
) -> bool:
    """Whether the word before the number is one whose number is a name."""
    if i == 0:
        return False
    before, entry = tokens[i - 1], entries[i - 1]
    if before.text == "." and i > 1 and tokens[i - 2].folded in _ABBREVIATED_HEADS:
        return True
    if before.kind is not TokenKind.WORD or timed[i - 1]:
        return _street_follows(tokens, i)
    flags = entry.flags
    if before.folded == "top":
        return _names_a_list(tokens, entries, i)
    if before.folded in _RANKS:
        return False
    if _acts_on(tokens, entries, i, following):
        return False
    if len(before.text) == 1:
        return before.folded == "v" or before.text.isupper()  # "B 27", "A 4"
    if before.folded in ("number", "nummer"):
        return True
    if flags & c.IDENTIFIER and not flags & c.FUNCTION:
        verb = flags & c.VERB and not flags & (c.ALSO_NOUN | c.NOUN)
        if before.text.islower() and verb and (i < 2 or tokens[i - 2].folded in _BEFORE_VERB):
            return False
        return not (flags & c.METRIC or (following & c.UNIT and before.folded.endswith("s")))
    return _street_follows(tokens, i) or _is_proper_name(tokens, entries, i, following)


_BEFORE_VERB = word_set("to and or we will must should shall , . : ;")
_AMONG = word_set("in unter into among to within zu")


def _names_a_list(tokens: Sequence[Token], entries: Sequence[Entry], i: int) -> bool:
    """ "Top 40 listeners" is a name; "reach the top 3", "unter die Top 10" is a rank."""
    if any(entry.flags & (c.REACH | c.ASPIRE) for entry in entries):
        return False
    return not any(token.folded in _AMONG for token in tokens[max(0, i - 3) : i - 1])


def _acts_on(tokens: Sequence[Token], entries: Sequence[Entry], i: int, following: int) -> bool:
    """ "Train 20 pilot users": an English verb that opens the sentence, and what is counted."""
    flags = entries[i - 1].flags
    if not flags & c.ANY_VERB or not flags & c.INFINITIVE or not flags & c.ENGLISH:
        return False
    opens = i == 1 or tokens[i - 2].text in ".:;!?•-" or tokens[i - 2].folded in _BEFORE_VERB
    if not opens or i + 1 >= len(tokens) or tokens[i + 1].kind is not TokenKind.WORD:
        return False
    return not following & (c.FUNCTION | c.TIME)


def _is_proper_name(
    tokens: Sequence[Token], entries: Sequence[Entry], i: int, following: int
) -> bool:
    """ "Apollo 11", "Boeing 737 crews": a capitalised word of no list, and nothing counted."""
    before, flags = tokens[i - 1], entries[i - 1].flags
    if following & (c.UNIT | c.MULTIPLIER) or "," in tokens[i].text:
        return False
    if flags & (_MEASURED | c.FUNCTION | c.ANY_VERB | c.ADJECTIVE | c.INTENSIFIER | c.TIME):
        return False
    if not before.text[:1].isupper() and not any(sign.isdigit() for sign in before.text):
        return False
    counted = i + 1 < len(tokens) and tokens[i + 1].kind is TokenKind.WORD
    if counted and not following & (c.FUNCTION | c.ANY_VERB | c.TIME):
        # "Filialen 3 Kassen": in German, where all nouns have capitals, the number counts
        return not flags & (c.IN_GERMAN | c.GERMAN) and bool(flags & c.UNKNOWN) and i > 1
    return bool(flags & (c.UNKNOWN | c.NOUN | c.NOMINAL | c.CITY))


def _is_account(tokens: Sequence[Token], entries: Sequence[Entry], i: int) -> bool:
    """ "Kunde 100234", "0711 20345": long digits that count nothing."""
    if i and tokens[i - 1].kind is TokenKind.NUMBER and tokens[i - 1].text.startswith("0"):
        return True
    if len(tokens[i].text) < 5 or not tokens[i].text.isdigit() or not i:
        return False
    singular = entries[i - 1].flags & c.PERSON and not tokens[i - 1].folded.endswith(("n", "s"))
    return bool(singular)


def _is_range_of_names(
    tokens: Sequence[Token], entries: Sequence[Entry], i: int, last: int
) -> bool:
    """ "flats 1-20", "units 4 to 9": a plural, a range, and nothing that is counted."""
    if not i or last + 2 >= len(tokens) or tokens[last + 2].kind is not TokenKind.NUMBER:
        return False
    if tokens[last + 1].text != "-" and tokens[last + 1].folded not in ("to", "bis", "and", "und"):
        return False
    flags = entries[i - 1].flags
    if tokens[i - 1].kind is not TokenKind.WORD or flags & (_MEASURED | c.FUNCTION | c.ANY_VERB):
        return False
    if tokens[last + 1].folded in ("to", "bis") and not flags & c.IDENTIFIER:
        return False
    after = entries[last + 3].flags if last + 3 < len(tokens) else c.FUNCTION
    sign = tokens[last + 3].text if last + 3 < len(tokens) else ""
    return sign not in ("%", "€", "$", "£") and (not after or bool(after & c.FUNCTION))


def _street_follows(tokens: Sequence[Token], i: int) -> bool:
    """ "12 Baker Street": a capitalised name and a word for a road."""
    if i + 2 >= len(tokens):
        return False
    if tokens[i + 1].text.islower():  # "at 12 baker street", typed without capitals
        located = i > 0 and tokens[i - 1].folded in ("at", "of", "in", "to", "for")
        return located and tokens[i + 2].folded in ("street", "road", "avenue", "lane")
    if not tokens[i + 1].text[0].isupper():
        return False
    return any(
        token.folded in _STREETS and token.text[0].isupper() for token in tokens[i + 1 : i + 4]
    )


def _is_year(
    tokens: Sequence[Token],
    entries: Sequence[Entry],
    i: int,
    last: int,
    value: float,
    following: int,
) -> bool:
    """1990 to 2059 without grouping is a year, unless it counts a plural or has a unit."""
    text = tokens[i].text
    if len(text) != 4 or not text.isdigit() or not 1990 <= value < 2060 or last != i:
        return False
    if following & (c.UNIT | c.MULTIPLIER):
        return False
    if i + 1 < len(tokens) and value % 50 == 0:
        return not (following & (c.PERSON | c.METRIC | c.UNKNOWN | c.NOUN))
    before = entries[i - 1].flags if i else 0
    return not (before & (c.COMPARATOR | c.APPROXIMATE) and not following & c.FUNCTION)
