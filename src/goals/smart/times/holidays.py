"""Public holidays: Easter, and the legal holidays of DE (by Land), AT, CH, UK and US.

Pure functions of a year and a region ("DE", "DE-BY", "AT", "CH", "CH-ZH", "UK" or "GB", "US").
Without a region only New Year's Day and Christmas Day count, free in all of these countries.
Names are given in German and English.
"""

from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from goals.smart.times.periods import nth_weekday


class Holiday(NamedTuple):
    """A public holiday and its names."""

    day: date
    de: str
    en: str


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (Butcher's algorithm, 1876)."""
    golden = year % 19
    century, rest = divmod(year, 100)
    leaps, century_rest = divmod(century, 4)
    correction = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leaps - correction + 15) % 30
    quarter, years = divmod(rest, 4)
    weekday = (32 + 2 * century_rest + 2 * quarter - epact - years) % 7
    shift = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * shift + 114, 31)
    return date(year, month, day + 1)


_NAMES = {
    "new-year": ("Neujahr", "New Year's Day"),
    "epiphany": ("Heilige Drei Könige", "Epiphany"),
    "women": ("Internationaler Frauentag", "International Women's Day"),
    "good-friday": ("Karfreitag", "Good Friday"),
    "easter": ("Ostersonntag", "Easter Sunday"),
    "easter-monday": ("Ostermontag", "Easter Monday"),
    "labour": ("Tag der Arbeit", "Labour Day"),
    "ascension": ("Christi Himmelfahrt", "Ascension Day"),
    "whitsun": ("Pfingstsonntag", "Whit Sunday"),
    "whit-monday": ("Pfingstmontag", "Whit Monday"),
    "corpus-christi": ("Fronleichnam", "Corpus Christi"),
    "assumption": ("Mariä Himmelfahrt", "Assumption Day"),
    "children": ("Weltkindertag", "World Children's Day"),
    "unity": ("Tag der Deutschen Einheit", "German Unity Day"),
    "reformation": ("Reformationstag", "Reformation Day"),
    "all-saints": ("Allerheiligen", "All Saints' Day"),
    "repentance": ("Buß- und Bettag", "Day of Repentance"),
    "austria": ("Nationalfeiertag", "Austrian National Day"),
    "immaculate": ("Mariä Empfängnis", "Immaculate Conception"),
    "swiss": ("Bundesfeier", "Swiss National Day"),
    "berchtold": ("Berchtoldstag", "Berchtold's Day"),
    "christmas": ("Erster Weihnachtstag", "Christmas Day"),
    "boxing": ("Zweiter Weihnachtstag", "Boxing Day"),
    "early-may": ("Maifeiertag (UK)", "Early May bank holiday"),
    "spring-bank": ("Frühlingsfeiertag (UK)", "Spring bank holiday"),
    "summer-bank": ("Sommerfeiertag (UK)", "Summer bank holiday"),
    "mlk": ("Martin-Luther-King-Tag", "Martin Luther King Jr. Day"),
    "presidents": ("Presidents' Day", "Presidents' Day"),
    "memorial": ("Memorial Day", "Memorial Day"),
    "juneteenth": ("Juneteenth", "Juneteenth"),
    "independence": ("Unabhängigkeitstag (US)", "Independence Day"),
    "us-labor": ("Labor Day", "Labor Day"),
    "columbus": ("Columbus Day", "Columbus Day"),
    "veterans": ("Veterans Day", "Veterans Day"),
    "thanksgiving": ("Thanksgiving", "Thanksgiving"),
}
_FIXED = {
    "new-year": (1, 1),
    "berchtold": (1, 2),
    "epiphany": (1, 6),
    "women": (3, 8),
    "labour": (5, 1),
    "juneteenth": (6, 19),
    "independence": (7, 4),
    "swiss": (8, 1),
    "assumption": (8, 15),
    "children": (9, 20),
    "unity": (10, 3),
    "austria": (10, 26),
    "reformation": (10, 31),
    "all-saints": (11, 1),
    "veterans": (11, 11),
    "immaculate": (12, 8),
    "christmas": (12, 25),
    "boxing": (12, 26),
}
_AFTER_EASTER = {
    "rose-monday": -48,
    "shrove-tuesday": -47,
    "ash-wednesday": -46,
    "palm-sunday": -7,
    "maundy-thursday": -3,
    "good-friday": -2,
    "easter": 0,
    "easter-monday": 1,
    "ascension": 39,
    "whitsun": 49,
    "whit-monday": 50,
    "corpus-christi": 60,
}
_NTH_WEEKDAY = {  # month, weekday (Monday 0), nth
    "mothers-day": (5, 6, 2),
    "early-may": (5, 0, 1),
    "spring-bank": (5, 0, -1),
    "summer-bank": (8, 0, -1),
    "mlk": (1, 0, 3),
    "presidents": (2, 0, 3),
    "memorial": (5, 0, -1),
    "us-labor": (9, 0, 1),
    "columbus": (10, 0, 2),
    "thanksgiving": (11, 3, 4),
}
_CHRISTIAN = ("new-year", "easter-monday", "ascension", "whit-monday", "christmas", "boxing")
_GERMAN = (*_CHRISTIAN, "good-friday", "labour", "unity")
_COUNTRIES = {
    "DE": _GERMAN,
    "AT": (
        *(*_CHRISTIAN, "epiphany", "labour", "corpus-christi", "assumption"),
        *("austria", "all-saints", "immaculate"),
    ),
    "CH": ("new-year", "ascension", "swiss", "christmas"),
    "UK": (
        *("new-year", "good-friday", "easter-monday", "early-may"),
        *("spring-bank", "summer-bank", "christmas", "boxing"),
    ),
    "US": (
        *("new-year", "mlk", "presidents", "memorial", "juneteenth", "independence"),
        *("us-labor", "columbus", "veterans", "thanksgiving", "christmas"),
    ),
}
_NORTH = ("reformation",)
_LAENDER = {
    "BW": ("epiphany", "corpus-christi", "all-saints"),
    "BY": ("epiphany", "corpus-christi", "assumption", "all-saints"),
    "BE": ("women",),
    "BB": ("easter", "whitsun", "reformation"),
    "HB": _NORTH,
    "HH": _NORTH,
    "HE": ("corpus-christi",),
    "MV": ("women", "reformation"),
    "NI": _NORTH,
    "NW": ("corpus-christi", "all-saints"),
    "RP": ("corpus-christi", "all-saints"),
    "SL": ("corpus-christi", "assumption", "all-saints"),
    "SN": ("reformation", "repentance"),
    "ST": ("epiphany", "reformation"),
    "SH": _NORTH,
    "TH": ("children", "reformation"),
}
_SWISS_COMMON = ("good-friday", "easter-monday", "whit-monday", "boxing")
_SWISS = {  # the larger cantons; the others keep the federal days
    "ZH": (*_SWISS_COMMON, "labour"),
    "BE": (*_SWISS_COMMON, "berchtold"),
    "LU": (*_SWISS_COMMON, "corpus-christi", "assumption", "all-saints", "immaculate"),
    "SG": (*_SWISS_COMMON, "all-saints"),
    "BS": (*_SWISS_COMMON, "labour"),
    "BL": (*_SWISS_COMMON, "labour"),
    "AG": ("good-friday",),
}
_EVERYWHERE = ("new-year", "christmas")


