"""Words for calendar things in German and English, folded (lower case, ae/oe/ue/ss).

Data only: names of months and weekdays, units, number words, feasts, short forms such as KW37.
What the words around a time phrase make of it is in ``markers``.
"""

from goals.smart.times.periods import Grain, Part
from goals.smart.times.word_set import word_set

MONTH_NAMES = {
    1: "januar jaenner jan jaen jaenn january",
    2: "februar feber feb febr february",
    3: "maerz marz mrz maer maerzes march mar",
    4: "april apr aprils",
    5: "mai may mais",
    6: "juni jun june juno junis",
    7: "juli jul july julei julis",
    8: "august aug augusts",
    9: "september sept sep",
    10: "oktober okt october oct",
    11: "november nov",
    12: "dezember dez december dec",
}
MONTHS = {name: month for month, names in MONTH_NAMES.items() for name in names.split()}
for _month in (1, 2, 9, 10, 11, 12):
    _german = MONTH_NAMES[_month].split()[0]
    MONTHS[_german + "s"] = _month
MONTHS["jaenners"] = 1
# Words that are something else unless a preposition or a number stands beside them.
SHY_MONTHS = word_set("may march mar jan dec sep marz mais juno august")
GERMAN_MONTHS = word_set(
    """
    januar jaenner februar feber maerz mrz mai juni juli oktober okt dezember dez
    """
)
_FULL_NAMES = sorted(
    word_set(
        """
        januar jaenner january februar february april august september oktober october november
        dezember december
        """
    )
)


def _slips() -> dict[str, int]:
    """One letter lost, doubled or swapped with its neighbour in a full name of a month."""
    slips: dict[str, int] = {}
    for name in _FULL_NAMES:
        month = MONTHS[name]
        for index in range(len(name)):
            rest = name[index + 1 :]
            slips[name[:index] + rest] = month
            slips[name[: index + 1] + name[index] + rest] = month
            if rest:
                slips[name[:index] + rest[0] + name[index] + rest[1:]] = month
    for right in ("august", "april", "apri", "augus", *MONTHS):
        slips.pop(right, None)
    return slips


MONTH_SLIPS = _slips()

WEEKDAY_NAMES = {
    0: "montag monday",
    1: "dienstag tuesday",
    2: "mittwoch wednesday",
    3: "donnerstag thursday",
    4: "freitag friday",
    5: "samstag sonnabend saturday",
    6: "sonntag sunday",
}
WEEKDAYS = {name: day for day, names in WEEKDAY_NAMES.items() for name in names.split()}
_DAYTIMES = "frueh morgen vormittag mittag nachmittag abend nacht"
for _name, _day in list(WEEKDAYS.items()):
    if _name.endswith(("tag", "woch", "abend")):
        WEEKDAYS[_name + "s"] = _day
        for _daytime in _DAYTIMES.split():
            WEEKDAYS[_name + _daytime] = _day
WEEKDAY_TIMES = frozenset(name for name in WEEKDAYS if not name.endswith(("tag", "day", "woch")))
# "montags" and "Mondays" say every week
WEEKLY_WEEKDAYS = {name + "s": day for name, day in WEEKDAYS.items() if not name.endswith("s")}
for _name in WEEKLY_WEEKDAYS:
    WEEKDAYS.pop(_name, None)
SHORT_WEEKDAYS = {
    name: day
    for day, names in enumerate(
        (
            "mo mon",
            "di tue tues",
            "mi wed weds",
            "do don thu thur thurs",
            "fr fre fri",
            "sa sam sat",
            "so son sun",
        )
    )
    for name in names.split()
}

UNITS: dict[str, tuple[str, int]] = {}
for _unit, _count, _names in (
    ("d", 1, "tag tage tagen tages tg tagesfrist day days kalendertage kalendertagen kalendertag"),
    ("d", 1, "days' day's"),
    (
        "wd",
        1,
        "werktag werktage werktagen arbeitstag arbeitstage arbeitstagen",
    ),
    ("wd", 1, "banktage banktagen bankarbeitstage bankarbeitstagen workday workdays weekdays"),
    ("w", 1, "woche wochen wo wochenfrist week weeks wk wks week's weeks'"),
    ("w", 2, "fortnight fortnights fortnight's"),
    ("m", 1, "monat monate monaten monats monates mon monatsfrist month months mth mths mo mos"),
    ("m", 1, "month's"),
    ("m", 3, "quartal quartale quartalen quartals vierteljahr vierteljahre vierteljahren"),
    ("m", 3, "vierteljahres quarter quarters quarter's"),
    ("m", 6, "halbjahr halbjahre halbjahren halbjahres halbjahrs half-year"),
    ("m", 9, "dreivierteljahr"),
    ("m", 12, "jahr jahre jahren jahres jahrs jahresfrist year years yr yrs year's"),
    ("h", 1, "stunde stunden std stdn h hour hours hr hrs hour's"),
    ("min", 1, "minute minuten minutes min mins"),
    ("s", 1, "sekunde sekunden sek seconds sec secs ms millisekunden milliseconds"),
):
    for _name in _names.split():
        UNITS[_name] = (_unit, _count)
UNIT_GRAINS = {
    ("d", 1): Grain.DAY,
    ("w", 1): Grain.WEEK,
    ("m", 1): Grain.MONTH,
    ("m", 3): Grain.QUARTER,
    ("m", 6): Grain.HALF,
    ("m", 12): Grain.YEAR,
}

_ONES = {
    1: "ein eine einem einen einer eines a an one",
    2: "zwei zweier zwo two couple",
    3: "drei dreier three",
    4: "vier four",
    5: "fuenf five",
    6: "sechs six",
    7: "sieben seven",
    8: "acht eight",
    9: "neun nine",
    10: "zehn ten",
    11: "elf eleven",
    12: "zwoelf twelve dutzend dozen",
    13: "dreizehn thirteen",
    14: "vierzehn fourteen",
    15: "fuenfzehn fifteen",
    16: "sechzehn sixteen",
    17: "siebzehn seventeen",
    18: "achtzehn eighteen",
    19: "neunzehn nineteen",
    20: "zwanzig twenty",
    24: "vierundzwanzig",
    30: "dreissig thirty",
    36: "sechsunddreissig",
    40: "vierzig forty",
    45: "fuenfundvierzig",
    48: "achtundvierzig",
    50: "fuenfzig fifty",
    60: "sechzig sixty",
    90: "neunzig ninety",
    100: "hundert einhundert hundred",
}
NUMBERS: dict[str, float] = {name: n for n, names in _ONES.items() for name in names.split()}
NUMBERS.update(
    dict.fromkeys(("halbes", "halben", "halbe", "half"), 0.5)
    | dict.fromkeys(("anderthalb", "eineinhalb", "einundeinhalb"), 1.5)
    | {"zweieinhalb": 2.5, "dreieinhalb": 3.5, "viereinhalb": 4.5}
)
INDEFINITE = word_set(
    """
    few several some einige einigen mehrere mehreren wenige wenigen paar many viele vielen
    """
)

_ORDINALS = {
    1: "erst first",
    2: "zweit second",
    3: "dritt third",
    4: "viert fourth",
    5: "fuenft fifth",
    6: "sechst sixth",
    7: "siebt siebent seventh",
    8: "acht eighth",
    9: "neunt ninth",
    10: "zehnt tenth",
    11: "elft eleventh",
    12: "zwoelft twelfth",
    13: "dreizehnt thirteenth",
    14: "vierzehnt fourteenth",
    15: "fuenfzehnt fifteenth",
    16: "sechzehnt sixteenth",
    17: "siebzehnt seventeenth",
    18: "achtzehnt eighteenth",
    19: "neunzehnt nineteenth",
    20: "zwanzigst twentieth",
    21: "einundzwanzigst",
    22: "zweiundzwanzigst",
    23: "dreiundzwanzigst",
    24: "vierundzwanzigst",
    25: "fuenfundzwanzigst",
    26: "sechsundzwanzigst",
    27: "siebenundzwanzigst",
    28: "achtundzwanzigst",
    29: "neunundzwanzigst",
    30: "dreissigst thirtieth",
    31: "einunddreissigst",
}
ORDINALS: dict[str, int] = {}
for _number, _names in _ORDINALS.items():
    for _name in _names.split():
        if _name.endswith("t") and _name != "first":
            for _ending in ("e", "en", "er", "es", "em"):
                ORDINALS[_name + _ending] = _number
        else:
            ORDINALS[_name] = _number
LAST_ORDINALS = word_set("last letzter letzte letzten letztes letztem final")
ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
ORDINAL_ENDINGS = word_set("st nd rd th ten te tes ter tem")

PARTS = {
    **dict.fromkeys(
        ("anfang", "anfangs", "anf", "early", "beginning", "beginn", "start"), Part.EARLY
    ),
    **dict.fromkeys(("mitte", "mid", "middle", "midway", "halfway", "midpoint"), Part.MIDDLE),
    **dict.fromkeys(("ende", "end", "late", "close", "ausgang", "schluss", "ultimo"), Part.LATE),
}
NEEDS_OF = frozenset({"beginning", "beginn", "start", "middle", "close"})  # nouns and verbs alike