def regions() -> frozenset[str]:
    """All region codes for which holidays are known."""
    return frozenset(
        [*_COUNTRIES, "GB", *(f"DE-{land}" for land in _LAENDER), *(f"CH-{key}" for key in _SWISS)]
    )


def holiday_day(key: str, year: int) -> date:
    """The day of a holiday, by its key, in a year."""
    if key in _FIXED:
        return date(year, *_FIXED[key])
    if key in _AFTER_EASTER:
        return easter(year) + timedelta(days=_AFTER_EASTER[key])
    if key == "black-friday":
        return holiday_day("thanksgiving", year) + timedelta(days=1)
    if key == "repentance":  # the Wednesday before 23 November
        before = date(year, 11, 22)
        return before - timedelta(days=(before.weekday() - 2) % 7)
    if key.startswith("advent-"):  # the Sundays before Christmas Day
        fourth = date(year, 12, 24)
        fourth -= timedelta(days=(fourth.weekday() + 1) % 7)
        return fourth - timedelta(weeks=4 - int(key[-1]))
    month, weekday, nth = _NTH_WEEKDAY[key]
    found = nth_weekday(year, month, weekday, nth)
    if found is None:
        raise KeyError(key)
    return found


@lru_cache(maxsize=64)
def holidays(year: int, region: str | None = None) -> dict[date, Holiday]:
    """The public holidays of a year, by day; an unknown region has those that all share."""
    country, _, part = (region or "").upper().partition("-")
    country = "UK" if country == "GB" else country
    keys: set[str] = set(_COUNTRIES.get(country, _EVERYWHERE))
    if country == "DE":
        keys.update(_LAENDER.get(part, ()))
    elif country == "CH":
        keys.update(_SWISS.get(part, ()))
    found = {}
    for key in sorted(keys):
        day = holiday_day(key, year)
        found[day] = Holiday(day, *_NAMES[key])
        observed = _observed(day, key, country)
        if observed != day:
            found[observed] = Holiday(observed, *_NAMES[key])
    return found


def _observed(day: date, key: str, country: str) -> date:
    """The free weekday when a holiday falls on a weekend: next Monday (UK), nearest (US)."""
    weekday = day.weekday()
    if weekday < 5 or country not in {"UK", "US"}:
        return day
    if country == "US":
        return day + timedelta(days=-1 if weekday == 5 else 1)
    if key in {"christmas", "boxing"}:  # they lie side by side, so both substitutes are two days on
        return day + timedelta(days=2)
    return day + timedelta(days=7 - weekday)


def holiday_on(day: date, region: str | None = None) -> Holiday | None:
    """The public holiday on a day, if any."""
    return holidays(day.year, region).get(day)