MONTH_PARTS: dict[str, tuple[int, Part]] = {}  # "Septemberanfang"
# How far from now: this 0, next 1, the one after 2, the last -1.
SHIFTS: dict[str, int] = {}
for _shift, _stems in (
    (1, "naechst kommend folgend"),
    (0, "dies laufend aktuell jetzig"),
    (2, "uebernaechst"),
    (-1, "letzt vergangen vorig vorangegangen"),
):
    for _stem in _stems.split():
        for _ending in ("e", "en", "er", "es", "em"):
            SHIFTS[_stem + _ending] = _shift
for _shift, _names in (
    (1, "next coming following upcoming"),
    (0, "this current"),
    (-1, "last past previous prior preceding"),
):
    for _name in _names.split():
        SHIFTS[_name] = _shift
SHIFTS["prior"] = -1

# One word: the grain whose end it names ("Monatsende"), this one unless a date follows.
ENDS: dict[str, tuple[Grain, Part]] = {}
for _grain, _heads in (
    (Grain.MONTH, "monats"),
    (Grain.QUARTER, "quartals"),
    (Grain.HALF, "halbjahres halbjahrs"),
    (Grain.YEAR, "jahres kalenderjahres"),
    (Grain.WEEK, "wochen"),
):
    for _head in _heads.split():
        ENDS[_head + "ende"] = (_grain, Part.LATE)
        ENDS[_head + "endes"] = (_grain, Part.LATE)
        ENDS[_head + "mitte"] = (_grain, Part.MIDDLE)
        ENDS[_head + "anfang"] = (_grain, Part.EARLY)
for _names, _grain in (
    ("eom", Grain.MONTH),
    ("eoq", Grain.QUARTER),
    ("eoy", Grain.YEAR),
    ("yearend jahresschluss jahreswechsel jahresabschluss", Grain.YEAR),
    ("eow", Grain.WEEK),
    ("monthend", Grain.MONTH),
    ("ultimo monatsultimo", Grain.MONTH),
    ("quartalsultimo", Grain.QUARTER),
    ("jahresultimo", Grain.YEAR),
    ("eod cob eob", Grain.DAY),
):
    for _name in _names.split():
        ENDS[_name] = (_grain, Part.LATE)
for _month_name in MONTH_NAMES.values():
    for _tail in ("anfang", "mitte", "ende"):
        MONTH_PARTS[_month_name.split()[0] + _tail] = (MONTHS[_month_name.split()[0]], PARTS[_tail])
ENDS["midyear"] = (Grain.YEAR, Part.MIDDLE)
ENDS["midweek"] = (Grain.WEEK, Part.MIDDLE)
ENDS["weekend"] = (Grain.WEEK, Part.LATE)
ENDS.pop("jahresabschluss")  # the annual accounts, a piece of work
FISCAL_ENDS = frozenset(
    [
        "geschaeftsjahresende",
        "geschaeftsjahrsende",
        "wirtschaftsjahresende",
        "eofy",
        "fiscaljahresende",
    ]
)
FISCAL_WORDS = word_set(
    """
    geschaeftsjahr geschaeftsjahres geschaeftsjahrs wirtschaftsjahr wirtschaftsjahres fiskaljahr
    fiskaljahres gj fy wj haushaltsjahr haushaltsjahres
    """
)
DAY_WORDS = {
    **dict.fromkeys(["heute", "today", "tonight"], 0),
    **dict.fromkeys(["morgen", "tomorrow"], 1),
    "uebermorgen": 2,
}
PAST_WORDS = word_set(
    """
    vorjahr vorjahres vorjahren vormonat vormonats vorquartal vorquartals vorwoche gestern yesterday
    vorgestern
    """
)
WEEK_WORDS = word_set("kw kws cw wk week weeks kalenderwoche kalenderwochen woche wochen calendar")

# Short forms in one token: what they are and their number.
CODES: dict[str, tuple[str, int]] = {}
for _n in range(10):
    CODES[f"q{_n}"] = ("quarter", _n)
    CODES[f"h{_n}"] = ("half", _n)
    CODES[f"hj{_n}"] = ("half", _n)
for _n in (3, 4, 5, 6, 7, 8, 9, 0):
    CODES.pop(f"h{_n}")
for _n in range(61):
    for _form in (f"kw{_n}", f"kw{_n:02d}", f"cw{_n}", f"cw{_n:02d}", f"wk{_n}", f"wk{_n:02d}"):
        CODES[_form] = ("week", _n)
    CODES[f"w{_n:02d}"] = ("isoweek", _n)
for _n in range(100):
    for _form in (f"fy{_n:02d}", f"fy20{_n:02d}", f"gj{_n:02d}", f"gj20{_n:02d}"):
        CODES[_form] = ("fiscal", 2000 + _n)
    for _form in (f"eoy{_n:02d}", f"eoy20{_n:02d}", f"cy{_n:02d}", f"cy20{_n:02d}"):
        CODES[_form] = ("year", 2000 + _n)
